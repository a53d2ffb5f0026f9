"""Tests that marks, digits and invisible characters neither hide a report nor shift its words."""

import pytest
from claim_words import claims_in, only_claim
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, ProblemCode, Span

PLAIN = "قال وزير النقل أحمد سالم إن الجسر سيفتح الأحد."
NBSP = "\u00a0"
RLM = "\u200f"
LRM = "\u200e"


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("قَالَ", PLAIN.replace("قال", "قَالَ")),
        ("قــال", PLAIN.replace("قال", "قــال")),
        (f"ق{RLM}ال", PLAIN.replace("قال", f"ق{RLM}ال")),
        ("قال", PLAIN.replace(" ", NBSP)),
        ("قال", PLAIN.replace(" ", "  ")),
    ],
)
def test_spelling_variant_is_read_like_the_plain_sentence(cue: str, text: str) -> None:
    words = only_claim(text)
    assert (words.claim.rule, words.cues) == (only_claim(PLAIN).claim.rule, [cue])


def test_bidirectional_mark_inside_a_source_stays_inside_its_span() -> None:
    words = only_claim(PLAIN.replace("أحمد", f"أح{LRM}مد"))
    assert words.sources == [f"وزير النقل أح{LRM}مد سالم"]


def test_tashkeel_on_the_complementiser_stays_in_the_content() -> None:
    assert only_claim(PLAIN.replace("إن", "إنَّ")).content == "إنَّ الجسر سيفتح الأحد"


def test_hamza_may_be_left_out() -> None:
    words = only_claim(PLAIN.replace("أ", "ا").replace("إ", "ا"))
    assert words.content == "ان الجسر سيفتح الاحد"


def test_arabic_digits_stay_in_the_content() -> None:
    words = only_claim("قالت وزارة النقل إن ١٢٥٫٥ مليون راكب استخدموا القطار.")
    assert words.content == "إن ١٢٥٫٥ مليون راكب استخدموا القطار"


def test_dot_in_a_number_does_not_end_the_content() -> None:
    words = only_claim("قالت وزارة النقل إن 2.5 مليون راكب استخدموا القطار.")
    assert words.content == "إن 2.5 مليون راكب استخدموا القطار"


def test_full_stop_glued_to_the_next_word_ends_the_sentence() -> None:
    claims = claims_in("قالت وزارة النقل إن الجسر جاهز.وأضافت أن الطريق سيفتح غدا.")
    assert [words.content for words in claims] == ["إن الجسر جاهز", "أن الطريق سيفتح غدا"]


def test_quotation_mark_without_partner_is_a_problem() -> None:
    article = Article(text="قال أحمد سالم إن الجسر «قديم جدا.", language="ar", has_headline=False)
    _, problems = trace_claims(article, LANGUAGES["ar"])
    assert ProblemCode.UNBALANCED_QUOTES in [problem.code for problem in problems]


def test_empty_text_has_no_claims() -> None:
    assert claims_in("") == []


def test_reading_twice_gives_the_same_claims() -> None:
    assert [words.claim for words in claims_in(PLAIN)] == [words.claim for words in claims_in(PLAIN)]


def test_ids_tell_claims_apart() -> None:
    claims = claims_in(f"{PLAIN}\n{PLAIN}")
    assert len({words.claim.id for words in claims}) == 2


# -- any text at all -----------------------------------------------------------------------------

_SPEECH = (
    "قال قالت وأضاف وأضافوا أكد نفت لم يؤكد إن أن بأن أنه التي الذي قائلا مشيرا إلى عن من في على نقلت نقلا "
    "قوله بحسب وفقا حسبما كما ذكرت زعم وزير وزارة الصحة أحمد مريم مصدر أمني بيان تقرير صحيفة لصحيفة لرويترز "
    "رويترز الجسر سيفتح قد ربما الأحد أمس للصحفيين يذكر يعتبر بتهمة إعلان المتوقع دعا هدد ب ل و ف ٢٠١٩ 2.5 "
    "ت.غ #وسم @حساب U.S قَالَ قــال"
)
_WORDS = _SPEECH.split()
_MARKS = [*"«»“”\"„‟():،,.؟!-–؛'", "..", "..."]
_GAPS = [" ", " ", " ", "", "\n", NBSP, RLM, "\t"]
_pieces = st.tuples(st.sampled_from(_WORDS * 2 + _MARKS), st.sampled_from(_GAPS)).map("".join)
_texts = st.lists(_pieces, max_size=60).map("".join)


def spans_of(article: Article) -> list[Span]:
    """Return every span of every claim and problem that the reader gives for an article."""
    claims, problems = trace_claims(article, LANGUAGES["ar"])
    spans = [problem.span for problem in problems]
    for claim in claims:
        spans += [*claim.content, *claim.verbatim]
        for link in claim.chain:
            spans += [link.source, link.resolved, link.cue]
    return [span for span in spans if span is not None]


@settings(max_examples=200, deadline=None)
@given(text=_texts, headline=st.booleans())
def test_any_mixture_is_read_without_leaving_the_text(text: str, headline: bool) -> None:
    article = Article(text=text, language="ar", has_headline=headline)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(article))


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_any_characters_are_read_without_leaving_the_text(text: str) -> None:
    article = Article(text=text, language="ar", has_headline=False)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(article))
