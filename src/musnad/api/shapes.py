"""The JSON of the API: the shape of each row, made of what the search lists."""

from collections.abc import Iterable
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from musnad.api.offsets import Counter
from musnad.model import Span
from musnad.search import Page


def _ends(value: Any, given: ValidationInfo) -> Any:
    if not isinstance(value, Span):
        return value
    counter = (given.context or {}).get("counter")
    return counter.span(value) if isinstance(counter, Counter) else (value.start, value.end)


Offsets = Annotated[tuple[int, int], BeforeValidator(_ends), Field(description="[start, end) in the text")]
Moment = Annotated[str | None, BeforeValidator(lambda value: value or None)]
Interval = tuple[int, int]


class Shape(BaseModel):
    """A value as the API gives it."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


Row = TypeVar("Row", bound=Shape)
Made = TypeVar("Made", bound=Shape)


class Rows(BaseModel, Generic[Row]):
    """A page of a list, and the cursor of the next one; None at the end."""

    rows: list[Row]
    next: str | None = Field(description="Give it back as `after` for the next page.")


def made(shape: type[Made], value: object, counter: Counter | None = None) -> Made:
    """Return a value in a shape of the API, its spans as the counter counts."""
    return shape.model_validate(value, context={"counter": counter})


def paged(shape: type[Made], page: Page[Any], counters: Iterable[Counter | None] | None = None) -> Rows[Made]:
    """Return a page in shapes of the API; `counters` are those of its rows, in their order."""
    each = counters if counters is not None else (None for _ in page.rows)
    rows = [made(shape, row, counter) for row, counter in zip(page.rows, each, strict=True)]
    return Rows[shape](rows=rows, next=page.next)  # type: ignore[valid-type]  # made when the type is known


class ReportRow(Shape):
    """A report as lists show it."""

    id: str
    title: str | None
    outlet: str | None
    outlet_entry: str | None
    address: str | None
    path: str | None
    published: Moment


class LinkRow(Shape):
    """A link of a claim's chain; `source` is an id of /sources."""

    source: str | None
    name: str | None
    kind: str
    anonymity: str | None
    entry: str | None
    stance: str
    relation: str
    basis: str
    negated: bool


class PropositionRow(Shape):
    """A proposition as lists show it; `affirmed` and `denied` are the least and most independent chains."""

    id: str
    label: str
    affirmed: Interval
    denied: Interval
    credibility: int
    circular: bool
    contradicted: bool
    assertions: int
    day: str | None
    polarity: str | None


class ClaimRow(Shape):
    """A claim: its words, its chain (page first), and what it asserts."""

    id: str
    report: ReportRow
    span: Offsets
    words: str
    mode: str
    hedge: str
    author_stance: str
    stance: str
    negated: bool
    in_headline: bool
    anonymous: bool
    repeats: str | None
    rule: str
    confidence: float
    chain: list[LinkRow] = Field(validation_alias="links")
    propositions: list[PropositionRow]


class RoleRow(Shape):
    """Who or what takes part in an event."""

    role: str
    name: str | None
    span: Offsets
    entry: str | None


class EventRow(Shape):
    """An event; `said_in` is the id of the claim that reports it."""

    id: str
    report: ReportRow
    type: str
    mode: str | None
    status: str
    span: Offsets
    words: str
    earliest: str | None
    latest: str | None
    killed: tuple[float | None, float | None] | None
    said_in: str | None
    background: bool
    confidence: float
    roles: list[RoleRow]


class TransferRow(Shape):
    """An arms transfer."""

    id: str
    report: ReportRow
    stage: str
    span: Offsets
    words: str
    supplier: str | None
    recipient: str | None
    earliest: str | None
    latest: str | None
    said_in: str | None
    confidence: float


class SideRow(Shape):
    """One side of a contradiction; its span counts in the text of its own report."""

    assertion: str
    report: ReportRow
    claim: str | None
    span: Offsets
    words: str
    proposition: str
    label: str


class ContradictionRow(Shape):
    """Two assertions that cannot both be so; `marker` is the writer's own word for it in the left report."""

    left: SideRow
    right: SideRow
    slot: str
    reasons: list[str]
    marker: Offsets | None
    day: str | None


class EntityRow(Shape):
    """An entity: in how many reports it is named, and the latest day."""

    id: str
    kind: str
    label: str
    country: str | None
    reports: int
    day: str | None


class StoryRow(Shape):
    """A story."""

    id: str
    label: str
    earliest: str | None
    latest: str | None
    reports: int


class SourceRow(Shape):
    """A source, with the counts of the whole store."""

    id: str
    kind: str
    key: str
    name: str | None
    claims: int
    origins: int
    denials: int
    reports: int
    first_day: str | None
    day: str | None
