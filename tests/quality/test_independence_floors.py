"""Planted propositions keep being counted as well as they were; docs/comparing.md tells the figures at full size."""

import random
import sys
import tomllib
from pathlib import Path

import pytest

from musnad.agreement import count_independent

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from simulated_worlds import Noise, plant_proposition

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["independence"]
PLANTED = 24


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    exact, inside, circles, planted_circles = [], [], 0, 0
    for place in range(PLANTED):
        chance = random.Random(place)
        planted = plant_proposition(f"ق{place}", chance, chance.randint(50, 150), Noise(), is_ambiguous=place % 2 == 1)
        counted = count_independent(planted.assertions, planted.reports, planted.families, planted.pairs, (), ())
        inside.append(counted.least <= planted.roots <= counted.most)
        if not planted.is_ambiguous:
            exact.append(counted.least == planted.roots == counted.most)
        labels = {node.id: node.label for node in counted.graph.nodes}
        found = [{labels[name] for name in circle} for circle in counted.graph.circles]
        planted_circles += len(planted.circles)
        circles += sum(any(outlets <= each for each in found) for outlets in planted.circles)
    return {
        "exact": sum(exact) / len(exact),
        "inside": sum(inside) / len(inside),
        "circles": circles / planted_circles,
    }


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_share_reaches_its_floor(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor
