"""`musnad compare` prints the families of copies, and everything as JSON."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli import main
from musnad.demo import demo_paths

WIRE = (
    "أعلنت بلدية المنحدر أن أعمال ترميم الجسر القديم ستبدأ مطلع الشهر المقبل وتستمر ثمانية أسابيع.\n"
    "وقال مدير الأشغال إن حركة الشاحنات ستحول إلى الطريق الساحلي طوال هذه المدة وإن الحافلات ستسلك مسارها المعتاد."
)
OWN = (
    "افتتح متحف الفخار في بلدة الزيتونة قاعة جديدة تضم جرارا عثر عليها في بئر قرب السوق.\n"
    "ويقول أمين المتحف إن أقدم هذه الجرار صنع قبل ثلاثة قرون."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "a.txt": f"ترميم جسر المنحدر\n{WIRE}",
        "b.txt": f"ثمانية أسابيع لترميم الجسر\n{WIRE}",
        "c.txt": f"قاعة جديدة في متحف الفخار\n{OWN}",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_copies_are_one_source(folder: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(folder)])
    assert done.exit_code == 0
    assert "3 reports · 2 texts of their own · 1 family of copies" in done.stdout
    assert "family 1: 2 reports, one text" in done.stdout


def test_the_json_points_into_both_texts(folder: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(folder), "--format", "json"])
    dossier = json.loads(done.stdout)
    names = {report["id"]: Path(report["path"]).name for report in dossier["reports"]}
    (pair,) = dossier["copy_pairs"]
    assert {names[pair["left"]], names[pair["right"]]} == {"a.txt", "b.txt"}
    for side in ("left", "right"):
        start, end = pair["passages"][0][side]
        assert (folder / names[pair[side]]).read_text(encoding="utf-8")[start:end] + "." == WIRE
    assert dossier["origins"] == 2


def test_a_missing_path_is_named() -> None:
    done = CliRunner().invoke(main, ["compare", "no-such-folder"])
    assert done.exit_code == 1
    assert "no-such-folder: cannot be read" in done.output


def test_demonstration_shows_whose_text_the_copies_print() -> None:
    folder = demo_paths()[0].parent
    printed = CliRunner().invoke(main, ["compare", str(folder)]).stdout
    shown = " ".join(re.sub("[\u2068\u2069]", "", printed).split())
    assert "14 reports · 11 texts of their own · 2 families of copies" in shown
    assert (
        "first مصدر استخباراتي: صواريخ وصلت إلى كتائب الوادي عبر ميناء رأس العود وكالة السهل 2026-03-10 09:15" in shown
    )
    assert "because 1 of 3 members credit وكالة السهل" in shown


def test_half_of_a_surrogate_pair_in_a_record_does_not_stop_the_json(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"title": "قاعة جديدة", "outlet": "صحيفة \ud800", "text": OWN}), encoding="utf-8"
    )
    done = CliRunner().invoke(main, ["compare", str(tmp_path), "--format", "json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["reports"][0]["outlet"] == "صحيفة \ufffd"
