"""Measures here what sizing.py simulates: reading in one and two processes by the clock, and comparing in shards."""

import itertools
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import page_archive
from compare import kept_reports
from sizing import Figures, tasks_of
from sizing_simulation import Cluster, simulate_reading

from musnad import comparing
from musnad.engine import render_documents
from musnad.export import render_jsonl
from musnad.intake import load_documents

_WARM_UP = 500  # a worker, so that the cost of new words is not in the figure of a warm page
_SHARDS = 8
_KEPT = 4000
_COMPARED = 600
_WRONG_USAGE = 2
Part = TypeVar("Part")
Piece = TypeVar("Piece")
Made = TypeVar("Made")


def check(figures: Figures, pages: Sequence[int] | None, kept: Path | None) -> int:
    """Measure what was asked for; return 2 where the corpora are not there."""
    if not all((page_archive.DATA / f"{name}.jsonl.zip").is_file() for name in page_archive.CORPORA):
        print(f"{page_archive.DATA}: lacks {', '.join(page_archive.CORPORA)}; see the README there", file=sys.stderr)
        return _WRONG_USAGE
    if pages:
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder) / "pages.warc.gz"
            page_archive.build_archive(archive, max(pages) + 2 * _WARM_UP)
            _check_reading(figures, archive, sorted(pages))
    if kept is not None:
        _measure_shards(kept)
    return 0


# -- reading -------------------------------------------------------------------------------------


def _check_reading(figures: Figures, archive: Path, sizes: Sequence[int]) -> None:
    """Set the clock of reading beside the simulation, which is told only what a page costs one process here."""
    read_ms: dict[int, float] = {}
    print(f"{'processes':>10}{'pages':>8}{'clock s':>9}{'simulated s':>13}{'error':>8}")
    for workers in (1, 2):
        for pages in sizes:
            clock, spent = _read(archive, workers, pages)
            if workers == 1:
                read_ms[pages] = spent / pages * 1e3 - figures["hand_ms"]
                if clock > 1.1 * spent:
                    print(f"{'':>10}the clock ran {clock / spent:.1f} times the processor: others use it too")
            costs = replace(figures.costs(stored=False), read_ms=read_ms[pages], cold_ms=0.0)
            run = simulate_reading(tasks_of(pages, 8), costs, Cluster(workers, cores=workers))
            print(
                f"{workers:>10}{pages:>8,}{clock:>9.1f}{run.seconds:>13.1f}{run.seconds / clock - 1:>8.1%}", flush=True
            )


def _read(archive: Path, workers: int, pages: int) -> tuple[float, float]:
    """Return the clock of reading so many pages after the warm-up, and the processor time of this process."""
    documents = itertools.islice(load_documents([str(archive)]), pages + workers * _WARM_UP)
    rendered = iter(render_documents(documents, render_jsonl, workers=workers))
    for _ in itertools.islice(rendered, workers * _WARM_UP):
        pass
    clock, spent = time.perf_counter(), time.process_time()
    for _ in rendered:
        pass
    return time.perf_counter() - clock, time.process_time() - spent


# -- comparing -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Watched:
    """Runs the shards of a comparing in turn, and notes how long each took and what would go between processes."""

    shards: int = _SHARDS
    seconds: list[list[float]] = field(default_factory=list)
    moved: int = 0
    packing: float = 0.0

    def each(self, work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        """Return what the function makes of each part, in order."""
        taken: list[float] = []
        made = []
        for part in parts:
            self._weigh((work, part))
            with _noted(taken):
                made.append(work(part))
            self._weigh(made[-1])
        self.seconds.append(taken)
        return made

    def shuffle(
        self,
        split: Callable[[Part], Sequence[Piece]],
        gather: Callable[[Sequence[Piece]], Made],
        parts: Sequence[Part],
    ) -> list[Made]:
        """Split each part into a piece a shard, and return what is made of each shard's pieces, in order."""
        pieces = self.each(split, parts)
        return self.each(gather, [[each[shard] for each in pieces] for shard in range(self.shards)])

    def _weigh(self, value: object) -> None:
        start = time.process_time()
        self.moved += len(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        self.packing += time.process_time() - start


@contextmanager
def _noted(taken: list[float]) -> Iterator[None]:
    start = time.process_time()
    yield
    taken.append(time.process_time() - start)


def _measure_shards(kept: Path) -> None:
    """Print the share of comparing that one process does, the largest shard by the mean, and what moves a report."""
    reports = kept_reports(kept, _KEPT)
    comparing.compare_reports(reports[:50])  # loads the lexicons
    some = reports[:: max(1, len(reports) // _COMPARED)][:_COMPARED]
    watched = _Watched()
    start = time.process_time()
    comparing.compare_reports(some, spread=watched)
    whole = time.process_time() - start - watched.packing
    parallel = sum(map(sum, watched.seconds))
    # A step of several parts a shard ends with its largest part, or when all shards had their share.
    slowest = sum(max(max(taken), sum(taken) / watched.shards) for taken in watched.seconds if taken)
    print(f"{len(some):,} reports in {_SHARDS} shards: {whole / len(some) * 1e3:.1f} ms of one core a report")
    print(f"compare_serial {1 - parallel / whole:.2f}, compare_skew {slowest * watched.shards / parallel:.2f}", end="")
    print(f", compare_pack_ms {watched.packing / len(some) * 1e3:.1f} ({watched.moved / len(some) / 1e3:.0f} kB)")
