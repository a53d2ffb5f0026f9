"""Two statements side by side, with all that is known of them where they are compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.circumstances import find_actor, find_place, find_time
from musnad.agreement.doers import find_doer
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair, compare_figures
from musnad.agreement.statements import Statement
from musnad.agreement.venues import find_venue
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon
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


class Matter(NamedTuple):
    """How many parties two statements share, and what these tell in all."""

    shared: int
    weight: float


class Sides:
    """Two statements, their alignment and what is found of their slots: found where it is asked, for most never are."""

    __slots__ = "_actor", "_figures", "_lexicon", "_place", "_time", "alignment", "evidence", "left", "matter", "right"

    def __init__(
        self,
        sides: tuple[Statement, Statement],
        alignment: Alignment,
        matter: Matter,
        lexicon: AgreementLexicon,
        evidence: Evidence,
    ) -> None:
        self.left, self.right = sides
        self.alignment = alignment
        self.matter = matter
        self.evidence = evidence
        self._lexicon = lexicon
        self._figures: tuple[FigurePair, ...] | None = None
        # In a tuple, since nothing found is an answer too.
        self._place: tuple[Finding | None] | None = None
        self._time: tuple[Finding | None] | None = None
        self._actor: tuple[Finding | None] | None = None

    @property
    def figures(self) -> tuple[FigurePair, ...]:
        """Return the numbers that both tell of one thing."""
        if self._figures is None:
            self._figures = compare_figures(self.left, self.right, self._lexicon.words["people"])
        return self._figures

    @property
    def place(self) -> Finding | None:
        """Return the places that exclude each other, if any."""
        if self._place is None:
            told = (self.left, self.right, self.alignment, self._lexicon)
            self._place = (find_place(*told) or find_venue(*told),)
        return self._place[0]

    @property
    def time(self) -> Finding | None:
        """Return the times that do not meet, if any."""
        if self._time is None:
            self._time = (find_time(self.left, self.right),)
        return self._time[0]

    @property
    def actor(self) -> Finding | None:
        """Return the two who cannot both have done it, if any."""
        if self._actor is None:
            told = (self.left, self.right, self.alignment, self._lexicon)
            self._actor = (find_doer(*told) or find_actor(*told),)
        return self._actor[0]

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
        return (Mark.AGAIN in self.left.wording.marks) != (Mark.AGAIN in self.right.wording.marks)


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
