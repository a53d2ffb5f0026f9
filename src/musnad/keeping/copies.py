"""Finds the copies among all reports of a store as they arrive, with an index on disk that belongs to the store."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from musnad.copies import CopyFinder, family_of
from musnad.keeping.held import HeldReports
from musnad.model import CopyFamily, CopyPair
from musnad.store import Store, StoreError

_AT_ONCE = 256
_READ_AT_ONCE = 500


@dataclass(slots=True)
class StoredCopies:
    """The copies finder of a store. Pairs are kept in the store first, then the index on disk is made lasting.

    So a run that dies leaves an index that lacks reports at most, and these are entered when it is opened again.
    """

    store: Store
    folder: Path | None
    held: HeldReports
    finder: CopyFinder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = self._open()

    def add(self, names: Sequence[str]) -> None:
        """Find the copies of the reports with these ids and keep them in the store."""
        for start in range(0, len(names), _READ_AT_ONCE):
            reports = self.held.reports(names[start : start + _READ_AT_ONCE])
            fresh = [report for report in reports if report.article is not None and report.id not in self.finder.index]
            for first in range(0, len(fresh), _AT_ONCE):
                pairs = self.finder.add([self.held.arrival(report.id) for report in fresh[first : first + _AT_ONCE]])
                if pairs:
                    self.store.keep_copies(pairs, self._families(pairs))

    def flush(self) -> None:
        """Make the index on disk lasting."""
        self.finder.flush()

    def _families(self, pairs: list[CopyPair]) -> list[CopyFamily]:
        touched = {name for pair in pairs if pair.one_origin for name in (pair.left, pair.right)}
        return [self._family(members) for members in self.finder.families(touched)] if touched else []

    def _family(self, members: Sequence[str]) -> CopyFamily:
        return family_of(members, {name: self.held.arrival(name) for name in members})

    # -- the index on disk ---------------------------------------------------------------------

    def _open(self) -> CopyFinder:
        epoch = self.store.fact("copies_epoch") or "0"
        if self.folder is not None and _epoch_of(self.folder) != epoch:
            # Reports were deleted or read anew: their words must not find copies any more.
            shutil.rmtree(self.folder, ignore_errors=True)
        finder = CopyFinder(self.held.arrival, folder=self.folder)
        rebuilt = len(finder.index) == 0
        self.finder = finder
        # Of a large store listing all would take longer than the rest of adding a page.
        known = (0, 0) if rebuilt else _known_in(self.folder)
        compared, known = self.store.compared_reports(known)
        missing = [name for name in compared if name not in finder.index]
        self.add(missing)
        if rebuilt and missing:
            self.store.keep_copies([], [self._family(members) for members in finder.families()], anew=True)
        if self.folder is not None:
            finder.flush()
            (self.folder / "epoch").write_text(epoch, encoding="ascii")
            (self.folder / "known").write_text(f"{known[0]} {known[1]}", encoding="ascii")
        return finder


def _epoch_of(folder: Path) -> str | None:
    place = folder / "epoch"
    return place.read_text(encoding="ascii") if place.exists() else None


def _known_in(folder: Path | None) -> tuple[int, int]:
    """Return the number of the last compared report that is surely in the index, and how many there are up to it."""
    try:
        last, count = (folder / "known").read_text(encoding="ascii").split() if folder is not None else ("0", "0")
        return int(last), int(count)
    except (OSError, ValueError):
        return 0, 0


@contextmanager
def only_one(folder: Path | None, place: str) -> Iterator[None]:
    """Wait until no other process compares the reports of this store, and keep others waiting meanwhile."""
    if folder is None:
        yield
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = folder.with_suffix(".lock").open("w")
    except OSError as error:
        raise StoreError(f"{place}: the index of copies cannot be kept at {folder} ({error.strerror})") from None
    with lock:
        try:
            import fcntl
        except ImportError:  # Windows locks the file by opening it to write
            yield
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)  # The system lets go of it when the process ends, however it ends.
            yield
