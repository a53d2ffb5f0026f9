"""Stories are listed, and one story shows its texts once, with the pages that carry each."""

import re

from starlette.testclient import TestClient

from musnad.model import CopyFamily, Story
from musnad.store.finding.reports import Found
from musnad.store.finding.story import ToldStory
from musnad.web.pages.stories import fold_copies


def found(name: str) -> Found:
    return Found(0, name, name, None, None, None, None, "2025-01-01T00:00:00")


def test_reports_of_one_text_are_folded_under_its_first_print() -> None:
    reports = tuple(map(found, "abcd"))
    family = CopyFamily("f", ("b", "c", "elsewhere"), "c", "وكالة", ())
    story = Story("a", "عنوان", tuple("abcd"), None, None, (), ())
    folded = fold_copies(ToldStory(story, reports, (family,), ()))
    assert [(each.report.id, [copy.id for copy in each.copies]) for each in folded] == [
        ("a", []),
        ("c", ["b"]),
        ("d", []),
    ]


def test_a_story_leads_to_all_its_reports(demo_desk: TestClient) -> None:
    stories = demo_desk.get("/stories.json").json()
    assert stories
    for story in stories:
        page = demo_desk.get(f"/stories/{story['id']}").text
        shown = set(re.findall(r'href="/reports/([0-9a-f]{16})"', page))
        rows = demo_desk.get(f"/stories/{story['id']}/reports.json").json()
        assert len(rows) == story["reports"]
        assert {row["id"] for row in rows} <= shown


def test_reports_are_counted_as_arabic_counts(demo_desk: TestClient) -> None:
    counts = {story["reports"] for story in demo_desk.get("/stories.json").json()}
    shown = set(re.findall(r'class="many">([^<]+)<', demo_desk.get("/stories?lang=ar").text))
    assert len(shown) == len(counts)
    assert all(re.fullmatch(r"تقريران|([3-9]|10) تقارير|\d\d+ تقريرًا", each) for each in shown)


def test_names_are_shown_as_pages_write_them(demo_desk: TestClient) -> None:
    """What the store folds to find it, ة as ه and أ as ا, is never shown so."""
    pages = [demo_desk.get(f"/stories/{story['id']}").text for story in demo_desk.get("/stories.json").json()]
    shown = [words for page in pages for words in re.findall(r"<bdi[^>]*>([^<]+)</bdi>", page)]
    assert "وكالة السهل" in shown
    assert not {"وكاله السهل", "صومعه", "شراره"} & set(shown)
    terms = [term for page in pages for term in re.findall(r'class="chip"[^>]*><bdi>([^<]+)</bdi>', page)]
    assert any("صومعة" in term for term in terms)
    rows = demo_desk.get("/contradictions?format=json").json()
    assert "وكاله السهل" not in {row[side] for row in rows for side in ("left_outlet", "right_outlet")}


def test_an_unknown_story_is_told_of(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/stories/nowhere")
    assert answer.status_code == 404
    assert "joined with another" in answer.text
