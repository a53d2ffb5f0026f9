"""A mention in the making: tokens instead of characters, and the strength with which its rule claims them."""

from typing import NamedTuple

from musnad.mentions.line import Line
from musnad.model import Amount, Mention, MentionKind, PlaceCandidate, Span


# A named tuple: most are made to be weighed against others, and a report has hundreds.
class Draft(NamedTuple):
    """A mention of tokens [first, end); `skip` and `trim` letters at its head and tail are clitics outside it.

    `entry` is the id of the lexicon entry that it matched, `country` an ISO 3166 alpha-2 code.
    """

    kind: MentionKind
    first: int
    end: int
    rule: str
    confidence: float
    skip: int = 0
    trim: int = 0
    entry: str | None = None
    country: str | None = None
    amount: Amount | None = None
    refers_to: Span | None = None
    candidates: tuple[PlaceCandidate, ...] = ()

    def mention(self, line: Line) -> Mention:
        """Return the mention with the characters that the draft covers."""
        span = line.span(self.first, self.end, skip=self.skip, trim=self.trim)
        return Mention(
            self.kind,
            span,
            self.rule,
            self.confidence,
            entry=self.entry,
            country=self.country,
            refers_to=self.refers_to,
            amount=self.amount,
            candidates=self.candidates,
        )
