"""Tests that bytes are decoded by what they are, and that a charset that lies is said."""

import codecs

import pytest

from musnad.article import extract_article
from musnad.article.decoding import decode_document
from musnad.model import ProblemCode, RawDocument

TEXT = (
    "أعلن نادي الصيد في الميناء عن سباق للقوارب الشراعية يوم الجمعة، وقال أمين النادي إن أربعين قاربا "
    "ستشارك في السباق الذي ينطلق من الرصيف القديم إلى الجزيرة."
)
FRENCH = "La fête du village a été reportée : les organisateurs espèrent une météo plus clémente après l'été."


def codes(content: bytes, *, declared: str | None = None, is_html: bool = False) -> list[ProblemCode]:
    """Return the codes of what was wrong with the bytes."""
    return [problem.code for problem in decode_document(content, declared=declared, is_html=is_html).problems]


def declaring(charset: str, encoding: str) -> bytes:
    """Return a page that declares one charset and is written in another."""
    return f'<html><head><meta charset="{charset}"></head><body><p>{TEXT}</p></body></html>'.encode(encoding)


def test_utf8_needs_no_declaration() -> None:
    decoded = decode_document(TEXT.encode())
    assert (decoded.text, decoded.problems) == (TEXT, ())


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_decides(bom: bytes, encoding: str) -> None:
    decoded = decode_document(bom + TEXT.encode(encoding))
    assert (decoded.text, decoded.problems) == (TEXT, ())


def test_windows_1256_page_that_says_so() -> None:
    decoded = decode_document(declaring("windows-1256", "cp1256"), is_html=True)
    assert TEXT in decoded.text
    assert decoded.problems == ()


def test_windows_1256_without_a_declaration_is_guessed_and_said() -> None:
    decoded = decode_document(TEXT.encode("cp1256"))
    assert decoded.text == TEXT
    (problem,) = decoded.problems
    assert problem.code == ProblemCode.CHARSET_GUESSED
    assert "windows-1256" in problem.message


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-unheard-of"])
def test_windows_1256_bytes_under_another_name(charset: str) -> None:
    decoded = decode_document(declaring(charset, "cp1256"), is_html=True)
    assert TEXT in decoded.text
    (problem,) = decoded.problems
    assert problem.code == ProblemCode.CHARSET_WRONG
    assert charset in problem.message


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-1", "x-unheard-of"])
def test_utf8_bytes_under_another_name(charset: str) -> None:
    decoded = decode_document(declaring(charset, "utf-8"), is_html=True)
    assert TEXT in decoded.text
    assert [problem.code for problem in decoded.problems] == [ProblemCode.CHARSET_WRONG]


def test_iso_8859_6_is_told_from_windows_1256() -> None:
    assert decode_document(TEXT.replace("،", ",").encode("iso8859-6")).text == TEXT.replace("،", ",")


def test_french_in_windows_1252_is_not_taken_for_arabic() -> None:
    decoded = decode_document(FRENCH.encode("cp1252"), declared="windows-1252")
    assert (decoded.text, decoded.problems) == (FRENCH, ())


def test_stray_bytes_in_utf8_are_replaced_and_counted() -> None:
    decoded = decode_document(TEXT.encode() + b"\xff" + TEXT.encode())
    assert decoded.text == f"{TEXT}\ufffd{TEXT}"
    (problem,) = decoded.problems
    assert problem.code == ProblemCode.UNDECODABLE_BYTES
    assert problem.message.startswith("1 ")


def test_page_cut_inside_a_letter_stays_utf8() -> None:
    assert codes(TEXT.encode()[:-2] + b"\xd9", declared="utf-8") == [ProblemCode.UNDECODABLE_BYTES]


def test_ascii_contradicts_no_declaration() -> None:
    assert codes(b"<meta charset=windows-1256>plain", is_html=True) == []


def test_declaration_that_is_no_charset_is_passed_over() -> None:
    assert decode_document(TEXT.encode(), declared="base64").text == TEXT


def test_charset_of_the_media_type_is_used() -> None:
    raw = RawDocument(TEXT.encode("cp1256"), "text/plain; charset=windows-1256", "0")
    article, problems = extract_article(raw)
    assert article
    assert article.text == TEXT
    assert ProblemCode.CHARSET_GUESSED not in [problem.code for problem in problems]


def test_problem_of_the_bytes_reaches_the_reader() -> None:
    _, problems = extract_article(RawDocument(TEXT.encode("cp1256"), "text/plain", "0"))
    assert ProblemCode.CHARSET_GUESSED in [problem.code for problem in problems]
