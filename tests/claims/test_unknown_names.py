"""Tests that names which no lexicon holds are read by their place, and words spelled like names are not."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import Anonymity, LinkKind


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("أوضح المدرب الفرنسي كيليان دوبريه أن الفريق سيسافر.", "المدرب الفرنسي كيليان دوبريه"),
        ("قال المتحدث باسم المتحف ياكوب هالر إن القاعة ستفتح.", "المتحدث باسم المتحف ياكوب هالر"),
        ("قال وزير الدفاع، بيورن ستورسن، إن بلاده بخير.", "وزير الدفاع، بيورن ستورسن،"),
        ("قال المتحدث باسم الجيش، أفيخار درعين، صباح الثلاثاء، إن بلاده بخير.", "المتحدث باسم الجيش، أفيخار درعين،"),
        ("قالت رئيسة البلدية آن دوريفال إن الجسر سيغلق.", "رئيسة البلدية آن دوريفال"),
        ("قال الخبير في الشؤون الأوروبية تييري مونفال إن الجسر سيغلق.", "الخبير في الشؤون الأوروبية تييري مونفال"),
        ("قالت أم محمد: «أتى الحريق على كل ما نملك في القرية».", "أم محمد"),
        ("وقالت ماي إن الحكومة ستستدعي السفير.", "ماي"),
        (
            "اتهم العقيد سالم الجبالي، المتحدث باسم الحلف الذي تقوده بلاده، المعارضين بأنهم يهربون السلاح.",
            "العقيد سالم الجبالي، المتحدث باسم الحلف الذي تقوده بلاده،",
        ),
    ],
)
def test_a_name_that_no_list_holds_belongs_to_its_title(sentence: str, source: str) -> None:
    claim = only_claim(sentence)
    assert claim.sources == [source]
    assert claim.origin.kind is LinkKind.PERSON


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("أبلغ الوزير نظيره أن الطريق مغلق.", "الوزير"),
        ("أكد الوزير مجددا أن الطريق مغلق.", "الوزير"),
        ("قال ضابط في الجيش لرويترز إن الطريق مغلق.", "ضابط في الجيش"),
        ("قال المواطن في التسجيل إنه تفاجأ أن الطريق مغلق.", "المواطن"),
        ("قال الوزير، مبتسما ابتسامة عريضة، إن الطريق مغلق.", "الوزير"),
    ],
)
def test_what_is_no_name_ends_the_source(sentence: str, source: str) -> None:
    assert claims_in(sentence)[0].sources[-1] == source


@pytest.mark.parametrize("sentence", ["قالت في ماي الماضي إن الطريق مغلق.", "أعلنت 12 ماي أن الطريق مغلق."])
def test_a_month_is_no_surname(sentence: str) -> None:
    assert only_claim(sentence).sources == [""]


@pytest.mark.parametrize("source", ["المتحدث باسم المتحف", "المتحدث نفسه"])
def test_a_spokesman_whom_nobody_names_is_an_official(source: str) -> None:
    origin = only_claim(f"قال {source} إن القاعة ستفتح غدا.").origin
    assert (origin.kind, origin.anonymity) == (LinkKind.ANON, Anonymity.OFFICIAL)
