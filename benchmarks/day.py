"""Measures the whole chain on pages made here, WARC bytes to compared reports, beside trafilatura on the same pages."""

import argparse
import gc
import importlib
import logging
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page_archive
from page_templates import TEMPLATES

from musnad import reading
from musnad.engine.worker import held_mb
from musnad.intake import load_documents
from musnad.keeping import compare_new
from musnad.keeping.version import reader_version
from musnad.model import RawDocument, Report
from musnad.search import make_keys
from musnad.store import open_store

_WARM_UP = 1000  # pages: what a process has read in its first half minute
_BATCH = 50
_STEPS = ("extract_articles", "find_mentions", "resolve_times", "trace_claims", "code_events")
_WRONG_USAGE = 2


class Clock:
    """Adds up the processor time of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, with its time added under the name."""

        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return call(*given, **named)
            finally:
                self.seconds[name] += time.process_time() - start

        return run


def main() -> int:
    """Return 0 where the chain was measured, 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, metavar="N", help="pages of the day (default 1000)")
    parser.add_argument("--read-only", action="store_true", help="read alone: nothing is stored or compared")
    asked = parser.parse_args()
    if not all((page_archive.DATA / f"{name}.jsonl.zip").is_file() for name in page_archive.CORPORA):
        print(f"{page_archive.DATA}: lacks {', '.join(page_archive.CORPORA)}; see the README there", file=sys.stderr)
        return _WRONG_USAGE
    logging.disable(logging.CRITICAL)
    gc.set_threshold(100_000, 20, 20)  # as the command line sets it
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "day.warc.gz"
        page_archive.build_archive(archive, asked.pages + _WARM_UP)
        clock = Clock()
        documents = list(clock.timed("intake", lambda: list(load_documents([str(archive)])))())
        print(f"pages              {asked.pages} of {len(TEMPLATES)} templates, {_WARM_UP} more to warm up")
        sizes = sorted(len(raw.content) for raw in documents)
        middle = sizes[len(sizes) // 2] / 1e3
        print(f"kilobytes a page   median {middle:.0f}, {sizes[0] / 1e3:.0f} to {sizes[-1] / 1e3:.0f}")
        clock.seconds["intake"] *= asked.pages / len(documents)
        before, reports, beside = _read(documents, clock)
        if not asked.read_only:
            _keep(before, Path(folder) / "before.sqlite", Clock())  # warms up: its time is not counted
            _keep(reports, Path(folder) / "day.sqlite", clock)
        _print_figures(reports, clock, beside)
    return 0


def _read(documents: list[RawDocument], clock: Clock) -> tuple[list[Report], list[Report], float | None]:
    """Return the reports that warmed up, those whose time was taken, and what trafilatura took for the same pages.

    The two take turns, so that what else the machine does meanwhile falls on both.
    """
    extract = _trafilatura()
    before = list(reading.read_reports(documents[0]))
    gc.freeze()  # as the command line does: the lexicons are no garbage
    before += [report for raw in documents[1:_WARM_UP] for report in reading.read_reports(raw)]
    if extract:
        _extract_all(extract, documents[:_BATCH])
    plain = {name: getattr(reading, name) for name in _STEPS}
    for name in _STEPS:
        setattr(reading, name, clock.timed(name, plain[name]))
    reports: list[Report] = []
    turns = Clock()
    read = turns.timed("read", lambda pages: reports.extend(one for raw in pages for one in reading.read_reports(raw)))
    for start in range(_WARM_UP, len(documents), _BATCH):
        read(documents[start : start + _BATCH])
        if extract:
            turns.timed("beside", _extract_all)(extract, documents[start : start + _BATCH])
    for name in _STEPS:
        setattr(reading, name, plain[name])
    clock.seconds["the rest of reading"] = turns.seconds["read"] - sum(clock.seconds[name] for name in _STEPS)
    return before, reports, turns.seconds["beside"] if extract else None


def _keep(reports: list[Report], place: Path, clock: Clock) -> None:
    with open_store(str(place), search_keys=make_keys) as store:
        add = clock.timed("store", store.add_reports)
        for start in range(0, len(reports), _BATCH):
            add(reports[start : start + _BATCH], reader=reader_version())
        try:
            clock.timed("compare, store", compare_new)(store)
        except Exception as defect:  # said, and the rest of the chain is still measured
            clock.seconds.pop("compare, store")
            print(f"NOT COMPARED       {type(defect).__name__}: {defect}; the chain ends at the store")


def _extract_all(extract: Callable[[bytes], Any], documents: list[RawDocument]) -> None:
    for raw in documents:
        extract(raw.content)


def _trafilatura() -> Callable[[bytes], Any] | None:
    try:
        return importlib.import_module("trafilatura").extract  # type: ignore[no-any-return]
    except ImportError:
        return None


def _print_figures(reports: list[Report], clock: Clock, beside: float | None) -> None:
    pages = len(reports)
    words = sum(len(report.article.text.split()) for report in reports if report.article)
    failed = sum(report.failed for report in reports)
    read = sum(spent for name, spent in clock.seconds.items() if name not in {"store", "compare, store"})
    total = sum(clock.seconds.values())
    print(f"not read           {failed}")
    print(f"words a page       {words / pages:.0f}")
    print(f"claims a page      {sum(len(report.claims) for report in reports) / pages:.1f}")
    print(f"{'step':<21}{'CPU ms a page':>14}{'words/s':>10}")
    rows = [*clock.seconds.items(), ("reading, all", read), ("the whole chain", total)]
    rows += [("trafilatura.extract", beside)] if beside else []
    for name, spent in rows:
        print(f"{name:<21}{spent / pages * 1e3:>14.2f}{words / spent if spent else 0:>10,.0f}")
    print(f"pages/s a core     reading {pages / read:.1f}, the whole chain {pages / total:.1f}")
    if beside:
        print(f"beside trafilatura reading takes {read / beside:.2f} of its time")
    else:
        print("beside trafilatura not installed; pip install -e '.[bench]'")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"memory MB          peak {peak:.0f}, at the end {held_mb():.0f} (the pages of the day included)")


if __name__ == "__main__":
    sys.exit(main())
