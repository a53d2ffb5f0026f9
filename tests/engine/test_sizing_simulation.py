"""The simulation behind docs/sizing.md, against what can be counted by hand."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from sizing import FIGURES, Figures, tasks_of  # noqa: E402 - found by the path above
from sizing_simulation import (  # noqa: E402
    Cluster,
    Comparing,
    Costs,
    simulate_comparing,
    simulate_reading,
)

EVEN = Costs(read_ms=10.0, cold_ms=0.0, hand_ms=0.0, spread=0.0)
COMPARING = Comparing(20.0, 1000, 1.1, serial=0.25, skew=1.0, pack_ms=0.0, base_mb=400.0, mb=0.1)


def test_one_worker_takes_the_sum_of_its_tasks() -> None:
    assert simulate_reading([100] * 7, EVEN, Cluster(1, 1)).seconds == pytest.approx(7.0)


def test_workers_share_the_tasks_evenly() -> None:
    assert simulate_reading([100] * 8, EVEN, Cluster(4, 4)).seconds == pytest.approx(2.0)


def test_handing_out_takes_its_time_from_workers_that_have_every_core() -> None:
    costs = replace(EVEN, hand_ms=1.0)
    crowded = simulate_reading([10] * 200, costs, Cluster(2, 2)).seconds
    assert crowded == pytest.approx(200 * 10 * 11e-3 / 2)
    assert simulate_reading([10] * 200, costs, Cluster(2, 3)).seconds == pytest.approx(10.0, abs=0.05)


def test_a_writer_slower_than_the_workers_sets_the_pace_and_holds_them_back() -> None:
    costs = replace(EVEN, store_ms=20.0)
    run = simulate_reading([10] * 100, costs, Cluster(4, 5, ahead=2))
    assert run.writing_s == pytest.approx(20.0)
    assert run.seconds == pytest.approx(20.0 + 10 * 10e-3, abs=0.2)


def test_new_processes_pay_for_their_first_pages() -> None:
    cold = replace(EVEN, cold_ms=5.0)
    assert simulate_reading([100] * 10, cold, Cluster(1, 1)).seconds == pytest.approx(10.0 + 500 * 5e-3)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=60),
    st.integers(1, 9),
    st.sampled_from([0.0, 200.0]),
    st.integers(0, 5),
)
def test_no_run_beats_its_work_shared_evenly_and_deaths_lose_nothing(
    tasks: list[int], workers: int, deaths: float, seed: int
) -> None:
    run = simulate_reading(tasks, EVEN, Cluster(workers, workers, deaths_an_hour=deaths, restart_s=1.0), seed)
    work = sum(tasks) * 10e-3
    assert run.busy_s == pytest.approx(work)
    assert run.seconds >= max(work / workers, max(tasks) * 10e-3) - 1e-9
    assert bool(run.deaths) == (run.lost_s > 0)


def test_stragglers_and_deaths_make_a_run_longer() -> None:
    tasks = [100] * 400
    even = simulate_reading(tasks, EVEN, Cluster(8, 8)).seconds
    slow = simulate_reading(tasks, EVEN, Cluster(8, 8, slow_share=0.5, slow_factor=3.0), seed=1).seconds
    dying = simulate_reading(tasks, EVEN, Cluster(8, 8, deaths_an_hour=500.0, restart_s=5.0), seed=1)
    assert slow > even * 1.2
    assert dying.deaths > 5
    assert dying.seconds > even * 1.2


def test_the_same_luck_gives_the_same_run() -> None:
    cluster = Cluster(8, 8, slow_share=0.3, slow_factor=2.0, deaths_an_hour=50.0, restart_s=3.0)
    costs = replace(EVEN, spread=0.5)
    assert simulate_reading([30] * 200, costs, cluster, 7) == simulate_reading([30] * 200, costs, cluster, 7)
    assert simulate_reading([30] * 200, costs, cluster, 7) != simulate_reading([30] * 200, costs, cluster, 8)


def test_comparing_gains_by_shards_only_on_what_is_not_done_by_one_process() -> None:
    alone = simulate_comparing(1000, COMPARING, Cluster(1, 1)).seconds
    assert alone == pytest.approx(20.0)
    assert simulate_comparing(1000, COMPARING, Cluster(1000, 1000)).seconds == pytest.approx(5.0, abs=0.1)


def test_packing_for_other_processes_may_cost_what_they_gain() -> None:
    packed = replace(COMPARING, pack_ms=10.0)
    assert (
        simulate_comparing(1000, packed, Cluster(2, 2)).seconds
        > simulate_comparing(1000, packed, Cluster(1, 1)).seconds
    )


def test_comparing_waits_for_its_largest_shard() -> None:
    skewed = replace(COMPARING, skew=4.0)
    assert simulate_comparing(1000, skewed, Cluster(8, 8)).seconds == pytest.approx(5.0 + 15.0 * 4 / 8)


def test_memory_says_how_many_reports_one_comparing_takes() -> None:
    assert COMPARING.most_reports(1400.0) == 10_000
    assert COMPARING.memory_mb(10_000) == pytest.approx(1400.0)


def test_the_figures_of_the_file_are_measured_by_a_command_or_called_assumed() -> None:
    import tomllib

    table = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    assert set(table) == {"measured", "assumed"}
    assert all(entry["command"] and entry["what"] for entry in table["measured"].values())
    assert all(entry["what"] and "command" not in entry for entry in table["assumed"].values())
    assert Figures(FIGURES).costs(stored=True).store_ms > 0


def test_tasks_hold_every_report_once() -> None:
    assert tasks_of(20, 8) == [8, 8, 4]
    assert tasks_of(16, 8) == [8, 8]
