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


@pytest.mark.parametrize(
    "sentence",
    [
        "شددت السلطات الخناق على المقربين منه.",
        "وهذا يؤكد أن الخطة فشلت.",
        "إن تغيير شروط الاتفاق يهدد بإلغائه كليا.",
        "إذا لم تحدد البلاد قواعد التجارة فستخسر.",
        "وصل إلى البلدة أمس رجلان اثنين على دراجة.",
    ],
)
def test_deeds_pronouns_and_conditions_report_nothing(sentence: str) -> None:
    assert claims_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("ووصف الوضع في المدينة الشرقية بأنه صعب.", "بأنه صعب"),
        ("ووصف جروح المصور بأنها خطيرة.", "بأنها خطيرة"),
        ("وكشف النقاب عن تلاعب في النتائج.", "تلاعب في النتائج"),
        ("وأدان الليلة قبل الماضية اختطاف الموظفين.", "اختطاف الموظفين"),
        ("وطالب السياسة الخارجية للبلاد بأن تعكس هذه الحقيقة.", "بأن تعكس هذه الحقيقة"),
        ("وقال معقبا: «سننجز الطريق الجديد قريبا جدا».", "«سننجز الطريق الجديد قريبا جدا»"),
        ("وقال في رسالة وصلت بالبريد الإلكتروني إن الطريق سيغلق.", "إن الطريق سيغلق"),
    ],
)
def test_what_the_verb_speaks_of_is_no_speaker(sentence: str, content: str) -> None:
    *_, claim = claims_in(f"زار سالم الراشد البلدة أمس. {sentence}")
    assert (claim.resolved, claim.content) == ("سالم الراشد", content)


@pytest.mark.parametrize(
    ("sentence", "source", "kind"),
    [
        ("وصف الوزير الوضع في المدينة بأنه صعب.", "الوزير", LinkKind.PERSON),
        ("أرجع الرهيدي سبب التسمية إلى شهرة الكلمة.", "الرهيدي", LinkKind.PERSON),
        ("وقال مزارعو الوادي إن الماء قليل.", "مزارعو الوادي", LinkKind.GROUP),
        ("الهجوم الصاروخي أظهر أن الدفاع ضعيف.", "الهجوم الصاروخي", LinkKind.DOCUMENT),
        ("وتدعو الخطة إلى وضع إطار جديد للعمل.", "الخطة", LinkKind.DOCUMENT),
        ("وذكر مصدر أمني طالبا عدم كشف هويته أن رجلا هرب.", "مصدر أمني طالبا عدم كشف هويته", LinkKind.ANON),
        (
            "أوضح المهندس فيصل الفاضل أمين مبادرة الأبنية الخضراء أن المشاريع متعثرة.",
            "المهندس فيصل الفاضل أمين مبادرة الأبنية الخضراء",
            LinkKind.PERSON,
        ),
    ],
)
def test_a_speaker_ends_before_a_matter_and_a_matter_is_no_person(sentence: str, source: str, kind: LinkKind) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.origin.kind) == ([source], kind)


def test_a_deed_that_shows_something_goes_on_saying_nothing() -> None:
    text = "قال سالم الراشد إن الهجوم كبير. والهجوم الصاروخي أظهر أن الدفاع ضعيف. وأضاف أن الحرب طويلة."
    assert claims_in(text)[-1].resolved == "سالم الراشد"


def test_a_topic_before_the_colon_of_a_headline_speaks_to_nobody() -> None:
    assert claims_in("اختفاء سالم الراشد: الشرطة تفتش غابة", headline=True) == []
