"""Lists what people keep in a store, the newest first: alerts, judgements, case folders."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from musnad.model import Judgement, JudgementKind, Reliability, SubjectKind
from musnad.store.alerts import Alert, alert_of
from musnad.store.finding.newest import NewestFirst, Place, fetch_newest
from musnad.store.judging import judgement_of, latest_of_each
from musnad.store.store import Store
from musnad.store.tables import alert, case, judgement


@dataclass(frozen=True, slots=True)
class AlertFilter:
    """Which alerts are listed: those of this saved search, and of this trigger, where given."""

    search: str | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementFilter:
    """Which judgements are listed, where given: of this kind, by this person, on this subject or document, in a case.

    Those that were taken back are left out unless `with_undone`.
    """

    kind: str | None = None
    by: str | None = None
    subject: str | None = None
    document: str | None = None
    case: str | None = None
    with_undone: bool = False


@dataclass(frozen=True, slots=True)
class ListedJudgement:
    """A judgement with its number in this store, which goes up as judgements come in."""

    number: int
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case folder: what it is for, who opened it, when, how much stands in it, and when something was put in last."""

    name: str
    purpose: str | None
    by: str
    at: str
    entries: int
    latest: str


def list_alerts(store: Store, asked: AlertFilter, *, limit: int, after: Place | None = None) -> list[Alert]:
    """Return alerts, those raised last leading."""
    query = select(alert)
    if asked.search is not None:
        query = query.where(alert.c.search == asked.search)
    if asked.trigger is not None:
        query = query.where(alert.c.trigger == asked.trigger)
    order = NewestFirst(alert.c.number, ())
    with store.reading() as connection:
        return [alert_of(row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]


def list_judgements(
    store: Store, asked: JudgementFilter, *, limit: int, after: Place | None = None
) -> list[ListedJudgement]:
    """Return judgements, those that came into the store last leading."""
    query = select(judgement)
    for name in ("kind", "by", "subject", "document", "case"):
        value = getattr(asked, name)
        if value is not None:
            query = query.where(judgement.c[name] == value)
    if not asked.with_undone:
        query = query.where(judgement.c.undone_by.is_(None))
    order = NewestFirst(judgement.c.number, ())
    with store.reading() as connection:
        rows = fetch_newest(connection, query, order, limit=limit, after=after)
        return [ListedJudgement(row.number, judgement_of(row)) for row in rows]


def grades_of(store: Store, keys: Iterable[str]) -> dict[str, list[Reliability]]:
    """Return the grades that people gave sources, by the key of each: the latest of each person."""
    subjects = [f"{SubjectKind.SOURCE}|{key}" for key in dict.fromkeys(keys)]
    query = select(judgement).where(judgement.c.kind == JudgementKind.GRADE.value, judgement.c.undone_by.is_(None))
    with store.reading() as connection:
        rows = connection.execute(query.where(judgement.c.subject.in_(subjects)))
        given = latest_of_each(map(judgement_of, rows), frozenset({JudgementKind.GRADE}))
    found: dict[str, list[Reliability]] = {}
    for each in given:
        found.setdefault(each.source or "", []).append(Reliability(each.value or "F"))
    return found


def list_cases(store: Store, *, limit: int, after: Place | None = None) -> list[ListedCase]:
    """Return case folders, those opened last leading."""
    standing = (judgement.c.case == case.c.name) & judgement.c.undone_by.is_(None)
    entries = select(func.count()).where(standing).scalar_subquery()
    latest = select(func.max(judgement.c.at)).where(standing).scalar_subquery()
    query = select(case.c.name, case.c.purpose, case.c.by, case.c.at, entries, func.coalesce(latest, case.c.at))
    order = NewestFirst(case.c.at, (case.c.name,))
    with store.reading() as connection:
        return [ListedCase(*row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]
