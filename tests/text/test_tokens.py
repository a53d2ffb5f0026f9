"""Tests where words and marks begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text import fold_word, tokenize


def pieces(text: str) -> list[str]:
    """Return the source spelling of every token."""
    return [text[token.start : token.end] for token in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(
    "word",
    [
        "2.5",
        "1,250,000",
        "20:30",
        "١٢٫٥",
        "و2.5",
        "ب1,200",
        "بـ1,200",
        "و١٢٫٥",
        "أرض-أرض",
        "S-300",
        "#السلامة",
        "@musnad",
        "قَالَ",
        "قــال",
        "ال\u200fجسر",
    ],
)
def test_word_stays_whole(word: str) -> None:
    assert pieces(f"في {word} أيضا") == ["في", word, "أيضا"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: نعم", ["قال", ":", "نعم"]),
        ("(أحمد)", ["(", "أحمد", ")"]),
        ("انتهى.وأضاف", ["انتهى", ".", "وأضاف"]),
        ("مهلا...ثم", ["مهلا", "...", "ثم"]),
        ("نعم، لا؛ ربما؟", ["نعم", "،", "لا", "؛", "ربما", "؟"]),
        ("50%", ["50", "%"]),
        ("في\u00a0بيان", ["في", "بيان"]),
        ("عام 2019.", ["عام", "2019", "."]),
        ("وفي 2019. ثم", ["وفي", "2019", ".", "ثم"]),
        ("و2019, ثم", ["و2019", ",", "ثم"]),
    ],
)
def test_marks_stand_alone(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("glyph", list('«»“”„‟″〝〞❝❞"'))
def test_every_quotation_glyph_is_a_quote(glyph: str) -> None:
    (opening, word) = tokenize(f"{glyph}نعم", 0, 4)
    assert (opening.is_quote, opening.is_word, opening.folded) == (True, False, '"')
    assert word.is_word


def test_hashtag_is_folded_to_its_words() -> None:
    (token,) = tokenize("#سلامة_الطرق", 0, 12)
    assert (token.folded, token.is_word) == ("سلامه الطرق", True)


def test_invisible_marks_alone_are_no_token() -> None:
    assert pieces("\u200f \u200e") == []


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "السطر الأول\nالسطر الثاني"
    (first, _) = tokenize(text, 12, len(text))
    assert text[first.start : first.end] == "السطر"
    assert first.start == 12


@given(st.text(max_size=120))
def test_tokens_are_in_order_and_inside_the_text(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    ends = [0, *(token.end for token in tokens)]
    assert all(before <= token.start < token.end for before, token in zip(ends, tokens, strict=False))
    assert ends[-1] <= len(text)


@given(st.text(max_size=120))
def test_every_letter_is_in_a_token(text: str) -> None:
    covered = {offset for token in tokenize(text, 0, len(text)) for offset in range(token.start, token.end)}
    assert all(
        offset in covered for offset, character in enumerate(text) if character.isalnum() and fold_word(character)
    )


@pytest.mark.parametrize("long", ["ا" * 5_000, "1" * 5_000, "." * 5_000, "-ا" * 5_000, "1.2" * 2_000])
def test_what_is_longer_than_any_word_is_cut_and_nothing_is_lost(long: str) -> None:
    tokens = tokenize(long, 0, len(long))
    assert max(token.end - token.start for token in tokens) <= 2_200
    assert [token.start for token in tokens[1:]] == [token.end for token in tokens[:-1]]
    assert (tokens[0].start, tokens[-1].end) == (0, len(long))
