"""Tests that the text of JSON-LD stands in only where the page's own is missing, cut short or another text."""

import json

from news_page import HEADLINE, LEAD, PARAGRAPHS, SECOND, THIRD, article_of, page, reason_of

LONG = "\n".join(PARAGRAPHS * 3)
OTHER = "حملة جديدة لتنظيف ضفتي الوادي تبدأ يوم الجمعة المقبل بمشاركة طلاب المدارس وأهالي الأحياء القريبة منه."


def text_of(shown: str, stated: str) -> str:
    """Return the text of a page that shows one text and states another in JSON-LD."""
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": stated}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    return article_of(page(f"<div><h1>{HEADLINE}</h1>{shown}</div>", head=head)).text


def test_page_that_shows_the_lead_only_is_completed() -> None:
    assert text_of(f"<p>{LEAD}</p>", LONG) == f"{HEADLINE}\n{LONG}"


def test_another_text_in_the_page_gives_way() -> None:
    shown = f"<p>{OTHER}</p>" * 4
    assert text_of(shown, LONG) == f"{HEADLINE}\n{LONG}"


def test_text_that_gives_way_is_dropped_with_a_reason() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": LONG}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    article = article_of(page(f"<div><h1>{HEADLINE}</h1><p>{OTHER}</p></div>", head=head))
    assert reason_of(article, OTHER) == {"outside_article"}


def test_pages_own_paragraphs_stand_first_where_both_agree() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)
    assert text_of(shown, " ".join(PARAGRAPHS * 3)) == "\n".join((HEADLINE, *PARAGRAPHS * 2))


def test_short_statement_is_no_second_opinion() -> None:
    assert text_of(f"<p>{SECOND}</p><p>{THIRD}</p>", OTHER) == f"{HEADLINE}\n{SECOND}\n{THIRD}"


def test_markup_in_the_statement_is_read_as_a_page() -> None:
    stated = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 3)
    assert text_of("<p>تحميل الصفحة</p>", stated) == f"{HEADLINE}\n{LONG}"
