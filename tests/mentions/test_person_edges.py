"""Where the name of a person begins, and which tagged words are none."""

import pytest
from mention_words import words_of

from musnad.model import MentionKind


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال وسيم الكردي إن الاتفاق سيوقع غدا.", "وسيم الكردي"),
        ("وقال المهندس وهيب الدباغ إن الجسر أغلق.", "وهيب الدباغ"),
        ("وقالت وداد الحلبي إن الجسر أغلق.", "وداد الحلبي"),
        ("ذكر الشرطي أن رجلا يدعى يوسف الدباغ سلم نفسه.", "يوسف الدباغ"),
    ],
)
def test_a_name_begins_with_its_own_first_letter(text: str, person: str) -> None:
    assert person in words_of(text, MentionKind.PERSON)


def test_a_conjunction_before_a_name_is_left_out() -> None:
    assert "خالد الكردي" in words_of("وصل سليم الدباغ وخالد الكردي إلى المطار.", MentionKind.PERSON)


def test_words_about_a_place_are_no_surroundings_of_it() -> None:
    assert "حول اليمن" not in words_of("انتهت المحادثات حول اليمن في جنيف.", MentionKind.PLACE)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وفي موسكو التقى سيرغي لافروف بوزير الدفاع القطري أمس.", "سيرغي لافروف"),
        ("ورحب فيصل الدباغ بالمبادرة التي قدمها كريم لوزير الخارجية.", "فيصل الدباغ"),
    ],
)
def test_a_word_with_a_preposition_closes_a_name(text: str, person: str) -> None:
    assert person in words_of(text, MentionKind.PERSON)
