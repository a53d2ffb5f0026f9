"""Lists of feeds, annotations and gold come in, and what goes out comes back equal."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exported import demo_dossier
from musnad.cli import main
from musnad.errors import UsageError
from musnad.evaluation.gold import as_attribution, load_gold
from musnad.export.formats import export
from musnad.imports import read_brat, read_watch_list
from musnad.model import JudgementKind
from musnad.store import open_store
from store_reports import demo_folder

QUARTER = timedelta(minutes=15)
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="a">
<outline xmlUrl="https://example.org/feed.xml"/><outline xmlUrl="https://example.org/feed.xml"/></outline></body></opml>"""


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("content", "every"),
    [
        (OPML, QUARTER),
        (b"address,every\nhttps://example.org/feed.xml,2h\n", timedelta(hours=2)),
        (b"# mine\nhttps://example.org/feed.xml\n\n", QUARTER),
    ],
)
def test_a_list_of_feeds_in_three_forms(content: bytes, every: timedelta) -> None:
    assert read_watch_list(content, QUARTER) == [("https://example.org/feed.xml", every)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no address"),
        (b"/etc/passwd", "http"),
        (b"file:///etc/passwd", "http"),
        (b"<opml><outline", "no OPML"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline xmlUrl="&x;"/></opml>', "OPML|address"),
        (b"address,every\nhttps://example.org/,often\n", "often"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(content: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_watch_list(content, QUARTER)


def test_feeds_are_watched(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_bytes(OPML)
    place = str(tmp_path / "reports.sqlite")
    assert run("feeds", str(tmp_path / "feeds.opml"), "--every", "1h", "--store", place)[0] == 0
    with open_store(place) as store:
        assert [(each.address, each.every) for each in store.queue.watches()] == [
            ("https://example.org/feed.xml", timedelta(hours=1))
        ]


def test_gold_from_an_annotator_is_what_was_exported(tmp_path: Path) -> None:
    (tmp_path / "brat.zip").write_bytes(export(demo_dossier(), "brat"))
    status, told = run("gold", str(tmp_path / "brat.zip"), "--into", str(tmp_path / "gold"))
    assert status == 0, told
    articles = {article.id: article for article in load_gold(tmp_path / "gold")}
    for report in demo_dossier().reports:
        assert report.article is not None
        assert articles[report.id].text == report.article.text
        found = {
            (each.content, each.chain, each.mode, each.hedge, each.author) for each in articles[report.id].attributions
        }
        read = [as_attribution(claim) for claim in report.claims]
        assert found == {(each.content, each.chain, each.mode, each.hedge, each.author) for each in read}


def test_a_line_that_is_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال الوزير", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tContent 0 999\tx\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.ann, line 1"):
        read_brat(tmp_path)


def test_annotations_become_notes_once(tmp_path: Path) -> None:
    place = str(tmp_path / "reports.sqlite")
    assert CliRunner().invoke(main, ["add", str(demo_folder()), "--store", place]).exit_code == 0
    with open_store(place) as store:
        report = next(store.reports([demo_dossier().reports[0].id]))
    assert report.article is not None
    quote = report.article.text[20:40]
    made = [
        {"type": "Annotation", "creator": {"name": "ليلى"}, "bodyValue": "يُراجع", "target": _target(report.id, quote)},
        {"type": "Annotation", "bodyValue": "ضائع", "target": _target(report.id, "ليس في النص")},
    ]
    (tmp_path / "notes.json").write_text(json.dumps(made), encoding="utf-8")
    status, told = run("annotations", str(tmp_path / "notes.json"), "--store", place)
    assert (status, "1 notes kept, 1 not placed" in told) == (0, True), told
    assert "0 notes kept" in run("annotations", str(tmp_path / "notes.json"), "--store", place)[1]
    with open_store(place) as store:
        (note,) = store.reviews.all()
    assert (note.kind, note.by, note.value) == (JudgementKind.NOTE, "ليلى", "يُراجع")
    assert note.places[0].quote == quote


def _target(report: str, quote: str) -> dict[str, object]:
    return {"source": f"urn:musnad:report:{report}", "selector": {"type": "TextQuoteSelector", "exact": quote}}
