"""Finds, by the index of search keys, the stored reports that may have to do with new ones, without reading them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from musnad.languages.text_index import MARKS
from musnad.store import in_common
from musnad.store.batches import parts
from musnad.store.finding.conditions import HasKey
from musnad.store.finding.words import numbers_with_words
from musnad.store.store import Store
from musnad.store.tables import mention, report, search_text

_MOST_KEYS = 32  # of a report, those that say most of it: of 300 words some 20 have the highest mark
_LATEST = 200  # reports of these days under one key: what more have is no sign of one happening
_LEAST_SHARED = 2
_NAMED = ("person", "organisation", "armed_group", "government_body")
_OF_A_NAME = 2  # reports that name the same person or body, so that the two become one entity


def find_alike(
    store: Store, names: Sequence[str], margins: tuple[str, str], *, most: int, upto: int = in_common.ANY_NUMBER
) -> list[str]:
    """Return the ids of the reports within these days that share most of the keys that mark these reports out.

    The closest first; behind them the latest that name the same persons and bodies; at most so many, with numbers up
    to `upto`. A report whose search keys were not made has nobody alike.
    """
    with store.reading() as connection:
        numbers = in_common.numbers_of(connection, names)
        shared: Counter[int] = Counter()
        named: dict[int, None] = {}
        for number in numbers.values():
            shared.update(_sharing(store, connection, number, margins, upto))
            named |= dict.fromkeys(_naming_the_same(connection, number, upto))
        alike = [number for number, keys in shared.items() if keys >= _LEAST_SHARED]
        alike.sort(key=lambda number: (-shared[number], -number))
        ordered = [each for each in dict.fromkeys((*alike, *named)) if each not in set(numbers.values())]
        return _within(connection, ordered, margins)[:most]


def _sharing(store: Store, connection: Connection, number: int, margins: tuple[str, str], upto: int) -> Counter[int]:
    """Return how many of the report's most telling keys the latest reports of these days share."""
    keys = connection.execute(select(search_text.c.text_keys).where(search_text.c.report == number)).scalar() or ""
    shared: Counter[int] = Counter()
    for key in _telling(keys.split()):
        held = report.c.number.in_(numbers_with_words(HasKey(key), sqlite=store.database.is_sqlite))
        latest = select(report.c.number).where(held, report.c.day.between(*margins))
        latest = latest.where(in_common.numbered(report.c.number, upto)).order_by(report.c.number.desc())
        shared.update(connection.execute(latest.limit(_LATEST)).scalars().all())
    return shared


def _telling(keys: Iterable[str]) -> list[str]:
    """Return the keys with the highest mark, then those with the next, at most so many."""
    marked: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if key[0] in MARKS[1:]:
            marked[key[0]].append(key)
    return [*marked[MARKS[2]], *marked[MARKS[1]]][:_MOST_KEYS]


def _naming_the_same(connection: Connection, number: int, upto: int) -> list[int]:
    """Return the latest reports that name the persons and bodies of this one, a few for each."""
    ours = select(mention.c.folded, mention.c.kind).where(mention.c.report == number, mention.c.kind.in_(_NAMED))
    found: list[int] = []
    for folded, kind in connection.execute(ours.distinct().order_by(mention.c.folded, mention.c.kind)).all():
        query = select(mention.c.report).where(
            mention.c.folded == folded,
            mention.c.kind == kind,
            mention.c.report != number,
            in_common.numbered(mention.c.report, upto),
        )
        found += connection.execute(query.distinct().order_by(mention.c.report.desc()).limit(_OF_A_NAME)).scalars()
    return found


def _within(connection: Connection, numbers: Sequence[int], margins: tuple[str, str]) -> list[str]:
    """Return the ids of those of the reports that were published within the days, in order."""
    earliest, latest = margins
    ids: dict[int, str] = {}
    for some in parts(numbers):
        query = select(report.c.number, report.c.id).where(report.c.number.in_(some))
        rows = connection.execute(query.where(report.c.day.between(earliest, latest)))
        ids |= {row.number: row.id for row in rows}
    return [ids[number] for number in numbers if number in ids]
