"""Two statements are equal, one says more, they are compatible, in conflict in some slot, or unrelated."""

import pytest
from read_reports import compare, statement_of

from musnad.agreement import Evidence
from musnad.model import Agreement, Slot


def test_the_same_in_other_words_is_equal() -> None:
    found = compare(
        "وافق المجلس البلدي على بناء مسرح في حي الزيتون",
        "المجلس البلدي يقر بناء مسرح في حي الزيتون",
    )
    assert found.agreement is Agreement.EQUAL


def test_what_tells_a_circumstance_more_refines() -> None:
    found = compare("أغلقت الشرطة جسر النخيل", "أغلقت الشرطة جسر النخيل يوم الاثنين بعد انهيار جزء منه")
    assert found.agreement is Agreement.REFINES


def test_a_denied_deed_conflicts_in_polarity() -> None:
    found = compare("سلمت الشركة المولدات إلى المستشفى", "لم تسلم الشركة المولدات إلى المستشفى")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.POLARITY)


def test_a_denied_failure_is_no_conflict() -> None:
    assert (
        compare("نجحت الوساطة في إنهاء الإضراب", "لم تفشل الوساطة في إنهاء الإضراب").agreement is not Agreement.CONFLICT
    )


def test_what_still_lasts_is_not_denied() -> None:
    found = compare("لا يزال المصنع ينتج الورق", "المصنع ينتج الورق")
    assert found.agreement is not Agreement.CONFLICT


def test_a_failure_denies_the_deed_that_follows() -> None:
    found = compare("وقع الطرفان اتفاق الصيد", "فشل الطرفان في توقيع اتفاق الصيد")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.POLARITY)


def test_numbers_that_are_apart_conflict() -> None:
    found = compare("أصيب 40 عاملا في انفجار مصنع الدهانات في حلب", "أصيب تسعة عمال في انفجار مصنع الدهانات في حلب")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.NUMBER)


@pytest.mark.parametrize(
    ("vague", "exact"),
    [("عشرات العمال", "25 عاملا"), ("نحو 20 عاملا", "21 عاملا"), ("ثلاثة عمال على الأقل", "خمسة عمال")],
)
def test_intervals_that_meet_do_not_conflict(vague: str, exact: str) -> None:
    found = compare(f"أصيب {vague} في انفجار مصنع الدهانات في حلب", f"أصيب {exact} في انفجار مصنع الدهانات في حلب")
    assert found.agreement is not Agreement.CONFLICT


def test_a_later_larger_toll_is_an_update() -> None:
    found = compare(
        "قتل خمسة أشخاص في انهيار مبنى في حلب",
        "قتل تسعة أشخاص في انهيار مبنى في حلب",
        later="2026-03-13",
    )
    assert found.agreement is Agreement.REFINES
    assert "a later count" in found.reasons


def test_a_second_delivery_does_not_contradict_the_first() -> None:
    found = compare("تسلمت البحرية أربعة زوارق من شركة نورا يوم الاثنين", "تسلمت البحرية ستة زوارق أخرى من شركة نورا")
    assert found.agreement is Agreement.COMPATIBLE


def test_what_was_planned_and_later_done_is_no_conflict() -> None:
    planned, done = "يعتزم المجلس بيع مبنى البريد القديم", "باع المجلس مبنى البريد القديم"
    assert compare(planned, done).slot is Slot.MODALITY
    assert compare(planned, done, later="2026-03-14").agreement is not Agreement.CONFLICT


def test_arrested_one_day_and_released_the_next_is_no_conflict() -> None:
    held, freed = "اعتقلت الشرطة الصحفي كريم الحداد في وهران", "أفرجت الشرطة عن الصحفي كريم الحداد في وهران"
    assert compare(held, freed).agreement is Agreement.CONFLICT
    assert compare(held, freed, later="2026-03-13").agreement is not Agreement.CONFLICT


def test_two_places_of_one_happening_conflict() -> None:
    found = compare(
        "عثر رجال الإنقاذ على الطيار سامي حرب حيا قرب حمص", "عثر رجال الإنقاذ على الطيار سامي حرب حيا قرب حلب"
    )
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.PLACE)


def test_two_days_of_what_happens_once_conflict() -> None:
    found = compare("استقال عميد الجامعة وليد صبري يوم الأحد", "استقال عميد الجامعة وليد صبري يوم الأربعاء")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.TIME)


def test_doer_and_object_that_change_places_conflict() -> None:
    found = compare("اتهمت النقابة الشركة بخرق العقد", "اتهمت الشركة النقابة بخرق العقد")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.ACTOR)


def test_one_deed_of_two_countries_is_no_conflict() -> None:
    found = compare("لن تنسحب بريطانيا من معاهدة المناخ", "أعلنت كندا الانسحاب من معاهدة المناخ")
    assert found.agreement is not Agreement.CONFLICT


def test_two_stories_conflict_only_where_one_happening_shows() -> None:
    one, other = "أغلقت البلدية السوق الشعبي", "لم تغلق البلدية السوق الشعبي"
    assert compare(one, other, evidence=Evidence(one_story=True)).agreement is Agreement.CONFLICT
    assert compare(one, other, evidence=Evidence(one_story=False)).agreement is not Agreement.CONFLICT


def test_strangers_are_unrelated() -> None:
    assert compare("ارتفع سعر القمح في البورصة", "وصل المنتخب إلى العاصمة").agreement is Agreement.UNRELATED


def test_every_comparison_gives_reasons_and_words() -> None:
    found = compare("سلمت الشركة المولدات إلى المستشفى", "لم تسلم الشركة المولدات إلى المستشفى")
    text = statement_of("لم تسلم الشركة المولدات إلى المستشفى").text
    assert found.reasons
    assert found.right_span.of(text) == "تسلم"


def test_a_marker_lets_weaker_words_conflict() -> None:
    left = "أفادت تقارير بأن كتيبة النخيل سلمت أسلحتها الثقيلة إلى مراقبي الهدنة في الوادي يوم الأحد"
    right = "احتفظت الكتيبة بأسلحتها"
    assert compare(left, right).agreement is not Agreement.CONFLICT
    assert compare(left, right, evidence=Evidence(one_story=True, marked=True)).agreement is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is opposed may be there all the same.
        ("احتج المزارعون على إغلاق معبر السلام", "نظم المزارعون اعتصاما رفضا لإغلاق معبر السلام"),
        # Both say only that it may be.
        ("قد تعقد القمة في بيروت الشهر المقبل", "قد لا تعقد القمة في بيروت الشهر المقبل"),
        # Under an "if" nothing is told.
        ("إذا وافقت الحكومة على الخطة رفع الحصار", "رفضت الحكومة الخطة"),
        # Called off, and told as called off.
        ("ألغت الوزارة الحظر على استيراد الأسلاك", "قالت الوزارة إن الحظر على استيراد الأسلاك قد رفع"),
        # One of the dead is the attacker, whom others leave out.
        ("قتل أربعة أشخاص بينهم المهاجم في سوق الورد يوم الأحد", "قتل ثلاثة أشخاص في سوق الورد يوم الأحد"),
        # A name spelled otherwise.
        ("قتل مسلح شرطيين في مدينة لييج صباح الثلاثاء", "قتل مسلح شرطيين في مدينة ليج صباح الثلاثاء"),
        # Of two deliveries.
        ("وصلت الدفعة الثانية من المعدات على متن خمس شاحنات", "وصلت الدفعة الثالثة من المعدات على متن ثلاث شاحنات"),
        # Both deny it.
        ("لم يحن وقت تسليم الزوارق", "فلم يحن وقت تسليم الزوارق بعد"),
        # But for one thing, nothing.
        ("لا يمكن للحرس سوى مراقبة المعبر الشرقي", "يمكن للحرس مراقبة المعبر الشرقي"),
    ],
)
def test_what_only_looks_like_a_contradiction_is_none(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        ("عجز الحرس عن فتح البوابة الشرقية", "فتح الحرس البوابة الشرقية", Slot.POLARITY),
        ("المستودع خال من الألغام البحرية", "في المستودع ألغام بحرية", Slot.POLARITY),
        ("ليس لدى اللواء أي دبابات ثقيلة", "لدى اللواء دبابات ثقيلة", Slot.POLARITY),
        ("أجرى الجيش تجربة لصاروخ بحري", "ينوي الجيش إجراء تجربة لصاروخ بحري", Slot.MODALITY),
        ("تجاوزت قيمة عقد الزوارق مليار دولار", "بلغت قيمة عقد الزوارق 600 مليون دولار", Slot.NUMBER),
        ("أتلفت جميع القذائف في القاعدة", "أتلف نصف القذائف في القاعدة", Slot.NUMBER),
        ("أيدت بولندا تمديد الحظر على البنادق", "عارضت بولندا تمديد الحظر على البنادق", Slot.POLARITY),
        ("اغتيل الضابط نزار الحكيم يوم الأحد", "اغتيل الضابط نزار الحكيم يوم الأربعاء", Slot.TIME),
    ],
)
def test_a_contradiction_is_found_by_general_knowledge_of_the_language(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


def test_a_plan_told_on_two_days_is_changed_not_contradicted() -> None:
    one, other = "ستعقد القمة في بيروت الشهر المقبل", "لن تعقد القمة في بيروت الشهر المقبل"
    assert compare(one, other).slot is Slot.POLARITY
    assert compare(one, other, later="2026-03-14").agreement is not Agreement.CONFLICT


def test_reports_of_a_week_apart_do_not_contradict_each_other() -> None:
    one, other = "قتل أربعة بحارة في انفجار الزورق الأحمر", "قتل سبعة بحارة في انفجار الزورق الأحمر"
    assert compare(one, other).slot is Slot.NUMBER
    assert compare(one, other, later="2026-03-19").agreement is not Agreement.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("روسيا تطرد تسعة دبلوماسيين بريطانيين من موسكو", "طردت بريطانيا تسعة دبلوماسيين روسا"),
        ("قررت إيطاليا طرد تسعة دبلوماسيين بريطانيين", "قررت الحكومة البريطانية طرد تسعة دبلوماسيين إيطاليين"),
    ],
)
def test_what_one_state_does_to_anothers_men_is_not_what_that_one_does_in_answer(one: str, other: str) -> None:
    assert compare(one, other).agreement is Agreement.COMPATIBLE


def test_a_meeting_of_two_is_one_whoever_is_named_first() -> None:
    found = compare("وزير الخارجية التركي يلتقي نظيره الروسي", "وزير الخارجية الروسي يلتقي نظيره التركي")
    assert found.agreement is Agreement.EQUAL


def test_what_somebody_demands_may_have_been_done() -> None:
    found = compare(
        "أفرجت السلطات عن الملاح سالم العطار بعد شهر من الاعتقال",
        "طالبت النقابة السلطات بالإفراج عن الملاح سالم العطار",
    )
    assert found.agreement is not Agreement.CONFLICT
