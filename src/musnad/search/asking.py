"""Compiles a query for a store, and parts what it asks of reports from what it asks of their claims and events."""

from musnad.search.compiling import CompiledQuery, compile_query
from musnad.search.naming import NameFinder
from musnad.search.parsing import parse_query
from musnad.search.transliterating import StoreNames
from musnad.store import Store
from musnad.store.finding import conditions
from musnad.store.finding.conditions import Condition, EventPart


def compile_for(store: Store, query: str) -> CompiledQuery:
    """Return the query as this store is asked it; raise QueryError where it cannot be read."""
    return compile_query(parse_query(query), NameFinder(StoreNames(store)))


def of_reports(compiled: CompiledQuery) -> Condition:
    """Return what the query asks of reports; what it asks of claims by the whole is asked of the claims themselves."""
    return _without(compiled.condition, conditions.HasClaim) if compiled.claim_parts else compiled.condition


def of_events(compiled: CompiledQuery) -> tuple[Condition, tuple[EventPart, ...]]:
    """Return what the query asks of reports, and apart from it what it asks of an event by the whole."""
    condition = compiled.condition
    parts = condition.parts if isinstance(condition, conditions.All) else (condition,)
    asked = tuple(each for part in parts if isinstance(part, conditions.HasEvent) for each in part.parts)
    return (_without(condition, conditions.HasEvent) if asked else condition), asked


def _without(condition: Condition, kind: type) -> Condition:
    parts = condition.parts if isinstance(condition, conditions.All) else (condition,)
    rest = tuple(part for part in parts if not isinstance(part, kind))
    return conditions.All(rest) if rest else conditions.Everything()
