"""Tests that ل behind a title and its adjective belongs to the office, and that shares of people can speak."""

import pytest
from claim_words import claims_in

from musnad.model import LinkKind


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "دعا الأمين العام لمنظمة الأمواج العربية الحكومات إلى فتح المعابر.",
            "الأمين العام لمنظمة الأمواج العربية",
        ),
        ("دعا الزعيم الجديد لحركة «النهر» مقاتليه إلى توحيد صفوفهم.", "الزعيم الجديد لحركة «النهر»"),
        ("أبدى المدير الفني لفريق الساحل سامي البحري رضاه عن الأداء.", "المدير الفني لفريق الساحل سامي البحري"),
        (
            "ويقول المدير العام لصحيفة «المرفأ»، الأستاذ علي الجبلي: التطبيق الجديد متاح للجميع.",
            "المدير العام لصحيفة «المرفأ»، الأستاذ علي الجبلي",
        ),
    ],
)
def test_what_an_office_is_of_belongs_to_the_source(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("دعا الأمين العام لتشكيل لجنة تحقيق.", "الأمين العام"),
        ("قال المدير العام لصحيفة المرفأ إن الأرصفة جاهزة.", "المدير العام"),
        ("قال الأمين العام للصحفيين إن الأرصفة جاهزة.", "الأمين العام"),
    ],
)
def test_what_is_asked_for_and_who_listens_is_no_part_of_an_office(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("دعت باكستان مجلس الأمن الدولي إلى جلسة مفتوحة هذا الأسبوع.", "باكستان"),
        ("حذرت الحكومة اليمنية جماعة «النهر» من عرقلة الاتفاق.", "الحكومة اليمنية"),
    ],
)
def test_a_body_that_one_asks_is_no_part_of_who_asks(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


def test_a_great_number_of_people_is_one_unnamed_source() -> None:
    (claim,) = claims_in("كان عدد كبير من الخبراء يشكك في أن تبلغ البلاد هذه المرتبة.")
    assert (claim.sources, claim.origin.kind) == (["عدد كبير من الخبراء"], LinkKind.ANON)


def test_a_final_statement_speaks_for_the_meeting_whose_it_is() -> None:
    (claim,) = claims_in("ودان البيان الختامي للقمة العربية الاعتداء على القافلة.")
    assert (claim.sources, claim.origin.kind) == (["لقمة العربية"], LinkKind.GROUP)


@pytest.mark.parametrize(
    ("sentence", "source", "kind"),
    [
        ("أفاد 39 في المائة من الناخبين بأنهم سيشاركون.", "39 في المائة من الناخبين", LinkKind.GROUP),
        ("وقال 20 في المائة إنهم لن يشاركوا.", "20 في المائة", LinkKind.GROUP),
        ("وقال الكثير إنهم لن يشاركوا.", "الكثير", LinkKind.ANON),
        ("وتساءل هؤلاء عن سر التأخير.", "هؤلاء", LinkKind.GROUP),
    ],
)
def test_shares_and_numbers_of_people_speak(sentence: str, source: str, kind: LinkKind) -> None:
    (claim,) = claims_in(sentence)
    assert (claim.sources, claim.origin.kind) == ([source], kind)


def test_a_plural_verb_behind_a_comma_speaks_for_those_before_it() -> None:
    (claim,) = claims_in("عين المجلس مديرة رغم تحفظ عدد من أعضائه، اعتبروا أن خبرتها قليلة.")
    assert claim.resolved == "عدد من أعضائه"


def test_nobody_suspects_the_man_who_is_suspected() -> None:
    (claim,) = claims_in("هرب رجل يشتبه بأنه العقل المدبر للسرقة.")
    assert claim.origin.kind is LinkKind.UNKNOWN


def test_what_a_thing_is_made_after_says_nothing() -> None:
    assert claims_in("يصنع النجار الأبواب وفق تصاميم قديمة.") == []


def test_the_first_letter_of_a_place_is_no_preposition_of_describing() -> None:
    (claim,) = claims_in("ووصف المتشددون انسحابهم من مدينة باردوا الساحلية بأنه تكتيكي.")
    assert (claim.sources, claim.content) == (["المتشددون"], "بأنه تكتيكي")


def test_the_name_of_an_office_behind_its_place_is_no_addressee() -> None:
    (claim,) = claims_in("دعا مفتي طرابلس الشيخ مالك الكتبي إلى التهدئة.")
    assert claim.sources[-1] == "مفتي طرابلس الشيخ مالك الكتبي"


def test_lawyers_of_someone_are_several() -> None:
    (claim,) = claims_in("وقال محامو سمير الكتبي إن الشركة اخترقت رسائله.")
    assert claim.origin.kind is LinkKind.ANON


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "أوضح رئيس لجنة الإشراف على الامتحانات وليد شاكر أن النسبة مرتفعة.",
            "رئيس لجنة الإشراف على الامتحانات وليد شاكر",
        ),
        (
            "أكد المشرف العام على الإعلام بوزارة الزراعة سامر بن خالد الحربي أن الموسم بدأ.",
            "المشرف العام على الإعلام بوزارة الزراعة سامر بن خالد الحربي",
        ),
        (
            "قال المسؤول عن الملف المائي في الخارجية سعيد كرم إن المحادثات فشلت.",
            "المسؤول عن الملف المائي في الخارجية سعيد كرم",
        ),
        ("رأى مجلس الدفاع عن حقوق الصيادين أن القرار ظالم.", "مجلس الدفاع عن حقوق الصيادين"),
        ("كشفت لجنة الدفاع عن الصيادين عن ثلاث شكاوى.", "لجنة الدفاع عن الصيادين"),
        (
            "صرح المتحدث باسم الجيش في إقليم ناران العقيد حسن فارس بأن القتال توقف.",
            "المتحدث باسم الجيش في إقليم ناران العقيد حسن فارس",
        ),
        (
            "وصف سالم حامد، المحامي المكلف بالدفاع عن المتهم، الحكم بأنه جائر.",
            "سالم حامد، المحامي المكلف بالدفاع عن المتهم،",
        ),
        (
            'بحسب مراد كامل مدير قسم الأدلة في "نورداتا"، كشفت الحملة أساليب جديدة.',
            'مراد كامل مدير قسم الأدلة في "نورداتا"',
        ),
        ('قالت جماعة تسمي نفسها "جيش النور" إنها نفذت الهجوم.', 'جماعة تسمي نفسها "جيش النور"'),
        ("قال رئيس بلدية سابق، سمير النجار، الأحد الماضي، إن القرار خاطئ.", "رئيس بلدية سابق، سمير النجار،"),
        ("قال الوزير آلان كامل إن الطريق مغلقة.", "الوزير آلان كامل"),
    ],
)
def test_an_office_goes_on_with_the_preposition_that_it_takes(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("كشفت وزارة الدفاع عن خطة جديدة لحماية الساحل.", "وزارة الدفاع"),
        ("كشف المسؤول عن خطة جديدة لحماية الساحل.", "المسؤول"),
        ('أعلن الاتحاد الشمالي في "الساعات الأولى" أن الاتفاق جاهز.', "الاتحاد الشمالي"),
        ("يقول الخبير الآن إن الطريق مغلقة.", "الخبير"),
    ],
)
def test_a_preposition_of_the_verb_or_of_a_place_is_no_part_of_an_office(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]
