"""Events and transfers on annotated articles do not fall below the floors that were reached before."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad.evaluation import load_event_gold, read_event_gold, score_events

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["events"]["dev"]


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    articles = load_event_gold(shared / "gold" / "events" / "dev")
    return score_events((article, read_event_gold(article)) for article in articles).as_dict()


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_events_reaches_its_floor(figures: dict[str, Any], name: str, floor: float) -> None:
    found: Any = figures
    for part in name.split("."):
        found = found[part]
    assert float(found) >= floor, f"{name} is {found:.4f}, below its floor of {floor}"
