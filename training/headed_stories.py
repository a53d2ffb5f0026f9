"""Trains the part of the gate of stories that weighs whole reports, on pairs of them judged by hand."""

import hashlib
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from musnad.evaluation.stories import read_time
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, FoundDate
from musnad.stories import StoryFinder, StoryText, story_text
from musnad.stories.gate import COLUMNS, Gate, Model
from musnad.stories.grouping import Link
from musnad.times import resolve_times

SIGNS = {
    "lead": 1,
    "leads_found": 1,
    "alike": 1,
    "stands_out": 1,
    "people_met": 1,
    "day_shared": 1,
    "days": -1,
    "names_astray": -1,
    "places_apart": -1,
    "dated": 0,
    "named": 0,
}
"""What is weighed, and whether it can only speak for one happening (1) or only against it (-1).

Tried besides and left out: rare terms, headlines, the whole cosine, ranks: they tell news of the world apart, and
deceive on a region's news, where columns and feasts share much. The days that both leads tell of, and the figures
in both texts, told nothing.
"""
NAMED = ("names_astray", "named", "day_shared", "places_apart", "people_met")
STRENGTH = 0.03  # Of the evidence against the prior that all weights are 0: the pairs are few.
STRANGERS_WEIGH = 0.3  # Of what the judged pairs weigh together.
COPIES_WEIGH = 0.5  # The same for copies that lost sentences or their headline.
LET_PASS = 0.05  # Of the judged pairs that are about two happenings: drawn near the gate, most are hard.
LET_PASS_UNREAD = 0.09  # The same without names and days: too strict a level finds a third of what is together.
NO_MODEL = Model(np.zeros(len(COLUMNS)), np.zeros((len(COLUMNS), len(COLUMNS))), 0.0)

Rows: TypeAlias = npt.NDArray[np.float64]
Labels: TypeAlias = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Recorder(StoryFinder):
    """Notes the features of every pair that is compared, and joins nothing."""

    rows: dict[tuple[int, int], Rows] = field(default_factory=dict)

    def _links(self, first: int = 0) -> list[Link]:
        pairs, features = self.compared(first)
        self.rows.update(zip(map(tuple, pairs.tolist()), features, strict=True))
        return []

    def named_rows(self) -> list[tuple[str, str, Rows]]:
        """Return each pair's ids and features."""
        names = [node.text.report for node in self._nodes]
        return [(names[left], names[right], row) for (left, right), row in self.rows.items()]


def compare_all(texts: Iterable[StoryText]) -> list[tuple[str, str, Rows]]:
    """Return the ids and features of all pairs of the texts that are compared."""
    recorder = Recorder(Gate(NO_MODEL, NO_MODEL, 1.0, 1.0))
    recorder.add(list(texts))
    recorder.regroup()
    return recorder.named_rows()


def digest(url: str) -> str:
    """Return what stands for an address in the lists of judged pairs."""
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def day_of(written: str) -> datetime:
    """Return the time that a corpus tells, or the day where it tells no more."""
    if "/" in written:
        return datetime.strptime(written.strip(), "%d/%m/%Y").replace(tzinfo=UTC)
    time = read_time(written)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def read_verdicts(path: Path, corpus: str = "", half: str = "") -> dict[frozenset[str], bool]:
    """Return by their digests the pairs of a list, and whether each is about one happening.

    Lines are corpus, two digests, verdict, half; or digests and verdict alone.
    """
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    fields = ((*line, corpus, half) if len(line) < 5 else (*line[1:4], line[0], line[4]) for line in lines)
    return {
        frozenset((one, other)): verdict == "same"
        for one, other, verdict, name, part in fields
        if name == corpus and part == half
    }


def judged_rows(records: Iterable[Mapping[str, Any]], verdicts: Mapping[frozenset[str], bool]) -> tuple[Rows, Labels]:
    """Return the features of the judged pairs among all records; those in a pair are read for names and times."""
    wanted = {name for pair in verdicts for name in pair}
    texts = [_text(record, read=digest(record["url"]) in wanted) for record in records]
    found = {frozenset((digest(one), digest(other))): row for one, other, row in compare_all(texts)}
    held = [pair for pair in verdicts if pair in found]
    return np.array([found[pair] for pair in held]), np.array([verdicts[pair] for pair in held])


def _text(record: Mapping[str, Any], *, read: bool) -> StoryText:
    text = f"{(record['title'] or '').strip()}\n{(record['text'] or '').strip()}"
    article = Article(text, "ar", True, published=FoundDate(day_of(record["published"]), True, "stated"))
    if not read:
        return story_text(record["url"], article)
    language = LANGUAGES["ar"]
    return story_text(record["url"], article, find_mentions(article, language)[0], resolve_times(article, language)[0])


def fit_headed(judged: Sequence[tuple[Rows, Labels]], strangers: Rows, copies: Rows, join: float) -> Model:
    """Return the model; every corpus of judged pairs weighs the same, and in each both verdicts do.

    Every pair is learned with and without its names, with and without its dates. The level is set so that the gate's
    `join` lets LET_PASS of the judged pairs pass that are about two happenings; of those not read LET_PASS_UNREAD.
    """
    rows, labels, weights = [], [], []
    for features, same in judged:
        own = np.where(same, 1 / max(1, same.sum()), 1 / max(1, (~same).sum()))
        for names in (True, False):
            for dates in (True, False):
                rows.append(_without(features, names=names, dates=dates))
                labels.append(same)
                weights.append(own if dates else own / 2)
    whole = sum(each.sum() for each in weights)
    for more, same, share in ((strangers, False, STRANGERS_WEIGH), (copies, True, COPIES_WEIGH)):
        rows.append(more)
        labels.append(np.full(len(more), same))
        weights.append(np.full(len(more), share * whole / len(more)))
    columns = [COLUMNS.index(name) for name in SIGNS]
    slopes = _fit(np.vstack(rows)[:, columns], np.concatenate(labels), np.concatenate(weights))
    found = np.zeros(len(COLUMNS))
    found[columns] = slopes
    level = np.log(join / (1 - join))
    read, unread = (
        level - float(np.quantile(np.concatenate([each @ found for each in near]), 1 - share))
        for share, near in (
            (LET_PASS, [features[~same] for features, same in judged]),
            (LET_PASS_UNREAD, [_without(features[~same], names=False, dates=True) for features, same in judged]),
        )
    )
    # Reports that were not read for names and days have less to show: they are let pass by a level of their own.
    found[COLUMNS.index("named")] += read - unread
    return Model(found, np.zeros((len(COLUMNS), len(COLUMNS))), unread)


def _without(rows: Rows, *, names: bool, dates: bool) -> Rows:
    rows = rows.copy()
    gone = (*(() if names else NAMED), *(() if dates else ("days", "dated")))
    rows[:, [COLUMNS.index(name) for name in gone]] = 0
    return rows


def _fit(rows: Rows, labels: Labels, weights: Rows) -> Rows:
    """Return slopes of the right signs (logistic regression with bounds, and an intercept)."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale == 0] = 1.0
    scaled, meant = (rows - mean) / scale, labels.astype(float)
    weights = weights * 400 / weights.sum()  # As many as the judged pairs, about: the prior is set for that.

    def loss(values: Rows) -> tuple[float, Rows]:
        total = scaled @ values[:-1] + values[-1]
        off = weights * (1 / (1 + np.exp(-total)) - meant)
        cost = weights @ (np.logaddexp(0, total) - meant * total) + (values[:-1] ** 2).sum() / (2 * STRENGTH)
        return float(cost), np.append(scaled.T @ off + values[:-1] / STRENGTH, off.sum())

    bounds = [{1: (0, None), -1: (None, 0), 0: (None, None)}[sign] for sign in SIGNS.values()]
    found = minimize(loss, np.zeros(len(SIGNS) + 1), jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B").x
    return np.asarray(found[:-1] / scale)


def thinned(rows: Rows, count: int) -> Rows:
    """Return some of the rows, drawn at random."""
    return rows[random.Random(3).sample(range(len(rows)), min(count, len(rows)))]
