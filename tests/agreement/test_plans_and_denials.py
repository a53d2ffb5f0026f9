"""What is planned, possible, awaited or not yet is set against what is told as done, in the words of news."""

import pytest
from read_reports import LEXICON, compare, report_of, statement_of

from musnad.agreement import compare_statements, state_report
from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("done", "meant"),
    [
        (
            "دمجت مؤسسة النخيل مدرستيها في مبنى واحد",
            "تبحث مؤسسة النخيل إمكان دمج مدرستيها في مبنى واحد",
        ),
        (
            "أغلقت إمارة الكثبان قنصليتها في جزيرة المحار",
            "ألمحت إمارة الكثبان إلى احتمال إغلاق قنصليتها في جزيرة المحار",
        ),
        (
            "فككت إدارة السكك الجسر القديم في بلدة الرملية",
            "لا تستبعد إدارة السكك تفكيك الجسر القديم في بلدة الرملية",
        ),
        (
            "انتقل الحارس رامز الخوري إلى نادي السيف",
            "بات الحارس رامز الخوري قريبا من الانتقال إلى نادي السيف",
        ),
        (
            "حفرت شركة الينابيع بئرا في وادي الحجل",
            "بوسع شركة الينابيع أن تبدأ حفر بئر في وادي الحجل",
        ),
        (
            "رفع الطاهي أنور الحكيم دعوى على فندق النخيل",
            "ينوي الطاهي أنور الحكيم مقاضاة فندق النخيل",
        ),
        (
            "أضرب سائقو حافلات مدينة القباب عن العمل",
            "هدد سائقو حافلات مدينة القباب بالإضراب عن العمل",
        ),
    ],
)
def test_what_is_done_is_not_what_is_only_meant(done: str, meant: str) -> None:
    found = compare(done, meant)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.MODALITY), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Who demands it, or tells what would be, does not say that it is not done.
        (
            "فككت إدارة السكك الجسر القديم في بلدة الرملية",
            "طالب سكان بلدة الرملية بتفكيك الجسر القديم",
        ),
        (
            "فككت إدارة السكك الجسر القديم في بلدة الرملية",
            "إذا فككت إدارة السكك الجسر القديم في بلدة الرملية تعطلت التجارة",
        ),
        # Done in one town, meant in another.
        (
            "زار أمير الواحة متحف القوارب في طنجة",
            "يعتزم أمير الواحة زيارة متحف النقود في أغادير",
        ),
    ],
)
def test_a_demand_an_if_and_another_place_are_no_plan_of_it(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Not yet; what kept it from happening; none of its own; what a deed behind "and" is told of.
        (
            "تسلمت بلدية الروابي الحافلات الجديدة",
            "لما تتسلم بلدية الروابي أيا من الحافلات الجديدة",
        ),
        (
            "أقلعت طائرة الإغاثة من مطار الدانة",
            "حال خلل في العجلات دون إقلاع طائرة الإغاثة من مطار الدانة",
        ),
        (
            "الحارس الموقوف في سرقة متحف القوارب موظف في شركة الصقر",
            "قالت شركة الصقر إن الحارس الموقوف في سرقة متحف القوارب ليس من موظفيها",
        ),
        (
            "وقع المدرب عادل الشامي عقدا مع نادي الفهود",
            "رد المدرب عادل الشامي عرض نادي الفهود ولم يوقع معه",
        ),
    ],
)
def test_what_did_not_come_about_is_denied(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is Agreement.CONFLICT, found.reasons


def test_whoever_speaks_of_his_own_stand_is_whom_the_other_side_names() -> None:
    one, other = (
        state_report(report_of(sentence), LEXICON)
        for sentence in (
            "تؤيد نقابة الخبازين في بلاد الأرز الإضراب العام المقرر الخميس",
            "أعلنت نقابة الخبازين في بلاد الأرز معارضتها للإضراب العام المقرر الخميس",
        )
    )
    assert compare_statements(one, other, LEXICON).agreement is Agreement.CONFLICT


def test_deeds_of_a_subject_are_not_what_fails() -> None:
    words = {word.folded: word for word in statement_of("عجز فريق الإنقاذ عن بلوغ الكهف").wording.words}
    assert words["بلوغ"].negated
    assert not words["الانقاذ"].negated


def test_what_is_under_inquiry_does_not_fail() -> None:
    words = {word.folded: word for word in statement_of("الجسر قيد الإنشاء").wording.words}
    assert not words["الانشاء"].negated
