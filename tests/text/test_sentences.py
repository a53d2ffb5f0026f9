"""Tests how a text falls into paragraphs and sentences, and which quotation marks belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text import Sentence, split_paragraphs, split_sentences

_WORDS = ["الجسر", "قال", "2.5", "وأضاف", "..", "...", "\n", " ", *'.؟«»"“”„()،']
_texts = st.lists(st.sampled_from(_WORDS), max_size=50).map(" ".join)


def sentences(text: str) -> list[str]:
    """Return the words of every sentence, from its first token to its last."""
    return [words_of(text, sentence) for sentence in split_sentences(text)[0]]


def words_of(text: str, sentence: Sentence) -> str:
    """Return the stretch of the text that a sentence covers."""
    return text[sentence.tokens[0].start : sentence.tokens[-1].end]


def quotations(text: str) -> list[str]:
    """Return every quotation with its marks."""
    return [
        text[sentence.tokens[opening].start : sentence.tokens[closing].end]
        for sentence in split_sentences(text)[0]
        for opening, closing in sentence.quotations
    ]


@pytest.mark.parametrize("mark", [".", "!", "?", "؟"])
def test_mark_ends_a_sentence(mark: str) -> None:
    assert sentences(f"فتح الجسر{mark} وصلت الحافلات") == [f"فتح الجسر{mark}", "وصلت الحافلات"]


@pytest.mark.parametrize(
    "text",
    [
        "بلغت النسبة 2.5 في المئة",
        "بين 1.9 مليون و2.1 مليون",
        "بدأ الاجتماع عند 10:30 ت.غ في القاعة",
        "ذكرت أ. ف. ب في نشرتها",
        "زار وفد U.S.A المدينة",
        "فتح الجسر، ثم وصلت الحافلات؛ وبدأ السير",
        "لم ينته العمل ... ربما غدا",
    ],
)
def test_text_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_full_stop_glued_to_the_next_word_ends_a_sentence() -> None:
    assert sentences("فتح الجسر.ووصلت الحافلات") == ["فتح الجسر.", "ووصلت الحافلات"]


def test_year_before_a_full_stop_ends_a_sentence() -> None:
    assert sentences("بني الجسر عام 2019. ثم أغلق") == ["بني الجسر عام 2019.", "ثم أغلق"]


def test_one_digit_before_a_full_stop_ends_a_sentence() -> None:
    assert sentences("بلغ عدد الفرق 8. ثم بدأ السباق") == ["بلغ عدد الفرق 8.", "ثم بدأ السباق"]


def test_full_stop_within_marks_does_not_cut() -> None:
    text = "قال «انتهى العمل. فتحنا الجسر» أمام الجميع"
    assert sentences(text) == [text]


def test_full_stop_before_the_closing_mark_ends_a_sentence_after_it() -> None:
    assert sentences("قال «انتهى العمل.» وأضاف شكره") == ["قال «انتهى العمل.»", "وأضاف شكره"]


def test_line_ends_a_sentence() -> None:
    assert sentences("فتح الجسر\nوصلت الحافلات") == ["فتح الجسر", "وصلت الحافلات"]


def test_sentence_knows_its_paragraph() -> None:
    found, _ = split_sentences("عنوان\n\nفتح الجسر. وصلت الحافلات.\nانتهى.")
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "«»"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_blank_lines_are_no_paragraphs() -> None:
    text = "أول\n \n\r\nثان\r\n"
    assert [text[start:end] for start, end in split_paragraphs(text)] == ["أول", "ثان"]


@pytest.mark.parametrize("marks", ["«»", "“”", "””", '""', '«"', "”»", '“"', "″″"])
def test_marks_pair_across_glyphs(marks: str) -> None:
    quotation = f"{marks[0]}انتهى العمل{marks[1]}"
    assert quotations(f"قال {quotation} أمس") == [quotation]


def test_inner_quotation_is_part_of_the_outer() -> None:
    text = "قال «نشرت صحيفة “النهار” الخبر» أمس"
    assert quotations(text) == ["«نشرت صحيفة “النهار” الخبر»"]


def test_two_quotations_of_straight_marks() -> None:
    assert quotations('قال "نعم" ثم قال "لا" وسكت') == ['"نعم"', '"لا"']


def test_mark_without_partner_is_named_by_its_offset() -> None:
    _, unpaired = split_sentences("قال «انتهى العمل")
    assert unpaired == (4,)


def test_mark_without_partner_ends_with_its_paragraph() -> None:
    text = "قال «انتهى العمل\nقال «نعم» وسكت"
    assert quotations(text) == ["«نعم»"]


def test_enclosing_tells_quoted_words_from_others() -> None:
    (sentence,), _ = split_sentences("قال «نعم» وسكت")
    assert sentence.enclosing == (-1, 0, 0, 0, -1)


@given(_texts)
def test_no_word_is_lost(text: str) -> None:
    found, _ = split_sentences(text)
    told = [text[t.start : t.end] for sentence in found for t in sentence.tokens if t.is_word]
    assert told == [word for word in text.split() if word[0].isalnum()]


@given(_texts)
def test_quotations_lie_inside_their_sentence(text: str) -> None:
    for sentence in split_sentences(text)[0]:
        assert len(sentence.enclosing) == len(sentence.tokens)
        for opening, closing in sentence.quotations:
            assert 0 <= opening < closing < len(sentence.tokens)


def test_a_run_without_full_stops_is_cut_into_bounded_sentences() -> None:
    text = "كلمة " * 1000
    sentences, _ = split_sentences(text)
    assert max(len(sentence.tokens) for sentence in sentences) <= 250
    assert sum(len(sentence.tokens) for sentence in sentences) == 1000


def test_a_quotation_that_is_cut_in_two_is_no_quotation() -> None:
    text = "قال «" + "كلمة " * 400 + "» نهاية"
    for sentence in split_sentences(text)[0]:
        assert sentence.quotations == ()
        assert set(sentence.enclosing) == {-1}
