"""A judgement: what a person decided of something that was read or computed, kept apart from it."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.span import Span


class JudgementKind(StrEnum):
    """What a person decides: of a claim, of two things or propositions, of a source, or a mark on some words."""

    RIGHT = "right"
    WRONG = "wrong"
    SAME = "same"
    NOT_SAME = "not_same"
    GRADE = "grade"
    NOTE = "note"
    TAG = "tag"
    IN_CASE = "in_case"


class SubjectKind(StrEnum):
    """What a judgement is about; entities and propositions are judged in pairs, each by words that name or say it."""

    CLAIM = "claim"
    ENTITY = "entity"
    PROPOSITION = "proposition"
    SOURCE = "source"
    SPAN = "span"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Words of a report by which a judgement is found again after a re-read: the document's hash, span and words.

    `report` is the report's id when it was judged; `span` is None and `quote` empty for a report as a whole.
    """

    document: str
    report: str
    span: Span | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should have been, for a claim judged wrong: a field and its value, as in the JSON contract."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Undoing:
    """Who took a judgement back, when (ISO 8601, UTC), and why."""

    by: str
    at: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person, never changed; taking it back fills `undone`.

    `value` is the grade, the note's words, the tag, or the case. `source` is the folded name or entry of a graded
    source. `places` has one place, two for a pair, none for a source. `at` is ISO 8601, UTC.
    """

    id: str
    kind: JudgementKind
    about: SubjectKind
    places: tuple[QuotedPlace, ...]
    by: str
    at: str
    value: str | None = None
    source: str | None = None
    corrections: tuple[Correction, ...] = ()
    why: str | None = None
    undone: Undoing | None = None

    @property
    def subject(self) -> str:
        """Return a key that is one for all judgements of one subject, whoever made them and in whichever order."""
        if self.about is SubjectKind.SOURCE:
            return f"source|{self.source}"
        places = sorted(
            f"{place.document}:{place.span.start}-{place.span.end}" if place.span else place.document
            for place in self.places
        )
        return "|".join((self.about.value, *places))
