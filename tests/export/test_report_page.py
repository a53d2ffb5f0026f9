"""The page: self-contained, inert whatever the document says, whole for every kind of report."""

import re
from dataclasses import replace

from annotated_article import HOSTILE_TITLE, TEXT, annotated_report
from selectolax.lexbor import LexborHTMLParser

from musnad.export import render_page
from musnad.model import Article, Found, Problem, ProblemCode, RawDocument, Report


def _page(*reports: Report) -> LexborHTMLParser:
    return LexborHTMLParser(render_page(reports))


def _with_article(**changes: object) -> Report:
    report = annotated_report()
    assert report.article is not None
    article: Article = replace(report.article, **changes)  # type: ignore[arg-type]
    return replace(report, article=article)


def _failed() -> Report:
    problem = Problem(ProblemCode.EMPTY_DOCUMENT, "a<b>.html: is empty; nothing can be read from it.")
    return Report("0" * 16, RawDocument(b"", "text/html", "0" * 64, path="a<b>.html"), None, (), (problem,))


def test_the_article_stands_on_the_page_word_for_word() -> None:
    page = _page(annotated_report())
    for number in page.css("a.num"):
        number.decompose()
    lines = [page.css("h1")[0].text(), *(line.text() for line in page.css(".text p"))]
    assert lines == TEXT.split("\n")


def test_every_claim_has_a_card_and_words_that_lead_to_each_other() -> None:
    page = _page(annotated_report())
    cards = page.css(".card")
    assert len(cards) == len(annotated_report().claims)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {node.attributes["href"] or "" for node in page.css("a.num, use, a.skip")}
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_a_card_draws_the_chain_from_the_page_to_the_origin() -> None:
    card = _page(annotated_report()).css("#r1c3")[0]
    names = [node.text().strip() for node in card.css(".chain .name")]
    assert names == ["وكالة السهل", "صحيفة «المرفأ»", "مصدر أمني طلب ألا يُذكر اسمه"]
    assert card.css(".link.anonymous")
    assert card.css(".link.elided .omitted")


def test_a_hostile_title_outlet_and_text_stay_words() -> None:
    hostile = "</style></script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
    report = _with_article(
        has_headline=False,
        title=Found(HOSTILE_TITLE, hostile),
        outlet=Found(hostile, "x"),
        text=hostile + TEXT,
    )
    page = _page(report, report)
    assert len(page.css("script")) == 1
    assert len(page.css("style")) == 1
    assert not page.css("img, [onerror], [onload]")
    assert HOSTILE_TITLE in page.css("h1")[0].text()


def test_an_address_that_runs_code_is_shown_and_not_linked() -> None:
    page = _page(_with_article(url="javascript:alert(1)"))
    assert "javascript:alert(1)" in page.css(".technical")[0].text()
    assert not [a for a in page.css("a") if (a.attributes.get("href") or "").startswith("javascript")]


def test_bidi_overrides_and_control_characters_do_not_reach_the_page() -> None:
    html = render_page([_with_article(text="\u202eabc\u2066\x1b[31m\x00\n" + TEXT)])
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", html)


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    html = render_page([annotated_report()])
    page = LexborHTMLParser(html)
    policy = page.css('meta[http-equiv="Content-Security-Policy"]')[0].attributes["content"] or ""
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not page.css("link, img, iframe, script[src], [style]")
    assert "url(" not in html
    assert "@import" not in html


def test_the_policy_names_the_page_own_style_and_script_by_their_hashes() -> None:
    import base64
    import hashlib

    page = _page(annotated_report())
    policy = page.css("meta[http-equiv]")[0].attributes["content"] or ""
    for tag in ("style", "script"):
        words = page.css(tag)[0].text(deep=True)
        assert base64.b64encode(hashlib.sha256(words.encode()).digest()).decode() in policy


def test_several_reports_have_an_index_and_a_failed_one_says_why() -> None:
    page = _page(annotated_report(), _failed())
    entries = page.css(".index li")
    assert len(entries) == 2
    assert "not read" in entries[1].text()
    assert "is empty" in page.css("#r2 .problems")[0].text()
    assert not _page(annotated_report()).css(".index")


def test_chips_count_the_claims_they_keep() -> None:
    page = _page(annotated_report())
    for name in ("anonymous", "denied", "hedged", "verbatim", "long"):
        count = int(page.css(f".chip-{name} b")[0].text())
        assert count == len(page.css(f".card.f-{name}")) > 0


def test_a_report_without_claims_says_so() -> None:
    assert "no attributed claim" in _page(replace(annotated_report(), claims=())).css(".margin")[0].text()
    assert render_page([])


def test_the_sub_headline_the_section_and_every_tag_stand_in_the_head_with_their_place() -> None:
    told = {}
    for row in _page(annotated_report()).css(".found div"):
        label, values = row.css_first("dt"), [node.text() for node in row.css("dd bdi")]
        place = row.css_first("dd code")
        assert label
        told[label.text().split()[-1]] = (values, place.text() if place else "")
    assert told["sub-headline"] == (["الرياح تدفع السفينة إلى المياه الضحلة"], "json-ld")
    assert told["section"] == (["ملاحة"], "breadcrumb")
    assert told["tags"] == (["سفن", "<i>Port</i>"], "tag links")
