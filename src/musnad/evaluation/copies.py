"""Scores the finding of copies on pairs of reports that people judged by eye."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from musnad.copies import Arrival, Imprint, copy_text, learn_stock, pair_of
from musnad.model import Article, CopyRelation


@dataclass(frozen=True, slots=True)
class JudgedScores:
    """Shares of judged pairs that are right, 0 to 1, and the templates and strangers that are called copies.

    `one_origin` is of the pairs that people could decide, `relation` of all.
    """

    one_origin: float
    relation: float
    false_copies: int


def load_syndicated(path: Path, *, every: int = 1, keep: frozenset[str] = frozenset()) -> dict[str, dict[str, Any]]:
    """Return the records of a zipped JSON lines corpus by url, earliest first: one in `every`, and those to keep."""
    with zipfile.ZipFile(path) as archive:
        records = [json.loads(line) for line in archive.read(archive.namelist()[0]).splitlines()]
    chosen = [record for number, record in enumerate(records) if number % every == 0 or record["url"] in keep]
    return {record["url"]: record for record in sorted(chosen, key=lambda held: (held["published"], held["url"]))}


def arrival_of(record: Mapping[str, Any]) -> Arrival:
    """Return the words and the imprint of one record of {url, outlet, published, title, text}."""
    text = f"{record['title'].strip()}\n{record['text'].strip()}"
    imprint = Imprint(record["outlet"], (), datetime.fromisoformat(record["published"]), has_time=True)
    return copy_text(record["url"], Article(text, "ar", has_headline=True)), imprint


def judged_urls(gold: Path) -> frozenset[str]:
    """Return the addresses of all judged reports."""
    return frozenset(pair[side] for pair in _judged(gold) for side in "ab")


def score_judged_pairs(gold: Path, articles: Mapping[str, Mapping[str, Any]]) -> JudgedScores:
    """Return how well the judged pairs of `gold` are told; stock phrases are learned from all the articles."""
    arrivals = {url: arrival_of(record) for url, record in articles.items()}
    order = {url: number for number, url in enumerate(arrivals)}
    stock = frozenset(learn_stock(arrivals.values()).tolist())
    judged = _judged(gold)
    decided = right = relations = false = 0
    for record in judged:
        first, second = sorted((record["a"], record["b"]), key=order.__getitem__)
        pair = pair_of(arrivals[first], arrivals[second], stock)
        relation = pair.relation if pair else CopyRelation.UNRELATED
        one_origin = bool(pair and pair.one_origin)
        relations += relation == record["relation"]
        if record["one_origin"] != "unclear":
            decided += 1
            right += one_origin == (record["one_origin"] == "yes")
        copied = one_origin or relation in {CopyRelation.SAME_TEXT, CopyRelation.PARTIAL}
        false += copied and record["relation"] in {"template", "unrelated"}
    return JudgedScores(right / decided, relations / len(judged), false)


def _judged(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
