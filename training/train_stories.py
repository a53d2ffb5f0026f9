"""Trains the gate of stories, a logistic model, on articles cut in three and on pairs judged by hand."""

import argparse
import hashlib
import json
import random
import sys
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from musnad.evaluation.stories import Fragment, cut_articles, group, labels_of, read_time, score_groups, texts_of
from musnad.model import Article, FoundDate
from musnad.stories import StoryFinder, StoryText, story_text
from musnad.stories.gate import COLUMNS, Gate
from musnad.stories.grouping import Link
from musnad.stories.texts import moment_of

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
JUDGED = ROOT / "training" / "annotation" / "story_pairs.tsv"
GATE = ROOT / "src" / "musnad" / "stories" / "gate.toml"
CORPUS = "news_ar_2018.jsonl.zip"
RADIO = "radio_tn_2017.jsonl.zip"

FRAGMENTS = 6000
LOST = 0.35  # Fragments left out: most reports of a day stand alone, and a gate must have seen such.
SQUEEZED = 20  # Days of the corpus in one: 30 reports a day become the thousands of a busy stream.
HOURS_APART = 16.0  # Mean time between reports of one happening.
JUDGED_SHARE = 0.12  # Of all weight in training, what the judged pairs have.
STRANGE_DAYS = 20  # Days between reports that cannot be about one happening.
STRANGERS = 50_000
DRAWS = 4  # Times that one report of each day is drawn: nobody there has a partner.
KEEP = 0.01
JOINS = (0.2, 0.3, 0.4, 0.55)
HEADLINES = COLUMNS.index("headlines")
NEAREST = COLUMNS.index("nearest")  # Left out: cut articles always have a partner, reports of a day seldom.
JOIN = 0.3  # Set between the best F1 on fragments and what reads well: docs/comparing.md.

Rows: TypeAlias = npt.NDArray[np.float64]
Labels: TypeAlias = npt.NDArray[np.bool_]


@dataclass(slots=True)
class _Recorder(StoryFinder):
    """Notes the features of every pair that is compared, and joins nothing."""

    rows: dict[tuple[int, int], Rows] = field(default_factory=dict)

    def _links(self, first: int = 0) -> list[Link]:
        pairs, features, nearest = self.compared(first)
        for (left, right), row, near in zip(pairs.tolist(), features, nearest, strict=True):
            self.rows[left, right] = np.append(row, near)
        return []

    def named_rows(self) -> list[tuple[str, str, Rows]]:
        """Return each pair's ids and features."""
        names = [node.text.report for node in self._nodes]
        return [(names[left], names[right], row) for (left, right), row in self.rows.items()]


def main() -> int:
    """Return 0 once the figures are printed and, where asked, the gate is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    parser.add_argument("--write", action="store_true", help=f"write {GATE.name}")
    asked = parser.parse_args()
    records = read_records(asked.shared / CORPUS)
    radio = read_records(asked.shared / RADIO)
    fragments = cut_articles(records, 3 * FRAGMENTS, seed=7)
    parts = [fragments[start : start + FRAGMENTS] for start in range(0, 3 * FRAGMENTS, FRAGMENTS)]
    cut = [cut_rows(thinned(parts[0]), dated=False), cut_rows(squeezed(thinned(parts[1])), dated=True)]
    for draw in range(DRAWS):
        rows = lone_rows(radio if draw % 2 else [*records, *radio], draw)
        cut.append((rows, np.zeros(len(rows), dtype=bool)))
    for strangers in (records, radio):
        rows = stranger_rows(strangers)
        cut.append((rows, np.zeros(len(rows), dtype=bool)))
    features = np.vstack([rows for rows, _ in cut])
    labels = np.concatenate([same for _, same in cut])
    judged, verdicts = judged_rows(records, JUDGED)
    print(f"pairs of fragments and strangers {len(labels)}, of one article {labels.sum()}; judged {len(verdicts)}")
    print(f"judged pairs, five folds: ROC area {judge_folds((features, labels), (judged, verdicts)):.3f}")
    weights, intercept = fit((features, labels), (judged, verdicts))
    for name, weight in zip(COLUMNS, weights, strict=True):
        print(f"{name:18} {weight:8.3f}")
    print_levels(parts[2], weights, intercept)
    if asked.write:
        GATE.write_text(written_gate(weights, intercept, JOIN), encoding="utf-8")
    return 0


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a zipped JSON lines corpus."""
    with zipfile.ZipFile(path) as archive:
        return [json.loads(line) for line in archive.read(archive.namelist()[0]).splitlines()]


def lone_rows(records: Iterable[dict[str, Any]], draw: int) -> Rows:
    """Return the features of pairs of whole reports of different days, dated within two days or not at all."""
    chance = random.Random(draw)
    by_day: dict[int, list[dict[str, Any]]] = {}
    for record in records:
        by_day.setdefault(_day(record["published"]), []).append(record)
    texts = []
    for day in sorted(by_day):
        record = chance.choice(by_day[day])
        when = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=chance.uniform(0, 48))
        texts.append(_whole_text(record, f"{day} {record['url']}", when if draw % 4 < 2 else None))
    return np.array([row for *_, row in _record(texts)])


def stranger_rows(records: Sequence[dict[str, Any]]) -> Rows:
    """Return the features of pairs of whole reports that lie weeks apart, as if they were of the same days.

    They teach how near strangers of one kind come: weddings, feasts, arrests. Half of them are told to be dated.
    """
    chance = random.Random(20)
    found = _record(_whole_text(record, record["url"], None) for record in records)
    day_of = {record["url"]: _day(record["published"]) for record in records}
    apart = [row for one, other, row in found if abs(day_of[one] - day_of[other]) >= STRANGE_DAYS]
    rows = np.array(chance.sample(apart, min(STRANGERS, len(apart))))
    rows[::2, COLUMNS.index("dated")] = 1.0
    rows[::2, COLUMNS.index("days")] = [chance.uniform(0, 3) for _ in rows[::2]]
    return rows


def _day(written: str) -> int:
    if "/" in written:
        return datetime.strptime(written.strip(), "%d/%m/%Y").toordinal()
    return read_time(written).toordinal()


def thinned(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return the fragments without those that are lost."""
    chance = random.Random(35)
    return [fragment for fragment in fragments if chance.random() >= LOST]


def squeezed(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments with their days drawn together, each some hours after its article."""
    chance = random.Random(16)
    moments = [moment_of(each.article.published.value) for each in fragments if each.article.published]
    first = min(moment for moment in moments if moment)
    dated = []
    for fragment, moment in zip(fragments, moments, strict=True):
        assert moment is not None
        days = (moment - first).days // SQUEEZED
        time = first + timedelta(days=days, hours=chance.expovariate(1 / HOURS_APART))
        dated.append(replace(fragment, article=replace(fragment.article, published=FoundDate(time, True, "stated"))))
    return dated


def cut_rows(fragments: Sequence[Fragment], *, dated: bool) -> tuple[Rows, Labels]:
    """Return the features of all pairs of fragments that are compared, and whether each is of one article."""
    texts = texts_of(fragments, dated=dated)
    source = {text.report: fragment.source for text, fragment in zip(texts, fragments, strict=True)}
    found = _record(texts)
    return np.array([row for *_, row in found]), np.array([source[one] == source[other] for one, other, _ in found])


def judged_rows(records: Iterable[dict[str, Any]], path: Path) -> tuple[Rows, Labels]:
    """Return the features of the judged pairs among all articles, and whether each is about one happening."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    verdicts = {frozenset((one, other)): verdict == "same" for one, other, verdict in lines}
    texts = (_whole_text(record, record["url"], read_time(record["published"])) for record in records)
    found = {frozenset((digest(one), digest(other))): row for one, other, row in _record(texts)}
    held = [pair for pair in verdicts if pair in found]
    return np.array([found[pair] for pair in held]), np.array([verdicts[pair] for pair in held])


def digest(url: str) -> str:
    """Return what stands for an address in the list of judged pairs."""
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def _whole_text(record: dict[str, Any], name: str, published: datetime | None) -> StoryText:
    text = f"{(record['title'] or '').strip()}\n{(record['text'] or '').strip()}"
    date = FoundDate(published, True, "stated") if published else None
    return story_text(name, Article(text, "ar", True, published=date))


def _record(texts: Iterable[StoryText]) -> list[tuple[str, str, Rows]]:
    recorder = _Recorder()
    recorder.add(list(texts))
    recorder.regroup()
    return recorder.named_rows()


def fit(cut: tuple[Rows, Labels], judged: tuple[Rows, Labels]) -> tuple[Rows, float]:
    """Return the weights and the intercept; fragments never share a headline: whole reports teach `headlines`."""
    features = np.vstack([cut[0], judged[0]])
    features[:, NEAREST] = 0
    labels = np.concatenate([cut[1], judged[1]])
    share = JUDGED_SHARE / (1 - JUDGED_SHARE) * len(cut[1]) / len(judged[1])
    weights = np.concatenate([np.ones(len(cut[1])), np.full(len(judged[1]), share)])
    scale = StandardScaler().fit(features[: len(cut[1])])
    scale.scale_[scale.scale_ == 0] = 1.0
    model = LogisticRegression(C=0.01, max_iter=2000)
    # Fragments have no two headlines and would teach that shared ones mean nothing; strangers and judged pairs have.
    scale.scale_[HEADLINES] = judged[0][:, HEADLINES].std()
    scaled = scale.transform(features)
    scaled[: len(cut[1])][cut[0][:, HEADLINES] == 0, HEADLINES] = 0
    model.fit(scaled, labels, sample_weight=weights)
    slopes = model.coef_[0] / scale.scale_
    slopes[NEAREST] = 0
    return slopes, float(model.intercept_[0] - slopes @ scale.mean_)


def judge_folds(cut: tuple[Rows, Labels], judged: tuple[Rows, Labels]) -> float:
    """Return the area under the ROC curve over the judged pairs, each scored by a gate that has not seen it."""
    scores = np.zeros(len(judged[1]))
    for fold in range(5):
        held = np.arange(len(scores)) % 5 == fold
        weights, intercept = fit(cut, (judged[0][~held], judged[1][~held]))
        scores[held] = judged[0][held] @ weights + intercept
    return float(roc_auc_score(judged[1], scores))


def print_levels(fragments: Sequence[Fragment], weights: Rows, intercept: float) -> None:
    """Print BCubed precision, recall and F1 at each of JOINS on fragments not trained on."""
    fragments = squeezed(fragments)
    texts = texts_of(fragments, dated=True)
    sources = [fragment.source for fragment in fragments]
    for join in JOINS:
        stories = group(texts, gate=Gate(weights, intercept, KEEP, join))
        score = score_groups(labels_of(texts, stories), sources)
        print(f"join {join:.2f}: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}")


def written_gate(weights: Rows, intercept: float, join: float) -> str:
    """Return the text of gate.toml."""
    lines = [f"{name} = {weight:.4f}" for name, weight in zip(COLUMNS, weights, strict=True)]
    return "\n".join(
        (
            "# The gate of stories, written by training/train_stories.py; docs/models.md says from what.",
            f"intercept = {intercept:.4f}",
            f"keep = {KEEP}",
            f"join = {join}",
            "",
            "[weights]",
            *lines,
            "",
        )
    )


if __name__ == "__main__":
    sys.exit(main())
