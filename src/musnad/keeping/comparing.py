"""Compares what a store has newly got with what it has: copies among all reports, the rest among those of the days."""

import hashlib
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from musnad.comparing import compare_reports
from musnad.keeping.copies import StoredCopies, only_one
from musnad.keeping.heeding import as_judged, judged_elsewhere, judged_texts, with_judged_pairs
from musnad.keeping.held import HeldReports
from musnad.store import ANY_NUMBER, Store
from musnad.store.finding.alike import find_alike

_AT_ONCE = 500
_SHARE, _MOST_TIMES = 3, 3


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """How far comparing looks around: `margin` days before and after a new report, at most so many reports.

    Copies are looked for among all reports, by an index in `index_folder`. Where more than `most_in_view` reports are
    of these days, a new one is compared with those alone that the index of search keys finds alike, so many at most.
    With many new ones `most_reports` are the limit, half of them kept for others. While many are added, what is new
    is compared whenever there are `every` so many more, or what `due` says of a larger store.
    """

    margin: int = 7
    most_reports: int = 500
    most_in_view: int = 100
    index_folder: Path | None = None
    every: int = 500

    def due(self, there: int) -> int:
        """Return how many new reports are compared in one go where so many are there, by their counts alone.

        What is compared with the new ones grows with the store, and hardly with their number: the more of them share
        it, the less each costs. Of 6,000 pages of 170 days 500 new ones brought 2,700 others, in 17 blocks.
        """
        return max(self.every, min(_MOST_TIMES * self.every, there // _SHARE))


@dataclass(frozen=True, slots=True)
class _Block:
    """New reports of neighbouring days, by number and id, compared in one go with others up to a number."""

    reports: tuple[tuple[int, str], ...]
    first: str | None
    last: str | None
    upto: int


def compare_new(
    store: Store,
    settings: CompareSettings | None = None,
    *,
    upto: int = ANY_NUMBER,
    held: HeldReports | None = None,
) -> int:
    """Compare the reports that were not compared yet, keep what comes of it, and return how many they were.

    Taken up again after an interruption, it does what is left; with nothing new it does nothing. Reports with numbers
    above `upto` are not looked at: what comes of it is the same however many another process adds meanwhile. Who calls
    it again and again passes on what is `held` of the store's reports, so that they are not worked out each time.
    """
    asked, held = settings or CompareSettings(), held or HeldReports(store)
    if not any(number <= upto for number, _, _ in store.to_compare(1)):
        return 0
    folder = asked.index_folder or default_index_folder(store)
    done = 0
    with only_one(folder, store.place):
        held.heed_epoch()
        copies = StoredCopies(store, folder, held)
        waiting = [each for each in _waiting(store) if each[0] <= upto]
        names = [name for _, name, _ in waiting]
        if len(names) <= held.most // 2:  # they stay in memory until they are compared
            held.tell(names)
        copies.add(names)
        copies.flush()
        for block in _blocks(waiting, asked, upto):
            held.heed_epoch()
            _compare_block(store, block, asked, held)
            done += len(block.reports)
    return done


def default_index_folder(store: Store) -> Path | None:
    """Return where the index of copies lies: beside an SQLite file, or in the user's cache for a server."""
    if store.file is not None:
        return store.file.with_name(store.file.name + ".copies")
    if store.database.is_sqlite:
        return None
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "musnad" / hashlib.sha256(store.identity().encode()).hexdigest()[:16]


def _waiting(store: Store) -> Iterator[tuple[int, str, str | None]]:
    after = 0
    while found := store.to_compare(_AT_ONCE, after=after):
        yield from found
        after = found[-1][0]


def _blocks(waiting: list[tuple[int, str, str | None]], asked: CompareSettings, upto: int) -> Iterator[_Block]:
    """Yield the new reports in blocks: those of days that lie close together, those without a date by themselves."""
    undated = [(number, name) for number, name, day in waiting if day is None]
    for start in range(0, len(undated), _AT_ONCE):
        yield _Block(tuple(undated[start : start + _AT_ONCE]), None, None, upto)
    dated = sorted(((day, number, name) for number, name, day in waiting if day is not None))
    held: list[tuple[str, int, str]] = []
    for day, group in itertools.groupby(dated, key=lambda each: each[0]):
        of_day = list(group)
        if held and (len(held) + len(of_day) > _AT_ONCE or _days_between(held[-1][0], day) > asked.margin):
            yield _block(held, upto)
            held = []
        held += of_day
    if held:
        yield _block(held, upto)


def _block(held: list[tuple[str, int, str]], upto: int) -> _Block:
    return _Block(tuple((number, name) for _, number, name in held), held[0][0], held[-1][0], upto)


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _compare_block(store: Store, block: _Block, asked: CompareSettings, held: HeldReports) -> None:
    new = [name for _, name in block.reports]
    around = _around(store, block, new, asked)
    names = list(dict.fromkeys((*new, *around)))[: len(new) + _room(len(new), asked)]
    # What shares a story, a proposition or a text with these reports is compared with them, whatever its day.
    names += store.companions(names, asked.most_reports)
    reports = held.reports(names)
    judged = store.reviews.all(documents=[report.raw.sha256 for report in reports])
    for document in judged_elsewhere(reports, judged):
        reports += store.reports_of_document(document)
    told = as_judged(reports, judged)
    known = {report.id: held.told(report) for report in told}
    found = held.found(told)
    compared = compare_reports(told, judged=judged_texts(told, judged), known=known, found=found)
    dossier = with_judged_pairs(compared, judged)
    store.keep_dossier(dossier, compared=[number for number, _ in block.reports])


def _around(store: Store, block: _Block, new: list[str], asked: CompareSettings) -> list[str]:
    """Return the ids of other reports of these days: all where they are few, else those that are alike."""
    if not (block.first and block.last):
        return []
    margins = _margins(block, asked.margin)
    most = asked.most_reports + len(new)  # the new ones are of these days themselves
    around = store.reports_around((block.first, block.last), margins, most, upto=block.upto)
    if len(around) <= max(asked.most_in_view, len(new)):
        return around
    most = min(_room(len(new), asked), asked.most_in_view * len(new))
    # Without search keys nobody is known to be alike.
    return find_alike(store, new, margins, most=most, upto=block.upto) or around


def _room(new: int, asked: CompareSettings) -> int:
    """Return how many others so many new reports are compared with at most: a full block too meets what is there."""
    return max(asked.most_reports - new, asked.most_reports // 2)


def _margins(block: _Block, margin: int) -> tuple[str, str]:
    first, last = date.fromisoformat(block.first or ""), date.fromisoformat(block.last or "")
    days = timedelta(days=margin)
    earliest = first - days if first - date.min > days else date.min
    latest = last + days if date.max - last > days else date.max
    return earliest.isoformat(), latest.isoformat()
