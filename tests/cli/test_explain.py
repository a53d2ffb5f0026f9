"""`musnad explain` prints the path of one claim's reading, and says what is wrong with a number that is none."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli import main

TEXT = (
    "الميناء يستقبل ثلاث سفن قبل الشتاء\n"
    "نقلت وكالة رويترز عن مدير الميناء يوسف كامل قوله إن السفن ستعود قبل الشتاء.\n"
    "وقالت الوزيرة مريم سعيد إن العيادة جاهزة.\n"
    "وأضاف أن الأرصفة جاهزة، موضحا أن الرافعات تعمل."
)


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["explain", *arguments], env={"COLUMNS": "100"})
    return done.exit_code, " ".join(re.sub("[\u2066-\u2069]", "", done.stdout).split()), done.stderr


def test_a_date_that_is_none_is_refused_as_read_refuses_it(report: str) -> None:
    code, _, told = run(report, "--plain", "--claim", "1", "--published", "31-31-2024")
    assert code == 2
    assert "--published 31-31-2024: cannot be read as a date" in told


def test_the_path_goes_from_the_sentence_to_the_speaker(report: str) -> None:
    code, shown, _ = run(report, "--plain", "--claim", "3")
    assert code == 0
    steps = [
        "sentence 4, line 4",
        "rule verb-elided-clause",
        "such as وأضاف أن أعمال الترميم",
        "unlike وأضاف إلى السوق القديم",
        "masculine singular",
        "ends here: a participle goes on with another report",
        "outlet وكالة رويترز (reuters) inherited, implicit",
        "person مدير الميناء يوسف كامل left out",
        "1 back الوزيرة مريم سعيد",
        "excluded: does not agree with the verb in gender and number",
        "2 back مدير الميناء يوسف كامل",
        "taken: the nearest that fits",
    ]
    places = [shown.find(step) for step in steps]
    assert -1 not in places, shown
    assert places == sorted(places)


def test_a_number_beyond_the_claims_is_wrong_usage(report: str) -> None:
    code, _, told = run(report, "--plain", "--claim", "40")
    assert code == 2
    assert "the report has 4 claims" in told


def test_a_record_of_several_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(
        '{"text": "قال المدير خالد منصور إن العمل مستمر في الحديقة كل يوم من أيام الأسبوع."}\n' * 2, "utf-8"
    )
    assert run(str(path), "--claim", "1", "--record", "2")[0] == 0
    code, _, told = run(str(path), "--claim", "1", "--record", "3")
    assert (code, "fewer reports" in told) == (2, True)


def test_the_entries_of_a_live_blog_are_records_as_musnad_read_prints_them(tmp_path: Path) -> None:
    entry = "<article class=live-entry><time datetime=2021-05-09T1{n}:00:00+03:00>1{n}:00</time><p>{said}</p></article>"
    said = [
        f"قال {who} إن الجسر القديم في وسط البلدة أغلق أمام الشاحنات حتى الربيع."
        for who in ("المدير", "الوزير", "العمدة")
    ]
    entries = "".join(entry.format(n=n, said=words) for n, words in enumerate(said))
    page = f"<html><title>مباشر: الجسر</title><body><h1>مباشر: الجسر</h1><div>{entries}</div></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    code, shown, _ = run(str(tmp_path), "--claim", "1", "--record", "2")
    assert code == 0
    assert "الوزير" in shown
    assert "المدير" not in shown
    assert run(str(tmp_path), "--claim", "1", "--record", "4")[0] == 2


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    code, _, told = run(str(tmp_path / "none.txt"), "--claim", "1")
    assert code in {1, 2}
    assert "none.txt" in told
