"""A report shows its text with every claim in place, what was read beside it, and gives all of it along."""

import csv
import io
import json
import re

from starlette.testclient import TestClient

from browsing import Desk
from desk_site import token_of
from musnad.export.display import display_unmoved
from musnad.model import Report, Span
from musnad.store.reader_notes import NoteState
from musnad.web.marking import Line, lines_of, places_of


def longest(desk: Desk) -> Report:
    """Return the report with most claims."""
    reports = desk.store.reports(name for _, name in desk.store.numbers())
    return max(reports, key=lambda report: len(report.claims))


def test_a_place_counts_as_the_browser_does() -> None:
    lines = (Line(0, "قال 🛰️ نادر"), Line(12, "ثم صمت"))
    assert places_of(lines, Span(4, 10)) == [(0, 4, 11)]
    assert places_of(lines, Span(7, 15)) == [(0, 8, 12), (1, 0, 3)]


def test_what_is_shown_is_as_long_as_what_was_read() -> None:
    words = "قال\u202e نادر\u2066\x07\u2028"
    assert len(display_unmoved(words)) == len(words)
    assert not re.search("[\u202e\u2066\x07\u2028]", display_unmoved(words))


def test_every_claim_lies_where_its_words_are(demo_desk: TestClient, desk: Desk) -> None:
    report = longest(desk)
    assert report.article is not None
    page = demo_desk.get(f"/reports/{report.id}").text
    found = re.search(r'<script type="application/json" id="marks">(.*?)</script>', page)
    assert found is not None
    marks = json.loads(found.group(1))
    lines = lines_of(report.article)
    for mark, claim in zip(marks, report.claims, strict=True):
        words = [lines[line].words[start:end] for line, start, end in mark["content"]]
        assert words == [part for span in claim.content for part in span.of(report.article.text).split("\n") if part]
        assert f'id="claim-{claim.id}"' in page


def test_a_claim_leads_to_its_proposition(demo_desk: TestClient, desk: Desk) -> None:
    pages = [demo_desk.get(f"/reports/{name}").text for _, name in desk.store.numbers()]
    names = {name for page in pages for name in re.findall(r'href="/propositions/(\w+)"', page)}
    assert len(names) > 5


def test_related_reports_lead_on(demo_desk: TestClient, desk: Desk) -> None:
    pages = [demo_desk.get(f"/reports/{name}").text for _, name in desk.store.numbers()]
    assert any("contradicts this" in page for page in pages)
    assert any(re.search(r"shares \d+% of the text", page) for page in pages)


def test_a_report_can_be_taken_along(demo_desk: TestClient, desk: Desk) -> None:
    report = longest(desk)
    rows = list(
        csv.DictReader(io.StringIO(demo_desk.get(f"/reports/{report.id}?format=csv").content.decode("utf-8-sig")))
    )
    assert [row["id"] for row in rows] == [claim.id for claim in report.claims]
    assert json.loads(demo_desk.get(f"/reports/{report.id}?format=json").text)["id"] == report.id


def test_the_captured_page_is_a_file_and_no_page_of_ours(demo_desk: TestClient, desk: Desk) -> None:
    report = longest(desk)
    answer = demo_desk.get(f"/reports/{report.id}/captured")
    assert answer.content == report.raw.content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_a_note_is_shown_once_it_is_let_through(demo_desk: TestClient, desk: Desk) -> None:
    name = longest(desk).id
    token = token_of(demo_desk.get(f"/reports/{name}").text)
    sent = {"writer": "قارئة", "email": "reader@mail.example", "text": "رأيت <b>السفينة</b>", "csrf": token}
    kept = demo_desk.post(f"/reports/{name}/notes", data=sent)
    assert "Your note is shown once" in kept.text
    assert "السفينة</b>" not in kept.text
    waiting = demo_desk.get("/notes").text
    assert "رأيت &lt;b&gt;السفينة&lt;/b&gt;" in waiting
    number = desk.store.notes.all(NoteState.WAITING)[-1].number
    demo_desk.post(f"/notes/{number}", data={"state": "approved", "csrf": token})
    page = demo_desk.get(f"/reports/{name}").text
    assert "رأيت &lt;b&gt;السفينة&lt;/b&gt;" in page
    assert "reader@mail.example" not in page + waiting


def test_an_empty_note_is_not_kept(demo_desk: TestClient, desk: Desk) -> None:
    name = longest(desk).id
    token = token_of(demo_desk.get(f"/reports/{name}").text)
    before = desk.store.notes.waiting()
    answer = demo_desk.post(f"/reports/{name}/notes", data={"writer": "قارئ", "text": "  ", "csrf": token})
    assert "A note takes a name and some words" in answer.text
    assert desk.store.notes.waiting() == before
