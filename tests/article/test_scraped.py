"""Tests that scraped text loses its page's tail and nothing else, and that clean text stays as it is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.article import extract_article
from musnad.article.tail import boilerplate_reasons, is_paragraph
from musnad.languages.boilerplate import load_boilerplate
from musnad.model import Article, ProblemCode, RawDocument, Stated

HEADLINE = "مزارعو التلال الشرقية يبدأون قطاف الزيتون قبل موعده"
FIRST = "بدأ مزارعو التلال الشرقية قطاف الزيتون قبل موعده المعتاد بأسبوعين، خوفا من عواصف متوقعة في نهاية الشهر."
LAST = "وقالت المهندسة الزراعية ليلى حداد إن المحصول وفير هذا العام، لكن نسبة الزيت ستكون أقل من المعتاد."
SEED = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"


def extract(text: str | bytes, *, media_type: str = "text/plain", stated: Stated | None = None) -> Article:
    """Return the article of a text, which must be there."""
    content = text if isinstance(text, bytes) else text.encode()
    article, _ = extract_article(RawDocument(content, media_type, "0", "a.txt", None, None, stated or Stated()))
    assert article is not None
    return article


def kept(*tail: str) -> list[str]:
    """Return the lines kept of a report that ends in these lines."""
    return extract("\n\n".join((HEADLINE, FIRST, LAST, *tail))).text.split("\n")


def test_first_line_is_the_headline() -> None:
    article = extract(f"\n\n{HEADLINE}\n\n{FIRST}\n{LAST}\n")
    assert article.text == f"{HEADLINE}\n{FIRST}\n{LAST}"
    assert article.has_headline
    assert article.title
    assert (article.title.value, article.title.where) == (HEADLINE, "first line")


@pytest.mark.parametrize(
    "tail",
    [
        ("قد يعجبك ايضا", "مهرجان للزيتون", "اترك ردا", "لن يتم نشر عنوان بريدك الإلكتروني."),
        ("اقرأ أيضًا", "معصرة حديثة تفتح أبوابها في البلدة", "أسعار الزيت ترتفع في الأسواق"),
        ("شارك هذا الموضوع:", "فيسبوك", "تويتر", "معجب بهذه:"),
        ("الوسوم: زيتون، زراعة، التلال",),
        ("التعليقات (12)", "أبو خالد", "الله يعطيكم العافية"),
        ("جميع الحقوق محفوظة © 2021 لموقع الحقول",),
        ("Leave a Reply", "Your email address will not be published. Required fields are marked *"),
        ("تابعنا على", "فيسبوك | تويتر | تلغرام"),
        ("الآراء الواردة في هذا المقال لا تعبر بالضرورة عن موقف صحيفة الحقول.",),
        ("يمكنكم تسلم إشعارات عاجلة من تطبيق الحقول على هواتفكم",),
        ("مواضيع ذات صله", "طرق حفظ زيت الزيتون في المنازل"),
    ],
)
def test_tail_goes_and_nothing_else(tail: tuple[str, ...]) -> None:
    assert kept(*tail) == [HEADLINE, FIRST, LAST]


def test_tail_is_dropped_with_its_reasons() -> None:
    article = extract("\n".join((HEADLINE, FIRST, LAST, "قد يعجبك أيضا", "معصرة حديثة", "اترك ردا", "ليلى")))
    assert [(dropped.text, dropped.reason) for dropped in article.dropped] == [
        ("قد يعجبك أيضا\nمعصرة حديثة", "related"),
        ("اترك ردا\nليلى", "comments"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "شارك في القطاف أكثر من ألف متطوع من القرى المجاورة.",
        "التعليقات على القرار جاءت متباينة بين المزارعين.",
        "تابعنا طوال الليل حركة الشاحنات نحو المعاصر.",
        "إعلان النتائج تأجل إلى يوم الأحد المقبل.",
        "وكتب على صفحته في فيسبوك أن الموسم انتهى.",
        "قال الوزير: اقرأ أيضا ما كتبه خصومي قبل أن تحكم.",
        "بحث المجلس أزمة المياه في جلسته الأخيرة.",
        "الآراء الواردة في المقال أثارت جدلا بين المزارعين.",
        "الصورة التي رسمها الخبراء للموسم لم تكن متفائلة.",
    ],
)
def test_sentence_that_begins_like_boilerplate_is_kept(line: str) -> None:
    assert kept(line, "انتهى")[3] == line


def test_paragraph_after_a_related_link_is_kept() -> None:
    lines = kept(
        "اقرأ أيضا: معصرة حديثة تفتح أبوابها",
        "وتوقع التجار أن ترتفع الأسعار في الأسابيع القليلة المقبلة مع زيادة الطلب.",
    )
    assert len(lines) == 4
    assert lines[3].startswith("وتوقع")


def test_headline_is_kept_whatever_it_says() -> None:
    assert boilerplate_reasons(["اترك رد", FIRST, "اترك رد"]) == [None, None, "comments"]


def test_stated_title_becomes_the_headline_line() -> None:
    article = extract(f"{FIRST}\n{LAST}", stated=Stated(title=HEADLINE))
    assert article.text == f"{HEADLINE}\n{FIRST}\n{LAST}"
    assert article.title
    assert article.title.where == "stated"


def test_stated_title_that_the_text_begins_with_is_not_repeated() -> None:
    article = extract(f"{HEADLINE}!\n{FIRST}", stated=Stated(title=HEADLINE))
    assert article.text == f"{HEADLINE}!\n{FIRST}"


def test_text_that_begins_with_a_paragraph_has_no_headline() -> None:
    article = extract(f"{FIRST}\n{LAST}")
    assert not article.has_headline
    assert article.title is None


def test_inner_characters_of_a_paragraph_stay() -> None:
    line = "سطر\u00a0فيه  فراغات\tوعلامات \u200fمخفية"
    assert extract(f"{HEADLINE}\r\n  {line} \r\n").text == f"{HEADLINE}\n{line}"


@pytest.mark.parametrize("text", [f"{HEADLINE}\r\n\r\n {FIRST} \r\n", f"\n{HEADLINE}\n\u2028x\n\n", f"{HEADLINE}\rx"])
def test_clean_text_is_exactly_the_file(text: str) -> None:
    article = extract(text, media_type="text/x-article")
    assert article.text == text
    assert article.has_headline
    assert article.dropped == ()


def test_byte_order_mark_is_no_part_of_clean_text() -> None:
    assert extract(b"\xef\xbb\xbf" + HEADLINE.encode(), media_type="text/x-article").text == HEADLINE


def test_clean_text_of_one_long_line_is_a_paragraph_and_no_headline() -> None:
    article = extract(f"{FIRST} " * 3, media_type="text/x-article")
    assert not article.has_headline
    assert article.title is None
    assert article.text == f"{FIRST} " * 3


def test_clean_text_keeps_what_looks_like_a_tail() -> None:
    text = f"{HEADLINE}\n{FIRST}\nاترك رد\n"
    assert extract(text, media_type="text/x-article").text == text


def test_dates_are_read_where_they_are_stated() -> None:
    published = extract(FIRST, stated=Stated(published="Sat, 02 Jun 2018 15:43:21 +0400")).published
    assert published
    assert (published.iso, published.where) == ("2018-06-02T15:43:21+04:00", "stated")


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("نشر في: الثلاثاء 5 آذار 2024", "2024-03-05", None),
        ("نُشِرَ في 5 مارس 2024 - 10:30 بتوقيت مكة", "2024-03-05T10:30:00+03:00", None),
        ("تاريخ النشر: 05/03/2024", "2024-03-05", None),
        ("التاريخ: 24 شعبان 1445هـ الموافق 5 مارس 2024م", "2024-03-05", None),
        ("الثلاثاء، ٥ مارس ٢٠٢٤", "2024-03-05", None),
        ("آخر تحديث: 6 آذار 2024", None, "2024-03-06"),
        ("نُشر: 5 مارس 2024 - آخر تحديث: 6 مارس 2024", "2024-03-05", "2024-03-06"),
        ("آخر تعديل 6 مارس/آذار 2024 | تاريخ النشر 5 مارس/آذار 2024", "2024-03-05", "2024-03-06"),
    ],
)
def test_a_date_line_under_the_headline_is_read(line: str, published: str | None, modified: str | None) -> None:
    article = extract(f"{HEADLINE}\n{line}\n{FIRST}")
    assert article.text == f"{HEADLINE}\n{FIRST}"
    assert (article.published and article.published.iso) == published
    assert (article.modified and article.modified.iso) == modified
    assert [(dropped.text, dropped.reason) for dropped in article.dropped] == [(line, "date")]


@pytest.mark.parametrize(
    "line",
    [
        "نشر في 5 مارس 2024 تقرير يتحدث عن موسم قطاف وفير في التلال",
        "اتفاق 5 مارس 2024 بين المزارعين والتجار",
        "الموسم الماضي انتهى في 20 نوفمبر 2023",
    ],
)
def test_a_line_that_tells_a_day_among_other_things_is_no_date_line(line: str) -> None:
    article = extract(f"{HEADLINE}\n{line}\n{FIRST}")
    assert article.published is None
    assert line in article.text


def test_a_date_after_the_first_paragraph_is_the_texts_own() -> None:
    article = extract(f"{HEADLINE}\n{FIRST}\n5 مارس 2024\n{LAST}")
    assert article.published is None
    assert "5 مارس 2024" in article.text


def test_a_stated_date_outranks_a_printed_one_and_the_address_a_printed_one_of_another_day() -> None:
    line = "نشر في 5 مارس 2024"
    stated = extract(f"{HEADLINE}\n{line}\n{FIRST}", stated=Stated(published="2024-03-07")).published
    assert stated
    assert stated.iso == "2024-03-07"
    by_url = extract(f"{HEADLINE}\n{line}\n{FIRST}", stated=Stated(url="https://a.example/2024/03/06/x")).published
    assert by_url
    assert (by_url.iso, by_url.where) == ("2024-03-06", "url")


def test_a_by_line_under_the_headline_is_read_but_no_heading() -> None:
    article = extract(f"{HEADLINE}\nكتب: سامر الدوري\n{FIRST}")
    assert article.byline
    assert (article.byline.value, article.byline.where) == ("سامر الدوري", "printed")
    assert "كتب" not in article.text
    assert extract(f"{HEADLINE}\nتقرير: موسم وفير\n{FIRST}").byline is None


@pytest.mark.parametrize("media_type", ["text/plain", "text/x-article"])
def test_blank_text_holds_no_article(media_type: str) -> None:
    article, problems = extract_article(RawDocument(b" \n ", media_type, "0"))
    assert article is None
    assert [problem.code for problem in problems] == [ProblemCode.NO_ARTICLE]


def test_every_phrase_is_recognised_whatever_its_spelling() -> None:
    match_line = load_boilerplate().match_line
    for spelling in ("اقرأ أيضاً", "إقرأ ايضا :", "أقرا أيضـــا", "اقرأ أيضا ..."):
        phrase = match_line(spelling)
        assert phrase
        assert phrase.reason == "related"


def test_phrases_are_many() -> None:
    assert sum(any("\u0621" <= letter <= "\u064a" for letter in key) for key in load_boilerplate().phrases) >= 90


@pytest.mark.skipif(not SEED.exists(), reason="the optional data in ../shared is not here")
def test_tail_of_a_real_report() -> None:
    lines = [line.strip() for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    assert extract(SEED.read_bytes()).text.split("\n") == lines[:-3]


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=2000),
    st.sampled_from(["text/html", "text/plain", "text/x-article", "text/html; charset=x"]),
)
def test_no_bytes_raise(content: bytes, media_type: str) -> None:
    article, problems = extract_article(RawDocument(content, media_type, "0"))
    assert article is not None or any(problem.fatal for problem in problems)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class=share>",
            "</div>",
            "<a href=x>",
            "</a>",
            "<br>",
            "<!--",
            "<h1>",
            "<time>",
            f"{FIRST} ",
            '<script type="application/ld+json">[{"@type":["Article",1],"author":[[]]}]</script>',
            "<meta property=og:title content=x>",
            "<frameset>",
            "<table>",
            "<body hidden>",
            "\x00",
            "<",
        ]
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_no_markup_raises(pieces: list[str]) -> None:
    article, problems = extract_article(RawDocument("".join(pieces).encode(), "text/html", "0"))
    assert article is not None or any(problem.fatal for problem in problems)


@pytest.mark.parametrize(
    "line",
    [
        "橋は二年間の修復工事を経て日曜日の朝に再び開通した。",
        "पुल की मरम्मत दो साल तक चली और रविवार की सुबह उसे फिर से लोगों के लिए खोल दिया गया।",
    ],
)
def test_sentence_in_a_script_of_its_own_is_a_paragraph(line: str) -> None:
    assert is_paragraph(line)


def test_title_in_a_script_without_blanks_is_no_paragraph() -> None:
    assert not is_paragraph("古い橋が二年ぶりに再開")


@pytest.mark.parametrize("media_type", ["text/plain", "text/x-article"])
@pytest.mark.parametrize(
    ("line", "has_headline"),
    [
        ("قال الوزير إن الهدنة خرقت. وأضاف أن القصف مستمر.", False),
        ("قال الوزير إن الهدنة خرقت وإن القصف مستمر.", True),
        ("من فاز في انتخابات الوادي؟ ومن خسر المقاعد كلها؟", True),
        ("تعيين د. سالم الراشد مديرا جديدا لمستشفى السهل.", True),
    ],
)
def test_two_sentences_are_no_headline(media_type: str, line: str, has_headline: bool) -> None:
    assert extract(line, media_type=media_type).has_headline is has_headline
