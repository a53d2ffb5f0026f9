"""Tests that questions and what a speaker leaves unsaid are read beside what was said."""

import pytest
from claim_words import claims_in

from musnad.model import LinkKind, Stance


@pytest.mark.parametrize(
    ("sentence", "asking", "cue", "content"),
    [
        ("وردا على سؤال حول موعد الافتتاح، ابتسم المدير.", "", "سؤال", "حول موعد الافتتاح"),
        (
            "وعلى سؤال «هل ستفتحون المتحف هذا العام؟»، ابتسم المدير.",
            "",
            "سؤال",
            "«هل ستفتحون المتحف هذا العام؟»",
        ),
        (
            "وردا على سؤال للصحفيين حول ما إذا كان المتحف جاهزا، ابتسم المدير.",
            "لصحفيين",
            "سؤال",
            "حول ما إذا كان المتحف جاهزا",
        ),
        ("وعندما سئل كامل عن العواقب، غادر القاعة.", "", "سئل", "عن العواقب"),
        ("فتح ذلك الباب أمام تساؤلات واسعة حول سبب التأخير.", "", "تساؤلات", "حول سبب التأخير"),
        ("سخر من تساؤلات طرحها بعض الخبراء بشأن اللقاء.", "بعض الخبراء", "تساؤلات طرحها", "بشأن اللقاء"),
        ("التقى صحفيين طرحوا أسئلة بشأن خبرته.", "صحفيين", "طرحوا أسئلة", "بشأن خبرته"),
    ],
)
def test_a_question_is_a_claim_of_who_asks(sentence: str, asking: str, cue: str, content: str) -> None:
    (claim,) = [words for words in claims_in(sentence) if words.claim.rule == "question"]
    assert (claim.sources, claim.cues, claim.content) == ([asking], [cue], content)
    assert claim.origin.stance is Stance.ASKS
    assert claim.origin.kind is (LinkKind.ANON if asking else LinkKind.UNKNOWN)


def test_the_question_that_was_answered_is_no_part_of_the_answer() -> None:
    answer, question = claims_in("اقترح المدير سامي كامل أن يفتح المتحف غدا وذلك ردا على سؤال حول موعد الافتتاح.")
    assert answer.content == "أن يفتح المتحف غدا"
    assert (question.claim.rule, len(question.links)) == ("question", 1)


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        (
            "قال المدير سامي كامل إن سفينة جنحت قرب الساحل، دون أن يحدد موعد تعويمها.",
            "دون أن يحدد",
            "موعد تعويمها",
        ),
        ("نفت الشركة الخبر من دون توضيح ما إذا كانت السفينة لها.", "من دون توضيح", "ما إذا كانت السفينة لها"),
    ],
)
def test_what_a_speaker_leaves_unsaid_is_negated_and_his(sentence: str, cue: str, content: str) -> None:
    said, unsaid = claims_in(sentence)
    assert (unsaid.cues, unsaid.content) == ([cue], content)
    assert unsaid.origin.cue_negated
    assert unsaid.origin.resolved == said.origin.source
    assert content not in said.content


@pytest.mark.parametrize(
    "sentence",
    [
        "عاد العمال إلى الميناء من دون خسائر.",
        "عمل المصنع عاما دون أن يتوقف.",
    ],
)
def test_without_a_verb_of_saying_nothing_is_left_unsaid(sentence: str) -> None:
    assert claims_in(sentence) == []
