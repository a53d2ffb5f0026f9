"""Ranks, ages, scores, crowds and measures of one occasion conflict where they are apart."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

APART = {
    "ranks": (
        "أنهت السباحة التونسية ليلى بن عيسى سباق الفراشة في هلسنكي ثالثة",
        "جاءت ليلى بن عيسى التونسية في المرتبة السادسة في سباق الفراشة في هلسنكي",
    ),
    "the how maniest": (
        "توج نادي السنابل بكأس الجبل للمرة الرابعة",
        "أحرز السنابل لقبه التاسع في كأس الجبل",
    ),
    "ages by ordinals": (
        "رحلت الرسامة نجوى الكيالي عن واحد وتسعين عاما",
        "فارقت الرسامة نجوى الكيالي الحياة وهي في الثالثة والسبعين من عمرها",
    ),
    "scores": (
        "خسرت النرويج أمام الأوروغواي بهدف لهدفين في ودية بيرغن",
        "انتهت ودية بيرغن بفوز الأوروغواي على النرويج بأربعة أهداف مقابل هدف",
    ),
    "crowds": (
        "حضر بضعة أشخاص حفل تأبين الملحن سمير الدقاق",
        "شارك الآلاف في تأبين الملحن سمير الدقاق",
    ),
    "two units of length": (
        "ارتفع منسوب نهر العاصي عند حماة مترين ونصف المتر خلال ليلة واحدة",
        "زاد منسوب العاصي عند حماة ثلاثين سنتيمترا خلال الليلة نفسها",
    ),
    "money, by other verbs": (
        "طالب محتجزو المهندس زكريا العلواني بفدية قدرها سبعون ألف دولار",
        "المبلغ الذي اشترطه محتجزو المهندس زكريا العلواني مقابل حريته مليون ونصف المليون دولار",
    ),
    "a nation's people": (
        "هبطت في مطار أغاديز صباح الاثنين طائرة تقل مئة وأربعين مواطنا نيجريا رحلوا من ليبيا",
        "حملت الطائرة التي أعادت المرحلين من ليبيا إلى مطار أغاديز صباح الاثنين مئتين وعشرين نيجريا",
    ),
}
TOGETHER = {
    "a metre and a half": (
        "ارتفع منسوب نهر العاصي عند حماة مترا ونصف المتر خلال ليلة واحدة",
        "زاد منسوب العاصي عند حماة 150 سنتيمترا خلال الليلة نفسها",
    ),
    "parts of a whole": (
        "أصيب 47 عاملا في مصنع الورق في قليبية بالتسمم",
        "غادر المستشفى 30 من عمال مصنع الورق في قليبية المصابين بالتسمم وبقي 17 عاملا تحت المراقبة",
    ),
    "a price of two days": (
        "بلغ سعر كيس البن العدني 700 دولار يوم الأحد",
        "أغلق سعر كيس البن العدني الخميس عند 740 دولارا",
    ),
    "a second batch": (
        "وصلت الدفعة الثانية من القمح وفيها عشرون طنا إلى ميناء المكلا",
        "وصلت الدفعة الثالثة من القمح وفيها ثلاثون طنا إلى ميناء المكلا",
    ),
    "two towns of one state": (
        "قتل ثلاثة عمال في انهيار جدار في ملعب في طبرق",
        "قتل خمسة عمال في انهيار جدار في ملعب في مصراتة",
    ),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_numbers_apart_of_one_occasion_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.NUMBER), found.reasons


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER.keys())
def test_numbers_that_may_both_be_do_not(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
