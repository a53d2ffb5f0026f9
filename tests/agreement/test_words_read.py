"""Words that look like others are read for what they are: فتحت is no "and under", a ministry of transport no deed."""

import pytest
from read_reports import compare, statement_of

from musnad.model import Agreement, Slot


def test_a_verb_is_no_clitic_before_a_small_word() -> None:
    words = statement_of("فتحت الإدارة بوابات السد").wording.words
    assert words[0].folded == "فتحت"


def test_what_is_planned_is_told_behind_the_name_of_an_office() -> None:
    found = compare("يعتزم وزير النقل سليم داود الاستقالة", "استقال وزير النقل سليم داود")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.MODALITY), found.reasons


@pytest.mark.parametrize(
    ("sentence", "tense"), [("تسلم الجيش ست عربات", "perfect"), ("تسلم الشركة ست عربات", "imperfect")]
)
def test_the_subject_tells_a_perfect_from_an_imperfect(sentence: str, tense: str) -> None:
    assert statement_of(sentence).wording.words[0].reading.tense == tense
