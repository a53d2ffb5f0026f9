"""Tests that annotated claims are told apart by construction, and that each construction is scored by itself."""

import pytest

from musnad.claims import trace_claims
from musnad.evaluation import Attribution, GoldArticle, GoldLink, score_frames
from musnad.evaluation.frames import frames_of
from musnad.evaluation.gold import as_attribution
from musnad.languages import LANGUAGES
from musnad.languages.grammar import Frame
from musnad.model import Article, Claim, Span

GRAMMAR = LANGUAGES["ar"].grammar
LATE = "قال المدير خالد منصور إن العمل مستمر.\nوأضاف أن الحديقة ستغلق."


def attribution(text: str, content: str, *links: tuple[str, str, str], headline: bool = False) -> Attribution:
    """Return an attribution by its words; a link is (source or "", cue or "", relation)."""

    def spot(words: str) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    chain = tuple(
        GoldLink(spot(source), None if source else Span(0, 1), "person", spot(cue), False, "asserts", relation)
        for source, cue, relation in links
    )
    span = spot(content)
    assert span is not None
    return Attribution((span,), chain, "indirect", "none", "neutral", in_headline=headline)


@pytest.mark.parametrize(
    ("text", "content", "links", "frames"),
    [
        ("قال خالد إن العمل مستمر", "إن العمل مستمر", [("خالد", "قال", "says")], {Frame.VERB_FIRST}),
        ("خالد قال إن العمل مستمر", "إن العمل مستمر", [("خالد", "قال", "says")], {Frame.SUBJECT_FIRST}),
        ("وأضاف أن العمل مستمر", "أن العمل مستمر", [("", "أضاف", "says")], {Frame.ELIDED}),
        (
            "جاء مشيرا إلى أن العمل مستمر",
            "أن العمل مستمر",
            [("", "مشيرا إلى", "says")],
            {Frame.ELIDED, Frame.PARTICIPLE},
        ),
        ("بحسب خالد العمل مستمر", "العمل مستمر", [("خالد", "بحسب", "says")], {Frame.PREPOSED}),
        ("العمل مستمر بحسب خالد", "العمل مستمر", [("خالد", "بحسب", "says")], {Frame.POSTPOSED}),
        ("بعد إعلان خالد أن العمل مستمر", "أن العمل مستمر", [("خالد", "إعلان", "says")], {Frame.NOMINAL}),
        (
            "قال خالد لرويترز إن العمل مستمر",
            "إن العمل مستمر",
            [("رويترز", "", "told_to"), ("خالد", "قال", "says")],
            {Frame.VERB_FIRST, Frame.TOLD_TO},
        ),
    ],
)
def test_frames_of_an_annotated_claim(
    text: str, content: str, links: list[tuple[str, str, str]], frames: set[Frame]
) -> None:
    one = attribution(text, content, *links)
    assert frames_of(text, one, [one], GRAMMAR) == frames


def test_a_claim_whose_cue_stands_in_anothers_content_is_nested() -> None:
    text = "قال خالد إن الوزير أكد أن العمل مستمر"
    outer = attribution(text, "إن الوزير أكد أن العمل مستمر", ("خالد", "قال", "says"))
    inner = attribution(text, "أن العمل مستمر", ("الوزير", "أكد", "says"))
    assert Frame.NESTED in frames_of(text, inner, [outer, inner], GRAMMAR)
    assert Frame.NESTED not in frames_of(text, outer, [outer, inner], GRAMMAR)


def claims_of(text: str) -> tuple[Claim, ...]:
    return trace_claims(Article(text, "ar", False), LANGUAGES["ar"])[0]


def test_perfect_claims_score_one_in_each_of_their_frames() -> None:
    claims = claims_of(LATE)
    article = GoldArticle("a", LATE, None, None, tuple(map(as_attribution, claims)))
    figures = score_frames([(article, claims)], GRAMMAR)
    for frame in ("verb-first", "elided"):
        assert figures[frame] == {"gold": 1, "recall": 1.0, "all_overlap": 1.0, "predicted": 1, "precision": 1.0}
    assert figures["relay"] == {"gold": 0, "recall": None, "all_overlap": None, "predicted": 0, "precision": None}


def test_a_missed_claim_costs_recall_and_a_spurious_one_precision_in_its_frame_alone() -> None:
    first, second = claims_of(LATE)
    missing = GoldArticle("a", LATE, None, None, tuple(map(as_attribution, (first, second))))
    assert score_frames([(missing, (first,))], GRAMMAR)["elided"]["recall"] == 0.0
    assert score_frames([(missing, (first,))], GRAMMAR)["verb-first"]["recall"] == 1.0
    spurious = GoldArticle("a", LATE, None, None, (as_attribution(first),))
    assert score_frames([(spurious, (first, second))], GRAMMAR)["elided"]["precision"] == 0.0
    assert score_frames([(spurious, (first, second))], GRAMMAR)["verb-first"]["precision"] == 1.0
