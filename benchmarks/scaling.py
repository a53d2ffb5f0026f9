"""Measures how reading grows: processor time and memory with the number of pages, the clock with that of processes."""

import argparse
import gc
import math
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import page_archive

from musnad.engine import render_documents
from musnad.engine.worker import held_mb
from musnad.export import render_jsonl
from musnad.intake import load_documents
from musnad.model import RawDocument

_WARM_UP = 5000
"""Pages until the caches of words, which are bounded, are full."""
_SHOWN_EVERY = 5000
_WRONG_USAGE = 2


def main() -> int:
    """Return 0 where it was measured, 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 5000], metavar="N", help="(default 1000 5000)")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], metavar="N", help="processes (default 1 2)")
    parser.add_argument("--warm-up", type=int, default=_WARM_UP, metavar="N", help=f"(default {_WARM_UP} pages)")
    parser.add_argument("--only", choices=["growth", "storage", "processes"], help="measure this alone")
    asked = parser.parse_args()
    if not all((page_archive.DATA / f"{name}.jsonl.zip").is_file() for name in page_archive.CORPORA):
        print(f"{page_archive.DATA}: lacks {', '.join(page_archive.CORPORA)}; see the README there", file=sys.stderr)
        return _WRONG_USAGE
    gc.set_threshold(100_000, 20, 20)  # as the command line sets it
    with tempfile.TemporaryDirectory() as folder:
        if asked.only in {None, "growth"}:
            _growth(Path(folder), sorted(asked.pages), asked.warm_up)
        smallest = Path(folder) / "few.warc.gz"
        if asked.only != "growth":
            page_archive.build_archive(smallest, min(asked.pages))
        if asked.only in {None, "storage"}:
            _storage(smallest, Path(folder) / "converted", min(asked.pages))
        if asked.only in {None, "processes"}:
            _processes(smallest, asked.workers, min(asked.pages))
    return 0


def _long_stream(folder: Path, pages: int) -> Iterator[RawDocument]:
    """Yield pages that another process writes meanwhile: what that takes of memory and time is not the reader's."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as builder:
        building = builder.submit(page_archive.build_parts, folder, pages)
        for number in range(-(-pages // page_archive.PART_PAGES)):
            part = page_archive.part_path(folder, number)
            while not part.is_file() and not building.done():
                time.sleep(0.2)
            if part.is_file():
                yield from load_documents([str(part)])
                part.unlink()
        built, words = building.result()
    print(f"{built:,} pages with the warm-up, no two of one text, {words / built:.0f} words a page")


def _growth(folder: Path, sizes: list[int], warm_up: int) -> None:
    """Read one stream of pages in this process, and print time and memory at each size and how the time grows."""
    gc.collect()
    start, at_start = time.process_time(), held_mb()
    spent: list[tuple[int, float]] = []
    rendered = render_documents(_long_stream(folder, sizes[-1] + warm_up), render_jsonl)
    print(f"{'pages':>8}{'CPU s':>10}{'ms a page':>11}{'memory MB':>11}{'growth':>8}")
    for number, _ in enumerate(rendered, start=1 - warm_up):
        if number == 0:
            start, at_start = time.process_time(), held_mb()
            print(f"{'warm':>8}{'':>21}{at_start:>11.0f}")
        if number in sizes or (number > 0 and number % _SHOWN_EVERY == 0):
            taken, held = time.process_time() - start, held_mb()
            growth = held / at_start - 1
            print(f"{number:>8,}{taken:>10.1f}{taken / number * 1e3:>11.1f}{held:>11.0f}{growth:>8.1%}", flush=True)
            if number in sizes:
                spent.append((number, taken))
    if len(spent) > 1:
        (least, first), (most, last) = spent[0], spent[-1]
        print(f"exponent {math.log(last / first) / math.log(most / least):.3f} from {least:,} to {most:,} pages")


def _storage(archive: Path, into: Path, pages: int) -> None:
    from musnad.engine.archives import convert_parts, plan_parts  # loads pyarrow, which is no part of reading's memory

    list(convert_parts(plan_parts([str(archive)]), str(into)))
    print(f"bytes a page: web archive {archive.stat().st_size / pages:,.0f}", end="")
    for kind in ("reports", "claims"):
        print(
            f", {kind} as Parquet {sum(path.stat().st_size for path in into.glob(f'*.{kind}.*')) / pages:,.0f}", end=""
        )
    print()


def _processes(archive: Path, workers: list[int], pages: int) -> None:
    """Print the clock of reading by each number of processes, their start left out; it needs a quiet machine."""
    clocks: list[float] = []
    for count in workers:
        documents = load_documents([str(archive)])
        rendered = render_documents(documents, render_jsonl, workers=count)
        next(iter(rendered))
        start = time.perf_counter()
        for _ in rendered:
            pass
        clocks.append(time.perf_counter() - start)
        rate, gain = pages / clocks[-1], clocks[0] / clocks[-1]
        print(f"{count} processes: {rate:.1f} pages/s by the clock, {gain:.2f} times the first")


if __name__ == "__main__":
    sys.exit(main())
