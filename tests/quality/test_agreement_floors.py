"""Contradictions between sentences of our own, and headline pairs judged elsewhere, stay as well found as they were."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from musnad.evaluation.agreement import (
    AgreementPair,
    ConflictScores,
    StatementReader,
    load_agreement_pairs,
    load_stance_pairs,
    score_agreement_pairs,
    score_stance,
)

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["agreement"]
HALVES = ("read", "unread")
FURTHER = ("fresh", "syntax", "news_read", "news_apart", "blind_read", "blind_apart", "long_news", "free_read")


@cache
def pairs() -> tuple[AgreementPair, ...]:
    return tuple(load_agreement_pairs(Path(__file__).resolve().parent.parent / "agreement"))


@cache
def scores(half: str) -> ConflictScores:
    chosen = [pair for pair in pairs() if pair.is_unread == (half == "unread")]
    return score_agreement_pairs(chosen, StatementReader())


def test_there_are_enough_pairs_of_enough_sentences() -> None:
    assert len(pairs()) >= 400
    assert len({pair.left for pair in pairs()}) >= 60


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", ["precision", "recall", "slot", "relation"])
def test_a_figure_of_contradictions_reaches_its_floor(half: str, name: str) -> None:
    assert getattr(scores(half), name) >= FLOORS[half][name]


@cache
def further_scores(name: str) -> ConflictScores:
    folder = Path(__file__).resolve().parent.parent / "agreement"
    return score_agreement_pairs(load_agreement_pairs(folder, f"{name}.tsv"), StatementReader())


@pytest.mark.parametrize(
    "pairs_of", ["fresh", "syntax", "news_read", "news_apart", "blind_read", "blind_apart", "long_news", "free_read"]
)
@pytest.mark.parametrize("name", ["precision", "recall", "slot", "relation"])
def test_a_figure_of_further_pairs_reaches_its_floor(pairs_of: str, name: str) -> None:
    assert further_scores(pairs_of).pairs >= 60
    assert getattr(further_scores(pairs_of), name) >= FLOORS[pairs_of][name]


@pytest.mark.parametrize("name", ["two_class", "three_class"])
def test_stance_of_headlines_reaches_its_floor(shared: Path, name: str) -> None:
    found = _stance(shared / "data" / "claims" / "ans_stance_test.csv")
    assert getattr(found, name) >= FLOORS["stance"][name]


@cache
def _stance(path: Path) -> object:
    return score_stance(load_stance_pairs(path), StatementReader("2018-06-01", whole=True))
