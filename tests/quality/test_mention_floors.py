"""Names found on annotated text do not fall below the floors that were reached before."""

import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((ROOT / "tests" / "quality" / "floors.toml").read_text(encoding="utf-8"))["mentions"]

sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "training")]

from measure_mentions import measure  # noqa: E402

from tagged_text import Scores, read_flat, read_wojood  # noqa: E402


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, Scores]:
    ner = shared / "data" / "ner"
    return {
        "cleananercorp": measure(read_flat(ner / "cleananercorp_test.txt"), newswire=True),
        "wojood": measure(read_wojood(ner / "wojood_sample_test.txt")),
    }


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_names_reach_their_floor(scores: dict[str, Scores], name: str, floor: float) -> None:
    corpus, kind = name.split(".")
    value = scores[corpus].f1(kind)
    assert value >= floor, f"F1 of {name} is {value:.4f}, below its floor of {floor}"
