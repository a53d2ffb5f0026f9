"""Numbers in words, in digits and mixed resolve to what they mean, with what bounds and divides them."""

import pytest
from mention_words import mentions_of

from musnad.model import MentionKind

COUNTED = {
    "أحد عشر مراقبا": 11,
    "إحدى عشرة طائرة": 11,
    "اثنا عشر مراقبا": 12,
    "اثنتا عشرة حافلة": 12,
    "ستة عشر مراقبا": 16,
    "واحد وعشرون مراقبا": 21,
    "إحدى وعشرون طائرة": 21,
    "سبعا وثلاثين طائرة": 37,
    "مئة وثلاثة مراقبين": 103,
    "مئة وثمانية عشر مراقبا": 118,
    "مئتان واثنا عشر مراقبا": 212,
    "ثلاث مئة مراقب": 300,
    "خمس مائة مراقب": 500,
    "خمسمئة وخمسة وعشرون مراقبا": 525,
    "ألف ومئتا مراقب": 1200,
    "ألف ومئة وخمسون مراقبا": 1150,
    "ألفا جندي": 2000,
    "ألفان وثلاثمئة جندي": 2300,
    "ثلاثة آلاف وأربعمئة وستة وخمسون جنديا": 3456,
    "3 آلاف و500 جندي": 3500,
    "12 ألفا و300 جندي": 12_300,
    "ثمانية عشر ألف جندي": 18_000,
    "مئة ألف زائر": 100_000,
    "مئة وعشرون ألفا من الجنود": 120_000,
    "مئتا ألف زائر": 200_000,
    "ثلاثمئة وخمسون ألف زائر": 350_000,
    "2,5 مليون زائر": 2_500_000,
    "في هذا العام و2.5 مليون زائر": 2_500_000,
    "وصول الحشد إلى4.5 مليون زائر": 4_500_000,
    "ما زاد بـ1,200 زائر": 1200,
}
MONEY = {
    "ربع مليون دولار": 250_000,
    "ثلاثة أرباع مليون دولار": 750_000,
    "مليون ونصف المليون دولار": 1_500_000,
    "مليونا ونصف مليون دولار": 1_500_000,
    "مليونا وربع المليون دولار": 1_250_000,
    "مليون دولار ونصف المليون": 1_500_000,
    "مليونين ونصف المليون دولار": 2_500_000,
    "مليونا دولار": 2_000_000,
    "مليون و200 ألف دولار": 1_200_000,
    "مليارا و200 مليون دولار": 1_200_000_000,
    "خمسة وسبعين مليونا ومئتي ألف يورو": 75_200_000,
    "دولارين": 2,
    "نصف دولار": 0.5,
}
MEASURES = {
    "مترين": (2, "m"),
    "مترا ونصف المتر": (1.5, "m"),
    "ثلاثة أمتار ونصف المتر": (3.5, "m"),
    "كيلومترين ونصف الكيلومتر": (2.5, "km"),
    "نصف طن": (0.5, "t"),
    "نصفا في المئة": (0.5, "%"),
    "اثنين ونصفا في المئة": (2.5, "%"),
    "ثلاثة فاصلة خمسة في المئة": (3.5, "%"),
    "نصف نقطة مئوية": (0.5, "pp"),
    "نقطتين مئويتين": (2, "pp"),
    "خمسا وعشرين نقطة أساس": (25, "bp"),
}
BOUNDS = {
    "بضعة مراقبين": (3, 9),
    "بضعة عشر مراقبا": (13, 19),
    "بضع مئات من الجنود": (300, 999),
    "بضعة آلاف من الجنود": (3000, 9999),
    "عشرات آلاف الزوار": (20_000, 99_999),
    "نيف وعشرون مراقبا": (21, 29),
    "أزيد من مئة وخمسين مراقبا": (150, None),
    "ما لا يقل عن ثلاثة عشر مراقبا": (13, None),
    "خمسون مراقبا على الأقل": (50, None),
    "ألف مراقب أو أكثر": (1000, None),
    "أقل من مئتين وخمسين مراقبا": (0, 250),
    "ما لا يزيد على عشرين مراقبا": (0, 20),
    "ليس أكثر من ثلاثين مراقبا": (0, 30),
    "ما يناهز أربعين مراقبا": (36, 44),
    "ما يقرب من أربعين مراقبا": (36, 44),
    "لنحو 200 مراقب": (180, 220),
    "12-15 مراقبا": (12, 15),
}


def _amounts(words: str, kind: MentionKind) -> list[tuple[float, float | None, str | None]]:
    found = [mention.amount for mention in mentions_of(f"ذكر التقرير {words}.") if mention.kind is kind]
    return [(round(one.least, 3), one.most and round(one.most, 3), one.unit) for one in found if one is not None]


@pytest.mark.parametrize(("words", "number"), COUNTED.items())
def test_a_number_in_words_is_read_as_a_whole(words: str, number: float) -> None:
    assert [found[:2] for found in _amounts(words, MentionKind.QUANTITY)] == [(number, number)]


@pytest.mark.parametrize(("words", "number"), MONEY.items())
def test_money_is_read_with_its_fractions(words: str, number: float) -> None:
    assert [found[:2] for found in _amounts(words, MentionKind.MONEY)] == [(number, number)]


@pytest.mark.parametrize(("words", "measure"), MEASURES.items())
def test_a_measure_is_read_with_its_fractions_and_as_a_dual(words: str, measure: tuple[float, str]) -> None:
    number, unit = measure
    assert _amounts(words, MentionKind.QUANTITY) == [(number, number, unit)]


@pytest.mark.parametrize(("words", "bounds"), BOUNDS.items())
def test_what_bounds_a_number_makes_an_interval_of_it(words: str, bounds: tuple[float, float | None]) -> None:
    assert [found[:2] for found in _amounts(words, MentionKind.QUANTITY)] == [bounds]


@pytest.mark.parametrize("words", ["مترا", "دولارا", "نصف القرية", "خمسة وستة مراقبين"])
def test_one_unit_alone_or_two_numbers_in_a_row_are_no_amount(words: str) -> None:
    assert (0.5, 0.5, None) not in _amounts(words, MentionKind.QUANTITY)
    assert (11, 11, "مراقبين") not in _amounts(words, MentionKind.QUANTITY)
    assert words not in {"مترا", "دولارا"} or _amounts(words, MentionKind.QUANTITY) == []


@pytest.mark.parametrize("words", ["2018-2019 موسما", "3-1 هدفا"])
def test_years_and_scores_are_no_range(words: str) -> None:
    assert _amounts(words, MentionKind.QUANTITY) == []
