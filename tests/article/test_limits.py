"""Tests that what would fill the memory is refused or cut, and that ordinary documents are not."""

import pytest
from news_page import article_of, page

from musnad.article import extract_article
from musnad.article.limits import (
    LONGEST_SCRIPT,
    LONGEST_TEXT,
    MOST_VISIBLE,
    cut_text,
    refuse_page,
    without_long_scripts,
    without_pictures,
)
from musnad.model import ProblemCode, RawDocument

SENTENCE = "أعلنت بلدية المنحدر أن الجسر القديم سيغلق أمام الشاحنات حتى الربيع. "


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<div>" * 31_000, "nests"),
        ("<p>x" * 100_001, "tags"),
        ("<div " + "a=1 " * 100_000 + ">", "attributes"),
        ("<div " + "a='>' " * 100_000 + ">", "attributes"),
        ('<div "' + "a " * 101_000 + '">', "attributes"),
        (("<p " + "a " * 60) * 20_000, "attributes"),
        ("ا" * 5_000_001, "not Latin"),
        ("=" * 500_001, "equals signs"),
    ],
)
def test_a_page_that_no_newsroom_made_is_refused_before_it_is_parsed(html: str, why: str) -> None:
    problem = refuse_page(html)
    assert problem
    assert problem.code is ProblemCode.NO_ARTICLE
    assert why in problem.message


def test_a_saved_page_with_its_pictures_is_not_refused() -> None:
    picture = f"<img alt='{'a b ' * 1_000}' src='data:image/png;base64,{'QUJD' * 700_000}'>"
    assert refuse_page(page(f"<p>{SENTENCE}</p>{picture}")) is None


def test_pictures_written_into_a_large_page_are_taken_out_and_its_text_is_not() -> None:
    picture = f"<img src='data:image/png;base64,{'QUJD' * 300_000}'>"
    html = page(f"<h1>خبر</h1><p>{SENTENCE * 3}</p>{picture}<p>{SENTENCE}</p>").encode()
    assert len(without_pictures(html)) < 10_000
    article, _ = extract_article(RawDocument(html, "text/html", "0"))
    assert article
    assert article.text.count(SENTENCE.strip()) == 4
    small = b"<img src='data:image/png;base64,QUJD'>"
    assert without_pictures(small) is small


def test_a_script_without_end_is_emptied_and_nothing_else_is_lost() -> None:
    short = "<script>let a = '<p>';</script>"
    long = f"<SCRIPT type='application/ld+json'>{'{},' * (LONGEST_SCRIPT // 3 + 9)}</SCRIPT>"
    html = page(f"<h1>خبر</h1><p>{SENTENCE * 3}</p>{short}{long}{short}<p>{SENTENCE}</p>").encode()
    left = without_long_scripts(html)
    assert left == html.replace(b"{},", b"")
    article, _ = extract_article(RawDocument(html, "text/html", "0"))
    assert article
    assert article.text.count(SENTENCE.strip()) == 4


@pytest.mark.parametrize(
    "html",
    [
        b"x" * (LONGEST_SCRIPT + 9),
        b"<script" + b"x" * (LONGEST_SCRIPT + 9),
        b"<script>" + b"x" * (LONGEST_SCRIPT + 9),
        b"</script>" + b"x" * (LONGEST_SCRIPT + 9) + b"</script>",
    ],
)
def test_what_is_no_long_script_stays(html: bytes) -> None:
    assert without_long_scripts(html) is html


def test_a_page_that_shows_text_without_end_is_refused() -> None:
    html = "<p>" + "a b c d " * (MOST_VISIBLE // 8 + 1)
    article, problems = extract_article(RawDocument(html.encode(), "text/html", "0"))
    assert article is None
    assert [problem.code for problem in problems] == [ProblemCode.NO_ARTICLE]


@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_text_without_end_is_cut_between_words_and_says_so(joint: str) -> None:
    text = joint.join([SENTENCE.strip()] * 5_000)
    kept, (problem,) = cut_text(text)
    assert len(kept) <= LONGEST_TEXT
    assert text.startswith(kept + joint)
    assert problem.code is ProblemCode.LONG_TEXT
    assert f"{len(kept):,}" in problem.message


@pytest.mark.parametrize("media_type", ["text/plain", "text/x-article", "text/html"])
def test_an_article_without_end_is_read_from_its_beginning(media_type: str) -> None:
    lines = [SENTENCE] * 5_000
    written = "<h1>خبر</h1><p>" + "<p>".join(lines) if media_type == "text/html" else "\n".join(lines)
    article, problems = extract_article(RawDocument(written.encode(), media_type, "0"))
    assert article
    assert LONGEST_TEXT // 2 < len(article.text) <= LONGEST_TEXT
    assert ProblemCode.LONG_TEXT in {problem.code for problem in problems}


def test_an_ordinary_text_is_not_cut() -> None:
    assert cut_text(SENTENCE) == (SENTENCE, ())
    assert article_of(page()).text
