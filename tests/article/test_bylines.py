"""Tests of by-lines, sub-headlines, sections, tags and outlets, each with the place where it was found."""

import json

import pytest
from news_page import HEADLINE, PARAGRAPHS, article_of, page

from musnad.languages.bylines import load_byline_forms
from musnad.model import Article

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def article_with(head: str = "", above: str = "", below: str = "", url: str | None = None) -> Article:
    """Return the article of a page with these words in its head, under its headline and after its text."""
    body = f"<main><h1>{HEADLINE}</h1>{above}<div class=text>{TEXT}</div>{below}</main>"
    return article_of(page(body, head=f"<title>{HEADLINE}</title>{head}"), url=url)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("بقلم: سامر الدوري", "سامر الدوري"),
        ("بقلم سامر الدوري", "سامر الدوري"),
        ("كتب: سامر الدوري", "سامر الدوري"),
        ("كتبت/ هالة الرفاعي", "هالة الرفاعي"),
        ("كتب - سامر الدوري", "سامر الدوري"),
        ("وادي النخيل - كتبت هالة الرفاعي", "هالة الرفاعي"),
        ("إعداد: هالة الرفاعي وسامر الدوري", "هالة الرفاعي وسامر الدوري"),
        ("مراسلنا: نادر الخطيب", "نادر الخطيب"),
        ("By Samer Duri", "Samer Duri"),
    ],
)
def test_printed_form_of_a_byline(line: str, name: str) -> None:
    assert load_byline_forms().read(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "كتب الوزير على صفحته أن الجسر سيفتح",
        "كتب رئيس البلدية رسالة إلى الأهالي.",
        "بقلم: 2021",
        "كتب: " + "كلمة " * 9,
        "من المقرر أن يفتح الجسر غدا",
    ],
)
def test_line_that_is_no_byline(line: str) -> None:
    assert load_byline_forms().read(line) is None


def test_printed_byline_is_found_under_the_headline_and_dropped_from_the_text() -> None:
    article = article_with(above="<p>كتب: سامر الدوري</p>")
    assert article.byline
    assert (article.byline.value, article.byline.where) == ("سامر الدوري", "printed")
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_opener_is_cut_from_the_author_that_metadata_names() -> None:
    byline = article_with('<meta name="author" content="بقلم: هالة الرفاعي">').byline
    assert byline
    assert (byline.value, byline.where) == ("هالة الرفاعي", "meta author")


@pytest.mark.parametrize("author", ["diffatain", "صحيفة الضفتين", "admin", "https://diffatain.example/u/3"])
def test_author_that_names_no_person_is_passed_over(author: str) -> None:
    head = f'<meta name="author" content="{author}"><meta property="og:site_name" content="صحيفة الضفتين">'
    assert article_with(head, url="https://diffatain.example/77").byline is None


def test_section_and_tags_of_linked_data() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "articleSection": "محليات", "keywords": "جسور, ترميم"}
    article = article_with(f'<script type="application/ld+json">{json.dumps(linked)}</script>')
    assert article.section
    assert (article.section.value, article.section.where) == ("محليات", "json-ld")
    assert [(tag.value, tag.where) for tag in article.tags] == [("جسور", "json-ld"), ("ترميم", "json-ld")]


def test_tags_of_links_at_the_end_of_the_article() -> None:
    article = article_with(
        below='<p class="tags"><a rel="tag" href="/t/1">جسور</a> <a rel="tag" href="/t/2">#ترميم</a></p>'
    )
    assert [(tag.value, tag.where) for tag in article.tags] == [("جسور", "tag links"), ("ترميم", "tag links")]


def test_section_of_the_breadcrumb_is_the_one_after_the_front_page() -> None:
    crumbs = '<div class="breadcrumb"><a href="/">الرئيسية</a> <a href="/m">محليات</a></div>'
    section = article_with(above=crumbs).section
    assert section
    assert (section.value, section.where) == ("محليات", "breadcrumb")


def test_sub_headline_of_linked_data() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "alternativeHeadline": "كلفة الترميم ثلاثة ملايين دينار"}
    found = article_with(f'<script type="application/ld+json">{json.dumps(linked)}</script>').sub_headline
    assert found
    assert (found.value, found.where) == ("كلفة الترميم ثلاثة ملايين دينار", "json-ld")


def test_logo_names_the_outlet() -> None:
    outlet = article_with(above='<div class="site-logo"><img src=l.png alt="منبر الوادي"></div>').outlet
    assert outlet
    assert (outlet.value, outlet.where) == ("منبر الوادي", "logo")


def test_lexicon_names_the_outlet_of_a_known_host() -> None:
    outlet = article_with(url="https://ara.reuters.com/article/77").outlet
    assert outlet
    assert (outlet.value, outlet.where) == ("Reuters", "outlet lexicon")


def test_blog_host_is_not_the_outlet() -> None:
    linked = {"@type": "BlogPosting", "headline": HEADLINE, "publisher": {"@type": "Organization", "name": "Blogger"}}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    outlet = article_with(head, url="https://wadi.blogspot.example/2021/05/jisr.html").outlet
    assert outlet
    assert outlet.where == "domain"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("سامر الدوري - القاهرة", "سامر الدوري"),
        ("القاهرة - سامر الدوري", "سامر الدوري"),
        ("سامر الدوري | صحيفة الضفتين", "سامر الدوري"),
        ("Samer Duri. Diffatain", "Samer Duri"),
        ("سامر الدوري - نادر الخطيب", "سامر الدوري - نادر الخطيب"),
        ("(القاهرة - صحيفة الضفتين)", None),
        ("القاهرة - صحيفة الضفتين", None),
    ],
)
def test_a_byline_is_freed_from_places_and_the_outlets_name(written: str, name: str | None) -> None:
    sites = '<meta property="og:site_name" content="صحيفة الضفتين">'
    byline = article_with(f'{sites}<meta name="author" content="{written}">', url="https://diffatain.example/a").byline
    assert (byline and byline.value) == name


def test_a_section_that_says_nothing_is_passed_over_for_one_that_does() -> None:
    crumbs = '<div class="breadcrumb"><a href="/">الرئيسية</a> <a href="/f">Featured</a> <a href="/m">محليات</a></div>'
    section = article_with('<meta property="article:section" content="Uncategorized">', above=crumbs).section
    assert section
    assert (section.value, section.where) == ("محليات", "breadcrumb")


def test_a_section_in_microdata_is_read() -> None:
    section = article_with(above='<a itemprop="articleSection" href="/m">محليات</a>').section
    assert section
    assert (section.value, section.where) == ("محليات", "articleSection")


@pytest.mark.parametrize(
    "keywords", [HEADLINE.replace(" ", ","), HEADLINE, "أخبار، news", "type_news,@site,_x", "محليات الضفتين"]
)
def test_keywords_that_tell_no_topic_are_no_tags(keywords: str) -> None:
    sites = '<meta property="og:site_name" content="محليات الضفتين">'
    assert article_with(f'{sites}<meta name="keywords" content="{keywords}">').tags == ()


def test_tags_of_one_word_that_are_chosen_are_kept() -> None:
    tags = article_with('<meta name="keywords" content="جسور، بلدية، نقل">').tags
    assert [tag.value for tag in tags] == ["جسور", "بلدية", "نقل"]


def test_counters_between_pictures_are_captions() -> None:
    article = article_with(below="<div class=text><p>صورة 2 من 5</p><p>Image 3 of 5</p></div>")
    assert "صورة 2" not in article.text
    assert "Image 3" not in article.text
    assert ("صورة 2 من 5\nImage 3 of 5", "caption") in [(piece.text, piece.reason) for piece in article.dropped]
