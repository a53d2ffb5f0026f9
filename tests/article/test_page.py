"""Tests that a page's article is found, its surroundings go with a reason, and other pages are refused."""

import json

import pytest
from news_page import HEADLINE, LEAD, PARAGRAPHS, SECOND, THIRD, article_of, codes, extract, page, reason_of

from musnad.article import extract_article
from musnad.model import Problem, ProblemCode, RawDocument, Stated


def test_text_is_the_headline_then_one_paragraph_a_line() -> None:
    assert article_of(page()).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_good_page_has_no_problem() -> None:
    assert extract(page())[1] == ()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("رياضة", "navigation"),
        ("شارك الخبر", "share"),
        ("تصوير: نادر الخطيب", "caption"),
        ("السيول تقطع طريق الوادي", "related"),
        ("الوسوم", "tags"),
        ("موسم الزيتون", "related"),
        ("جسر جميل", "comments"),
        ("لن يتم نشر عنوان", "comments"),
        ("ارتفاع أسعار الخضار", "related"),
        ("نشرتنا البريدية", "newsletter"),
        ("جميع الحقوق", "footer"),
        ("كتبت: هالة", "date"),
        (HEADLINE, "headline_repeated"),
    ],
)
def test_surroundings_are_dropped_with_their_reason(words: str, reason: str) -> None:
    assert reason in reason_of(article_of(page()), words)


def test_linked_data_gives_the_metadata_first() -> None:
    article = article_of(page())
    assert article.title
    assert (article.title.value, article.title.where) == (HEADLINE, "json-ld")
    assert article.outlet
    assert (article.outlet.value, article.outlet.where) == ("صحيفة الضفتين", "json-ld")
    assert article.byline
    assert article.byline.value == "هالة الرفاعي"
    assert article.published
    assert article.published.iso == "2021-05-09T08:30:00+03:00"
    assert article.modified
    assert article.modified.iso == "2021-05-09T11:00:00+03:00"
    assert article.canonical_url == "https://diffatain.example/local/77"


def test_what_is_stated_outranks_the_page() -> None:
    article = article_of(page(), stated=Stated(title="عنوان", published="2020-01-02", outlet="وكالة"))
    assert article.title
    assert article.title.value == "عنوان"
    assert article.outlet
    assert article.outlet.where == "stated"
    assert article.published
    assert (article.published.iso, article.published.where) == ("2020-01-02", "stated")


def test_language_comes_from_the_text_not_from_the_lang_attribute() -> None:
    assert article_of(page()).language == "ar"


@pytest.mark.parametrize(
    ("head", "where"),
    [
        (
            f'<meta property="og:title" content="{HEADLINE} | منبر الوادي">'
            '<meta property="og:site_name" content="منبر الوادي">',
            "og:title",
        ),
        ("<title>منبر الوادي</title>", "h1"),
    ],
)
def test_headline_without_the_outlet(head: str, where: str) -> None:
    title = article_of(page(head=head)).title
    assert title
    assert (title.value, title.where) == (HEADLINE, where)


@pytest.mark.parametrize("mark", ["-", "|", "–", "::"])
def test_outlet_is_cut_from_the_title(mark: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article = article_of(page(body, head=f"<title>{HEADLINE} {mark} منبر الوادي</title>"))
    assert article.title
    assert article.title.value == HEADLINE
    assert article.outlet
    assert (article.outlet.value, article.outlet.where) == ("منبر الوادي", "title")


def test_domain_is_the_last_resort_for_the_outlet() -> None:
    outlet = article_of(page(head=""), url="https://www.diffatain.example/77").outlet
    assert outlet
    assert (outlet.value, outlet.where) == ("diffatain.example", "domain")


@pytest.mark.parametrize(
    ("head", "iso", "where"),
    [
        (
            '<meta property="article:published_time" content="2021-05-09T08:30:00Z">',
            "2021-05-09T08:30:00+00:00",
            "meta article:published_time",
        ),
        ('<meta itemprop="datePublished" content="2021-05-09">', "2021-05-09", "meta datepublished"),
        ("", "2021-05-09T08:30:00+03:00", "time"),
    ],
)
def test_publication_date_and_its_place(head: str, iso: str, where: str) -> None:
    published = article_of(page(head=head)).published
    assert published
    assert (published.iso, published.where) == (iso, where)


def test_day_in_the_address_is_the_last_resort_for_the_date() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    published = article_of(page(body, head=""), url="https://d.example/2021/05/09/jisr").published
    assert published
    assert (published.iso, published.where) == ("2021-05-09", "url")


def test_page_without_a_date_says_so() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert codes(page(body, head=f"<title>{HEADLINE}</title>")) == [ProblemCode.NO_DATE]


def test_unreadable_date_is_quoted_beside_the_forms_that_can_be_read() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    head = f'<title>{HEADLINE}</title><meta name="pubdate" content="يوم الأحد الماضي">'
    (problem,) = extract(page(body, head=head))[1]
    assert problem.code == ProblemCode.UNREADABLE_DATE
    assert "يوم الأحد الماضي" in problem.message
    assert "2018-06-02" in problem.message


def test_title_that_repeats_as_first_paragraph_is_dropped() -> None:
    body = f"<div><p>{HEADLINE}.</p>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>"
    article = article_of(page(body))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert reason_of(article, HEADLINE) == {"headline_repeated"}


def test_page_without_a_headline_says_so() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article, problems = extract(page(body, head=""))
    assert article
    assert not article.has_headline
    assert article.text == "\n".join(PARAGRAPHS)
    assert ProblemCode.NO_HEADLINE in [problem.code for problem in problems]


def test_line_breaks_part_paragraphs() -> None:
    body = f"<h1>{HEADLINE}</h1><div class=story>" + "<br><br>".join(PARAGRAPHS) + "</div>"
    assert article_of(page(body)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_article_inside_an_element_with_a_misleading_name_is_found() -> None:
    body = "<div class='sidebar widget'>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>"
    assert article_of(page(body)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_lead_that_stands_apart_from_the_body_is_kept() -> None:
    rest = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    body = f"<div><h1>{HEADLINE}</h1><div class=lead><p>{LEAD}</p></div><div class=text>{rest}</div></div>"
    assert article_of(page(body)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_article_drawn_by_a_script_is_read_from_linked_data() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(PARAGRAPHS)}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    assert article_of(page("<div id=app></div>", head=head)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_broken_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    title = article_of(page(head=head)).title
    assert title
    assert title.where == "h1"


@pytest.mark.parametrize(
    ("html", "how"),
    [
        (page().removesuffix("</body></html>"), "</body>"),
        (page().removesuffix("</footer>\n</body></html>") + "</footer><div cla", "inside a tag"),
    ],
)
def test_truncated_page_is_read_and_said(html: str, how: str) -> None:
    article, (problem,) = extract(html)
    assert article
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert problem.code == ProblemCode.TRUNCATED_HTML
    assert not problem.fatal
    assert how in problem.message


def test_unbalanced_markup_is_read() -> None:
    body = f"<div><h1>{HEADLINE}</h2><p>{LEAD}<p>{SECOND}</b></div></div></span><p>{THIRD}"
    assert article_of(page(body)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def announced(number: int) -> str:
    """Return a teaser such as front pages are made of."""
    return (
        f"<div class=entry><h2><a href='/{number}'>خبر من أخبار البلدة رقم {number} في هذا اليوم</a></h2>"
        f"<p>نص قصير يعرف بالخبر رقم {number} ويدعو القارئ إلى أن يفتح صفحته كي يقرأ تفاصيله كاملة.</p></div>"
    )


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page("".join(map(announced, range(12))), head="<title>منبر الوادي</title>"), ProblemCode.INDEX_PAGE),
        (
            page("<ul>" + "<li><a href='/a'>عنوان خبر من أخبار البلدة</a></li>" * 40 + "</ul>", head=""),
            ProblemCode.INDEX_PAGE,
        ),
        (page("<div id=app></div><script>draw()</script>", head="<title>منبر الوادي</title>"), ProblemCode.NO_ARTICLE),
        (page(f"<h1>الصفحة غير موجودة</h1><p>{'عذرا، لم نجد ما تبحث عنه. ' * 4}</p>", head=""), ProblemCode.ERROR_PAGE),
        ("<html></html>", ProblemCode.NO_ARTICLE),
        ("نص", ProblemCode.NO_ARTICLE),
    ],
    ids=["teasers", "links", "script", "error page", "bare", "a word"],
)
def test_page_without_an_article(html: str, code: ProblemCode) -> None:
    article, problems = extract(html)
    assert article is None
    assert [problem.code for problem in problems if problem.fatal] == [code]


def test_nesting_of_ten_thousand_elements() -> None:
    deep = "<div>" * 10_000 + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>" * 10_000
    assert article_of(page(deep)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_nesting_beyond_all_reason_is_refused_at_once() -> None:
    article, (problem,) = extract("<div>" * 200_000 + LEAD)
    assert article is None
    assert problem.code == ProblemCode.NO_ARTICLE
    assert "nests" in problem.message


def test_long_flat_page_is_not_taken_for_a_deep_one() -> None:
    html = page(f"<h1>{HEADLINE}</h1>" + f"<p>{LEAD[:40]}" * 40_000)
    assert article_of(html).text.count("\n") > 5_000


def test_document_that_arrived_broken_is_left_alone() -> None:
    problem = Problem(ProblemCode.TOO_LARGE, "too large")
    raw = RawDocument(b"", "text/html", "0", problems=(problem,))
    assert extract_article(raw) == (None, ())
