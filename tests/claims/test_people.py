"""Tests that the names of people, as the mentions tell them, hold a source together and tell what kind it is."""

import pytest
from claim_words import ClaimWords

from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, LinkKind, Span


def claims_with(text: str, *people: str) -> list[ClaimWords]:
    """Return the claims of a text in which these words are known for names of people."""
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in people]
    claims, _ = trace_claims(Article(text, "ar", has_headline=False), LANGUAGES["ar"], people=spans)
    return [ClaimWords(claim, text) for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "name", "source"),
    [
        ("أعلن الضابط سو كاي جوان أن القطار وصل إلى المحطة.", "سو كاي جوان", "الضابط سو كاي جوان"),
        ("رفض وزير الدولة برتن ألان كروم إلغاء القرار.", "برتن ألان كروم", "وزير الدولة برتن ألان كروم"),
        ("وقالت السفيرة دريسا فان تاكه إن المعرض سيفتح غدا.", "دريسا فان تاكه", "السفيرة دريسا فان تاكه"),
    ],
)
def test_a_month_or_a_word_of_time_within_a_name_does_not_cut_it(sentence: str, name: str, source: str) -> None:
    assert [claim.sources[-1] for claim in claims_with(sentence, name)] == [source]


def test_a_month_that_is_no_name_still_ends_the_source() -> None:
    (claim,) = claims_with("أعلن الضابط سو جوان الماضي أن القطار وصل إلى المحطة.", "سو")
    assert claim.sources == ["الضابط سو"]


def test_what_is_said_is_no_part_of_a_name() -> None:
    (claim,) = claims_with("أكد دريسان التزامه بالهدنة حتى نهاية الشهر.", "دريسان التزامه")
    assert (claim.sources, claim.content) == (["دريسان"], "التزامه بالهدنة حتى نهاية الشهر")


def test_a_name_that_the_mentions_tell_makes_a_person_of_a_spokesman() -> None:
    sentence = "قال المتحدث باسم الجيش الشمالي، أفيرخان أدرسي، صباح الثلاثاء، إن الطريق مغلق."
    (claim,) = claims_with(sentence, "أفيرخان أدرسي")
    assert (claim.sources, claim.origin.kind) == (["المتحدث باسم الجيش الشمالي، أفيرخان أدرسي،"], LinkKind.PERSON)


@pytest.mark.parametrize(
    "sentence",
    [
        "قال المتحدث باسم الصرح المعماري إن الأنوار ستطفأ عند منتصف الليل.",
        "قال المتحدث الإعلامي باسم شرطة منطقة النخيل إن الطريق مغلق.",
    ],
)
def test_on_behalf_of_is_nobody_s_name(sentence: str) -> None:
    assert [claim.origin.kind for claim in claims_with(sentence)] == [LinkKind.ANON]


def test_an_office_that_the_text_gave_a_name_before_is_a_person() -> None:
    text = (
        "قالت دريسا كمال، زوجة الرئيس الشمالي، إن المعرض سيفتح غدا. وأكدت زوجة الرئيس الشمالي أن الدخول مجاني للأطفال."
    )
    assert [claim.origin.kind for claim in claims_with(text, "دريسا كمال")] == [LinkKind.PERSON] * 2


def test_the_adjective_of_an_unnamed_man_is_no_name() -> None:
    (claim,) = claims_with("قال مسؤول دولي إن إطلاق النار مخز.", "دولي")
    assert claim.origin.kind is LinkKind.ANON


def test_a_family_s_name_is_not_cut() -> None:
    (claim,) = claims_with("وقال آل الشيخ إن الطريق مفتوح.")
    assert claim.sources == ["آل الشيخ"]
