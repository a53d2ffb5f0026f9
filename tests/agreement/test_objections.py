"""What looks like a contradiction and is none: other things, other places of one text, told by the way."""

import pytest
from read_reports import compare, statement_of

from musnad.agreement import Evidence, compare_statements
from musnad.languages import LANGUAGES
from musnad.model import Agreement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # An adjective that is denied, and an official who bears its name.
        ("قال البيان إن الاتهامات غير مسؤولة وتسيء إلى البلدين", "صدرت الاتهامات عن مسؤول رفيع وتسيء إلى البلدين"),
        # Both deny, in other words.
        ("لا أحد يملك حق إغلاق الميناء القديم", "ليس من حق أي جهة إغلاق الميناء القديم"),
        # Will send three, were sent twenty.
        ("سيرسل المتحف ثلاثة خبراء إلى حلب تضامنا مع أهلها", "أرسل نحو عشرين خبيرا إلى حلب تضامنا مع أهلها"),
        # Of two nouns that one word is said of.
        ("ارتفعت أسعار الخبز في مدينة الخمس هذا الشهر", "انخفضت أسعار الوقود في مدينة الخمس هذا الشهر"),
        # One killed him and he himself: the attacker may be counted in.
        ("قتل ثلاثة أشخاص في هجوم بسكين في سوق كوتا", "قتل أربعة أشخاص في هجوم بسكين في سوق كوتا"),
        # An estimate.
        ("قتل 59 عاملا في انهيار منجم الصوان", "انهيار منجم الصوان أدى لمقتل ما يقارب 60 عاملا"),
    ],
)
def test_what_only_looks_like_one_is_no_contradiction(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("باعت الشركة ست طائرات للبلدية", "الأنباء عن بيع الشركة ست طائرات للبلدية عارية عن الصحة"),
        ("قصف الجيش مستشفى الرحمة في حي السلام", "لم يتعرض مستشفى الرحمة في حي السلام لأي قصف"),
        ("سددت البلدية ديون المسرح", "تخلفت البلدية عن سداد ديون المسرح"),
    ],
)
def test_further_ways_to_deny_are_found(one: str, other: str) -> None:
    assert compare(one, other).agreement is Agreement.CONFLICT


def test_in_copies_only_a_word_in_the_same_place_is_a_contradiction() -> None:
    left = statement_of("بدأت محاكمة المهندس سامر يوم الاثنين في قاعة المحكمة الكبرى بمدينة الخمس")
    right = statement_of("بدأت محاكمة المهندس سامر يوم الخميس في قاعة المحكمة الكبرى بمدينة الخمس")
    lexicon = LANGUAGES["ar"].agreement
    apart = compare_statements(left, right, lexicon, Evidence(one_story=None))
    copied = compare_statements(left, right, lexicon, Evidence(one_story=None, copied=True))
    assert apart.agreement is Agreement.CONFLICT
    assert copied.agreement is not Agreement.CONFLICT
