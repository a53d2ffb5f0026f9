"""The commands that keep a store: what they print, what they leave, and how they end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli import main
from musnad.search import list_claims, list_judgements, list_sources
from store_reports import demo_folder

Run = Callable[..., Result]
DENIAL = str(demo_folder() / "06-difaa-albarzakh.html")
ORIGINAL = str(demo_folder() / "01-sada-almarsa.html")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUSNAD_STORE", str(tmp_path / "reports.sqlite"))
    return lambda *words: CliRunner().invoke(main, list(words))


def first_report(run: Run) -> str:
    from musnad.cli.opened import open_given

    with open_given(None) as store:
        return next(iter(store.numbers()))[1]


def test_documents_go_in_once_and_the_store_is_sound(run: Run, tmp_path: Path) -> None:
    added = run("add", ORIGINAL, DENIAL)
    assert added.exit_code == 0, added.output
    assert added.stdout == f"{tmp_path / 'reports.sqlite'}: 2 added; 2 reports in all\n"
    assert "2 unchanged" in run("add", ORIGINAL, DENIAL).stdout
    assert run("check").stdout == f"{tmp_path / 'reports.sqlite'}: 2 reports, sound\n"
    assert "nothing to do" in run("reread").stdout


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(run: Run) -> None:
    added = run("add", ORIGINAL, "missing.html")
    assert added.exit_code == 1
    assert "missing.html" in added.stderr
    assert "1 added, 1 could not be read" in added.stdout


def test_a_store_that_is_not_there_is_told(run: Run) -> None:
    for words in (("check",), ("reread",), ("backup", "x.sqlite"), ("jobs",), ("watch", "list"), ("judgements",)):
        told = run(*words)
        assert told.exit_code == 2
        assert "there is no store" in told.stderr


def test_the_place_of_the_store_may_stand_in_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MUSNAD_STORE")
    (tmp_path / "place").write_text(f"{tmp_path / 'other.sqlite'}\n", encoding="utf-8")
    monkeypatch.setenv("MUSNAD_STORE_FILE", str(tmp_path / "place"))
    run("add", ORIGINAL)
    assert (tmp_path / "other.sqlite").exists()


def test_a_backup_fills_a_new_store(run: Run, tmp_path: Path) -> None:
    run("add", ORIGINAL, DENIAL)
    assert run("backup", "saved.sqlite").exit_code == 0
    assert run("backup", "saved.sqlite").exit_code == 2
    assert "2 reports" in run("restore", "saved.sqlite", "--store", "again.sqlite").stdout
    assert "2 reports, sound" in run("check", "--store", "again.sqlite").stdout


def test_what_is_no_backup_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("no backup", encoding="utf-8")
    told = run("restore", "letter.txt", "--store", "new.sqlite")
    assert told.exit_code == 2
    assert "letter.txt: is no backup of a store; `musnad backup` makes one" in told.stderr


def test_a_file_that_cannot_be_written_is_named_with_its_option(run: Run) -> None:
    run("add", ORIGINAL)
    told = run("judgements", "--export", "nowhere/judgements.jsonl")
    assert told.exit_code == 2
    assert "--export nowhere/judgements.jsonl: cannot be written" in told.stderr


def test_reports_are_deleted_by_id_or_by_day(run: Run) -> None:
    run("add", ORIGINAL, DENIAL)
    gone = run("forget", first_report(run), "0123456789abcdef")
    assert gone.exit_code == 1
    assert "1 deleted, 1 report left" in gone.stdout
    assert "0123456789abcdef: no report in the store has this id" in gone.stderr
    assert run("forget").exit_code == 2
    assert run("forget", "--before", "yesterday").exit_code == 2
    assert "1 deleted, 0 reports left" in run("forget", "--before", "9999-12-31").stdout


def test_addresses_are_watched_listed_and_removed(run: Run) -> None:
    assert "watched every 2h" in run("watch", "add", "https://news.example/rss.xml", "--every", "2h").stdout
    assert run("watch", "list").stdout == "https://news.example/rss.xml  every 2h  not fetched yet\n"
    assert run("watch", "add", "https://news.example/rss.xml", "--every", "soon").exit_code == 2
    assert run("watch", "add", "ftp://news.example").exit_code == 2
    assert run("watch", "remove", "https://news.example/rss.xml").exit_code == 0
    assert run("watch", "remove", "https://news.example/rss.xml").exit_code == 2
    assert run("run", "--once").stdout == "0 jobs done\n"
    assert run("jobs").stdout == "0 waiting, 0 leased, 0 done, 0 dead\n"


def test_a_judgement_is_made_listed_taken_along_and_back(run: Run, tmp_path: Path) -> None:
    run("add", ORIGINAL)
    report = first_report(run)
    made = run("judge", report, "--claim", "1", "--wrong", "--correct", "stance=denies", "--by", "layla", "--why", "no")
    assert made.exit_code == 0, made.output
    name = made.stdout.split(":")[0]
    assert run("judge", report, "--tag", "convoy", "--case", "harbour", "--by", "sami").exit_code == 0
    assert f"{name} " in run("judgements").stdout
    run("judgements", "--export", "judged.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "judged.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["wrong", "tag", "in_case"]
    assert run("judgements", "--import", "judged.jsonl").stdout == "0 judgements taken in\n"
    assert run("judgements", "--undo", name, "--by", "sami").exit_code == 0
    assert run("judgements", "--undo", name, "--by", "sami").exit_code == 2
    assert name not in run("judgements").stdout
    assert "(taken back by sami)" in run("judgements", "--all").stdout
    assert "0 judged by two or more" in run("judgements", "--agreement").stdout


def test_a_report_that_is_not_there_is_told_before_who_judges(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no user name is set")

    run("add", ORIGINAL)
    monkeypatch.setattr("getpass.getuser", nobody)
    assert "no report of this id" in run("judge", "unknown", "--claim", "1", "--right").stderr
    assert "--by NAME" in run("judge", first_report(run), "--claim", "1", "--right").stderr


def test_what_cannot_be_judged_is_refused(run: Run) -> None:
    run("add", ORIGINAL)
    report = first_report(run)
    for words, message in (
        (("unknown", "--claim", "1", "--right"), "no report of this id"),
        ((report, "--claim", "99", "--right"), "the report has"),
        ((report, "--right"), "--claim N goes with"),
        ((report, "--claim", "1"), "give one of"),
        ((report, "--claim", "1", "--wrong", "--correct", "stance"), "FIELD=VALUE"),
        ((report, "--tag", "x", "--quote", "words of another text"), "do not stand in the report"),
    ):
        told = run("judge", *words, "--by", "layla")
        assert told.exit_code == 2
        assert message in told.stderr


def test_searches_that_raise_alerts_are_saved_and_removed(run: Run) -> None:
    saved = run("alert", "add", "harbour", "الميناء", "--on", "contradiction", "--to", "atom:harbour.xml")
    assert saved.stdout == "harbour: saved\n"
    assert run("alert", "list").stdout == "harbour: الميناء  on contradiction to atom:harbour.xml\n"
    assert run("alert", "show").stdout == ""
    assert run("alert", "add", "x", "الميناء", "--on", "rain").exit_code == 2
    assert run("alert", "add", "x", "الميناء", "--to", "fax:1").exit_code == 2
    assert run("alert", "remove", "harbour").exit_code == 0
    assert run("alert", "remove", "harbour").exit_code == 2


def test_pairs_spans_and_sources_are_judged_too(run: Run) -> None:
    run("add", ORIGINAL, DENIAL)
    from musnad.cli.opened import open_given

    with open_given(None) as store:
        one, other = [name for _, name in store.numbers()]
        report = store.report(one)
        person = next(link.name for claim in list_claims(store).rows for link in claim.links if link.kind == "person")
    assert report is not None
    assert report.article is not None
    words = report.article.text[:12]
    for asked in (
        (one, "--claim", "1", "--same", other, "--other-claim", "1"),
        (one, "--claim", "1", "--not-same", other, "--other-claim", "2"),
        (one, "--quote", words.split()[0], "--not-same", other, "--other-quote", "ال"),
        (one, "--at", "0:12", "--note", "the headline"),
        ("--source", person, "--grade", "b"),
    ):
        made = run("judge", *asked, "--by", "layla")
        assert made.exit_code == 0, made.output
    listed = run("judgements").stdout
    assert words.strip() in listed
    assert "grade B" in listed
    with open_given(None) as store:
        kept = {(each.judgement.kind, each.judgement.about) for each in list_judgements(store).rows}
        assert {("same", "proposition"), ("not_same", "proposition"), ("not_same", "entity")} <= kept
        (graded,) = [each for each in list_sources(store).rows if each.reliability == "B"]
        assert graded.kind == "person"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--right",), "the report's id"),
        (("REPORT", "--right", "--note", "x"), "give one of"),
        (("REPORT", "--right"), "--claim N goes with"),
        (("REPORT", "--claim", "99", "--right"), "the report has"),
        (("REPORT", "--claim", "1", "--note", "x"), "a mark stands on words"),
        (("REPORT", "--at", "9:2", "--note", "x"), "START:END"),
        (("REPORT", "--at", "0:99999999", "--note", "x"), "START:END"),
        (("REPORT", "--quote", "qqq", "--note", "x"), "do not stand in the report"),
        (("REPORT", "--claim", "1", "--same", "REPORT"), "--other-claim N"),
        (("REPORT", "--claim", "1", "--same", "REPORT", "--other-quote", "ال"), "on both sides"),
        (("REPORT", "--claim", "1", "--right", "--correct", "stance=denies"), "goes with --wrong"),
        (("REPORT", "--grade", "A"), "a grade is given to a source"),
        (("--grade", "A", "--source", "nobody"), "no source of this name"),
        (("REPORT", "--grade", "A", "--source", "nobody"), "a grade is given to a source"),
    ],
)
def test_a_judgement_that_lacks_a_part_says_what(run: Run, asked: tuple[str, ...], told: str) -> None:
    run("add", ORIGINAL)
    words = [first_report(run) if word == "REPORT" else word for word in asked]
    refused = run("judge", *words, "--by", "layla")
    assert refused.exit_code == 2
    assert told in refused.stderr
