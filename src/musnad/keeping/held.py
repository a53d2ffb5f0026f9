"""Holds the latest reports of a store in memory, with what comparing makes of each by itself and finds of pairs."""

import pickle
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from musnad.agreement import FoundPairs, PairMemory
from musnad.comparing import ToldReport, tell_report
from musnad.copies import Arrival, arrival_of
from musnad.model import RawDocument, Report
from musnad.store import Store

MOST_HELD = 2_000
"""Reports in memory: two blocks of new ones, each with as many that belong with it."""
MOST_PACKED = 200 * 2**20
"""Bytes of what was made of reports that are held no longer: 17 kB of a report of 250 words, so 12,000 of them.

To unpack it takes a seventh of the time of making it."""
_LEVEL = 1


@dataclass(slots=True)
class _Held:
    """A report as it is stored, and what was made of it so far."""

    report: Report
    arrival: Arrival | None = None
    told: ToldReport | None = None


@dataclass(slots=True)
class _Packed:
    """What was made of reports, packed, by the report's id: the last used, at most so many bytes."""

    most: int
    _held: dict[str, bytes] = field(default_factory=dict)
    _size: int = 0

    def put(self, told: ToldReport) -> None:
        """Keep what was made of a report, if it is not kept already."""
        if told.report in self._held:
            return
        packed = zlib.compress(pickle.dumps(told, pickle.HIGHEST_PROTOCOL), _LEVEL)
        self._held[told.report] = packed
        self._size += len(packed)
        while self._size > self.most:
            self._size -= len(self._held.pop(next(iter(self._held))))

    def take(self, name: str) -> ToldReport | None:
        """Return what was made of the report with this id, its statements still packed; None where it is not kept."""
        packed = self._held.pop(name, None)
        if packed is None:
            return None
        self._held[name] = packed
        told: ToldReport = pickle.loads(zlib.decompress(packed))
        return told

    def clear(self) -> None:
        """Let go of all."""
        self._held.clear()
        self._size = 0


class HeldReports:
    """Stored reports, unpacked once, and what is made of each by itself; at most so many, the last used ones.

    What was made of others is kept packed. All are let go of when reports of the store were deleted or read anew, and
    what was found of pairs with them. `heed_epoch` looks whether any were.
    """

    def __init__(self, store: Store, most: int = MOST_HELD, *, most_packed: int = MOST_PACKED) -> None:
        self._store = store
        self._most = most
        self._held: dict[str, _Held] = {}
        self._packed = _Packed(most_packed)
        self._pairs = PairMemory()
        self._epoch: str | None = None

    @property
    def most(self) -> int:
        """Return how many reports are held at most."""
        return self._most

    def heed_epoch(self) -> None:
        """Let go of all reports if any of the store was deleted or rewritten since the last call."""
        epoch = self._store.fact("copies_epoch")
        if epoch != self._epoch:
            self._held.clear()
            self._packed.clear()
            self._pairs.clear()
            self._epoch = epoch

    def take(self, told: Iterable[tuple[Report, ToldReport]]) -> None:
        """Take in reports that are stored as they are given, with what `tell_report` made of them elsewhere."""
        for report, made in told:
            self._hold(_Held(report, made.arrival, made))

    def reports(self, names: Iterable[str]) -> list[Report]:
        """Return the reports with these ids, in their order; those that are not in the store are left out."""
        wanted = list(dict.fromkeys(names))
        here = {name: held for name in wanted if (held := self._used(name)) is not None}
        # Without the bytes of their pages, which comparing has no use for: some 90 kB each.
        missing = self._store.reports((name for name in wanted if name not in here), bare=True)
        read = {report.id: _Held(report) for report in missing}
        for held in read.values():
            self._hold(held)
        found = here | read
        return [found[name].report for name in wanted if name in found]

    def told(self, report: Report) -> ToldReport:
        """Return what `tell_report` makes of a report, known where it is the one that is held."""
        held = self._used(report.id)
        if held is None or held.report is not report:
            return tell_report(report)  # people corrected what was read: that changes from one comparing to the next
        if held.told is None:
            held.told = self._packed.take(report.id) or tell_report(report)
            held.arrival = held.told.arrival
        return held.told

    def tell(self, names: Iterable[str]) -> None:
        """Make all that is made of each of these reports, in one go, so that its words are cut once."""
        for report in self.reports(names):
            self.told(report)

    def found(self, reports: Iterable[Report]) -> FoundPairs:
        """Return what was found of pairs of these reports' statements, of those that are as they are stored."""
        return FoundPairs(
            self._pairs,
            frozenset(
                report.id
                for report in reports
                if (held := self._held.get(report.id)) is not None and held.report is report
            ),
        )

    def arrival(self, name: str) -> Arrival:
        """Return the words and the imprint of the report with this id."""
        held = self._used(name)
        if held is None:
            report = self._store.report(name) or Report(name, RawDocument(b"", "text/plain", ""), None, (), ())
            held = _Held(report)
            self._hold(held)
        if held.arrival is None:
            packed = self._packed.take(name)
            held.told = held.told or packed
            held.arrival = packed.arrival if packed is not None else arrival_of(held.report)
        return held.arrival

    def _used(self, name: str) -> _Held | None:
        held = self._held.pop(name, None)
        if held is not None:
            self._held[name] = held
        return held

    def _hold(self, held: _Held) -> None:
        self._held.pop(held.report.id, None)
        while len(self._held) >= self._most:
            left = self._held.pop(next(iter(self._held)))
            if left.told is not None:
                self._packed.put(left.told)
        self._held[held.report.id] = held
