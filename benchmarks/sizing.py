"""Simulates what 10,000, a million and a hundred million reports take, from measured figures; or checks itself.

usage: benchmarks/sizing.py [--figures PATH] [--runs N] | --check PAGES ... | --shards FOLDER

All it prints of more than --check is simulated. --check reads pages in one and two processes here and sets the clock
beside what the simulation says; it needs a machine that does nothing else.
"""

import argparse
import statistics
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sizing_simulation import Cluster, Comparing, Costs, Run, simulate_comparing, simulate_reading

FIGURES = Path(__file__).with_name("sizing.toml")
_BATCH = 8  # pages that musnad's pool hands out at once
_WINDOW = 100_000  # reports in one comparing, where all do not fit
_GB = 1e6  # kB


@dataclass(frozen=True, slots=True)
class Scenario:
    """So many reports on so many workers of so many cores; `stored` where one writer takes them into a store."""

    name: str
    reports: int
    workers: int
    cores: int
    stored: bool


SCENARIOS = (
    Scenario("laptop, `musnad add --workers 2`", 10_000, 2, 2, stored=True),
    Scenario("laptop, `musnad convert --workers 2`", 1_000_000, 2, 2, stored=False),
    Scenario("one server, `musnad convert --workers 16`", 1_000_000, 16, 16, stored=False),
    Scenario("cluster, `musnad convert --ray --workers 64`", 1_000_000, 64, 64, stored=False),
    Scenario("cluster, `musnad convert --ray --workers 64`", 100_000_000, 64, 64, stored=False),
    Scenario("cluster, `musnad convert --ray --workers 1024`", 100_000_000, 1024, 1024, stored=False),
)


class Figures:
    """The figures of a file, by name."""

    def __init__(self, path: Path) -> None:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self._values = {name: entry["value"] for group in table.values() for name, entry in group.items()}

    def __getitem__(self, name: str) -> float:
        return float(self._values[name])

    def costs(self, *, stored: bool) -> Costs:
        """Return what a page costs."""
        store = self["store_ms"] + self["compare_ms"] if stored else 0.0  # `musnad add` compares what it takes in
        return Costs(self["read_ms"], self["cold_ms"], self["hand_ms"], store, self["spread"])

    def cluster(self, scenario: Scenario) -> Cluster:
        """Return the workers of a scenario; on one machine none is slower than another."""
        slow = self["slow_share"] if scenario.workers > 16 else 0.0
        plain = Cluster(scenario.workers, scenario.cores, slow, self["slow_factor"])
        return replace(plain, deaths_an_hour=self["deaths_an_hour"], restart_s=self["restart_s"])

    def comparing(self) -> Comparing:
        """Return what comparing takes."""
        return Comparing(
            self["compare_ms"],
            int(self["compare_at"]),
            self["compare_exponent"],
            self["compare_serial"],
            self["compare_skew"],
            self["compare_pack_ms"],
            self["compare_base_mb"],
            self["compare_mb"],
        )


def main() -> int:
    """Print what was asked for; return 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=Path, default=FIGURES, help="(default benchmarks/sizing.toml)")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="of each scenario, by other luck (default 5)")
    parser.add_argument("--check", type=int, nargs="+", metavar="PAGES", help="measure here, beside the simulation")
    parser.add_argument("--shards", type=Path, metavar="FOLDER", help="measure comparing in shards, on kept reports")
    asked = parser.parse_args()
    figures = Figures(asked.figures)
    if asked.check or asked.shards:
        import sizing_check  # needs the corpora; the simulation needs nothing

        return sizing_check.check(figures, asked.check, asked.shards)
    print("SIMULATED from", asked.figures.name, f"(median of {asked.runs} runs; nothing below was run)")
    for scenario in SCENARIOS:
        _tell_reading(scenario, figures, asked.runs)
    print()
    _tell_storage(figures)
    print()
    for workers in (1, 2, 16):
        _tell_comparing(figures, workers, asked.runs)
    _tell_side_by_side(figures, asked.runs)
    for memory_gb in (8, 16, 64, 256):
        most = figures.comparing().most_reports(memory_gb * 1e3)
        print(f"one comparing in {memory_gb} GB: {most:,} reports at the most")
    return 0


def tasks_of(reports: int, pages: int) -> list[int]:
    """Return the tasks of so many pages each."""
    return [pages] * (reports // pages) + ([reports % pages] if reports % pages else [])


def _tell_reading(scenario: Scenario, figures: Figures, runs: int) -> None:
    # A part of a cluster is a web archive, but each worker should have several; a pool hands out a few pages.
    part = min(int(figures["part_pages"]), max(1, scenario.reports // (scenario.workers * 8)))
    pages = _BATCH if scenario.reports <= 100_000 else part
    tasks = tasks_of(scenario.reports, pages)
    costs, cluster = figures.costs(stored=scenario.stored), figures.cluster(scenario)
    found = [simulate_reading(tasks, costs, cluster, seed) for seed in range(runs)]
    seconds = _middle(found, lambda run: run.seconds)
    core_hours = seconds * scenario.cores / 3600
    lost, tail = (_clock(_middle(found, figure)) for figure in (lambda run: run.lost_s, lambda run: run.tail_s))
    print(
        f"{scenario.reports:>12,} reports, {scenario.name}: {_clock(seconds)}, {core_hours:,.1f} core hours"
        f" (${core_hours * figures['core_hour']:,.2f});"
        f" {_middle(found, lambda run: run.deaths):.0f} workers died, {lost} in vain;"
        f" {tail} from the first idle worker to the end"
        + (f"; one writer {_clock(_middle(found, lambda run: run.writing_s))}" if scenario.stored else "")
    )


def _tell_storage(figures: Figures) -> None:
    for reports in (10_000, 1_000_000, 100_000_000):
        names = ("warc_kb", "parquet_kb", "sqlite_kb", "postgresql_kb")
        warc, parquet, sqlite, postgresql = (reports * figures[name] / _GB for name in names)
        print(
            f"{reports:>12,} reports: web archives {warc:,.1f} GB, Parquet {parquet:,.1f} GB"
            f" (${(warc + parquet) * figures['gb_month']:,.2f} a month), as a store {sqlite:,.1f} GB (SQLite) or"
            f" {postgresql:,.1f} GB (PostgreSQL);"
            f" one writer {_clock(reports * figures['store_ms'] / 1e3)}"
        )


def _tell_comparing(figures: Figures, workers: int, runs: int) -> None:
    comparing = figures.comparing()
    for reports in (10_000, 1_000_000, 100_000_000):
        windows = max(1, round(reports / _WINDOW))
        each = reports // windows
        scenario = Scenario("", each, workers, workers, stored=False)
        cluster = replace(figures.cluster(scenario), workers=workers)
        seconds = _middle([simulate_comparing(each, comparing, cluster, seed) for seed in range(runs)], _seconds)
        print(
            f"{reports:>12,} reports compared by {workers} processes in {windows:,} comparings of {each:,}:"
            f" {_clock(seconds)} and {comparing.memory_mb(each) / 1e3:,.1f} GB each, one after the other"
            f" {_clock(seconds * windows)}"
        )


def _tell_side_by_side(figures: Figures, runs: int) -> None:
    """Print what it takes to give each of 64 processes comparings of its own."""
    comparing = figures.comparing()
    costs = Costs(comparing.core_seconds(_WINDOW) / _WINDOW * 1e3, cold_ms=0.0, hand_ms=0.0, spread=figures["spread"])
    for reports in (1_000_000, 100_000_000):
        tasks = tasks_of(reports, _WINDOW)
        scenario = Scenario("", reports, 64, 64, stored=False)
        found = [simulate_reading(tasks, costs, figures.cluster(scenario), seed) for seed in range(runs)]
        print(
            f"{reports:>12,} reports compared by 64 processes, each with comparings of its own of {_WINDOW:,}:"
            f" {_clock(_middle(found, _seconds))}, {comparing.memory_mb(_WINDOW) / 1e3:,.1f} GB for each process"
        )


def _seconds(run: Run) -> float:
    return run.seconds


def _middle(runs: list[Run], figure: Callable[[Run], float]) -> float:
    return statistics.median(map(figure, runs))


def _clock(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 100 * 3600 else f"{seconds / 86400:.1f} days"


if __name__ == "__main__":
    sys.exit(main())
