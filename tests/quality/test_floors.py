"""The reader's figures on annotated articles do not fall below the floors that were reached before."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad.evaluation import load_gold, read_gold, score_claims

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    articles = load_gold(shared / "gold" / "dev")
    return score_claims((article, read_gold(article).claims) for article in articles).as_dict()


def value_of(figures: dict[str, Any], name: str) -> float:
    found: Any = figures
    for part in name.split("."):
        found = found[part]
    return float(found)


@pytest.mark.parametrize(("name", "floor"), FLOORS["least"].items())
def test_a_figure_reaches_its_floor(figures: dict[str, Any], name: str, floor: float) -> None:
    value = value_of(figures, name)
    assert value >= floor, f"{name} is {value:.4f}, below its floor of {floor}"


@pytest.mark.parametrize(("name", "ceiling"), FLOORS["most"].items())
def test_an_error_stays_under_its_ceiling(figures: dict[str, Any], name: str, ceiling: float) -> None:
    value = value_of(figures, name)
    assert value <= ceiling, f"{name} is {value:.4f}, above its ceiling of {ceiling}"
