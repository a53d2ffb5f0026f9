"""Statements in quite other words conflict in the outcome, number, place or time of one occasion, and no others do."""

import pytest
from read_reports import compare

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar import frames
from musnad.languages.frames import Matter
from musnad.model import Agreement, Slot

LEXICON = LANGUAGES["ar"].agreement.frames
MATTERS = tuple(LEXICON.matters.values())

every_matter = pytest.mark.parametrize("matter", MATTERS, ids=[matter.name for matter in MATTERS])


@every_matter
def test_the_example_conflicts(matter: Matter) -> None:
    found = compare(*matter.example)
    assert found.agreement is Agreement.CONFLICT, found.reasons
    assert found.slot in {Slot.POLARITY, Slot.MODALITY}


@every_matter
def test_the_counterexample_does_not(matter: Matter) -> None:
    found = compare(*matter.counterexample)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


SLOTS = [
    (
        Slot.NUMBER,
        'تعاقد سلاح البحر في جزيرة المرجان مع شركة "بوصلة" على بناء ثلاثة زوارق بقيمة 40 مليون يورو',
        'بموجب الصفقة المبرمة مع "بوصلة" بقيمة 40 مليون يورو ستتسلم جزيرة المرجان سبعة زوارق',
    ),
    (
        Slot.PLACE,
        'غرق المركب "غزال البحر" وعلى متنه 37 صيادا قبالة سواحل بنزرت ليل الثلاثاء',
        'ابتلع البحر ليل الثلاثاء قبالة شاطئ صفاقس المركب "غزال البحر" الذي كان يقل 37 صيادا',
    ),
    (
        Slot.TIME,
        "اغتيل نقيب المهندسين رائف السمان بالرصاص أمام مكتبه في مدينة حلب مساء الجمعة",
        "لقي رائف السمان نقيب المهندسين مصرعه برصاص مجهولين في حلب مساء الثلاثاء",
    ),
    (
        Slot.ACTOR,
        "عين المهندس عادل الصفدي رئيسا لهيئة السكك في جزيرة المرجان خلفا لسمير الطيبي",
        "اختار مجلس هيئة السكك في جزيرة المرجان المهندسة رنا الكبيسي لتحل محل سمير الطيبي",
    ),
]


@pytest.mark.parametrize(("slot", "one", "other"), SLOTS, ids=[slot for slot, _, _ in SLOTS])
def test_what_differs_of_one_occasion_conflicts(slot: Slot, one: str, other: str) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


NO_CONFLICTS = [
    (
        "أخلت نيابة الميناء سبيل المدون رامي الصائغ مساء الاثنين",
        "مددت نيابة الميناء حبس شريكه المقاول داود العيتاني الذي أوقف مع المدون رامي الصائغ",
    ),
    (
        'تسلم سلاح الجو في بلاد النخيل دفعة أولى من أربع مروحيات "حدأة" في فبراير الماضي',
        'حطت في بلاد النخيل في أكتوبر الماضي ست مروحيات "حدأة" هي الدفعة الثانية',
    ),
    (
        'أوقفت الشرطة في مدينة صفاقس ستة أشخاص للاشتباه بسرقة متحف "الزمرد"',
        'أخلت الشرطة في مدينة صفاقس سبيل شخصين في قضية سرقة متحف "الزمرد"',
    ),
    (
        "نقل إلى المستشفى 67 حالة تسمم من مدرسة زينون البلوط الابتدائية",
        "غادر المستشفى خمسون تلميذا من مدرسة زينون البلوط الابتدائية وبقيت 17 حالة",
    ),
    (
        "قد تخلي نيابة الميناء سبيل المدون رامي الصائغ مساء الاثنين",
        "المدون رامي الصائغ ما زال خلف القضبان في سجن الميناء",
    ),
    (
        'غرق المركب "غزال البحر" وعلى متنه 37 صيادا قبالة سواحل بنزرت ليل الثلاثاء',
        'ابتلع البحر ليل الثلاثاء قبالة تونس المركب "غزال البحر" الذي كان يقل 37 صيادا',
    ),
]


@pytest.mark.parametrize(
    ("one", "other"),
    NO_CONFLICTS,
    ids=["another person", "second batch", "two deeds", "parts", "only possible", "a town and its country"],
)
def test_what_can_both_be_does_not_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


def test_a_broken_matter_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"verbs": [], "synonym": [], "deed": [], "matter": [{"name": "ghosts", "outcome": []}]}
    monkeypatch.setattr(frames, "read_toml", lambda _: table)
    with pytest.raises(LanguageDataError, match=r"frames\.toml, matter 1 'ghosts'"):
        frames.load_frames(lambda _: (), lambda word: (word,))


def test_a_phrase_that_ends_in_a_gap_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"verbs": [], "synonym": [], "matter": [], "deed": [{"name": "endless", "phrases": ["*عاد .."]}]}
    monkeypatch.setattr(frames, "read_toml", lambda _: table)
    with pytest.raises(LanguageDataError, match="a phrase ends with a word"):
        frames.load_frames(lambda _: (), lambda word: (word,))


def test_who_was_dismissed_on_one_side_and_resigned_on_the_other_left_by_another_hand() -> None:
    found = compare(
        "استقالت مديرة المتحف الوطني سهام الراوي من منصبها يوم الأحد احتجاجا على خفض الميزانية",
        "أعفى وزير الثقافة سهام الراوي من إدارة المتحف الوطني يوم الأحد لخلاف معها",
    )
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.ACTOR), found.reasons
