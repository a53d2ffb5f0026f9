"""Quantities and money resolve to the interval and the unit that their words mean."""

import pytest
from mention_words import only, words_of

from musnad.model import Amount, MentionKind
from musnad.text import fold_word

QUANTITIES = [
    ("أطلق المقاتلون ثلاثة صواريخ.", Amount(3, 3, "صواريخ")),
    ("وصل خمسة وعشرون مراقبا.", Amount(25, 25, "مراقبا")),
    ("نزح 30 ألف شخص من البلدة.", Amount(30_000, 30_000, "شخص")),
    ("قتل أكثر من 40 مسلحا.", Amount(40, None, "مسلحا")),
    ("قتل أقل من 40 مسلحا.", Amount(0, 40, "مسلحا")),
    ("وصل نحو 100 جندي.", Amount(90, 110, "جندي")),
    ("تجمع عشرات المتظاهرين في الساحة.", Amount(20, 99, "متظاهرين")),
    ("وصل مئات من الجنود إلى الثكنة.", Amount(200, 999, "جنود")),
    ("يملك الفصيل ما بين 10 و20 دبابة.", Amount(10, 20, "دبابة")),
    ("تبعد القرية 1,500 متر عن النهر.", Amount(1500, 1500, "m")),
    ("ارتفع السعر 2.5 في المئة.", Amount(2.5, 2.5, "%")),
    ("شارك ألف وثلاثمئة متطوع في الحملة.", Amount(1300, 1300, "متطوع")),
]
MONEY = [
    ("كلف المشروع نصف مليون دولار.", Amount(500_000, 500_000, "USD")),
    ("دفع الوسيط مليوني يورو.", Amount(2_000_000, 2_000_000, "EUR")),
    ("بيع اللاعب مقابل 8ر15 مليون دولار.", Amount(15_800_000, 15_800_000, "USD")),
]


@pytest.mark.parametrize(("text", "amount"), QUANTITIES)
def test_a_quantity_has_its_amount(text: str, amount: Amount) -> None:
    found = only(text, MentionKind.QUANTITY).amount
    assert found is not None
    assert found.least == pytest.approx(amount.least)
    assert found.most == pytest.approx(amount.most)
    assert found.unit == fold_word(amount.unit or "")


@pytest.mark.parametrize(("text", "amount"), MONEY)
def test_money_has_its_amount_and_currency(text: str, amount: Amount) -> None:
    assert only(text, MentionKind.MONEY).amount == amount


def test_a_range_of_fire_is_told_from_other_distances() -> None:
    mention = only("كشف المعرض صاروخا مداه 700 كيلومتر.", MentionKind.QUANTITY)
    assert (mention.rule, mention.amount) == ("range", Amount(700, 700, "km"))


@pytest.mark.parametrize(
    "text", ["عقد اللقاء عام 2003 في القرية.", "انتظر الوفد ثلاثة أيام.", "تنص المادة 5 على ذلك.", "بعد 15 يناير."]
)
def test_years_durations_and_labels_are_no_quantities(text: str) -> None:
    assert words_of(text, MentionKind.QUANTITY) == []


def test_a_number_of_an_article_of_law_counts_nothing() -> None:
    assert words_of("وتعديلا للمادة 68 من الدستور بعد النقاش.", MentionKind.QUANTITY) == []
