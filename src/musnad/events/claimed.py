"""Tells for any place of the text which claim holds it, and which claim's cue it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from musnad.model import Claim, Span, Stance


@dataclass(frozen=True, slots=True)
class Claimed:
    """The innermost claim that holds a place: its id, and the stances of its links."""

    id: str
    stances: frozenset[Stance]
    sources: tuple[Span, ...]
    tellers: tuple[Span, ...] = ()
    """Every mention of the sources, those that only refer back included."""
    negated: bool = False
    """Whether it is said that somebody did not say so: لم يقل الوزير إن."""


class ClaimIndex:
    """The claims of a report by the places of their contents and cues."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._contents: list[tuple[int, int, Claim]] = []
        self._cues: list[tuple[int, int, Claim, int]] = []
        for claim in claims:
            self._contents += [(span.start, span.end, claim) for span in claim.content]
            for number, link in enumerate(claim.chain):
                if link.cue is not None:
                    self._cues.append((link.cue.start, link.cue.end, claim, number))
        self._contents.sort(key=lambda one: one[0])
        self._cues.sort(key=lambda one: one[0])

    def holding(self, span: Span) -> Claimed | None:
        """Return the claim with the shortest content that holds the span."""
        best: tuple[int, Claim] | None = None
        for start, end, claim in self._contents:
            if start > span.start:
                break
            if end >= span.end and (best is None or end - start < best[0]):
                best = (end - start, claim)
        return _claimed(best[1]) if best else None

    def is_spoken_at(self, span: Span) -> bool:
        """Tell whether the words name the speaker of the link whose cue the span touches."""
        return any(
            start < span.end and end > span.start and claim.chain.links[number].source is not None
            for start, end, claim, number in self._cues
        )

    def speaker_before(self, span: Span, begin: int) -> tuple[Span, ...]:
        """Return who speaks in the last claim of whose words none stand behind `begin` and before the span's end."""
        earlier = [
            claim
            for start, _, claim, _ in self._cues
            if begin <= start < span.start and claim.content[-1].end <= span.start
        ]
        return _claimed(earlier[-1]).sources if earlier else ()

    def speaker_at(self, span: Span) -> tuple[Span, ...] | None:
        """Return the source of the link whose cue the span touches: empty if it is unknown, None if there is no cue."""
        for start, end, claim, number in self._cues:
            if start >= span.end:
                break
            if end > span.start:
                link = claim.chain.links[number]
                named = link.resolved if link.source is None else link.source
                return (named,) if named else ()
        return None


def _claimed(claim: Claim) -> Claimed:
    links = claim.chain.links
    sources = tuple(span for link in links[-1:] if (span := link.resolved or link.source) is not None)
    tellers = tuple(span for link in links for span in (link.source, link.resolved) if span is not None)
    # لم يعلق على الهجوم leaves the attack as it is: only a clause is what somebody did not say.
    negated = claim.rule.endswith("-clause") and any(link.cue_negated for link in links)
    return Claimed(claim.id, frozenset(link.stance for link in links), sources, tellers, negated)
