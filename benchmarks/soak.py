"""Adds, searches, serves and compares at once for some minutes: no leak, no lock error, no lost report, a sound store.

Each part is a process of its own on one store, SQLite or an empty PostgreSQL database: `musnad serve`, a worker that
adds invented reports, one that compares, and readers of pages, lists and searches. Exit status: 0 all held, 1 something
did not.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import soak_roles

from musnad.keeping import compare_new
from musnad.search import make_keys
from musnad.store import open_store

_WARM_UP = 0.4
"""Share of the time in which caches fill; memory is watched after it."""
_MOST_GROWTH = 0.10
_LEAST_MB = 15.0
_SECONDS_BETWEEN = 2.0
_MINUTES_TO_SEE_A_LEAK = 5.0
_READY_SECONDS = 300.0
_LAST_SAID = 3000  # characters of what a process wrote to standard error
_FIRST = 60  # reports that are there when the others begin


@dataclass(slots=True)
class Watched:
    """A process, what it says at its end, and what it held of memory, by the seconds since the start."""

    name: str
    process: subprocess.Popen[str]
    errors: Path
    held: list[tuple[float, float]] = field(default_factory=list)

    def look(self, seconds: float) -> None:
        """Note what the process holds now."""
        try:
            pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError):
            return
        self.held.append((seconds, pages * os.sysconf("SC_PAGE_SIZE") / 1e6))

    def growth(self, whole: float) -> tuple[float, float, float]:
        """Return MB held after the warm-up and the growth since, by the line of least squares, in MB and as a share."""
        late = [(at, held) for at, held in self.held if at >= whole * _WARM_UP]
        if len(late) < 3:
            return 0.0, 0.0, 0.0
        middle = sum(at for at, _ in late) / len(late)
        mean = sum(held for _, held in late) / len(late)
        spread = sum((at - middle) ** 2 for at, _ in late)
        slope = sum((at - middle) * (held - mean) for at, held in late) / spread
        grown = slope * (late[-1][0] - late[0][0])
        return mean - grown / 2, grown, grown / mean


def main() -> int:
    """Return 0 where all held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="(default 10)")
    parser.add_argument(
        "--rate", type=float, default=5.0, metavar="N", help="reports added a second at most (default 5)"
    )
    parser.add_argument("--store", metavar="URL", help="an empty PostgreSQL database (default: an SQLite file)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        at = asked.store or str(place / "store.sqlite")
        with open_store(at, search_keys=make_keys) as store:
            kept = soak_roles.add_some(store, range(_FIRST))
        server, address = _serve(place, at)
        roles = [
            _start("add", place, [at, "--rate", str(asked.rate), "--first", str(_FIRST)]),
            _start("compare", place, [at]),
            _start("read", place, [at, "--address", address]),
        ]
        watched = [server, *roles]
        _wait_for_all(place, roles)
        _watch(watched, asked.minutes * 60)
        told = _end(place, roles, server)
        return _judge(at, watched, told, kept, asked.minutes)


def _serve(place: Path, store: str) -> tuple[Watched, str]:
    """Return the server, and where it listens."""
    errors = place / "serve.err"
    command = [sys.executable, "-c", "from musnad.cli import main; main()", "serve", "--port", "0"]
    command += ["--store", store]
    with errors.open("w") as stream:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stream, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    if "http://" not in line:
        raise SystemExit(f"musnad serve did not open: {line}{errors.read_text()}")
    return Watched("serve", process, errors), "http://" + line.split("http://")[1].split()[0]


def _start(role: str, place: Path, more: Sequence[str]) -> Watched:
    errors = place / f"{role}.err"
    command = [sys.executable, soak_roles.__file__, role, str(place), *more]
    with errors.open("w") as stream:
        return Watched(role, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stream, text=True), errors)


def _wait_for_all(place: Path, roles: Sequence[Watched]) -> None:
    """Wait until each has done its work once, so that what is loaded once is no leak."""
    due = time.monotonic() + _READY_SECONDS
    while time.monotonic() < due and all(role.process.poll() is None for role in roles):
        if all((place / f"{role.name}{soak_roles.READY}").exists() for role in roles):
            return
        time.sleep(0.2)


def _watch(watched: Sequence[Watched], seconds: float) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        for each in watched:
            each.look(passed)
            if each.process.poll() is not None:
                print(f"{each.name} ended before its time: {each.errors.read_text()[-2000:]}")
                return
        time.sleep(_SECONDS_BETWEEN)


def _end(place: Path, roles: Sequence[Watched], server: Watched) -> dict[str, dict[str, object]]:
    """Let the roles end what they are at, then the server, and return what each tells of its work."""
    (place / soak_roles.STOP).touch()
    told: dict[str, dict[str, object]] = {}
    for role in roles:
        said, _ = role.process.communicate(timeout=300)
        told[role.name] = json.loads(said) if said.strip() else {"errors": [role.errors.read_text()[-2000:]]}
    server.process.terminate()
    server.process.communicate(timeout=60)
    return told


def _judge(
    at: str, watched: Sequence[Watched], told: dict[str, dict[str, object]], first: Sequence[str], minutes: float
) -> int:
    faults = list(_memory(watched, minutes))
    for each in watched:
        faults += [f"{each.name}: {line}" for line in each.errors.read_text().splitlines() if "lock" in line.lower()]
    for name, role in told.items():
        print(f"{name}: {', '.join(f'{value} {key}' for key, value in role.items() if isinstance(value, int))}")
        faults += [f"{name}: {error}" for error in role.get("errors") or ()]  # type: ignore[attr-defined] # a list
    with open_store(at, search_keys=make_keys) as store:
        compare_new(store, soak_roles.COMPARE)
        held = {name for _, name in store.numbers()}
        kept = [*first, *told["add"].get("kept", ())]  # type: ignore[misc] # a list
        lost = [name for name in kept if name not in held]
        waiting = len(store.to_compare(1))
        unsound = [f"{fault.where}: {fault.what}" for fault in store.check()]
    print(
        f"{len(kept):,} reports added, {len(lost)} lost, {waiting} left to compare, {len(unsound)} faults in the store"
    )
    faults += [f"lost: {name}" for name in lost] + unsound + (["reports were left to compare"] if waiting else [])
    for fault in faults[:20]:
        print(f"FAULT {fault}")
    for each in watched if faults else ():
        print(f"{each.name} said at last: {each.errors.read_text()[-_LAST_SAID:]}")
    print("held" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


def _memory(watched: Sequence[Watched], minutes: float) -> Iterator[str]:
    """Print what each process held, and yield those that grew on; in less than five minutes caches hide a leak."""
    whole = minutes * 60
    for each in watched:
        start, grown, share = each.growth(whole)
        print(f"{each.name:8} {start:6.0f} MB after the warm-up, {grown:+6.1f} MB since ({share:+.1%})")
        if minutes >= _MINUTES_TO_SEE_A_LEAK and grown > _LEAST_MB and share > _MOST_GROWTH:
            yield f"{each.name} grew by {grown:.0f} MB after the warm-up"


if __name__ == "__main__":
    sys.exit(main())
