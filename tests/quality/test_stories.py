"""Cut articles come together again as well as they did, and reports judged by eye fall together or stay apart."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from musnad.evaluation.copies import load_syndicated
from musnad.evaluation.stories import GroupScores, cut_articles, group, labels_of, read_time, score_groups, texts_of
from musnad.model import Article, FoundDate
from musnad.stories import story_text

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["stories"]
PAIRS = Path(__file__).parent / "story_pairs.tsv"
DAYS = ("2015-07-26", "2015-07-27")  # of which the judged pairs of this corpus were drawn
FRAGMENTS = 1200  # A fifth of what benchmarks/stories.py cuts: enough to see a loss, and quick.


def scores(shared: Path, *, dated: bool) -> GroupScores:
    records = load_syndicated(shared / "data" / "syndication_ar_2015.jsonl.zip")
    fragments = cut_articles(records.values(), FRAGMENTS, seed=1)
    texts = texts_of(fragments, dated=dated)
    return score_groups(labels_of(texts, group(texts)), [fragment.source for fragment in fragments])


@pytest.mark.parametrize("dated", [True, False])
def test_cut_articles_come_together(shared: Path, dated: bool) -> None:
    assert scores(shared, dated=dated).f1 >= FLOORS["dated_f1" if dated else "undated_f1"]


def test_reports_judged_by_eye_fall_together_or_stay_apart(shared: Path) -> None:
    records = load_syndicated(shared / "data" / "syndication_ar_2015.jsonl.zip").values()
    texts = []
    for record in records:
        if record["published"][:10] in DAYS:
            text = f"{record['title'].strip()}\n{record['text'].strip()}"
            date = FoundDate(read_time(record["published"]), True, "stated")
            texts.append(story_text(record["url"], Article(text, "ar", True, published=date)))
    labels = labels_of(texts, group(texts))
    story_of = {
        hashlib.sha256(text.report.encode()).hexdigest()[:16]: label for text, label in zip(texts, labels, strict=True)
    }
    lines = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    judged = [
        (story_of[one] == story_of[other], same == "same")
        for corpus, one, other, same, _ in lines
        if corpus == "syndication_ar_2015"
    ]
    together = [same for found, same in judged if found]
    assert len(judged) > 140
    assert sum(together) / len(together) >= FLOORS["pairs_precision"]
    assert sum(together) / sum(same for _, same in judged) >= FLOORS["pairs_recall"]
