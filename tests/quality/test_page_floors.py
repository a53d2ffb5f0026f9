"""What is extracted from marked pages does not fall below the floors that were reached before."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from musnad.evaluation.pages import ExtractedPage, GoldPage, extract_page, load_gold_pages
from musnad.evaluation.shingles import ShingleScores, compare_shingles

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["pages"]


@cache
def extracted(path: Path) -> list[tuple[GoldPage, ExtractedPage]]:
    return [(page, extract_page(page)) for page in load_gold_pages(path)]


@pytest.mark.parametrize("name", FLOORS)
def test_bodies_agree_with_the_marked_ones(shared: Path, name: str) -> None:
    pairs = extracted(shared / "data" / "pages" / f"{name}.zip")
    scores = ShingleScores.of(compare_shingles(gold.body, found.body) for gold, found in pairs)
    assert scores.f1 >= FLOORS[name]["f1"], f"{name}: F1 is {scores.f1:.4f}"


@pytest.mark.parametrize("name", [name for name, floors in FLOORS.items() if "dates" in floors])
def test_publication_days_are_right(shared: Path, name: str) -> None:
    dated = [(gold, found) for gold, found in extracted(shared / "data" / "pages" / f"{name}.zip") if gold.day]
    share = sum(gold.day == found.day for gold, found in dated) / len(dated)
    assert share >= FLOORS[name]["dates"], f"{name}: {share:.2f} of the days are right"
