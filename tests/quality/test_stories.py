"""Cut articles come together again as well as they did, and so do copies that are not told to be such."""

import tomllib
from pathlib import Path

import pytest

from musnad.evaluation.copies import load_syndicated
from musnad.evaluation.stories import GroupScores, cut_articles, group, labels_of, score_groups, texts_of

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["stories"]
FRAGMENTS = 1200  # A fifth of what benchmarks/stories.py cuts: enough to see a loss, and quick.


def scores(shared: Path, *, dated: bool) -> GroupScores:
    records = load_syndicated(shared / "data" / "syndication_ar_2015.jsonl.zip")
    fragments = cut_articles(records.values(), FRAGMENTS, seed=1)
    texts = texts_of(fragments, dated=dated)
    return score_groups(labels_of(texts, group(texts)), [fragment.source for fragment in fragments])


@pytest.mark.parametrize("dated", [True, False])
def test_cut_articles_come_together(shared: Path, dated: bool) -> None:
    assert scores(shared, dated=dated).f1 >= FLOORS["dated_f1" if dated else "undated_f1"]
