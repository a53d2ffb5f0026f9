"""Holds the latest reports of a store in memory, with what comparing makes of each by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from musnad.comparing import ToldReport, tell_report
from musnad.copies import Arrival, arrival_of
from musnad.model import RawDocument, Report
from musnad.store import Store

MOST_HELD = 2_000
"""Reports in memory: two blocks of new ones, each with as many that belong with it."""


@dataclass(slots=True)
class _Held:
    """A report as it is stored, and what was made of it so far."""

    report: Report
    arrival: Arrival | None = None
    told: ToldReport | None = None


class HeldReports:
    """Stored reports, unpacked once, and what is made of each by itself; at most so many, the last used ones.

    All are let go of when reports of the store were deleted or read anew. `heed_epoch` looks whether any were.
    """

    def __init__(self, store: Store, most: int = MOST_HELD) -> None:
        self._store = store
        self._most = most
        self._held: dict[str, _Held] = {}
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
            held.told = tell_report(report)
            held.arrival = held.told.arrival
        return held.told

    def tell(self, names: Iterable[str]) -> None:
        """Make all that is made of each of these reports, in one go, so that its words are cut once."""
        for report in self.reports(names):
            self.told(report)

    def arrival(self, name: str) -> Arrival:
        """Return the words and the imprint of the report with this id."""
        held = self._used(name)
        if held is None:
            report = self._store.report(name) or Report(name, RawDocument(b"", "text/plain", ""), None, (), ())
            held = _Held(report)
            self._hold(held)
        if held.arrival is None:
            held.arrival = arrival_of(held.report)
        return held.arrival

    def _used(self, name: str) -> _Held | None:
        held = self._held.pop(name, None)
        if held is not None:
            self._held[name] = held
        return held

    def _hold(self, held: _Held) -> None:
        self._held.pop(held.report.id, None)
        while len(self._held) >= self._most:
            del self._held[next(iter(self._held))]
        self._held[held.report.id] = held
