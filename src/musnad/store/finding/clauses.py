"""Turns conditions into SQL over the table of reports."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import ColumnElement, FromClause, and_, exists, false, func, literal, not_, or_, select, true

from musnad.store.finding import conditions
from musnad.store.finding.conditions import ClaimPart, Condition, EventPart, is_text
from musnad.store.finding.words import numbers_with_words
from musnad.store.sources import PAGE
from musnad.store.store import Store
from musnad.store.tables import (
    assertion,
    claim,
    entity_naming,
    event,
    event_role,
    link,
    mention,
    naming,
    place,
    proposition,
    report,
    story_report,
    transfer,
)

Clause = ColumnElement[bool]
_PARTAKERS = ("agent", "target")


def report_clause(condition: Condition, *, sqlite: bool, number: ColumnElement[int] = report.c.number) -> Clause:
    """Return the clause that holds of the rows of `report` (or of a column of their numbers) that are asked for.

    Conditions on the report's own columns need `report` itself among the tables.
    """
    if is_text(condition):
        return number.in_(numbers_with_words(condition, sqlite=sqlite))
    match condition:
        case conditions.All(parts):
            texts = tuple(part for part in parts if is_text(part))
            others = [part for part in parts if part not in texts]
            clauses = [report_clause(part, sqlite=sqlite, number=number) for part in others]
            if texts:
                clauses.append(report_clause(conditions.All(texts), sqlite=sqlite, number=number))
            return and_(*clauses)
        case conditions.Any(parts):
            return or_(*(report_clause(part, sqlite=sqlite, number=number) for part in parts))
        case conditions.Not(part):
            return not_(report_clause(part, sqlite=sqlite, number=number))
        case _:
            return _leaf(condition, number)


def of_reports(store: Store, condition: Condition, number: ColumnElement[int]) -> Clause:
    """Return the clause that a column of report numbers names reports of which the condition holds."""
    if isinstance(condition, conditions.Everything):
        return true()
    return number.in_(select(report.c.number).where(report_clause(condition, sqlite=store.database.is_sqlite)))


def of_newest_reports(store: Store, condition: Condition, number: ColumnElement[int], *, most: int) -> Clause:
    """Return the clause that a column of report numbers names one of the `most` reports that came last of those found.

    What is counted of thousands of reports takes as long in a store of a million as in one of ten thousand.
    """
    found = select(report.c.number).where(report_clause(condition, sqlite=store.database.is_sqlite))
    return number.in_(found.order_by(report.c.number.desc()).limit(most))


def _leaf(condition: Condition, number: ColumnElement[int]) -> Clause:
    match condition:
        case conditions.Everything():
            return true()
        case conditions.LanguageIs(code):
            return report.c.language == code
        case conditions.OutletIs(name, entries):
            named = [holds_words(report.c.outlet, [name])] if name else []
            return func.coalesce(or_(*named, report.c.outlet_entry.in_(entries)), false())
        case conditions.PublishedWithin(earliest, latest):
            bounds = [report.c.day >= earliest.isoformat()] if earliest else []
            bounds += [report.c.day <= latest.isoformat()] if latest else []
            return and_(report.c.day.is_not(None), *bounds)
        case conditions.Names(kinds, names, entries):
            return _names(number, kinds, names, entries)
        case conditions.NamesPlace(ids, country):
            meant = or_(place.c.id.in_(ids), place.c.country == country) if country else place.c.id.in_(ids)
            return number.in_(select(place.c.report).where(place.c.rank == 0, meant))
        case conditions.HasHolder(entries):
            return number.in_(select(link.c.report).where(link.c.entry.in_(entries)))
        case conditions.HasClaim(parts):
            return exists().where(claim.c.report == number, *map(claim_clause, parts))
        case conditions.HasEvent(parts):
            return exists().where(event.c.report == number, *map(event_clause, parts))
        case conditions.InStory(name):
            return number.in_(select(story_report.c.report).where(story_report.c.story == name))
        case conditions.NamesEntity(name):
            of_entity = select(naming.c.report).join(entity_naming, entity_naming.c.naming == naming.c.id)
            return number.in_(of_entity.where(entity_naming.c.entity == name))
        case conditions.SaysProposition(name):
            return number.in_(select(assertion.c.report).where(assertion.c.proposition == name))
        case conditions.StoredSince(moment):
            return report.c.stored >= moment
        case conditions.IsReport(name):
            return report.c.id == name
        case conditions.HasSource(kind, key):
            return _has_source(number, kind, key)
        case conditions.HasTransfer():
            return exists().where(transfer.c.report == number)
        case _:
            raise ValueError(f"{condition!r} is no condition on reports")


def _has_source(number: ColumnElement[int], kind: str, key: str) -> Clause:
    if kind == PAGE:
        return number.in_(select(report.c.number).where(printed_by(key)))
    return number.in_(select(link.c.report).where(is_holder(kind, key)))


def printed_by(key: str) -> Clause:
    """Return the clause that holds of the reports of an outlet, by its lexicon entry, else its folded name."""
    return or_(report.c.outlet_entry == key, and_(report.c.outlet_entry.is_(None), report.c.outlet == key))


def is_holder(kind: str, key: str) -> Clause:
    """Return the clause that holds of the rows of `link` of a source of this kind and key."""
    if kind == "anon":
        return and_(link.c.kind == kind, link.c.anonymity == key if key else link.c.anonymity.is_(None))
    # SQLite would walk through all links of the kind, or without an entry; it shall look the key up in two indexes.
    unlisted = and_(func.coalesce(link.c.entry, "") == "", link.c.folded == key)
    return and_(func.coalesce(link.c.kind, "") == kind, or_(link.c.entry == key, unlisted))


def _names(number: ColumnElement[int], kinds: Sequence[str], names: Sequence[str], entries: Sequence[str]) -> Clause:
    of_kind = [mention.c.kind.in_(kinds)] if kinds else []
    found: list[Clause] = []
    if names:
        found.append(exists().where(mention.c.report == number, *of_kind, holds_words(mention.c.folded, names)))
    if entries:
        found.append(number.in_(select(mention.c.report).where(mention.c.entry.in_(entries), *of_kind)))
    return or_(*found) if found else false()


def claim_clause(part: ClaimPart, *, by_index: bool = True) -> Clause:
    """Return the clause that holds of the rows of `claim` of which `part` does.

    `by_index` is false where few reports are looked into: SQLite would rather walk through all claims of a stance.
    """
    of_claim = (link.c.report == claim.c.report, link.c.claim == claim.c.position)
    match part:
        case conditions.StanceIs(stance):
            return (claim.c.stance if by_index else claim.c.stance.concat("")) == stance
        case conditions.AnonymousIs(anonymous):
            return claim.c.anonymous.is_(anonymous)
        case conditions.HeldBy(names, entries):
            held = [holds_words(link.c.folded, names)] if names else []
            return exists().where(*of_claim, or_(*held, link.c.entry.in_(entries)))
        case conditions.OriginIs(kind, anonymity):
            further = link.alias()
            last = ~exists().where(
                further.c.report == link.c.report,
                further.c.claim == link.c.claim,
                further.c.position > link.c.position,
            )
            asked = [link.c.kind == kind] if kind else []
            asked += [link.c.anonymity == anonymity] if anonymity else []
            return exists().where(*of_claim, last, *asked)
        case conditions.HeldBySource(kind, key):
            return exists().where(*of_claim, is_holder(kind, key))
        case conditions.Asserts(name):
            # Under a name of its own: where assertions are listed, theirs would be taken for this one.
            said = assertion.alias()
            return exists().where(
                said.c.report == claim.c.report, said.c.claim == claim.c.id, said.c.proposition == name
            )
        case conditions.ChainsWithin(least, most):
            return _asserts(
                lambda of: [
                    *([of.c.affirmed_least >= least] if least is not None else []),
                    *([of.c.affirmed_least <= most] if most is not None else []),
                ]
            )
        case conditions.ContradictedIs(contradicted):
            found = _asserts(lambda of: [of.c.contradicted.is_(True)])
            return found if contradicted else not_(found)


def _asserts(asked: Callable[[FromClause], Iterable[Clause]]) -> Clause:
    said, meant = assertion.alias(), proposition.alias()
    return exists().where(
        said.c.report == claim.c.report,
        said.c.claim == claim.c.id,
        said.c.proposition == meant.c.id,
        *asked(meant),
    )


def event_clause(part: EventPart) -> Clause:
    """Return the clause that holds of the rows of `event` of which `part` does."""
    match part:
        case conditions.TypeIs(kind):
            return event.c.type == kind
        case conditions.TakesPart(names, entries):
            named = [holds_words(event_role.c.folded, names)] if names else []
            return exists().where(
                event_role.c.report == event.c.report,
                event_role.c.event == event.c.position,
                event_role.c.role.in_(_PARTAKERS),
                or_(*named, event_role.c.entry.in_(entries)),
            )


def holds_words(names: ColumnElement[str], wanted: Sequence[str]) -> Clause:
    """Return the clause that a folded name has one of the wanted ones in it, whole words, with or without article."""
    padded = literal(" ") + names + literal(" ")
    shapes = []
    for name in wanted:
        shapes.append(padded.contains(f" {name} ", autoescape=True))
        if not name.startswith("ال"):
            shapes.append(padded.contains(f" ال{name} ", autoescape=True))
    return func.coalesce(or_(*shapes), false())
