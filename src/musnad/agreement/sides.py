"""Two statements side by side, with all that is known of them where they are compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.model import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of two statements beside their words.

    `one_story` tells whether their reports are of one story, None where that is not known; `marked` that the writer
    himself sets the two against each other; `copied` that one report is, in part, a copy of the other.
    """

    one_story: bool | None = None
    marked: bool = False
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """Two statements, their alignment and what was found of their slots."""

    left: Statement
    right: Statement
    alignment: Alignment
    figures: tuple[FigurePair, ...]
    place: Finding | None
    time: Finding | None
    actor: Finding | None
    evidence: Evidence

    @property
    def in_one_report(self) -> bool:
        """Tell whether one page says both."""
        return self.left.assertion.report == self.right.assertion.report

    @property
    def has_part(self) -> bool:
        """Tell whether one of the two is a part of a longer report."""
        return self.left.is_part or self.right.is_part

    @property
    def again(self) -> bool:
        """Tell whether one side alone tells of another happening of the kind."""
        marks = [Mark.AGAIN in side.wording.marks for side in (self.left, self.right)]
        return marks[0] != marks[1]


def other_pairs(sides: Sides, finding: Finding) -> Iterator[Pair]:
    """Yield the partners that are not the finding's own words."""
    is_whole = finding.left == sides.left.span
    for pair in sides.alignment.pairs:
        if is_whole or not (pair.left.span.overlaps(finding.left) or pair.right.span.overlaps(finding.right)):
            yield pair


def words_before(side: Statement, span: Span) -> Iterator[Word]:
    """Yield the words of content before the span."""
    return (word for word in side.wording.words if word.span.end <= span.start)


def words_around(side: Statement, span: Span, reach: int) -> Sequence[Word]:
    """Return the words of content right before and right after the span."""
    before = [word for word in side.wording.words if word.span.end <= span.start]
    after = [word for word in side.wording.words if word.span.start >= span.end]
    return [*before[-reach:], *after[:reach]]


def word_at(side: Statement, span: Span) -> Word | None:
    """Return the word of content at the span."""
    return next((word for word in side.wording.words if word.span.overlaps(span)), None)
