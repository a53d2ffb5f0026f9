"""Tests verbs that report in one construction alone, what one did not add, and when a thing is said to be possible."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import Hedge


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ('مضى كامل للقول "هؤلاء الزعماء ينتهكون حقوق الملايين".', "كامل", '"هؤلاء الزعماء ينتهكون حقوق الملايين"'),
        ("يوثق التقرير مقتل ثلاثين مدنيا في القصف.", "التقرير", "مقتل ثلاثين مدنيا في القصف"),
        (
            "ألقت وسائل الإعلام الحكومية مسؤولية الهجوم على جماعة النهر.",
            "وسائل الإعلام الحكومية",
            "مسؤولية الهجوم على جماعة النهر",
        ),
        ('وجّه النائب العام بـ"تحريك الدعوى ضد المتسببين".', "النائب العام", 'بـ"تحريك الدعوى ضد المتسببين"'),
        (
            'كان الرئيس الناراني وصف الاجتماع مع نظيره بأنه "أفضل من المتوقع".',
            "الرئيس الناراني",
            'بأنه "أفضل من المتوقع"',
        ),
        ("يسجنان في العاصمة بزعم التآمر على الحكومة.", "", "التآمر على الحكومة"),
        ("اتهم المدعي - دون أن يورد دليلا - الشركة بالغش.", "المدعي", "بالغش"),
        ("قال الوزير - من دون أن يورد أي دليل - إن المسلحين هربوا.", "الوزير", "إن المسلحين هربوا"),
    ],
)
def test_verbs_of_one_construction_are_read(sentence: str, source: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == ([source], content)


@pytest.mark.parametrize(
    "sentence",
    [
        'مضى عام على افتتاح معرض "ألوان من البادية البعيدة" في العاصمة.',
        "وثق المزارع بجاره منذ سنوات طويلة.",
        "ألقى الوزير كلمة قصيرة في حفل الافتتاح.",
        "ألقت الشرطة القبض على ثلاثة لصوص.",
    ],
)
def test_the_same_verbs_report_nothing_elsewhere(sentence: str) -> None:
    assert claims_in(sentence) == []


@pytest.mark.parametrize(
    ("words", "hedge"),
    [
        ("إن الاتفاق يمكن أن ينهار", Hedge.POSSIBLE),
        ("إن المسألة لا يمكن أن تنتظر", Hedge.NONE),
        ("إن الضرر لا يمكن إصلاحه", Hedge.NONE),
        ("إن اللاجئين الذين يمكن أن تؤويهم البلدة كثيرون", Hedge.NONE),
        ("إن البرنامج يمكن المزارع من بيع محصوله", Hedge.NONE),
    ],
)
def test_only_what_may_be_so_is_possible(words: str, hedge: Hedge) -> None:
    assert only_claim(f"قال الوزير {words}.").claim.hedge is hedge
