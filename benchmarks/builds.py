"""Reads documents with two builds of Musnad in turns; compares what they make, byte for byte, and processor time."""

import argparse
import gc
import hashlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_STEPS = ("extract_articles", "find_mentions", "resolve_times", "trace_claims", "code_events")
_COMPARED = "compare"


def main() -> int:
    """Return 0 where both builds print the same, 1 where not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs=2, metavar="PYTHON", help="interpreters of two environments with Musnad")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="what to read, as `musnad read` takes it")
    parser.add_argument("--turns", type=int, default=3, metavar="N", help="how often each reads (default 3)")
    parser.add_argument("--compare", action="store_true", help="compare the reports, too")
    asked = parser.parse_args()
    measured: dict[str, list[dict[str, Any]]] = {python: [] for python in asked.pythons}
    for _ in range(asked.turns):
        for python in asked.pythons:
            order = [python, str(Path(__file__).resolve()), "--child", *(["--compare"] if asked.compare else [])]
            told = subprocess.run([*order, *asked.paths], stdout=subprocess.PIPE, check=True)
            measured[python].append(json.loads(told.stdout))
    return _print_figures(*(measured[python] for python in asked.pythons))


def _print_figures(first: list[dict[str, Any]], other: list[dict[str, Any]]) -> int:
    print(f"builds             {first[0]['build']} | {other[0]['build']}")
    print(f"reports            {first[0]['reports']}, those of the second half measured")
    print(f"{'CPU ms a report':<21}{'first':>9}{'second':>9}{'ratio':>8}")
    for name in first[0]["ms"]:
        here, there = (statistics.median(run["ms"][name] for run in runs) for runs in (first, other))
        print(f"{name:<21}{here:>9.2f}{there:>9.2f}{there / here:>8.2f}")
    here, there = (statistics.median(run["mb"] for run in runs) for runs in (first, other))
    print(f"{'peak memory in MB':<21}{here:>9.0f}{there:>9.0f}{there / here:>8.2f}")
    same = len({run["digest"] for run in (*first, *other)}) == 1
    print("output             the same, byte for byte" if same else "output             NOT THE SAME")
    return 0 if same else 1


def _read(paths: list[str], *, compare: bool) -> None:
    """Print as JSON what reading took by step, without its first half, and a digest of all that was made."""
    # Here, for the parent may be an environment without Musnad.
    import musnad.text.tokens
    from musnad import reading
    from musnad.comparing import compare_reports
    from musnad.export import render_dossier, render_jsonl
    from musnad.intake import load_documents

    gc.set_threshold(100_000, 20, 20)  # as the command line sets it
    seconds = dict.fromkeys((*_STEPS, *([_COMPARED] if compare else [])), 0.0)

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return call(*given, **named)
            finally:
                seconds[name] += time.process_time() - start

        return run

    for name in _STEPS:
        setattr(reading, name, timed(name, getattr(reading, name)))
    documents = list(load_documents(paths))
    half = len(documents) // 2
    reports = [report for raw in documents[:half] for report in reading.read_reports(raw)]
    gc.freeze()
    warm = len(reports)
    seconds.update(dict.fromkeys(_STEPS, 0.0))
    reports += [report for raw in documents[half:] for report in reading.read_reports(raw)]
    digest = hashlib.sha256()
    for report in reports:
        digest.update(render_jsonl(report).encode())
    ms = {name: spent / (len(reports) - warm) * 1e3 for name, spent in seconds.items() if name in _STEPS}
    ms["reading"] = sum(ms.values())
    if compare:
        start = time.process_time()
        dossier = compare_reports(reports)
        ms[_COMPARED] = (time.process_time() - start) / len(reports) * 1e3
        digest.update(render_dossier(dossier).encode())
    told = {
        "build": musnad.text.tokens.__file__,
        "reports": len(reports),
        "ms": ms,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "digest": digest.hexdigest(),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _read([path for path in sys.argv[2:] if path != "--compare"], compare="--compare" in sys.argv)
    else:
        raise SystemExit(main())
