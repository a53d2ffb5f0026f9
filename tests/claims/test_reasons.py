"""Tests that the reasons of a reading are noted as it decides, and change nothing of what is read."""

from musnad.claims import ClaimReasons, Reasons, trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, Claim

TEXT = (
    "قال مدير الميناء يوسف كامل إن السفن، ومنها ثلاث قديمة، ستعود قبل الشتاء.\n"
    "وقالت الوزيرة مريم سعيد إن العيادة جاهزة.\n"
    "وأضاف أن الأرصفة جاهزة، موضحا أن الرافعات تعمل."
)


def explained(text: str = TEXT) -> list[tuple[Claim, ClaimReasons]]:
    reasons = Reasons()
    claims, _ = trace_claims(Article(text, "ar", False), LANGUAGES["ar"], reasons)
    return [(claim, reasons.claims[claim.id]) for claim in claims]


def test_every_claim_has_its_reasons_and_is_read_as_without_them() -> None:
    plain, _ = trace_claims(Article(TEXT, "ar", False), LANGUAGES["ar"])
    assert tuple(claim for claim, _ in explained()) == plain
    assert len(plain) == 4


def test_a_left_out_speaker_has_its_candidates_from_the_nearest_up_to_the_one_taken() -> None:
    claim, reasons = explained()[2]
    candidates = reasons.links[-1].candidates
    assert [candidate.span.of(TEXT) for candidate in candidates] == ["الوزيرة مريم سعيد", "مدير الميناء يوسف كامل"]
    assert [candidate.distance for candidate in candidates] == [1, 2]
    assert "gender" in candidates[0].excluded
    assert candidates[1].excluded == ""
    assert candidates[1].span == claim.chain.origin.resolved


def test_the_ends_that_were_passed_over_and_the_one_taken_are_noted() -> None:
    _, reasons = explained()[2]
    assert [boundary.span.of(TEXT) for boundary in reasons.boundaries] == ["،"]
    assert "participle" in reasons.boundaries[0].reason
    _, first = explained()[0]
    assert [bool(boundary.reason) for boundary in first.boundaries] == [False, False, True]


def test_the_readers_asked_at_the_cue_end_with_the_one_that_fitted() -> None:
    assert explained()[0][1].tried[-1] == "read_verb"
    assert explained()[3][1].tried[-1] == "read_participle"


def test_the_place_of_the_sentence_is_told() -> None:
    places = [(reasons.sentence, reasons.paragraph) for _, reasons in explained()]
    assert places == [(1, 1), (2, 2), (3, 3), (3, 3)]


def test_a_speaker_nobody_fits_says_so() -> None:
    _, reasons = explained("وقالت الوزيرة مريم سعيد إن العيادة جاهزة.\nوأضاف أن الأرصفة جاهزة.")[1]
    assert "none" in reasons.links[-1].how
    assert all(candidate.excluded for candidate in reasons.links[-1].candidates)
