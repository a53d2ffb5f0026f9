"""Tests that galleries, paywalls, consent, error and index pages and live blogs are recognised and say so."""

import json

import pytest
from news_page import HEADLINE, LEAD, PARAGRAPHS, SECOND, THIRD, article_of, codes, extract, page

from musnad.article import extract_articles
from musnad.model import Article, Problem, ProblemCode, RawDocument

TITLE = f"<title>{HEADLINE}</title>"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CONSENT = (
    "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لقياس الزيارات وعرض الإعلانات، ونطلب موافقتك على ذلك قبل الدخول.",
    "يمكنك تغيير تفضيلاتك في أي وقت من صفحة الخصوصية، ولن تحفظ بياناتك إلا المدة التي يسمح بها القانون.",
)
CLOCKS = ("10:30", "11:15", "12:40")


def fatal(html: str) -> list[ProblemCode]:
    """Return the codes of the fatal problems of a page that must have no article."""
    article, problems = extract(html)
    assert article is None
    return [problem.code for problem in problems if problem.fatal]


def entries(html: str, url: str | None = None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles that a page is parted into."""
    return extract_articles(RawDocument(html.encode(), "text/html", "0", "a.html", url))


@pytest.mark.parametrize(
    "headline",
    [
        "عفوا، الصفحة المطلوبة غير موجودة",
        "الخبر غير موجود",
        "404 Not Found",
        "Just a moment...",
        "تحقق من أنك لست روبوتا",
    ],
)
def test_error_page(headline: str) -> None:
    body = f"<div><h1>{headline}</h1><p>حاول مرة أخرى بعد قليل أو عد إلى الصفحة الرئيسية لتتصفح آخر الأخبار.</p></div>"
    assert fatal(page(body, head=f"<title>{headline}</title>")) == [ProblemCode.ERROR_PAGE]


def test_article_on_errors_is_no_error_page() -> None:
    body = f"<div><h1>خطأ في الخادم يعطل موقع البلدية</h1>{TEXT}{TEXT}</div>"
    assert not extract(page(body, head="<title>خطأ في الخادم يعطل موقع البلدية</title>"))[1][0].fatal


@pytest.mark.parametrize(
    "html",
    [
        page(f"<div><h1>نحترم خصوصيتك</h1><p>{LEAD}</p></div>", head="<title>منبر الوادي</title>"),
        page("<div>" + "".join(f"<p>{text}</p>" for text in CONSENT) + "</div>", head="<title>منبر الوادي</title>"),
        page("<div id=consent-wall><p>" + "</p><p>".join(CONSENT) + "</p></div>", head="<title>منبر الوادي</title>"),
    ],
    ids=["headline", "paragraphs", "marked"],
)
def test_consent_page(html: str) -> None:
    assert fatal(html) == [ProblemCode.CONSENT_PAGE]


def test_article_above_a_consent_notice_is_read() -> None:
    notice = "".join(f"<p>{text}</p>" for text in CONSENT)
    assert extract(page(f"<h1>{HEADLINE}</h1><div>{TEXT}</div><div class=cookie>{notice}</div>", head=TITLE))[0]


def test_search_results_are_an_index_page() -> None:
    hits = "".join(f'<li><a href="/{n}">خبر من أخبار البلدة رقم {n} في هذا اليوم</a></li>' for n in range(20))
    assert fatal(page(f"<h1>نتائج البحث</h1><ol>{hits}</ol>", head="<title>بحث</title>")) == [ProblemCode.INDEX_PAGE]


def test_gallery_says_so_and_keeps_its_captions_apart() -> None:
    captions = "".join(
        f"<figure><img src={n}.jpg><figcaption>الصورة {n}: {SECOND}</figcaption></figure>" for n in range(5)
    )
    html = page(f"<article><h1>{HEADLINE}</h1><p>{LEAD}</p>{captions}</article>", head=TITLE)
    assert ProblemCode.GALLERY_PAGE in codes(html)
    article = article_of(html)
    assert article.text == f"{HEADLINE}\n{LEAD}"
    assert sum(dropped.text.count(SECOND) for dropped in article.dropped if dropped.reason == "caption") == 5


def test_gallery_without_text_has_no_article() -> None:
    captions = "".join(f"<figure><img src={n}.jpg><figcaption>{SECOND}</figcaption></figure>" for n in range(5))
    html = page(f"<h1>بالصور.. {HEADLINE}</h1>{captions}", head="<title>بالصور</title>")
    assert ProblemCode.GALLERY_PAGE in codes(html)
    assert fatal(html) == [ProblemCode.NO_ARTICLE]


def test_pictures_in_an_article_make_no_gallery() -> None:
    captions = "".join(
        f"<figure><img src={n}.jpg><figcaption>صورة من الافتتاح {n}</figcaption></figure>" for n in range(5)
    )
    assert ProblemCode.GALLERY_PAGE not in codes(page(f"<h1>{HEADLINE}</h1><div>{TEXT}{captions}</div>", head=TITLE))


def test_paywall_that_the_page_prints() -> None:
    html = page(f"<h1>{HEADLINE}</h1><div><p>{LEAD}</p><p>اشترك لمتابعة القراءة</p></div>", head=TITLE)
    assert ProblemCode.PAYWALL in codes(html)
    assert article_of(html).text == f"{HEADLINE}\n{LEAD}"


def test_paywall_that_linked_data_states() -> None:
    linked = {"@type": "NewsArticle", "headline": HEADLINE, "isAccessibleForFree": "False"}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    assert ProblemCode.PAYWALL in codes(page(f"<h1>{HEADLINE}</h1><div><p>{LEAD}</p></div>", head=head))
    assert ProblemCode.PAYWALL not in codes(page(f"<h1>{HEADLINE}</h1><div>{TEXT * 8}</div>", head=head))


def live_page(entry: str, headline: str = f"مباشر: {HEADLINE}") -> str:
    """Return a page of three entries of this form: {n}, {clock}, {text}."""
    drawn = "".join(
        entry.format(n=n, clock=clock, text=text)
        for n, (clock, text) in enumerate(zip(CLOCKS, PARAGRAPHS, strict=True))
    )
    return page(f"<main><h1>{headline}</h1><div class=list>{drawn}</div></main>", head=f"<title>{headline}</title>")


ENTRY = (
    '<article class="card" id="e{n}"><time datetime="2021-05-09T{clock}:00+03:00">{clock}</time>'
    "<h3>تطور رقم {n} في قضية الجسر</h3><p>{text}</p><div class=share>شارك</div></article>"
)


@pytest.mark.parametrize(
    "html",
    [
        live_page(ENTRY),
        live_page(
            '<div class="live-entry" id="e{n}"><span>{clock}</span><h3>تطور رقم {n}</h3><p>{text}</p></div>', HEADLINE
        ),
    ],
    ids=["headline", "names"],
)
def test_live_blog_is_one_article_an_entry(html: str) -> None:
    articles, problems = entries(html, "https://diffatain.example/live/77")
    assert [article.text.split("\n")[1:] for article in articles] == [[paragraph] for paragraph in PARAGRAPHS]
    assert [article.url for article in articles] == [f"https://diffatain.example/live/77#e{n}" for n in range(3)]
    assert ProblemCode.LIVE_BLOG not in {problem.code for problem in problems}


def test_entry_of_a_live_blog_has_its_own_headline_and_time() -> None:
    first = entries(live_page(ENTRY))[0][0]
    assert first.title
    assert (first.title.value, first.title.where) == ("تطور رقم 0 في قضية الجسر", "live entry")
    assert first.published
    assert (first.published.iso, first.published.where) == ("2021-05-09T10:30:00+03:00", "live entry")


def test_live_blog_read_as_one_article_says_so() -> None:
    html = live_page(ENTRY)
    assert ProblemCode.LIVE_BLOG in codes(html)
    assert all(paragraph in article_of(html).text for paragraph in PARAGRAPHS)


def test_live_blog_of_linked_data() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"تطور {n}",
            "articleBody": text,
            "datePublished": f"2021-05-09T1{n}:00:00+03:00",
        }
        for n, text in enumerate(PARAGRAPHS)
    ]
    linked = {"@type": "LiveBlogPosting", "headline": HEADLINE, "liveBlogUpdate": updates}
    html = page("<div id=app></div>", head=f'<script type="application/ld+json">{json.dumps(linked)}</script>')
    assert [article.text for article in entries(html)[0]] == [f"تطور {n}\n{text}" for n, text in enumerate(PARAGRAPHS)]


def test_ordinary_page_is_one_article() -> None:
    html = page()
    (article,), problems = entries(html)
    assert (article, problems) == extract(html)
    assert THIRD in article.text


def test_list_of_dated_teasers_is_no_live_blog() -> None:
    html = live_page(ENTRY, HEADLINE)
    assert ProblemCode.LIVE_BLOG not in codes(html)
