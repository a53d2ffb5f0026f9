"""Verbs of the forms I to X get the stems that the grammar gives them."""

import pytest

from musnad.languages.ar.conjugation import verb_forms
from musnad.languages.ar.derivation import derive, form_of, masdars_of_imperfect
from musnad.languages.ar.noun_endings import noun_forms


@pytest.mark.parametrize(
    ("perfect", "form", "imperfect", "masdar"),
    [
        ("قصف", 1, "يقصف", None),
        ("هدّد", 2, "يهدد", "تهديد"),
        ("أيّد", 2, "يؤيد", "تأييد"),
        ("هنّأ", 2, "يهنئ", "تهنيأ"),
        ("هاجم", 3, "يهاجم", "مهاجمة"),
        ("أدان", 4, "يدين", "إدانة"),
        ("أوقف", 4, "يوقف", "إيقاف"),
        ("أعدّ", 4, "يعد", "إعداد"),
        ("تعهّد", 5, "يتعهد", "تعهد"),
        ("تبادل", 6, "يتبادل", "تبادل"),
        ("انسحب", 7, "ينسحب", "انسحاب"),
        ("انهار", 7, "ينهار", "انهيار"),
        ("احتلّ", 8, "يحتل", "احتلال"),
        ("اتهم", 8, "يتهم", "اتهام"),
        ("استولى", 10, "يستولى", "استيلاء"),
        ("استعاد", 10, "يستعيد", "استعادة"),
    ],
)
def test_stems_follow_the_form(perfect: str, form: int, imperfect: str, masdar: str | None) -> None:
    stems = derive(perfect)
    assert (form_of(perfect), stems.imperfect, stems.masdar) == (form, imperfect, masdar)


@pytest.mark.parametrize(("perfect", "passive"), [("هاجم", "هوجم"), ("أدان", "أدين"), ("اغتال", "اغتيل")])
def test_the_passive_of_long_vowels_is_spelled_apart(perfect: str, passive: str) -> None:
    assert derive(perfect).passive_perfect == passive


@pytest.mark.parametrize(
    ("spelling", "gender", "number", "person"),
    [("هاجموا", "m", "p", 3), ("ستهاجم", "f", "s", 3), ("هاجمته", "f", "s", 3), ("سنهاجم", "", "p", 1)],
)
def test_finite_forms_agree_with_their_subject(spelling: str, gender: str, number: str, person: int) -> None:
    forms = [form for form in verb_forms(derive("هاجم"), transitive=True) if form.spelling == spelling]
    assert (gender, number, person) in {(form.gender, form.number, form.person) for form in forms}


@pytest.mark.parametrize(
    ("noun", "form"), [("غارة", "غارات"), ("غارة", "غارته"), ("هجوم", "هجومين"), ("لقاء", "لقايه"), ("كمين", "كمينا")]
)
def test_nouns_take_their_endings(noun: str, form: str) -> None:
    assert form in {spelling for spelling, _ in noun_forms(noun, plural=False)}


@pytest.mark.parametrize(
    ("imperfect", "masdar"),
    [
        ("يصحح", "تصحيح"),
        ("يشارك", "مشاركه"),
        ("يرسل", "ارسال"),
        ("يتقدم", "تقدم"),
        ("ينتظر", "انتظار"),
        ("يستخدم", "استخدام"),
    ],
)
def test_the_masdar_is_told_from_the_imperfect(imperfect: str, masdar: str) -> None:
    assert masdar in masdars_of_imperfect(imperfect)
