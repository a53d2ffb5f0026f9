"""Copies judged by eye stay as well judged as they were; no template and no stranger is called a copy."""

import tomllib
from pathlib import Path

import pytest

from musnad.evaluation.copies import JudgedScores, judged_urls, load_syndicated, score_judged_pairs

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["copies"]
EVERY = 5  # One article in five teaches the stock phrases: enough, and quick.


@pytest.fixture(scope="module")
def figures(shared: Path) -> JudgedScores:
    gold = shared / "gold" / "copies" / "dev.jsonl"
    corpus = shared / "data" / "syndication_ar_2015.jsonl.zip"
    return score_judged_pairs(gold, load_syndicated(corpus, every=EVERY, keep=judged_urls(gold)))


@pytest.mark.parametrize(("name", "floor"), FLOORS["least"].items())
def test_a_share_reaches_its_floor(figures: JudgedScores, name: str, floor: float) -> None:
    assert getattr(figures, name) >= floor


def test_no_template_or_stranger_is_called_a_copy(figures: JudgedScores) -> None:
    assert figures.false_copies == 0
