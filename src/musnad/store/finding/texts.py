"""Reads of a stored report only what a list of results shows: the text, where its headline ends, and what it names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from musnad.model import Span
from musnad.store.encoding import unpack_bytes
from musnad.store.finding.clauses import claim_clause
from musnad.store.finding.conditions import ClaimPart
from musnad.store.store import Store
from musnad.store.tables import claim, mention, place, report


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim that was found: its id and the stretch of the text from the beginning to the end of its content."""

    id: str
    span: Span
    stance: str


@dataclass(frozen=True, slots=True)
class ReportText:
    """The text of a report, whether its first line is the headline, and its outlet as the page writes it."""

    text: str
    has_headline: bool
    outlet: str | None


class _Outlet(msgspec.Struct):
    value: str


class _Article(msgspec.Struct):
    text: str
    has_headline: bool
    outlet: _Outlet | None = None


class _Reading(msgspec.Struct):
    article: _Article | None = None


def read_texts(store: Store, numbers: Iterable[int]) -> dict[int, ReportText]:
    """Return the texts of the reports with these numbers, by number."""
    query = select(report.c.number, report.c.body).where(report.c.number.in_(list(numbers)))
    with store.reading() as connection:
        packed = connection.execute(query).all()
    found = {}
    for number, body in packed:
        _, _, reading = unpack_bytes(body).partition(b"\n")
        article = msgspec.json.decode(reading, type=_Reading).article
        if article is not None:
            found[number] = ReportText(
                article.text, article.has_headline, article.outlet.value if article.outlet else None
            )
    return found


def spans_named(store: Store, numbers: Sequence[int], entries: Sequence[str]) -> dict[int, list[Span]]:
    """Return where each report names something with one of these ids, of a lexicon or the gazetteer."""
    if not entries:
        return {}
    spans = (mention.c.report, mention.c.start, mention.c.end)
    by_entry = select(*spans).where(mention.c.report.in_(numbers), mention.c.entry.in_(entries))
    by_place = (
        select(*spans)
        .join(place, (place.c.report == mention.c.report) & (place.c.mention == mention.c.position))
        .where(mention.c.report.in_(numbers), place.c.rank == 0, place.c.id.in_(entries))
    )
    found: dict[int, list[Span]] = {}
    with store.reading() as connection:
        for query in (by_entry, by_place):
            for number, start, end in connection.execute(query):
                found.setdefault(number, []).append(Span(start, end))
    return found


def claims_found(store: Store, numbers: Sequence[int], parts: Sequence[ClaimPart]) -> dict[int, list[FoundClaim]]:
    """Return the claims of the reports with these numbers of which all `parts` hold, in the order of the text."""
    columns = (claim.c.report, claim.c.id, claim.c.start, claim.c.end, claim.c.stance)
    query = select(*columns).where(claim.c.report.in_(numbers), *(claim_clause(part, by_index=False) for part in parts))
    found: dict[int, list[FoundClaim]] = {}
    with store.reading() as connection:
        for number, name, start, end, stance in connection.execute(query.order_by(claim.c.report, claim.c.position)):
            found.setdefault(number, []).append(FoundClaim(name, Span(start, end), stance))
    return found
