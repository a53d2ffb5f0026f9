"""Holds what is known of a word of a statement, and of the words of a statement as a whole."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from musnad.languages.agreement import WordReading
from musnad.model import MentionKind, Span


class Mark(StrEnum):
    """What a statement says of itself as a whole."""

    AGAIN = "again"  # another happening of the kind
    GROWING = "growing"  # a toll brought up to date
    UNDECIDED = "undecided"  # neither confirmed nor denied
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    STILL = "still"  # what is told goes on: ما زال رهن الاعتقال
    FUTURE = "future"
    ONLY = "only"  # no more than it says: لم تضبط سوى بندقيتين
    BUT = "but"  # "A, not B": the writer sets one against the other
    ASKED = "asked"  # somebody wants it, nobody says that it is so
    ANNOUNCED = "announced"  # told as done by who announces it


# A named tuple is made three times as fast as a frozen dataclass, and a report has hundreds.
class Word(NamedTuple):
    """A word of content: its place in the text, what it says, how rare it is, and what is said of it.

    `negated`: it is denied; `scoped`: by a verb before it (نفى، فشل), `disputed`: by نفى; `meant`: it is planned or
    threatened, not done; `stopped`: it is ended or forbidden; `stops`: it ends or forbids what follows; `contrasted`:
    set apart by "not"; `supposed`: under an "if"; `told`: as done, without a perfect of its own (أجرى تجربة);
    `intends`: it tells of a plan. `entity` is the id of what it names, `kind` and `name` are those of its mention.
    """

    span: Span
    folded: str
    reading: WordReading
    weight: float
    place: int
    negated: bool = False
    meant: bool = False
    contrasted: bool = False
    scoped: bool = False
    stopped: bool = False
    stops: bool = False
    disputed: bool = False
    supposed: bool = False
    told: bool = False
    intends: bool = False
    entity: str | None = None
    kind: MentionKind | None = None
    name: Span | None = None
    before: str = ""
    heard: bool = False

    @property
    def tells_deed(self) -> bool:
        """Tell whether the word may be what a sentence says: a verb, or a noun of a listed sense."""
        return self.reading.is_deed


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of content of a statement, in order, its marks, and how many words in it deny something."""

    words: tuple[Word, ...]
    marks: frozenset[Mark]
    denying: int = 0
    deeds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """What a stretch of the text names: an entity's id and the kind of mention."""

    span: Span
    entity: str | None
    kind: MentionKind
