"""Tests that notes on claims and sources are found and stand with those that they speak of."""

import pytest
from claim_words import claims_in, only_claim

REPORT = "قال مدير الميناء يوسف كامل إن ثلاث سفن غرقت ليلا."


@pytest.mark.parametrize(
    "note",
    [
        "لم يتسن التحقق من ذلك من مصدر مستقل",
        "تعذر التأكد من صحة هذه الأنباء",
        "لم تتمكن رويترز من التحقق من صحة التصريحات بشكل مستقل",
        "لا يمكن التأكد من هذه الأرقام",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_note_stands_with_the_claim_before_it(note: str, gap: str) -> None:
    text = f"{REPORT}{gap}و{note}."
    claim = claims_in(text)[0].claim
    assert claim.verification is not None
    assert claim.verification.of(text) == note


def test_note_in_the_same_sentence() -> None:
    text = "قال مدير الميناء يوسف كامل إن ثلاث سفن غرقت ليلا، ولم يتسن التحقق من ذلك."
    claim = claims_in(text)[0].claim
    assert claim.verification is not None
    assert claim.verification.of(text) == "لم يتسن التحقق من ذلك"


@pytest.mark.parametrize(
    "other",
    [
        "ولم يتسن الاتصال بالمدير للحصول على تعليق.",
        "ويعمل المحققون على التأكد من سلامة الأرصفة.",
        "ولم تتمكن السفن من العودة إلى الميناء.",
    ],
)
def test_other_sentences_are_no_note(other: str) -> None:
    assert claims_in(f"{REPORT} {other}")[0].claim.verification is None


def test_note_reaches_back_to_the_last_sentence_with_a_claim_only() -> None:
    text = f"{REPORT}\nوقالت الوزيرة مريم سعيد إن العيادة جاهزة.\nولم يتسن التحقق من ذلك."
    assert [words.claim.verification is not None for words in claims_in(text)] == [False, True]


@pytest.mark.parametrize(
    "clause",
    [
        "طلب عدم الكشف عن اسمه",
        "رفض الكشف عن هويته",
        "فضل عدم ذكر اسمه",
        "الذي طلب عدم نشر اسمه",
        "شريطة عدم الكشف عن هويته",
    ],
)
def test_clause_of_an_unnamed_source_stands_with_it(clause: str) -> None:
    words = only_claim(f"قال مسؤول في الميناء {clause} إن ثلاث سفن غرقت ليلا.")
    assert words.origin.anonymity_clause is not None
    assert words.origin.anonymity_clause.of(words.text) == clause


def test_clause_without_leave_to_speak() -> None:
    words = only_claim("قال مسؤول في الميناء غير مخول بالتصريح، إن ثلاث سفن غرقت ليلا.")
    assert words.origin.anonymity_clause is not None
    assert words.origin.anonymity_clause.of(words.text) == "غير مخول بالتصريح"


def test_clause_goes_with_the_source_to_its_later_claims() -> None:
    text = "قال مسؤول في الميناء طلب عدم الكشف عن اسمه إن ثلاث سفن غرقت ليلا.\nوأضاف أن البحث مستمر."
    first, second = claims_in(text)
    assert second.origin.anonymity_clause == first.origin.anonymity_clause != None  # noqa: E711


def test_somebody_in_the_content_who_hides_his_name_is_not_the_source() -> None:
    words = only_claim("قال مسؤول في الميناء إن بحارا طلب عدم الكشف عن اسمه أنقذ ثلاثة من رفاقه.")
    assert words.origin.anonymity_clause is None


def test_leave_for_other_things_is_no_clause() -> None:
    words = only_claim("قال مسؤول في الميناء إن دخول الأرصفة غير مصرح به للزوار.")
    assert words.origin.anonymity_clause is None
