"""Tests of speakers that a negation, a verb of two or an own reporter name, and of a detached و between two reports."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import LinkKind

OPENING = "قال الوزير سامي كامل إن الجسر سليم. "


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("ولم يؤكد أي مصدر مستقل أن الجسر سقط.", "أي مصدر مستقل", "أن الجسر سقط"),
        ("ولم يعلق أي مسؤول على التقرير.", "أي مسؤول", "على التقرير"),
        ("ولم تعلن أي جهة مسؤوليتها عن الحريق.", "أي جهة", "مسؤوليتها عن الحريق"),
    ],
)
def test_whoever_of_a_kind_does_not_speak_is_an_unnamed_source(sentence: str, source: str, content: str) -> None:
    claim = claims_in(OPENING + sentence)[-1]
    assert (claim.sources, claim.content) == ([source], content)
    assert (claim.origin.kind, claim.origin.cue_negated) == (LinkKind.ANON, True)


def test_what_somebody_does_not_tell_is_still_an_object() -> None:
    claim = only_claim("ولم يذكر المتحدث أي تفاصيل عن الحادث.")
    assert (claim.sources, claim.content) == (["المتحدث"], "أي تفاصيل عن الحادث")
    asked = claims_in(OPENING + "ولم يحدد أي المصانع ستغلق.")[-1]
    assert asked.sources != ["أي المصانع"]


@pytest.mark.parametrize("reporter", ["مراسلنا", "محررنا"])
def test_the_own_reporter_speaks(reporter: str) -> None:
    claim = claims_in(OPENING + f"وأفاد {reporter} بأن الطريق مقطوع.")[-1]
    assert claim.sources == [reporter]
    assert claim.origin.resolved is None


def test_a_manner_of_speaking_is_no_speaker() -> None:
    claim = claims_in(OPENING + "وأضاف مستدركا أن الطريق مقطوع.")[-1]
    assert (claim.sources, claim.resolved) == ([""], "الوزير سامي كامل")


@pytest.mark.parametrize(
    ("before", "resolved"),
    [
        ("أعلن الوزيران أن الاتفاق قريب. ", "الوزيران"),
        ("قال سمير وليلى إن الاتفاق قريب. ", "سمير وليلى"),
        ("قال الوزير سامي كامل ونظيره رامي السعد إن الاتفاق قريب. ", "الوزير سامي كامل ونظيره رامي السعد"),
        (OPENING, ""),
    ],
)
def test_a_verb_of_two_is_never_one_mans(before: str, resolved: str) -> None:
    assert claims_in(before + "وأضافا أن التوقيع غدا.")[-1].resolved == resolved


def test_one_who_asks_is_no_verb_of_two() -> None:
    claim = only_claim('وقال الموظف طالبا ألا ينشر اسمه "أغلقت الأفران منذ أيام وبقينا بلا خبز".')
    assert claim.sources == ["الموظف طالبا ألا ينشر اسمه"]


@pytest.mark.parametrize("joint", [" ، و أضاف", " و أضاف"])
def test_a_detached_and_ends_what_was_said(joint: str) -> None:
    first, second = claims_in(f"قال الخبير إن الأسعار ستنخفض{joint} أن السوق ستستقر.")
    assert (first.content, second.content) == ("إن الأسعار ستنخفض", "أن السوق ستستقر")
    assert second.resolved == "الخبير"


@pytest.mark.parametrize(
    "sentence",
    ["هل قال الوزير إن الجسر سيغلق؟", "وقال تعالى إن الصبر خير.", "كاد يعلن أن الجسر سيغلق."],
)
def test_a_question_a_formula_and_what_one_nearly_said_are_no_reports(sentence: str) -> None:
    assert [claim.content for claim in claims_in(OPENING + sentence)] == ["إن الجسر سليم"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ولم ينف الجيش ولم يؤكد وقوع الهجوم.", "الجيش"),
        ("ولم تؤكد الوزارة ولم تنف وقوع الانهيار.", "الوزارة"),
    ],
)
def test_the_second_of_two_denied_verbs_has_the_same_speaker(sentence: str, speaker: str) -> None:
    claim = claims_in(OPENING + sentence)[-1]
    assert (claim.resolved, claim.origin.cue_negated) == (speaker, True)


def test_nobody_said_so() -> None:
    claim = claims_in(OPENING + "ولا أحد قال إن الطريق مقطوع.")[-1]
    assert (claim.sources, claim.origin.kind, claim.origin.cue_negated) == (["أحد"], LinkKind.ANON, True)


@pytest.mark.parametrize("verb", ["وأضاف", "وأضافت"])
def test_a_report_of_a_body_goes_on_or_the_body_does(verb: str) -> None:
    claims = claims_in(OPENING + f"وقال تقرير لوزارة الري إن السد متصدع. {verb} أن الماء يتسرب.")
    assert claims[-1].resolved == "وزارة الري"


def test_a_report_just_told_of_is_no_earlier_one() -> None:
    before = "أعلنت لجنة السدود تقريرها أمس. "
    claims = claims_in(before + "ونفت وزارة الري ما جاء في تقرير نشرته صحيفة الضفة أشار إلى أن السد متصدع.")
    assert (claims[-1].sources[-1], claims[-1].resolved) == ("تقرير", "")


def test_one_who_said_so_before_is_another_speaker() -> None:
    claims = claims_in(OPENING + "وأكد مجلس السلم ومن قبله مسؤولون محليون أن الطريق مغلق.")
    assert claims[-1].sources == ["مجلس السلم"]
