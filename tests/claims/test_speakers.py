"""Tests whom a verb without a subject means: the nearest earlier speaker who agrees in gender and number."""

import pytest
from claim_words import claims_in

from musnad.model import LinkKind

HE = "قال المدير خالد منصور إن العمل مستمر."
SHE = "قالت الوزيرة مريم سعيد إن العيادة جاهزة."
THEY = "قال مسؤولون في البلدية إن الحديقة ستغلق."
SOURCES = "أكدت مصادر في الجمارك أن الشحنة وصلت."


def resolved_last(text: str) -> str:
    """Return the words that the last claim's left-out speaker resolves to."""
    words = claims_in(text)[-1]
    assert words.sources == [""]
    return words.resolved


@pytest.mark.parametrize(
    ("before", "verb", "speaker"),
    [
        (HE, "وأضاف", "المدير خالد منصور"),
        (SHE, "وأضافت", "الوزيرة مريم سعيد"),
        (THEY, "وأضافوا", "مسؤولون في البلدية"),
        (SOURCES, "وأضافت", "مصادر في الجمارك"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_left_out_speaker_is_the_one_before(before: str, verb: str, speaker: str, gap: str) -> None:
    assert resolved_last(f"{before}{gap}{verb} أن التفاصيل ستعلن لاحقا.") == speaker


def test_masculine_verb_passes_over_a_woman() -> None:
    assert resolved_last(f"{HE}\n{SHE}\nوأضاف أن التفاصيل ستعلن لاحقا.") == "المدير خالد منصور"


def test_feminine_verb_passes_over_a_man() -> None:
    assert resolved_last(f"{SHE}\n{HE}\nوأضافت أن التفاصيل ستعلن لاحقا.") == "الوزيرة مريم سعيد"


def test_plural_verb_passes_over_one_person() -> None:
    assert resolved_last(f"{THEY}\n{HE}\nوأضافوا أن التفاصيل ستعلن لاحقا.") == "مسؤولون في البلدية"


def test_facts_between_do_not_hide_the_speaker() -> None:
    between = "وصلت الشاحنات إلى الميناء صباح الأحد."
    assert resolved_last(f"{HE}\n{between}\nوأضاف أن التفاصيل ستعلن لاحقا.") == "المدير خالد منصور"


def test_kind_comes_with_the_resolved_speaker() -> None:
    origin = claims_in(f"{THEY}\nوأضافوا أن التفاصيل ستعلن لاحقا.")[-1].origin
    assert (origin.kind, origin.source) == (LinkKind.ANON, None)


def test_nobody_before_leaves_the_speaker_unknown() -> None:
    assert claims_in("وأضاف أن التفاصيل ستعلن لاحقا.")[0].origin.kind is LinkKind.UNKNOWN


def test_quotation_with_a_left_out_speaker() -> None:
    text = f"{SHE}\nوتابعت «سنفتح أبوابنا أمام جميع المرضى»."
    assert resolved_last(text) == "الوزيرة مريم سعيد"


def test_participle_belongs_to_the_speaker_of_its_sentence() -> None:
    text = "قالت الوزيرة مريم سعيد إن المدارس ستفتح، مشيرة إلى أن الكتب جاهزة."
    assert resolved_last(text) == "الوزيرة مريم سعيد"


def test_participle_ends_the_content_before_it() -> None:
    text = "قالت الوزيرة مريم سعيد إن المدارس ستفتح، مشيرة إلى أن الكتب جاهزة."
    assert [words.content for words in claims_in(text)] == ["إن المدارس ستفتح", "أن الكتب جاهزة"]


def test_second_participle_belongs_to_the_same_speaker() -> None:
    text = "قال المدير خالد منصور إن المدارس ستفتح، مؤكدا أن الكتب جاهزة، ومشيرا إلى أن الحافلات تعمل."
    assert resolved_last(text) == "المدير خالد منصور"


def test_relative_clause_means_the_noun_before_it() -> None:
    text = "حضر الافتتاح المهندس أحمد سالم، الذي أكد أن الجسر يتحمل مرور الشاحنات."
    assert resolved_last(text) == "المهندس أحمد سالم"


def test_definite_phrase_refers_back_to_the_fuller_mention() -> None:
    words = claims_in("قال مدير الميناء يوسف كامل إن السفن ستعود.\nوقال كامل إن الأرصفة جاهزة.")[-1]
    assert (words.sources, words.resolved) == (["كامل"], "مدير الميناء يوسف كامل")


def test_headline_does_not_answer_for_the_body() -> None:
    text = "خالد منصور: العمل مستمر\nوأضاف أن التفاصيل ستعلن لاحقا."
    assert claims_in(text, headline=True)[-1].origin.resolved is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ودعت الوزير إلى الاستقالة.", "الوزيرة مريم سعيد"),
        ("وستعلن أي نتائج فور ظهورها.", "الوزيرة مريم سعيد"),
    ],
)
def test_a_noun_that_cannot_be_the_subject_is_the_object(sentence: str, speaker: str) -> None:
    assert resolved_last(f"{SHE} {sentence}") == speaker


def test_a_woman_s_name_behind_a_title_speaks_with_a_feminine_verb() -> None:
    assert claims_in(f"{HE} ودعت الوزير المكلف سارة كامل إلى الهدوء.")[-1].sources == ["الوزير المكلف سارة كامل"]
