"""Tests that a source ends where whom or what its verb speaks of begins."""

import pytest
from claim_words import claims_in


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("تتهم موسكو ودمشق الفصائل المسلحة بمنع السكان من المغادرة.", "موسكو ودمشق"),
        ("اتهم المتحدث باسم وزارة الدفاع الروسية لندن بممارسة ضغوط على المحققين.", "المتحدث باسم وزارة الدفاع الروسية"),
        ("تتهم فرنسا وبريطانيا روسيا بالعمل على إخفاء الوثائق.", "فرنسا وبريطانيا"),
        ("دعا المندوب الهيئة المكونة من عشرين عضوا إلى إدانة القصف.", "المندوب"),
        ("حذر المفوض السامي مرتكبي الانتهاكات من المساءلة.", "المفوض السامي"),
        ('أعلنت جماعة "رايات النهر" التوصل إلى اتفاق مع الحكومة.', 'جماعة "رايات النهر"'),
        ("أكد النواب ضرورة تأجيل التصويت على الموازنة.", "النواب"),
        ("أعلنت إمارة منطقة النخيل المباركة القبض على ثلاثة مهربين.", "إمارة منطقة النخيل المباركة"),
        ("أعلنت تركيا حالة الطوارئ في ثلاث مدن.", "تركيا"),
        ("دعا رئيس البلدية سكان الحي إلى الهدوء.", "رئيس البلدية"),
        ("واتهمت وزارة الدفاع الجيش الوطني بقصف القرية.", "وزارة الدفاع"),
        ("اتهمت منظمة البحر الدولية الرئيس سامي كامل بانتهاج سياسة الخوف.", "منظمة البحر الدولية"),
        ("وانتقدت منظمة البحر الدولية الحكومة المحلية لعدم تحركها.", "منظمة البحر الدولية"),
        ("وحملت الرابطة جماعة النجم كامل المسؤولية عن سلامتهم.", "الرابطة"),
        ("حملت وزارة الدفاع المتمردين مسؤولية القصف.", "وزارة الدفاع"),
    ],
)
def test_a_source_ends_before_whom_or_what_its_verb_speaks_of(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("دعت حكومة كوريا الجنوبية جارتها إلى الحوار.", "حكومة كوريا الجنوبية"),
        ("اتهم وزير الخارجية القطري نظيره بالتسرع.", "وزير الخارجية القطري"),
        ("دعا وزير خارجية المملكة العربية السعودية إلى ضبط النفس.", "وزير خارجية المملكة العربية السعودية"),
        ("حذر قائد الجيش اللبناني جورج شلهوب من الفتنة.", "قائد الجيش اللبناني جورج شلهوب"),
        ("انتقدت كتائب النجم الجناح المسلح للحركة هذا القرار.", "كتائب النجم الجناح المسلح للحركة"),
        ("انتقدت قيادة الفصائل المعارضة هذا القرار.", "قيادة الفصائل المعارضة"),
    ],
)
def test_adjectives_and_names_go_on_with_a_source(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


def test_who_listens_is_no_part_of_a_speaker_in_a_headline() -> None:
    claims = claims_in("سالم الحربي لرئيس البلدية: شكرا على ترحيبكم الحار بالوفد", headline=True)
    assert [claim.sources[-1] for claim in claims] == ["سالم الحربي"]


def test_the_accused_of_a_verbal_noun_is_no_part_of_the_accuser() -> None:
    claims = claims_in("جاء الاجتماع على خلفية اتهام موسكو لبريطانيا بالتورط في الحادث.")
    assert [claim.sources[-1] for claim in claims] == ["موسكو"]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("أعلن مدير منظمة حظر الأسلحة الكيميائية أن الخبراء وصلوا.", "مدير منظمة حظر الأسلحة الكيميائية"),
        ("قالت منظمة يونيسيف إن المدارس أغلقت.", "منظمة يونيسيف"),
        ("قال المجلس المحلي في دوما إن الطرق مغلقة.", "المجلس المحلي في دوما"),
        ("أفادت مصادر بالمعارضة بأن القافلة وصلت.", "مصادر بالمعارضة"),
        ("صرح العديد من شهود العيان بأن الطريق مغلق.", "العديد من شهود العيان"),
    ],
)
def test_a_source_is_not_cut_within_a_name_or_after_a_preposition(sentence: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == [source]


@pytest.mark.parametrize(
    "sentence",
    [
        "أكدت اللجنة في تقريرها موقفها. وأكدت في الوقت ذاته وجوب أن تعلن النتائج.",
        "اجتمع الوزير مع الوفد. واتفق معه أن يزور الميناء.",
        "قال الوزير إن العمل مستمر. وأوعز لمرافقيه أن يغلقوا الباب.",
    ],
)
def test_what_is_said_or_who_listens_is_no_source(sentence: str) -> None:
    last = claims_in(sentence)[-1]
    assert last.sources[-1] == ""


def test_a_ruling_of_according_to_ends_a_source() -> None:
    claims = claims_in("اكتشف الباحثون وفق دراسة جديدة أن الدماغ يتغير.")
    assert claims[-1].sources[-1] == "الباحثون"


def test_a_verb_joined_by_and_ends_a_source() -> None:
    claims = claims_in("تتزامن المعارك مع هدنة أعلنتها روسيا وبدأ تطبيقها الثلاثاء.")
    assert [claim.sources[-1] for claim in claims] in ([], ["روسيا"])


def test_a_preposition_that_governs_no_noun_is_left_out_of_a_source() -> None:
    claims = claims_in("وصفت الوزارة من قبل المناورات بأنها الأكبر منذ سنوات.")
    assert [claim.sources[-1] for claim in claims] == ["الوزارة"]
