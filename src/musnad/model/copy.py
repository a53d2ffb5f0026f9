"""Copies: which reports carry one text, passage by passage, and who carried it first."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.span import Span


class PassageLabel(StrEnum):
    """What a passage that two reports share is."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    SHARED_QUOTATION = "shared_quotation"
    SHARED_STATEMENT = "shared_statement"
    TEMPLATE = "template"


class CopyRelation(StrEnum):
    """How the texts of two reports stand to each other."""

    SAME_TEXT = "same_text"
    PARTIAL = "partial"
    SHARED_PASSAGE = "shared_passage"
    TEMPLATE = "template"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class CopyPassage:
    """A passage of one report against a passage of another: `words` equal, `edits` words apart."""

    left: Span
    right: Span
    words: int
    edits: int
    label: PassageLabel


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two reports, by id, and what their texts share.

    `containment` is the share of the shorter text's words that the longer one has, `own_containment` that without
    stock phrases and quotations. `origin` is the id of the report that carried the text first, None if unknown.
    """

    left: str
    right: str
    relation: CopyRelation
    one_origin: bool
    containment: float
    own_containment: float
    passages: tuple[CopyPassage, ...]
    origin: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyFamily:
    """Reports, by id, that go back to one text: one source, however many pages.

    `origin` is the member that carried it first, None if unknown; `credit` the outlet that members name as its maker.
    """

    id: str
    members: tuple[str, ...]
    origin: str | None
    credit: str | None
    reasons: tuple[str, ...]
