"""A comparison by processes, or by a Ray cluster, gives the dossier that one process gives."""

import logging
import os
import signal
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import pytest
from typer.testing import CliRunner
from warc_files import REPORTS, demo_pages, write_warc

from musnad.cli import main
from musnad.comparing import compare_reports
from musnad.engine import open_spread
from musnad.engine.archives import convert_parts, plan_parts
from musnad.engine.spreads import ProcessSpread, RaySpread
from musnad.errors import UsageError
from musnad.intake import load_documents
from musnad.model import Report
from musnad.reading import read_reports
from musnad.spreading import IN_TURN, InTurn

NO_RAY = "Ray is not installed (musnad[ray]): comparing on a cluster was not tried"


@pytest.fixture(scope="module")
def two() -> Iterator[ProcessSpread]:
    spread = ProcessSpread(2)
    yield spread
    spread.close()


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Start Ray on this machine for the tests of this file, or skip them, saying so."""
    ray = pytest.importorskip("ray", reason=NO_RAY)
    here = {"env_vars": {"PYTHONPATH": str(Path(__file__).parent)}}  # whence tasks take the functions of this file
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR, runtime_env=here)
    yield
    ray.shutdown()


@cache
def reports() -> tuple[Report, ...]:
    return tuple(report for raw in load_documents([str(REPORTS)]) for report in read_reports(raw))


def tens(numbers: range) -> list[list[int]]:
    return [[number for number in numbers if number % 2 == shard] for shard in range(2)]


def joined(pieces: Sequence[list[int]]) -> list[int]:
    return [number for piece in pieces for number in piece]


def die_once(number: int, marks: Path) -> int:
    mark = marks / str(number)
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_processes_give_the_dossier_of_one(two: ProcessSpread) -> None:
    assert compare_reports(reports(), spread=two) == compare_reports(reports())


def test_a_shuffle_by_processes_is_that_in_turn(two: ProcessSpread) -> None:
    assert two.shuffle(tens, joined, [range(4), range(10, 14)]) == [[0, 2, 10, 12], [1, 3, 11, 13]]


def test_a_part_whose_process_died_is_done_by_another(two: ProcessSpread, tmp_path: Path) -> None:
    assert two.each(partial(die_once, marks=tmp_path), range(8)) == [number * 10 for number in range(8)]


def test_parts_of_which_processes_die_again_and_again_end_it_with_a_reason() -> None:
    with open_spread(2) as spread, pytest.raises(UsageError, match="processes died 2 times"):
        spread.each(die, range(2))


def test_one_worker_is_this_process() -> None:
    with open_spread(1) as spread:
        assert spread is IN_TURN
    with pytest.raises(UsageError, match="--workers 0"), open_spread(0):
        pass


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_a_cluster_gives_the_dossier_of_one_process(cluster: None) -> None:
    assert compare_reports(reports(), spread=RaySpread(3)) == compare_reports(reports())


@pytest.mark.filterwarnings("ignore")  # Ray's own
@pytest.mark.parametrize("shards", [1, 2])
def test_a_shuffle_by_a_cluster_is_that_in_turn(cluster: None, shards: int) -> None:
    parts = [range(4), range(10, 14)]
    assert RaySpread(shards).shuffle(tens, joined, parts) == InTurn(shards).shuffle(tens, joined, parts)


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_a_part_whose_task_was_killed_is_done_by_another(cluster: None, tmp_path: Path) -> None:
    assert RaySpread(2).each(partial(die_once, marks=tmp_path), range(8)) == [number * 10 for number in range(8)]


def test_converted_reports_are_compared_as_those_that_are_read(tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages())
    list(convert_parts(plan_parts([str(archive)]), str(tmp_path / "converted")))
    run = CliRunner().invoke
    read = run(main, ["compare", str(archive), "--format", "json"])
    kept = run(main, ["compare", str(tmp_path / "converted"), "--format", "json", "--workers", "2"])
    assert kept.exit_code == read.exit_code == 0, kept.output
    assert kept.output == read.output
