"""Reads every broken and hostile document and server in full size, and tells what came of each, and the most memory."""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from hostile_containers import hostile_containers  # noqa: E402
from hostile_pages import Hostile, hostile_pages, largest_documents, page  # noqa: E402
from hostile_site import GOOD, hostile_site  # noqa: E402
from news_site import serve  # noqa: E402

_GOOD = "good.html"
_MOST_MB = 400
_READ_AT_ALL = 19_900_000  # bytes; --max-bytes leaves larger documents unread
_SLOW = 5.0  # CPU seconds from which a document is named


def main() -> int:
    """Return 0 where everything was read or named, the good ones among it were read, and memory stayed in its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, metavar="N", help="characters of a flood")
    parser.add_argument("--bomb", type=int, default=100_000_000, metavar="N", help="bytes that a bomb unpacks to")
    parser.add_argument("--only", default="", metavar="TEXT", help="documents with this in their name")
    parser.add_argument("--part", choices=["files", "site"], help="one part alone")
    parser.add_argument("--child", choices=["files", "site"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        (_read_files if asked.child == "files" else _read_site)()
        return 0
    met = []
    if asked.part != "site":
        met.append(_files(asked.size, asked.bomb, asked.only))
    if asked.part != "files":
        met.append(_site(asked.bomb))
    return 0 if all(met) else 1


def _files(size: int, bomb: int, only: str) -> bool:
    """Read all documents in one other process, so that their making does not count as its memory."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for hostile in _documents(size, bomb):
            if only in hostile.name:
                path = Path(folder) / f"{len(paths):03}-{hostile.name}"
                path.write_bytes(hostile.content)
                paths.append(path)
        paths.append(Path(folder) / _GOOD)
        paths[-1].write_bytes(page())
        return _tell("documents", len(paths) - 1, _child("files", [*map(str, paths)]), _GOOD)


def _documents(size: int, bomb: int) -> Iterator[Hostile]:
    yield from hostile_pages(size)
    yield from hostile_containers(bomb)
    yield Hostile("large-tags.html", page("<p>x</p>" * (bomb // 8)))
    yield Hostile("large-words.txt", b"x " * (bomb // 2))
    yield from largest_documents(_READ_AT_ALL)


def _site(bomb: int) -> bool:
    with serve() as site:
        addresses = hostile_site(site, size=bomb)
        return _tell("addresses", len(addresses) - 1, _child("site", addresses), site.url(GOOD))


def _child(part: str, places: list[str]) -> list[dict[str, Any]]:
    """Return what the other process says, a line a document; the last one is missing where it broke down."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", part], input=json.dumps(places), stdout=subprocess.PIPE, text=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _read_files() -> None:
    from musnad.intake import load_documents
    from musnad.reading import read_reports

    start = time.process_time()
    for path in json.load(sys.stdin):
        _forget_peak()
        for document in load_documents([path]):
            for report in read_reports(document):
                codes = [problem.code for problem in report.problems if problem.fatal]
                outcome = codes[0] if codes else "read" if report.article else "nothing"
                _say(str(report.raw.path), outcome, time.process_time() - start)
                start = time.process_time()


def _read_site() -> None:
    from musnad.collecting import Collected, CollectSettings, collect_pages
    from musnad.intake.web import FetchSettings

    fetch = FetchSettings(delay=0.0, backoff=0.01, retries=1, total_timeout=3.0, longest_wait=1.0, allow_private=True)

    def watch(each: Collected) -> None:
        _say(each.url, each.problem.code if each.problem else each.outcome, 0.0)

    with tempfile.TemporaryDirectory() as folder:
        addresses = tuple(json.load(sys.stdin))
        collect_pages(addresses, Path(folder), CollectSettings(fetch, most_pages=200), watch)


def _say(place: str, outcome: str, seconds: float) -> None:
    peak = _peak_mb()
    print(json.dumps({"place": place, "outcome": outcome, "seconds": seconds, "peak": peak}), flush=True)


def _forget_peak() -> None:
    """Let the system count the most memory from here on, so that each document shows its own; Linux alone can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak_mb() -> float:
    """Return the most memory that this process held; getrusage counts what its parent held before, so it is second."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(what: str, count: int, said: list[dict[str, Any]], good: str) -> bool:
    outcomes = Counter(each["outcome"] for each in said)
    print(f"\n{count} bad {what}")
    for outcome, number in outcomes.most_common():
        print(f"  {outcome:<24}{number:>6}")
    for each in said:
        name = _name(each)
        if each["seconds"] > _SLOW:
            print(f"  slow: {name}, {each['seconds']:.1f} s of CPU")
        if each["peak"] > _MOST_MB:
            print(f"  over {_MOST_MB} MB: {name}, {each['peak']:.0f} MB")
    _tell_families(said)
    read_good = any(str(each["place"]).endswith(good) and each["outcome"] in {"read", "new"} for each in said)
    peak = max((each["peak"] for each in said), default=0.0)
    defects = outcomes["reading_failed"] + outcomes["nothing"]
    print(f"  defects {defects}; the good one at the end was {'' if read_good else 'NOT '}read; peak {peak:.0f} MB")
    return read_good and not defects and peak <= _MOST_MB


def _tell_families(said: list[dict[str, Any]]) -> None:
    """Print for each family of documents the one that took most memory."""
    largest: dict[str, dict[str, Any]] = {}
    for each in said:
        family = _name(each).partition("-")[0]
        if each["peak"] > largest.get(family, {"peak": 0.0})["peak"]:
            largest[family] = each
    for family, each in largest.items() if any(each["seconds"] for each in said) else ():
        print(f"  {family:<12}{each['peak']:>6.0f} MB at most, {_name(each)}")


def _name(each: dict[str, Any]) -> str:
    """Return a document's name without its number."""
    return ascii(each["place"]).strip("'").rpartition("/")[2].lstrip("0123456789").lstrip("-")


if __name__ == "__main__":
    sys.exit(main())
