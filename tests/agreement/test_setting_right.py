"""What one side names only to say that it is not so contradicts who tells it, in the slot of what is set right."""

import pytest

from musnad.agreement import compare_statements
from musnad.evaluation.agreement import StatementReader
from musnad.languages import LANGUAGES
from musnad.model import Agreement, Slot

LEXICON = LANGUAGES["ar"].agreement
READ = StatementReader(whole=True)


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "زار المفتشون مصنع الأسمدة في وادي الرمل يوم الأحد",
            "زار المفتشون مصنع الأسمدة في وادي الرمل يوم الأربعاء وليس الأحد",
            Slot.TIME,
        ),
        (
            "عثر الحراس على الصندوق المسروق تحت الجسر القديم",
            "الصندوق المسروق الذي عثر عليه الحراس كان أسفل المخزن لا تحت الجسر القديم",
            Slot.PLACE,
        ),
        (
            "افتتحت وزيرة الزراعة معرض التمور في القاعة الكبرى",
            "المحافظ هو من افتتح معرض التمور في القاعة الكبرى وليست وزيرة الزراعة",
            Slot.ACTOR,
        ),
    ],
)
def test_what_is_set_right_contradicts_who_tells_it(one: str, other: str, slot: Slot) -> None:
    found = compare_statements(READ(one), READ(other), LEXICON)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both set it right.
        (
            "زار المفتشون مصنع الأسمدة في وادي الرمل يوم الأربعاء وليس الأحد",
            "زار المفتشون مصنع الأسمدة يوم الأربعاء وليس الأحد",
        ),
        # Another is set right than the one that is told.
        (
            "افتتحت وزيرة الزراعة معرض التمور في القاعة الكبرى",
            "وزيرة الزراعة هي من افتتحت معرض التمور في القاعة الكبرى لا وزير الصناعة",
        ),
    ],
)
def test_what_neither_tells_is_no_contradiction(one: str, other: str) -> None:
    assert compare_statements(READ(one), READ(other), LEXICON).agreement is not Agreement.CONFLICT


def test_what_was_done_last_week_is_not_what_is_meant_for_the_next_elsewhere() -> None:
    one, other = "يزور المبعوث الدولي سهل الكروم الأسبوع المقبل", "زار المبعوث الدولي جبل الصنوبر الأسبوع الماضي"
    assert compare_statements(READ(one), READ(other), LEXICON).agreement is not Agreement.CONFLICT
