"""Finds, by the index of search keys, the stored reports that may have to do with new ones, without reading them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from musnad.languages.text_index import MARKS
from musnad.store import in_common
from musnad.store.batches import first_columns, parts
from musnad.store.finding.words import bound_key, numbers_with_key
from musnad.store.store import Store
from musnad.store.tables import mention, report, search_text

_MOST_KEYS = 32  # of a report, those that say most of it: of 300 words some 20 have the highest mark
_LATEST = 200  # reports of these days under one key: what more have is no sign of one happening
_LEAST_SHARED = 2
_NAMED = ("person", "organisation", "armed_group", "government_body")
_REPORTS_AT_ONCE = 100
_OF_A_NAME = 2  # reports that name the same person or body, so that the two become one entity

_Name = tuple[str, str]


def find_alike(
    store: Store, names: Sequence[str], margins: tuple[str, str], *, most: int, upto: int = in_common.ANY_NUMBER
) -> list[str]:
    """Return the ids of the reports within these days that share most of the keys that mark these reports out.

    The closest first; behind them the latest that name the same persons and bodies; at most so many, with numbers up
    to `upto`. A report whose search keys were not made has nobody alike.
    """
    with store.reading() as connection:
        numbers = list(in_common.numbers_of(connection, names).values())
        shared = _sharing(store, connection, numbers, margins, upto)
        alike = [number for number, keys in shared.items() if keys >= _LEAST_SHARED]
        ours = set(numbers)
        alike = sorted((each for each in alike if each not in ours), key=lambda number: (-shared[number], -number))
        found = _within(connection, alike, margins)[:most]
        told: dict[_Name, list[int]] = {}
        met: set[int] = set()
        for some in parts(numbers, _REPORTS_AT_ONCE):
            if len(found) >= most:
                break
            named = dict.fromkeys(_naming_the_same(connection, some, upto, told))
            others = [each for each in named if each not in ours and shared[each] < _LEAST_SHARED and each not in met]
            met |= set(others)
            found += _within(connection, others, margins)
        return found[:most]


def _sharing(
    store: Store, connection: Connection, numbers: Sequence[int], margins: tuple[str, str], upto: int
) -> Counter[int]:
    """Return how many of the most telling keys of these reports the latest reports of these days share."""
    sqlite = store.database.is_sqlite
    latest = select(report.c.number).where(report.c.number.in_(numbers_with_key(sqlite=sqlite)))
    latest = latest.where(report.c.day.between(*margins), in_common.numbered(report.c.number, upto))
    latest = latest.order_by(report.c.number.desc()).limit(_LATEST)
    asked: Counter[str] = Counter()
    for some in parts(numbers):
        rows = select(search_text.c.text_keys).where(search_text.c.report.in_(some))
        for keys in connection.execute(rows).scalars():
            asked.update(_telling((keys or "").split()))
    shared: Counter[int] = Counter()
    bound = [{"key": bound_key(key, sqlite=sqlite)} for key in asked]
    for times, found in zip(asked.values(), first_columns(connection, latest, bound), strict=True):
        for number in found:
            shared[number] += times
    return shared


def _telling(keys: Iterable[str]) -> list[str]:
    """Return the keys with the highest mark, then those with the next, at most so many."""
    marked: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if key[0] in MARKS[1:]:
            marked[key[0]].append(key)
    return [*marked[MARKS[2]], *marked[MARKS[1]]][:_MOST_KEYS]


def _naming_the_same(
    connection: Connection, numbers: Sequence[int], upto: int, told: dict[_Name, list[int]]
) -> list[int]:
    """Return the latest reports that name the persons and bodies of these, a few for each, in the order of the numbers.

    `told` holds which reports name one, so that it is asked once however many of the new ones name it.
    """
    query = select(mention.c.report, mention.c.folded, mention.c.kind)
    query = query.where(mention.c.report.in_(numbers), mention.c.kind.in_(_NAMED))
    ours: dict[int, list[_Name]] = defaultdict(list)
    for number, *name in connection.execute(query.distinct().order_by(mention.c.folded, mention.c.kind)):
        ours[number].append((name[0], name[1]))
    theirs = select(mention.c.report).where(
        mention.c.folded == bindparam("name"),
        mention.c.kind == bindparam("sort"),
        in_common.numbered(mention.c.report, upto),
    )
    # One more than are wanted, for the report itself is among them.
    theirs = theirs.distinct().order_by(mention.c.report.desc()).limit(_OF_A_NAME + 1)
    new = list({each for names in ours.values() for each in names} - told.keys())
    asked = [{"name": name, "sort": sort} for name, sort in new]
    told |= zip(new, first_columns(connection, theirs, asked), strict=True)
    return [
        other
        for number in numbers
        for name in ours[number]
        for other in [each for each in told[name] if each != number][:_OF_A_NAME]
    ]


def _within(connection: Connection, numbers: Sequence[int], margins: tuple[str, str]) -> list[str]:
    """Return the ids of those of the reports that were published within the days, in order."""
    earliest, latest = margins
    ids: dict[int, str] = {}
    for some in parts(numbers):
        query = select(report.c.number, report.c.id).where(report.c.number.in_(some))
        rows = connection.execute(query.where(report.c.day.between(earliest, latest)))
        ids |= {row.number: row.id for row in rows}
    return [ids[number] for number in numbers if number in ids]
