"""Each kind of mention is found with its span, in sentences of our own."""

import pytest
from mention_words import mentions_of, words_of

from musnad.model import MentionKind

FOUND = [
    (MentionKind.PERSON, "وصل عبد الكريم الساحلي إلى المدينة.", ["عبد الكريم الساحلي"]),
    (MentionKind.PERSON, "التقى الرئيس سمير الكتبي ضيوفه.", ["سمير الكتبي"]),
    (MentionKind.PERSON, "قتلت الغارة أبو حمزة التلي قرب الحدود.", ["أبو حمزة التلي"]),
    (MentionKind.GOVERNMENT_BODY, "أكدت وزارة الصحة والسكان وصول اللقاح.", ["وزارة الصحة والسكان"]),
    (MentionKind.GOVERNMENT_BODY, "انتشر الجيش السوداني في الحي.", ["الجيش السوداني"]),
    (MentionKind.ORGANISATION, 'طالبت جمعية "نور الغد" بالتحقيق.', ['جمعية "نور الغد"']),
    (MentionKind.COUNTRY, "سافر الوفد إلى العراق ثم للأردن.", ["العراق", "لأردن"]),
    (MentionKind.PLACE, "عاد المراقبون إلى بغداد.", ["بغداد"]),
    (MentionKind.OUTLET, 'نشرت صحيفة "ضفاف" صورا جديدة.', ['صحيفة "ضفاف"']),
    (MentionKind.WEAPON, "عرض الجيش صاروخا من طراز سهم 44 في الساحة.", ["صاروخا", "سهم 44"]),
    (MentionKind.ARMED_GROUP, "هاجمت كتائب النصر الموقع ليلا.", ["كتائب النصر"]),
    (MentionKind.ARMED_GROUP, "انتشرت الميليشيات القبلية في الوادي.", ["الميليشيات القبلية"]),
    (MentionKind.FACILITY, "هبطت الطائرة في مطار بيروت مساء.", ["مطار بيروت"]),
    (MentionKind.FACILITY, "تجمع المحتجون أمام السفارة الكندية.", ["السفارة الكندية"]),
    (MentionKind.NATIONALITY, "التقى الطبيب الكندي مرضاه.", ["الكندي"]),
    (MentionKind.CRAFT, "رست ناقلة النفط قرب الميناء.", ["ناقلة النفط"]),
    (MentionKind.EVENT_NAME, "انتهت قمة بيروت من دون بيان.", ["قمة بيروت"]),
    (MentionKind.EVENT_NAME, "وقع الطرفان اتفاق الطائف بعد أسابيع.", ["اتفاق الطائف"]),
    (MentionKind.WEAPON, "سلمت الورشة عشر دبابات وصواريخها إلى اللواء.", ["دبابات", "صواريخ"]),
    (MentionKind.WEAPON, 'ظهرت منظومة "درع الشمال 9" في العرض.', ['منظومة "درع الشمال 9"']),
    (MentionKind.TITLE, "استقبل وزير الدفاع التركي نظيره.", ["وزير الدفاع التركي"]),
    (MentionKind.MONEY, "بلغت الصفقة 3 مليارات دولار.", ["3 مليارات دولار"]),
    (MentionKind.QUANTITY, "سقط ما لا يقل عن 12 جريحا في القصف.", ["12 جريحا"]),
]


@pytest.mark.parametrize(
    "text",
    [
        "وصلت سيارات الإسعاف إلى موقع الحادث بعد دقائق.",
        "اعتقل السائق في موقع الاصطدام قرب الجسر.",
        "طوق الجنود موقع الانفجار شرقي السوق.",
    ],
)
def test_the_site_of_a_happening_is_no_outlet(text: str) -> None:
    assert words_of(text, MentionKind.OUTLET) == []


@pytest.mark.parametrize(
    "text",
    ["ونشر الوزير على إكس أن الجسر سيفتح.", "قال تعالى في كتابه إن الصبر خير.", "وقال شاهد عيان إن الطريق مقطوع."],
)
def test_a_network_a_formula_and_a_witness_are_no_persons(text: str) -> None:
    assert words_of(text, MentionKind.PERSON) == []


def test_the_network_x_is_no_nerve_agent() -> None:
    assert words_of("كتبت النائبة على حسابها في إكس كلمة قصيرة.", MentionKind.WEAPON) == []
    assert words_of("عثر الخبراء على غاز في إكس قرب المخزن.", MentionKind.WEAPON) == ["غاز في إكس"]


@pytest.mark.parametrize(("kind", "text", "expected"), FOUND)
def test_a_mention_is_found_with_its_words(kind: MentionKind, text: str, expected: list[str]) -> None:
    assert words_of(text, kind) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), FOUND)
def test_every_mention_names_its_rule_and_how_sure_it_is(kind: MentionKind, text: str, expected: list[str]) -> None:
    for mention in mentions_of(text):
        assert mention.rule
        assert 0 < mention.confidence <= 1


def test_a_conjunction_and_a_preposition_stay_outside_the_mention() -> None:
    assert words_of("وبالعراق ولإيران علاقات قديمة.", MentionKind.COUNTRY) == ["العراق", "إيران"]


def test_a_hashtag_is_read_as_its_words() -> None:
    assert words_of("عاد الهدوء إلى #كوريا_الشمالية اليوم.", MentionKind.COUNTRY) == ["كوريا_الشمالية"]


def test_a_title_holds_the_body_that_it_is_of() -> None:
    text = "وصل رئيس الحكومة اليمنية مساء."
    assert words_of(text, MentionKind.TITLE) == ["رئيس الحكومة اليمنية"]
    assert words_of(text, MentionKind.GOVERNMENT_BODY) == ["الحكومة اليمنية"]


def test_a_time_of_day_is_no_body() -> None:
    assert mentions_of("وصلت القافلة إلى المدينة مع الفجر بعد رحلة طويلة.") == ()
