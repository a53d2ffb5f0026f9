"""Runs a command and prints what processor time and memory each of its processes took, by /proc (Linux)."""

import os
import subprocess
import sys
import time
from pathlib import Path

_SECONDS = 0.2
_SESSION, _USER, _SYSTEM, _MEMORY = 3, 11, 12, 21  # columns of /proc/PID/stat behind the name


def main(command: list[str]) -> int:
    """Run the command in a session of its own, look at the session's processes until it ends, and print them."""
    began = time.monotonic()
    running = subprocess.Popen(command, start_new_session=True)
    seen: dict[int, tuple[float, float]] = {}
    while True:
        over = running.poll() is not None
        for number, seconds, megabytes in _processes(running.pid):
            seen[number] = (seconds, max(megabytes, seen.get(number, (0.0, 0.0))[1]))
        if over:
            break
        time.sleep(_SECONDS)
    for number, (seconds, megabytes) in sorted(seen.items()):
        print(f"process {number}: {seconds:.1f} s of a core, at most {megabytes:.0f} MB")
    total = sum(seconds for seconds, _ in seen.values())
    print(f"all: {total:.1f} s of a core; by the clock {time.monotonic() - began:.1f} s")
    return running.returncode


def _processes(session: int) -> list[tuple[int, float, float]]:
    """Return number, processor seconds and megabytes of the session's processes that are there now."""
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended between the two looks
        if int(told[_SESSION]) == session:
            seconds = (int(told[_USER]) + int(told[_SYSTEM])) / tick
            found.append((int(place.parent.name), seconds, int(told[_MEMORY]) * page / 1e6))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
