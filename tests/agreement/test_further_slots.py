"""Hours, terms, doers, venues and counts that two statements tell differently, all else being the same."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "اتفقت الشركة والبلدية على تمديد عقد النظافة حتى عام 2041",
            "اتفقت الشركة والبلدية على تمديد عقد النظافة حتى عام 2033",
            Slot.TIME,
        ),
        (
            "اندلع حريق مصنع الورق في بلدة السرو صباح الاثنين",
            "اندلع حريق مصنع الورق في بلدة السرو ليل الاثنين",
            Slot.TIME,
        ),
        ("استمر حظر التجول في بلدة السرو لليوم الرابع", "استمر حظر التجول في بلدة السرو لليوم التاسع", Slot.NUMBER),
        ("قصفت الطائرات متحف الفخار في حي النخيل", "قصفت المدفعية متحف الفخار في حي النخيل", Slot.ACTOR),
        ("اعتقل الحرس المهندس سمير الفخري في فندق الواحة", "اعتقل الحرس المهندس سمير الفخري في منزله", Slot.PLACE),
        (
            "بلغ عدد النازحين في مخيم الرجاء ثلاثين ألفا",
            "لا يزيد عدد النازحين في مخيم الرجاء على سبعة آلاف",
            Slot.NUMBER,
        ),
        ("حكم على المحاسب عادل شاهين بالسجن سنتين", "حكم على المحاسب عادل شاهين بالسجن تسعة أشهر", Slot.NUMBER),
    ],
)
def test_two_fillers_of_one_slot_conflict(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Dawn and morning are told of one hour; a year is twelve months.
        ("اندلع حريق مصنع الورق في بلدة السرو فجر الاثنين", "اندلع حريق مصنع الورق في بلدة السرو صباح الاثنين"),
        ("حكم على المحاسب عادل شاهين بالسجن سنة", "حكم على المحاسب عادل شاهين بالسجن اثني عشر شهرا"),
        # Many may praise a thing, and many towns have a post that is attacked.
        ("أشادت النقابة بمتحف الفخار في حي النخيل", "أشادت البلدية بمتحف الفخار في حي النخيل"),
        ("هاجم مسلحون مخفرا في بلدة السرو", "هاجم مسلحون مخفرا في بلدة الحصن"),
    ],
)
def test_what_may_both_be_does_not(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT
