"""Asks the full-text index of either database for words: FTS5's MATCH, or tsvector's @@."""

from collections.abc import Callable

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    cast,
    column,
    literal,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from musnad.store.finding.conditions import All, Any, Condition, HasKey, HasWords, Not
from musnad.store.tables import search_text

_index = table("search_index", column("rowid"), column("search_index"))


def numbers_with_words(condition: Condition, *, sqlite: bool) -> Select[tuple[int]]:
    """Return the query for the numbers of the reports of which a condition of words alone holds."""
    if sqlite:
        return select(_index.c.rowid).where(_index.c.search_index.op("MATCH")(_match(condition)))
    return select(search_text.c.report).where(_matches(condition))


def numbers_with_key(*, sqlite: bool) -> Select[tuple[int]]:
    """Return the query for the numbers of the reports whose text has the search key that is bound as `key`.

    It is put together once for any number of keys; each is bound as `bound_key` gives it.
    """
    if sqlite:
        return select(_index.c.rowid).where(_index.c.search_index.op("MATCH")(bindparam("key")))
    found: ColumnElement[bool] = literal_column("search_text.keys_vector").op("@@")(cast(bindparam("key"), TSQUERY))
    return select(search_text.c.report).where(found)


def bound_key(key: str, *, sqlite: bool) -> str:
    """Return what stands for a search key in `numbers_with_key`."""
    return _match(HasKey(key)) if sqlite else str(_key_operand(HasKey(key)))


# -- SQLite --------------------------------------------------------------------------------------


def _match(condition: Condition) -> str:
    """Return FTS5's expression for a condition of words alone; keys are letters and digits, which need no escaping."""
    match condition:
        case HasKey(key, in_title):
            return f'{"title_keys" if in_title else "text_keys"} : "{key}"'
        case HasWords(firsts, rest):
            return "exact : (" + " OR ".join(f'"{" ".join((first, *rest))}"' for first in firsts) + ")"
        case Any(parts):
            return "(" + " OR ".join(map(_match, parts)) + ")"
        case All(parts):
            joined = " AND ".join(_match(part) for part in parts if not isinstance(part, Not))
            negative = " OR ".join(_match(part.part) for part in parts if isinstance(part, Not))
            return f"(({joined}) NOT ({negative}))" if negative else f"({joined})"
        case _:
            raise ValueError(f"{condition!r} is not of words alone")


# -- PostgreSQL ----------------------------------------------------------------------------------


def _matches(condition: Condition) -> ColumnElement[bool]:
    keys = _tsquery(condition, _key_operand)
    if keys is not None:
        return _vector("keys_vector", keys)
    exact = _tsquery(condition, _words_operand)
    if exact is not None:
        return _vector("exact_vector", exact)
    match condition:
        case Any(parts):
            return or_(*map(_matches, parts))
        case All(parts):
            # The keys go into one expression: the index then walks all their lists at once.
            keyed = tuple(part for part in parts if _tsquery(part, _key_operand) is not None)
            rest = [part for part in parts if part not in keyed]
            clauses = [_matches(All(keyed))] if keyed else []
            return and_(*clauses, *(not_(_matches(p.part)) if isinstance(p, Not) else _matches(p) for p in rest))
        case _:
            raise ValueError(f"{condition!r} is not of words alone")


def _vector(name: str, query: str) -> ColumnElement[bool]:
    found: ColumnElement[bool] = literal_column(f"search_text.{name}").op("@@")(cast(literal(query), TSQUERY))
    return found


def _tsquery(condition: Condition, operand: Callable[[Condition], str | None]) -> str | None:
    """Return a condition as a tsquery where all its leaves are of the kind that `operand` knows."""
    match condition:
        case Any(parts) | All(parts):
            found = [_tsquery(part, operand) for part in parts]
            if any(part is None for part in found):
                return None
            sign = " | " if isinstance(condition, Any) else " & "
            return "(" + sign.join(part for part in found if part is not None) + ")"
        case Not(part):
            inner = _tsquery(part, operand)
            return None if inner is None else f"!{inner}"
        case _:
            return operand(condition)


def _key_operand(condition: Condition) -> str | None:
    return f"'{condition.key}'{':A' if condition.in_title else ''}" if isinstance(condition, HasKey) else None


def _words_operand(condition: Condition) -> str | None:
    if not isinstance(condition, HasWords):
        return None
    firsts = "(" + " | ".join(f"'{first}'" for first in condition.firsts) + ")"
    return "(" + " <-> ".join((firsts, *(f"'{word}'" for word in condition.rest))) + ")"
