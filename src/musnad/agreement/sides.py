"""Two statements side by side, with all that is known of them where they are compared."""

from dataclasses import dataclass

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair
from musnad.agreement.statements import Statement
from musnad.agreement.wording import Mark


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of two statements beside their words.

    `one_story` tells whether their reports are of one story, None where that is not known; `marked` that the writer
    himself sets the two against each other.
    """

    one_story: bool | None = None
    marked: bool = False


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
    def again(self) -> bool:
        """Tell whether one side alone tells of another happening of the kind."""
        marks = [Mark.AGAIN in side.wording.marks for side in (self.left, self.right)]
        return marks[0] != marks[1]
