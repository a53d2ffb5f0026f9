"""Trains the gate of stories, two logistic models, on articles cut in three and on pairs judged by hand."""

import argparse
import json
import random
import sys
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from headed_stories import Labels, Rows, compare_all, day_of, fit_headed, judged_rows, read_verdicts
from headed_stories import thinned as some_of
from musnad.evaluation.stories import Fragment, cut_articles, group, labels_of, score_groups, texts_of
from musnad.model import Article, FoundDate
from musnad.stories import StoryText, story_text
from musnad.stories.features import BY_TEXT
from musnad.stories.gate import COLUMNS, Gate, Model, load_gate
from musnad.stories.neighbours import STANDING
from musnad.stories.texts import moment_of
from musnad.text import split_sentences

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
JUDGED = ROOT / "training" / "annotation" / "story_pairs.tsv"
PAIRS = ROOT / "tests" / "quality" / "story_pairs.tsv"
GATE = ROOT / "src" / "musnad" / "stories" / "gate.toml"
CORPUS = "news_ar_2018.jsonl.zip"
RADIO = "radio_tn_2017.jsonl.zip"

FRAGMENTS = 6000
CUT_IN = 5  # Some articles are cut finer: a gate that saw stories of three texts alone would split greater ones.
LOST = 0.35  # Fragments left out: most reports of a day stand alone, and a gate must have seen such.
SQUEEZED = 20  # Days of the corpus in one: 30 reports a day become the thousands of a busy stream.
HOURS_APART = 16.0  # Mean time between reports of one happening.
FOLDERS = (40, 150, 600)  # Reports in the small collections that it is taught on besides.
STRANGE_DAYS = 20  # Days between reports that cannot be about one happening.
STRANGERS = 50_000
COPIES = 1500
KEPT_OF_COPY = (0.5, 1.0)  # Share of the sentences that a planted copy keeps.
NEW_HEADLINE = 0.5  # Share of the planted copies whose headline is their second sentence.
OTHER = (*BY_TEXT, *STANDING)
"""What the model weighs of pairs that have not both a headline."""
DRAWS = 4  # Times that one report of each day is drawn: nobody there has a partner.
SHARES = {"cut": 1.0, "strangers": 0.3, "judged": 0.003, "copies": 0.08}  # Weight of each kind of pairs in training.
STRENGTH = 0.3  # Of the evidence against the prior that all weights are 0 (C of the regression).
ONE_IN = 5
KEEP = 0.01
WHOLE = 3500  # Whole reports of each corpus among which strangers are drawn for the model of those with headlines.
HALVES = ("odd", "even")
JOINS = (0.15, 0.2, 0.25, 0.3, 0.4, 0.55)
WEIGHED = [COLUMNS.index(name) for name in OTHER]
HEADLINES = OTHER.index("headlines")
JOIN = 0.3  # Set between the best F1 on fragments and what reads well: docs/comparing.md.

Taught: TypeAlias = tuple[str, Rows, Labels]
"""A kind of pairs, a key of SHARES; their features; whether each is about one happening."""


def main() -> int:
    """Return 0 once the figures are printed and, where asked, the gate is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    parser.add_argument("--headed", action="store_true", help="train the model of reports with headlines alone")
    parser.add_argument("--write", action="store_true", help=f"write {GATE.name}")
    asked = parser.parse_args()
    records = read_records(asked.shared / CORPUS)
    radio = read_records(asked.shared / RADIO)
    headed = train_headed({CORPUS: records, RADIO: radio})
    if asked.headed:
        other = load_gate().other
    else:
        fragments = cut_articles(records, 3 * FRAGMENTS, seed=7)
        other = train_other(records, radio, fragments)
        print_levels(fragments[2 * FRAGMENTS :], Gate(headed, other, KEEP, JOIN))
    if asked.write:
        GATE.write_text(written_gate(Gate(headed, other, KEEP, JOIN)), encoding="utf-8")
    return 0


def train_headed(corpora: Mapping[str, Sequence[dict[str, Any]]]) -> Model:
    """Return the model for two reports with headlines, and print how it does on the judged pairs it has not seen."""
    strangers = np.vstack([some_of(stranger_rows(some, WHOLE), WHOLE) for some in corpora.values()])
    copies = copied_pairs(corpora[CORPUS])[1]
    halves: dict[str, list[tuple[Rows, Labels]]] = {half: [] for half in HALVES}
    for name, records in corpora.items():
        for half in HALVES:
            verdicts = read_verdicts(PAIRS, name.removesuffix(".jsonl.zip"), half)
            if half == "odd" and name == CORPUS:
                verdicts |= read_verdicts(JUDGED)
            halves[half].append(judged_rows(records, verdicts))
    model = fit_headed(halves["odd"], strangers, copies[copies[:, COLUMNS.index("headed")] > 0], JOIN)
    for name, (rows, same) in zip(corpora, halves["even"], strict=True):
        found = model.evidence(rows) >= np.log(JOIN / (1 - JOIN))
        right = (found & same).sum()
        print(f"{name}: {len(same)} other pairs, precision {right / found.sum():.3f}, recall {right / same.sum():.3f}")
    return model


def train_other(
    records: Sequence[dict[str, Any]], radio: Sequence[dict[str, Any]], fragments: Sequence[Fragment]
) -> Model:
    """Return the model for pairs that have not both a headline."""
    unseen = {fragment.source for fragment in fragments[2 * FRAGMENTS :]}
    taught = [*cut_pairs(records, fragments, unseen), *strange_pairs(records, radio), copied_pairs(records)]
    judged = ("judged", *judged_rows(records, read_verdicts(JUDGED)))
    for kind in SHARES:
        labels = np.concatenate([same for name, _, same in (*taught, judged) if name == kind])
        print(f"{kind:10} {len(labels):8} pairs, {labels.sum()} of one happening")
    return fit([*taught, judged])


def cut_pairs(
    records: Sequence[dict[str, Any]], fragments: Sequence[Fragment], unseen: Collection[str]
) -> Iterator[Taught]:
    """Yield pairs of fragments: cut in three and finer, dated and undated, in great collections and in small ones."""
    finer = cut_articles([each for each in records if each["url"] not in unseen], FRAGMENTS, seed=8, cut_in=CUT_IN)
    first, second = fragments[:FRAGMENTS], fragments[FRAGMENTS : 2 * FRAGMENTS]
    for collection in (thinned(first), finer):
        yield "cut", *cut_rows(collection, dated=False)
    for collection in (thinned(second), finer):
        yield "cut", *cut_rows(squeezed(collection), dated=True)
    for size in FOLDERS:
        for start in range(0, 10 * size, size):
            yield "cut", *cut_rows(thinned(second[start : start + size]), dated=False)
            yield "cut", *cut_rows(squeezed(thinned(first[start : start + size])), dated=True)


def strange_pairs(records: Sequence[dict[str, Any]], radio: Sequence[dict[str, Any]]) -> Iterator[Taught]:
    """Yield pairs of whole reports that are strangers to each other."""
    found = [lone_rows(radio if draw % 2 else [*records, *radio], draw) for draw in range(DRAWS)]
    found += [stranger_rows(records), stranger_rows(radio)]
    for rows in found:
        yield "strangers", rows, np.zeros(len(rows), dtype=bool)


def copied_pairs(records: Sequence[dict[str, Any]]) -> Taught:
    """Return the pairs of reports and copies of them that lost some sentences, with the old headline or a new one."""
    chance = random.Random(5)
    chosen = chance.sample(records, 2 * COPIES)
    texts = [_whole_text(record, record["url"], None) for record in chosen]
    for record in chosen[:COPIES]:
        sentences, _ = split_sentences(record["text"] or "")
        parts = [record["text"][each.tokens[0].start : each.tokens[-1].end] for each in sentences]
        if len(parts) > 3:
            kept = sorted(
                chance.sample(range(1, len(parts)), max(2, round(chance.uniform(*KEPT_OF_COPY) * len(parts)) - 1))
            )
            title = parts[1] if chance.random() < NEW_HEADLINE else record["title"]
            copy = {"title": title, "text": "\n".join(parts[at] for at in kept)}
            texts.append(_whole_text(copy, f"copy {record['url']}", None))
    pairs = [
        (one, other, row)
        for one, other, row in compare_all(texts)
        if one.startswith("copy ") != other.startswith("copy ")
    ]
    rows = np.array([row for one, other, row in pairs if one.removeprefix("copy ") == other.removeprefix("copy ")])
    rows = with_dates(rows, chance)
    return "copies", rows, np.ones(len(rows), dtype=bool)


def with_dates(rows: Rows, chance: random.Random) -> Rows:
    """Return the rows with every second pair told to be dated, up to three days apart."""
    rows = rows.copy()
    rows[::2, COLUMNS.index("dated")] = 1.0
    rows[::2, COLUMNS.index("days")] = [chance.uniform(0, 3) for _ in rows[::2]]
    return rows


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a zipped JSON lines corpus."""
    with zipfile.ZipFile(path) as archive:
        return [json.loads(line) for line in archive.read(archive.namelist()[0]).splitlines()]


def lone_rows(records: Iterable[dict[str, Any]], draw: int) -> Rows:
    """Return the features of pairs of whole reports of different days, dated within two days or not at all."""
    chance = random.Random(draw)
    by_day: dict[int, list[dict[str, Any]]] = {}
    for record in records:
        by_day.setdefault(day_of(record["published"]).toordinal(), []).append(record)
    texts = []
    for day in sorted(by_day):
        record = chance.choice(by_day[day])
        when = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=chance.uniform(0, 48))
        texts.append(_whole_text(record, f"{day} {record['url']}", when if draw % 4 < 2 else None))
    return np.array([row for *_, row in compare_all(texts)])


def stranger_rows(records: Sequence[dict[str, Any]], count: int | None = None) -> Rows:
    """Return the features of pairs of whole reports that lie weeks apart, as if they were of the same days.

    They teach how near strangers of one kind come: weddings, feasts, arrests. Half of them are told to be dated.
    """
    chance = random.Random(20)
    if count is not None:
        records = random.Random(3).sample(records, count)
    found = compare_all(_whole_text(record, record["url"], None) for record in records)
    days = {record["url"]: day_of(record["published"]).toordinal() for record in records}
    apart = [row for one, other, row in found if abs(days[one] - days[other]) >= STRANGE_DAYS]
    return with_dates(np.array(chance.sample(apart, min(STRANGERS, len(apart)))), chance)


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
    found = compare_all(texts)
    return np.array([row for *_, row in found]), np.array([source[one] == source[other] for one, other, _ in found])


def _whole_text(record: dict[str, Any], name: str, published: datetime | None) -> StoryText:
    text = f"{(record['title'] or '').strip()}\n{(record['text'] or '').strip()}"
    date = FoundDate(published, True, "stated") if published else None
    return story_text(name, Article(text, "ar", True, published=date))


def fit(taught: Sequence[Taught]) -> Model:
    """Return the model; each kind of pairs has its share of the weight, however many they are."""
    features = np.vstack([rows for _, rows, _ in taught])[:, WEIGHED]
    labels = np.concatenate([same for *_, same in taught])
    kinds = np.concatenate([np.full(len(same), list(SHARES).index(kind)) for kind, _, same in taught])
    sizes = np.bincount(kinds, minlength=len(SHARES))
    weights = (np.array(list(SHARES.values())) / np.maximum(sizes, 1))[kinds]
    # There are twenty times as many strangers as partners: one in so many stands for the others.
    drawn = labels | (np.arange(len(labels)) % ONE_IN == 0)
    weights = np.where(labels, weights, ONE_IN * weights)[drawn]
    weights *= len(weights) / weights.sum()
    features, labels, whole = features[drawn], labels[drawn], kinds[drawn] != list(SHARES).index("cut")
    scale = StandardScaler().fit(features[~whole])
    scale.scale_[scale.scale_ == 0] = 1.0
    # Fragments have no two headlines: those of whole reports tell how far headlines vary.
    scale.scale_[HEADLINES] = features[whole, HEADLINES].std()
    ones, others = np.triu_indices(len(OTHER))
    scaled = scale.transform(features)
    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky", max_iter=30, tol=1e-3)
    model.fit(np.hstack((scaled, scaled[:, ones] * scaled[:, others])), labels, sample_weight=weights)
    slopes = model.coef_[0]
    products = np.zeros((len(OTHER), len(OTHER)))
    products[ones, others] = slopes[len(OTHER) :] / (scale.scale_[ones] * scale.scale_[others])
    linear = slopes[: len(OTHER)] / scale.scale_
    intercept = model.intercept_[0] - linear @ scale.mean_ + scale.mean_ @ products @ scale.mean_
    weights, squares = np.zeros(len(COLUMNS)), np.zeros((len(COLUMNS), len(COLUMNS)))
    weights[WEIGHED] = linear - (products + products.T) @ scale.mean_
    squares[np.ix_(WEIGHED, WEIGHED)] = products
    return Model(weights, squares, float(intercept))


def print_levels(fragments: Sequence[Fragment], gate: Gate) -> None:
    """Print BCubed precision, recall and F1 at each of JOINS on fragments not trained on."""
    sources = [fragment.source for fragment in fragments]
    for dated in (True, False):
        texts = texts_of(squeezed(fragments), dated=dated)
        for join in JOINS:
            score = score_groups(labels_of(texts, group(texts, gate=replace(gate, join=join))), sources)
            told = f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}"
            print(f"{'dated' if dated else 'undated':8} join {join:.2f}: {told}", flush=True)


def written_gate(gate: Gate) -> str:
    """Return the text of gate.toml; what weighs nothing is left out."""
    lines = [
        "# The gate of stories, written by training/train_stories.py; docs/models.md says from what.",
        f"keep = {gate.keep}",
        f"join = {gate.join}",
    ]
    for part, model in (("headed", gate.headed), ("other", gate.other)):
        lines += ["", f"[{part}]", f"intercept = {model.intercept:.5g}"]
        lines += ["", f"[{part}.weights]", *_written(model.weights)]
        for at, row in enumerate(model.products):
            if row.any():
                lines += ["", f"[{part}.products.{COLUMNS[at]}]", *_written(row)]
    return "\n".join([*lines, ""])


def _written(weights: Rows) -> list[str]:
    return [f"{name} = {weight:.5g}" for name, weight in zip(COLUMNS, weights.tolist(), strict=True) if weight]


if __name__ == "__main__":
    sys.exit(main())
