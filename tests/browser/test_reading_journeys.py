"""Journeys of an analyst in a real browser: from the desk to a report, a claim, its proposition, a file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import PHONE, Desk, Visit
from musnad.model import Report
from musnad.search import list_propositions

WORDS = {
    "ar": {"who": "المثبتون", "deny": "النافون", "desk": "المكتب", "filter": "مصادر غير مسمّاة"},
    "en": {"who": "Who affirms it", "deny": "Who denies it", "desk": "Desk", "filter": "anonymous"},
}


def longest(desk: Desk) -> str:
    """Return the address of the report with most claims."""
    reports = desk.store.reports(name for _, name in desk.store.numbers())
    return f"/reports/{max(reports, key=lambda report: len(report.claims)).id}"


def kept_report(desk: Desk, path: str) -> tuple[Report, str]:
    """Return the report at this address, and the text of its article."""
    report = desk.store.report(path.rsplit("/", 1)[1])
    assert report is not None
    assert report.article is not None
    return report, report.article.text


def painted(page: Page, name: str) -> list[str]:
    """Return the words that a highlight of the text paints."""
    found: list[str] = page.evaluate("name => [...(CSS.highlights.get(name) ?? [])].map(String)", name)
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_desk_to_a_contradiction_and_a_file(
    browser: Browser, desk: Desk, language: str, tmp_path: Path
) -> None:
    with Visit.begin(browser, desk, language=language) as visit:
        page = visit.open("/")
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
        expect(page.get_by_role("heading", level=1)).to_have_text(WORDS[language]["desk"])
        page.locator(".clash blockquote + .imprint a").first.click()
        page.wait_for_url(re.compile("/reports/.+#claim-"))
        card = page.locator(".claim.now")
        expect(card).to_have_count(1)
        assert painted(page, "now")
        # The claim that clashes leads to its proposition, which shows who says the opposite in which words.
        card.locator(".leads a").first.click()
        page.wait_for_url(re.compile("/propositions/"))
        expect(page.locator("#contradictions")).to_be_visible()
        expect(page.locator(".clash mark").first).to_be_visible()
        expect(page.locator("#graph")).to_have_attribute("data-drawn", "yes")
        with page.expect_download() as waiting:
            page.get_by_role("link", name="CSV").click()
        kept = tmp_path / "proposition.csv"
        waiting.value.save_as(kept)
        assert kept.read_text(encoding="utf-8-sig").startswith("polarity,")


def test_claims_are_painted_where_they_stand_and_the_text_is_left_alone(visit: Visit, desk: Desk) -> None:
    path = longest(desk)
    page = visit.open(path)
    report, text = kept_report(desk, path)
    tones = ("named", "anonymous", "hedged", "denied", "unknown")
    shown = sorted(words for tone in tones for words in painted(page, tone))
    assert shown == sorted(
        part for claim in report.claims for span in claim.content for part in span.of(text).split("\n")
    )
    assert page.locator("#text [data-line]").all_inner_texts() == [line for line in text.split("\n") if line.strip()]
    assert page.evaluate(
        "[...document.querySelectorAll('#text [data-line]')].every(each => each.childNodes.length === 1)"
    )
    assert page.locator("#rails i").count() == len(report.claims)


def test_an_address_may_point_at_a_span_of_the_text(visit: Visit, desk: Desk) -> None:
    path = longest(desk)
    _, text = kept_report(desk, path)
    last = text.rstrip().rfind("\n")
    start, end = last - 12, last + 9
    page = visit.open(f"{path}#span-{start}-{end}")
    expect(page.locator("#text")).to_be_visible()
    assert painted(page, "pointed") == [part for part in text[start:end].split("\n") if part]
    assert page.evaluate("scrollY") > 0
    visit.open(f"{path}#span-9-900000")
    assert painted(page, "pointed")


def test_keys_and_clicks_go_from_claim_to_claim(visit: Visit, desk: Desk) -> None:
    page = visit.open(longest(desk))
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".claim.now")).to_have_attribute("data-claim", "1")
    page.keyboard.press("k")
    expect(page.locator(".claim.now")).to_have_attribute("data-claim", "0")
    page.locator("#rails i").last.click()
    chosen = page.locator(".claim.now").get_attribute("data-claim")
    assert chosen == page.locator("#rails i.now").get_attribute("data-claim")
    assert page.url.endswith(f"#{page.locator('.claim.now').get_attribute('id')}")


def test_a_chip_leaves_only_the_claims_that_it_names(browser: Browser, desk: Desk) -> None:
    with Visit.begin(browser, desk, language="en") as visit:
        page = visit.open(longest(desk))
        before = page.locator(".claim:visible").count()
        chip = page.locator("[data-filter]").nth(1)
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")
        left = page.locator(".claim:visible").count()
        assert 0 < left < before
        assert page.locator("#rails i").count() == left


def test_the_graph_shows_circles_in_red_and_is_kept_as_a_picture(visit: Visit, desk: Desk) -> None:
    circular = next(each for each in list_propositions(desk.store).rows if each.circular)
    page = visit.open(f"/propositions/{circular.id}")
    expect(page.locator("#graph")).to_have_attribute("data-drawn", "yes")
    assert page.locator("#graph canvas").count() >= 1
    assert '"circular"' in (page.locator("#graph").get_attribute("data-elements") or "")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG").click()
    assert waiting.value.suggested_filename.endswith(".png")


def test_a_phone_reads_a_report_and_finds_the_claim_under_the_finger(browser: Browser, desk: Desk) -> None:
    with Visit.begin(browser, desk, language="ar", size=PHONE) as visit:
        page = visit.open(longest(desk))
        page.locator("#rails i").first.click()
        expect(page.locator(".claim.now")).to_be_in_viewport()


def test_a_visitor_changes_the_language_and_stays_on_the_page(browser: Browser, desk: Desk) -> None:
    with Visit.begin(browser, desk, language="ar") as visit:
        page = visit.open("/propositions")
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert page.url.endswith("/propositions")
