"""Names judged by eye stay as well merged as they were: BCubed on half of the blocks that no threshold was set on."""

import gzip
import random
import tomllib
from pathlib import Path

import pytest

from musnad.entities.transliteration import LatinNames
from musnad.evaluation.entities import (
    ClusterScores,
    entity_of_judged,
    load_judged_namings,
    read_judged_reports,
    score_clusters,
)
from musnad.languages import LANGUAGES
from musnad.text import fold_latin, fold_word

FOLDER = Path(__file__).parent
FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))["entities"]


@pytest.fixture(scope="module")
def scores(shared: Path) -> ClusterScores:
    judged = [name for name in load_judged_namings(FOLDER / "entity_clusters.tsv") if name.block % 4 == 1]
    corpus = shared / "data" / "syndication_ar_2015.jsonl.zip"
    reports = read_judged_reports(corpus, frozenset(name.report for name in judged))
    return score_clusters(entity_of_judged(reports, judged))


@pytest.mark.parametrize("figure", ["precision", "recall", "f1"])
def test_a_figure_of_the_clusters_reaches_its_floor(scores: ClusterScores, figure: str) -> None:
    assert getattr(scores, figure) >= FLOORS[figure]


def test_nearly_all_judged_names_are_still_found(scores: ClusterScores) -> None:
    assert scores.judged >= FLOORS["judged"]


def test_the_right_latin_form_of_a_name_comes_first(shared: Path) -> None:
    with gzip.open(shared / "data" / "names" / "wd_arabic_20.gz", "rt", encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines]
    pairs = sorted({(fold_word(row[1].replace(" ", "")), fold_latin(row[0])) for row in rows if fold_latin(row[0])})
    chosen = random.Random(3).sample(pairs, 3000)
    names = LatinNames(sorted({latin for _, latin in chosen}), LANGUAGES["ar"])
    asked = chosen[:1000]
    spelt = set(pairs)
    first = [(arabic, found[0][1] if (found := names.ranked(arabic)) else "") for arabic, _ in asked]
    right = sum(best == latin for (_, best), (_, latin) in zip(first, asked, strict=True))
    assert right / len(asked) >= FLOORS["latin_first"]
    assert sum(pair in spelt for pair in first) / len(asked) >= FLOORS["latin_first_any"]
