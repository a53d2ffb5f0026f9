"""Whatever a text is made of, the claims step reads it: no crash, spans inside the text, the same result twice."""

from collections.abc import Iterator

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musnad.article.credits import read_credits
from musnad.claims import Reasons, trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, Claim, Link, Span

CUES = ["قال", "وقال", "أضاف", "نقلت", "نقلا عن", "بحسب", "وفقا ل", "كما", "قائلا", "مشيرا إلى", "قوله إن", "نفى"]
SOURCES = ["الوزير", "مصدر", "وكالة رويترز", "الوكالة", "المتحدث باسم", "محمد علي", "بيان", "تغريدة", "اسمه", "تهمة"]
JOINTS = ["أن", "إن", "بأن", "الذي", "عن", "في", "مع", "و", "لم يتسن", "طلب عدم", "على حسابه", "المصدر", "علي"]
MARKS = ["«", "»", '"', "“", "”", "(", ")", "،", ":", "-", "–", ".", "..", "؛", "؟", "/", "*", "'", "\n", " "]
pieces = st.one_of(
    st.sampled_from(CUES + SOURCES + JOINTS),
    st.sampled_from(MARKS),
    st.tuples(st.sampled_from(MARKS + CUES), st.integers(2, 12)).map(lambda run: run[0] * run[1]),
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىًٌٍَُِّْـ", max_size=40),
    st.text(max_size=12),
)
hostile = st.tuples(st.lists(pieces, max_size=40), st.sampled_from(["", " "])).map(lambda made: made[1].join(made[0]))


def spans_of(claim: Claim) -> Iterator[Span | None]:
    yield from (*claim.content, *claim.verbatim, claim.verification)
    for circumstance in claim.circumstances:
        yield from (circumstance.span, circumstance.account)
    for link in claim.resolved_chain:
        yield from spans_of_link(link)


def spans_of_link(link: Link) -> Iterator[Span | None]:
    yield from (link.source, link.resolved, link.cue, link.anonymity_clause)


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, st.booleans())
@example("قال " * 400, False)
@example("«" * 300 + "قال الوزير إن " + "»" * 299, True)
@example("وكالة " * 20 + "«قال الوزير» إن «", False)
@example('قال"', False)
@example("في", True)
def test_any_text_is_read_with_spans_inside_it_and_the_same_twice(text: str, headline: bool) -> None:
    article = Article(text, "ar", headline)
    claims, problems = trace_claims(article, LANGUAGES["ar"])
    credits = read_credits(article, LANGUAGES["ar"])
    spans = [span for claim in claims for span in spans_of(claim)]
    spans += [problem.span for problem in problems] + [credit.span for credit in credits]
    assert all(span.end <= len(text) for span in spans if span)
    assert all(claim.content[0].of(text).strip() for claim in claims)
    assert trace_claims(article, LANGUAGES["ar"]) == (claims, problems)
    # What explains a reading must not change it.
    assert trace_claims(article, LANGUAGES["ar"], Reasons()) == (claims, problems)
