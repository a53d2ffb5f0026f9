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


def test_what_any_follows_is_denied_with_its_verb() -> None:
    words = {word.folded: word for word in statement_of("لم تدخل القرية أي مساعدات").wording.words}
    assert words["مساعدات"].negated


def test_who_is_set_apart_is_that_very_word() -> None:
    found = compare("زار الرئيس حقول الزعفران في بلدة السرو", "زار رئيس المجلس لا الرئيس حقول الزعفران في بلدة السرو")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.ACTOR), found.reasons


def test_what_is_awaited_is_not_done() -> None:
    found = compare("تسلم الجيش ست عربات من شركة الصقر", "ينتظر الجيش تسلم ست عربات من شركة الصقر")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.MODALITY), found.reasons
