"""Whatever a page, a source or a reader's note is called, the desk shows it as words and runs none of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Desk, Visit
from desk_site import pages_of, served
from musnad.access import Service
from musnad.keeping import CompareSettings, compare_new
from musnad.model import Chain, Found, Link, LinkKind, Mention, MentionKind, Report, Span
from musnad.search import make_keys
from musnad.serving import create_app
from musnad.store import open_store
from musnad.store.reader_notes import NewNote, NoteState
from store_reports import made_report

EVIL = "<img src=x onerror=\"window.hit='{0}'\"></script><script>window.hit='{0}'</script>"


def hostile_report(number: int) -> Report:
    """Return a report whose title, text, outlet, source and problem all try to run something."""
    report = made_report(number)
    article = report.article
    assert article is not None
    title = f"عنوان {number} " + EVIL.format("title")
    speaker = "الناطق " + EVIL.format("source")
    start = f"{title}\nقال "
    said = f"إن القافلة وصلت صباحا إلى الميناء {EVIL.format('text')}"
    text = f"{start}{speaker} {said}."
    holder = Span(len(start), len(start) + len(speaker))
    content = Span(holder.end + 1, len(text) - 1)
    claim = replace(report.claims[0], content=(content,), chain=Chain((Link(holder, LinkKind.PERSON),)))
    raw = replace(report.raw, content=text.encode(), sha256=hashlib.sha256(text.encode()).hexdigest())
    changed = replace(
        article,
        text=text,
        title=Found(title, "h1"),
        outlet=Found("صحيفة " + EVIL.format("outlet"), "og:site_name"),
        canonical_url="javascript:window.hit='url'",
    )
    mention = Mention(MentionKind.PERSON, holder, "person-after-title", 0.8)
    return replace(report, raw=raw, article=changed, claims=(claim,), mentions=(mention,))


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Desk]:
    with open_store(str(tmp_path / "hostile.sqlite"), search_keys=make_keys) as store:
        store.add_reports([hostile_report(1), hostile_report(2)], reader="1")
        compare_new(store, CompareSettings(index_folder=tmp_path / "index"))
        for name in ("0" * 15 + "1", "0" * 15 + "2"):
            note = store.notes.submit(NewNote(name, EVIL.format("name"), EVIL.format("note")))
            store.notes.moderate(note.number, NoteState.APPROVED, "local")
        store.notes.submit(NewNote("0" * 15 + "1", EVIL.format("name"), EVIL.format("waiting")))
        app = create_app(Service(store))
        with served(app) as address:
            yield Desk(address, store, app)


def test_hostile_words_are_shown_and_run_nowhere(browser: Browser, hostile: Desk) -> None:
    ran: dict[str, object] = {}
    with Visit.begin(browser, hostile) as visit:
        for path in (*pages_of(hostile.app), "/notes"):
            page = visit.open(path)
            hit = page.evaluate("window.hit ?? null")
            planted = page.locator("img[src=x]").count() + page.locator("[onerror]").count()
            links = page.locator("a[href^='javascript:']").count()
            if hit or planted or links:
                ran[path] = (hit, planted, links)
        report = visit.open("/reports/" + "0" * 15 + "1")
        assert "<script>window.hit='title'</script>" in report.locator("h1").inner_text()
        assert "onerror" in report.locator(".note").first.inner_text()
    assert ran == {}
