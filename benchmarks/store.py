"""How many reports a CPU second a store takes in: real readings, each stored many times under other ids."""

import argparse
import hashlib
import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from musnad.intake import load_documents
from musnad.model import Report
from musnad.reading import read_reports
from musnad.search import make_keys
from musnad.store import SearchKeys, open_store

_CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "news_ar_2018.jsonl.zip"
_BATCH = 50


def main() -> int:
    """Store the reports, print reports a CPU second by tenths, and return 1 below the floor, 2 without a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--readings", type=int, default=300, help="distinct articles that are read once")
    parser.add_argument("--store", help="address of an empty store (else an SQLite file that is deleted afterwards)")
    parser.add_argument("--keys", action="store_true", help="with search keys, made beforehand and outside the times")
    parser.add_argument("--floor", type=float, default=150.0)
    asked = parser.parse_args()
    if not _CORPUS.exists():
        print(f"no corpus: {_CORPUS}", file=sys.stderr)
        return 2
    readings = _readings(asked.readings)
    keys = {report.raw.sha256: make_keys(report) for report in readings} if asked.keys else {}
    with tempfile.TemporaryDirectory() as folder:
        rate = _store(asked.store or str(Path(folder) / "store.sqlite"), readings, keys, asked.reports)
    return int(rate < asked.floor)


def _store(address: str, readings: list[Report], keys: dict[str, SearchKeys], wanted: int) -> float:
    def kept_keys(report: Report) -> SearchKeys:
        return keys[str(report.raw.path)]

    spent, done, clock = 0.0, 0, time.perf_counter()
    with open_store(address, search_keys=kept_keys if keys else None) as store:
        tenth, tenth_spent = max(_BATCH, wanted // 10), 0.0
        for batch in _batches(_copies(readings, wanted)):
            begun = time.process_time()
            store.add_reports(batch, reader="benchmark")
            spent_now = time.process_time() - begun
            spent, tenth_spent, done = spent + spent_now, tenth_spent + spent_now, done + len(batch)
            if done % tenth < _BATCH:
                print(f"{done:>8,} reports  {tenth / tenth_spent:7.1f} a CPU second in the last tenth", flush=True)
                tenth_spent = 0.0
        size = store.file.stat().st_size / done if store.file else 0
    wall = time.perf_counter() - clock
    print(f"{done:,} reports, {done / spent:.1f} a CPU second, {done / wall:.1f} a second by the clock")
    print(f"{size:,.0f} bytes each")
    return done / spent


def _readings(wanted: int) -> list[Report]:
    found = (report for raw in load_documents([str(_unpacked())]) for report in read_reports(raw) if not report.failed)
    return list(itertools.islice(found, wanted))


def _unpacked() -> Path:
    import zipfile

    folder = Path(tempfile.mkdtemp())
    with zipfile.ZipFile(_CORPUS) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        return Path(archive.extract(name, folder))


def _copies(readings: list[Report], wanted: int) -> Iterator[Report]:
    for number, report in zip(range(wanted), itertools.cycle(readings), strict=False):
        content = report.raw.content + str(number).encode()
        digest = hashlib.sha256(content).hexdigest()
        url = f"https://news.example/{number}"
        raw = replace(report.raw, content=content, sha256=digest, url=url, path=report.raw.sha256)
        yield replace(report, id=digest[:16], raw=raw)


def _batches(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while batch := list(itertools.islice(reports, _BATCH)):
        yield batch


if __name__ == "__main__":
    raise SystemExit(main())
