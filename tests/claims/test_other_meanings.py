"""Tests verbs that are spelled like those of reporting, and nouns that nobody can be: neither makes a claim."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import Anonymity, LinkKind


@pytest.mark.parametrize(
    "sentence",
    [
        "فيما لم ترد بعد أنباء عن وفيات في الحادث.",
        "ولم ترفضه سوى جمهورية الساحل.",
        "وامتنعت ثلاث دول عن التصويت من بينها الواحة.",
        "تم التعامل معه وفق ما تطلبه الموقف.",
        "بحث الطرفان الاعتراف بحركة الجبل مقابل اعترافها بالدستور.",
        "يذكر أن الفريق السعدون، الذي عين قائدا لفترة عامين، يفترض أن يغادر منصبه.",
        "إن غياب الوفد عن الاجتماع يعتبر دليلا على أن الحوار فشل.",
        "خسائر الشركة تقدر تكاليفها بمئات الملايين من الدنانير.",
        "قام القائد بزيارة سريعة لم يعلن عنها مسبقا لمدينة الساحل قادما على أول طائرة تهبط بالمطار.",
        "جمع المجلس 43 مقترحا لمشروعات جديدة قدمها عدد من الأعضاء استنادا للمادة الثالثة من نظامه.",
        "يبلغ عدد سكان البلدة عشرة آلاف نسمة.",
        "عاد أمس الرجل الذي اتهم بإهمال الجدار.",
    ],
)
def test_what_is_spelled_like_a_report_is_none(sentence: str) -> None:
    assert claims_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("امتنع الوزير عن التعليق على الحادث.", "الوزير", "عن التعليق على الحادث"),
        ("اعترف السجين بسرقة السيارة.", "السجين", "بسرقة السيارة"),
        ("يفترض الباحثون أن المدينة هجرت قبل ألف عام.", "الباحثون", "أن المدينة هجرت قبل ألف عام"),
        ("أبلغ الوزير اللجنة بأن المشروع تأخر.", "الوزير", "بأن المشروع تأخر"),
        ("يقدر خبراء البلدية أن الخسائر كبيرة.", "خبراء البلدية", "أن الخسائر كبيرة"),
        (
            "وقال مراد كامل، وهو نجار يبلغ من العمر 45 عاما: «لا أريد شيئا من هذا العالم».",
            "مراد كامل",
            "«لا أريد شيئا من هذا العالم»",
        ),
        ("تظهر الصور حقيقة أن الحفرة كبيرة.", "الصور", "حقيقة أن الحفرة كبيرة"),
    ],
)
def test_the_same_verbs_report_where_their_words_follow(sentence: str, source: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources[-1], claim.content) == (source, content)


def test_an_abstract_noun_is_the_object_and_no_speaker() -> None:
    claim = only_claim("وأصدر سالم الراشد بيانا انتقد فيه بشدة عملية اتخاذ القرار داخل المجلس.")
    assert (claim.resolved, claim.content) == ("سالم الراشد", "عملية اتخاذ القرار داخل المجلس")


def test_whoever_is_accused_by_nobody_in_particular_may_deny_it() -> None:
    accused, denied = claims_in("سالم الراشد اتهم أمس بقيادة المجموعة المسلحة. ولكنه نفى ارتكاب أي خطأ.")
    assert (accused.origin.kind, accused.content) == (LinkKind.UNKNOWN, "بقيادة المجموعة المسلحة")
    assert denied.resolved == "سالم الراشد"


def test_what_a_deed_is_criticised_for_ends_where_another_report_opens() -> None:
    criticised, said = claims_in("انتقد الوزير بطء العمل عندما قال أمس إن الجسر لن يكتمل.")
    assert (criticised.content, said.content) == ("بطء العمل", "إن الجسر لن يكتمل")


def test_a_generic_noun_whose_bearer_withholds_his_name_is_anonymous() -> None:
    origin = only_claim("قال المسؤول في وزارة النقل، الذي لم يكشف عن اسمه، إن القطار سيتأخر.").origin
    assert (origin.kind, origin.anonymity) == (LinkKind.ANON, Anonymity.OFFICIAL)


def test_states_that_are_counted_are_no_person() -> None:
    assert only_claim("وأعلنت ثلاث دول أن الحدود ستغلق.").origin.kind is not LinkKind.PERSON
