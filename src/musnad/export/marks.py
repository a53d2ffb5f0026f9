"""What a reader should notice of a claim at a glance, and the figures of a report."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.export.whole_names import holder_name
from musnad.model import AuthorStance, Claim, Hedge, LinkKind, Mode, Report, Stance


class Mark(StrEnum):
    """One thing to notice of a claim."""

    DENIED = "denied"
    NEGATED = "negated"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    ANONYMOUS = "anonymous"
    VERBATIM = "verbatim"
    PARTLY_VERBATIM = "partly_verbatim"
    IN_HEADLINE = "in_headline"
    LONG_CHAIN = "long_chain"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many claims a report holds, under how many names their origins appear, how many claims rest on an
    unnamed source, and how many links the longest chain has."""

    claims: int
    origins: int
    anonymous: int
    longest_chain: int


def claim_marks(claim: Claim) -> tuple[Mark, ...]:
    """Return what to notice of the claim, weightiest first."""
    tests = {
        Mark.DENIED: any(link.stance is Stance.DENIES for link in claim.chain),
        Mark.NEGATED: any(link.cue_negated for link in claim.chain),
        Mark.POSSIBLE: claim.hedge is Hedge.POSSIBLE,
        Mark.PROBABLE: claim.hedge is Hedge.PROBABLE,
        Mark.DISTANCING: claim.author_stance is AuthorStance.DISTANCING,
        Mark.ENDORSING: claim.author_stance is AuthorStance.ENDORSING,
        Mark.ANONYMOUS: any(link.kind is LinkKind.ANON for link in claim.chain),
        Mark.VERBATIM: claim.mode is Mode.DIRECT,
        Mark.PARTLY_VERBATIM: claim.mode is Mode.MIXED,
        Mark.IN_HEADLINE: claim.in_headline,
        Mark.UNVERIFIED: claim.verification is not None,
        Mark.LONG_CHAIN: len(claim.chain) > 1,
    }
    return tuple(mark for mark, holds in tests.items() if holds)


def report_figures(report: Report) -> Figures:
    """Return the figures of the report; all 0 where it has no claims."""
    text = report.article.text if report.article is not None else ""
    names = {holder_name(text, claim.chain.origin) for claim in report.claims} - {""}
    return Figures(
        claims=len(report.claims),
        origins=len(names),
        anonymous=sum(Mark.ANONYMOUS in claim_marks(claim) for claim in report.claims),
        longest_chain=max((len(claim.chain) for claim in report.claims), default=0),
    )
