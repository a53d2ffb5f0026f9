"""A proposition: what several claims say in common, who stands behind it, and who says otherwise."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.independence import Independence
from musnad.model.span import Span


class Polarity(StrEnum):
    """Whether an assertion affirms its proposition or denies it."""

    AFFIRMS = "affirms"
    DENIES = "denies"


class Slot(StrEnum):
    """The part of a proposition in which two assertions differ."""

    POLARITY = "polarity"
    NUMBER = "number"
    PLACE = "place"
    TIME = "time"
    ACTOR = "actor"
    MODALITY = "modality"


class Agreement(StrEnum):
    """How what two assertions say stands to each other; REFINES: the first says more than the second."""

    EQUAL = "equal"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Assertion:
    """The words of one report that say one thing: in `claim`, by id, or in the page's own voice (None).

    `happening` is the id of the Event or Transfer of the report that the words code, where there is one.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    claim: str | None = None
    happening: str | None = None
    polarity: Polarity = Polarity.AFFIRMS


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two assertions, by id, stand to each other: on a conflict the `slot`; always the reasons and both spans."""

    left: str
    right: str
    agreement: Agreement
    reasons: tuple[str, ...]
    left_span: Span
    right_span: Span
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two assertions, by id, that cannot both be so, in which `slot`, with the reasons and the words on both sides.

    `marker` is the writer's own word for it (خلافا لـ) in the left report, if any.
    """

    left: str
    right: str
    slot: Slot
    reasons: tuple[str, ...]
    left_span: Span
    right_span: Span
    marker: Span | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What its assertions say in common; `label` are the words of the clearest one.

    `affirmed` counts the independent chains of those who affirm it, `denied` of those who deny it.
    """

    id: str
    label: str
    assertions: tuple[Assertion, ...]
    affirmed: Independence
    denied: Independence
    reasons: tuple[str, ...]
