"""Tests that long sentences contradict each other by one deed of the same parties, whatever else they say."""

import pytest
from read_reports import compare, statement_of

from musnad.model import Agreement, Slot

BASE = (
    "أفاد محافظ الشاطئ نزار الحلواني للصحفيين أن شرطة البلدة أوقفت مساء الاثنين تسعة تجار في سوق الصاغة بعد شكاوى من "
    "الأهالي استمرت شهورا"
)
LONG = [
    (
        BASE,
        "لم توقف شرطة البلدة، بحسب نقابة التجار التي أوفدت محاميا إلى المخفر، أي تاجر في سوق الصاغة مساء الاثنين",
        Slot.POLARITY,
    ),
    (
        BASE,
        "في رواية نقلها شهود عيان تحدثوا إلى إذاعة محلية، أوقفت شرطة البلدة أربعة تجار في سوق الصاغة حين أغلقت أبوابه",
        Slot.NUMBER,
    ),
    (
        "أعلنت هيئة الموانئ أن الناقلة سلمى غادرت مرفأ الدلافين فجر السبت محملة بالقمح في أول رحلة لها منذ عام",
        "بحسب وكيل ملاحي طلب ألا يذكر اسمه، لم تغادر الناقلة سلمى مرفأ الدلافين حتى ظهر الأحد",
        Slot.POLARITY,
    ),
    (
        "وقع الوزيران جمال الراعي وبشرى العمري مساء الأحد مذكرة لربط شبكتي الكهرباء خلال حفل حضره سفراء",
        "أوضح مستشار في الوزارة أن الوزيرين جمال الراعي وبشرى العمري سيوقعان مذكرة لربط شبكتي الكهرباء قريبا",
        Slot.MODALITY,
    ),
]
APART = [
    (BASE, "لم توقف شرطة البلدة، بحسب نقابة التجار، أي بائع في سوق السمك المجاور الذي زاره مفتشو الصحة مساء الاثنين"),
    (BASE, "أوقفت الشرطة منذ مطلع العام، وفق بيان للوزارة، أربعين تاجرا في سوق الصاغة بعد شكاوى من الأهالي"),
    (
        "أعلنت هيئة الموانئ أن الناقلة سلمى غادرت مرفأ الدلافين فجر السبت محملة بالقمح في أول رحلة لها منذ عام",
        "لم يغادر طاقم الناقلة سلمى، كما قال وكيلها الملاحي، الفندق الذي أنزل فيه قرب مرفأ الدلافين منذ أسبوع",
    ),
]


@pytest.mark.parametrize(("left", "right", "slot"), LONG)
def test_one_deed_of_the_same_parties_clashes(left: str, right: str, slot: Slot) -> None:
    found = compare(left, right)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_is_told_of_others_does_not(left: str, right: str) -> None:
    found = compare(left, right)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


def test_a_denial_that_names_another_doer_is_left_to_other_rules() -> None:
    denial = "لم توقف شرطة البلدة أحدا في سوق الصاغة مساء الاثنين، فحراس السوق هم من احتجز التجار كما روى شاهد"
    assert compare(BASE, denial).slot is not Slot.POLARITY


def test_who_says_it_is_no_part_of_what_is_told() -> None:
    words = statement_of(BASE).wording.words
    assert not {"محافظ", "نزار"} & {word.folded for word in words if not word.heard}
