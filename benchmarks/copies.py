"""Measures the finding of copies: planted copies found, pairs judged by eye, and speed as reports grow in number.

usage: benchmarks/copies.py [--planted N] [--reports N ...]

Needs ../shared (data/syndication_ar_2015.jsonl.zip, gold/copies/dev.jsonl); prints no text of it.
"""

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from musnad.copies import Arrival, CopyFinder, learn_stock
from musnad.copies.finder import Found
from musnad.copies.fingerprints import Hashes, fingerprint_positions, shingle_hashes
from musnad.evaluation.copies import arrival_of, load_syndicated, score_judged_pairs
from musnad.model import CopyPair

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "data" / "syndication_ar_2015.jsonl.zip"
GOLD = SHARED / "gold" / "copies" / "dev.jsonl"
QUOTED_WORDS = 25


# -- planted copies ------------------------------------------------------------------------------


def replaced(words: Sequence[str], share: float, foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Return the words with a share of them, one here and one there, replaced by others."""
    return [chance.choice(foreign) if chance.random() < share else word for word in words]


def edited(words: Sequence[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Return the words with three of them changed."""
    changed = list(words)
    for at in chance.sample(range(len(changed)), 3):
        changed[at] = chance.choice(foreign)
    return changed


def plant(words: list[str], host: list[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for every kind of copy, as made of an article and a foreign one."""
    whole = " ".join(words)
    yield "headline changed", whole
    chrome = " ".join(host[:40])
    yield "chrome added", f"{chrome}\n{whole}\n{chrome}"
    third = len(words) // 3
    kept = [*words[2 * third :][: third * 3 // 4], *words[: third * 3 // 4]]
    yield "half dropped, reordered", " ".join(kept)
    for share in (0.10, 0.25):
        yield f"{share:.0%} of words replaced", " ".join(replaced(words, share, host, chance))
    size = min(60, third)
    pasted = [" ".join(edited(part, host, chance)) for part in (words[:size], words[-size:])]
    yield "two paragraphs, edited", "\n".join((" ".join(host[:80]), pasted[0], " ".join(host[80:160]), pasted[1]))
    start = chance.randrange(len(words) - QUOTED_WORDS)
    quotation = " ".join(words[start : start + QUOTED_WORDS])
    yield "25-word quotation", f"{' '.join(host[:90])} «{quotation}» {' '.join(host[90:180])}"


KINDS = (
    "headline changed",
    "chrome added",
    "half dropped, reordered",
    "10% of words replaced",
    "25% of words replaced",
    "two paragraphs, edited",
    "25-word quotation",
)


def measure_planted(articles: dict[str, dict[str, Any]], count: int) -> dict[str, tuple[int, int]]:
    """Return for each kind of planted copy how many of `count` were found; all are planted into the whole corpus.

    Each is made of an article of its own, so that no planted copy leads to another.
    """
    chance = random.Random(2015)
    long = [record for record in articles.values() if 150 <= len(record["text"].split()) <= 600]
    arrivals = [arrival_of(record) for record in articles.values()]
    planted: dict[str, tuple[str, str]] = {}
    for number, source in enumerate(chance.sample(long, len(KINDS) * count)):
        host = chance.choice(long)["text"].split()
        kind = KINDS[number % len(KINDS)]
        text = dict(plant(source["text"].split(), host, chance))[kind]
        record = {**source, "url": f"planted:{number}", "text": text, "title": " ".join(host[:7]), "outlet": "planted"}
        planted[record["url"]] = (kind, source["url"])
        arrivals.append(arrival_of(record))
    return _count_found(planted, *find(arrivals))


def _count_found(
    planted: dict[str, tuple[str, str]], pairs: list[CopyPair], finder: CopyFinder
) -> dict[str, tuple[int, int]]:
    family = {member: number for number, members in enumerate(finder.families()) for member in members}
    sharing: dict[str, set[str]] = {}
    for pair in pairs:
        sharing.setdefault(pair.right, set()).add(pair.left)
        sharing.setdefault(pair.left, set()).add(pair.right)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for url, (kind, source) in planted.items():
        total[kind] += 1
        near = sharing.get(url, set())
        relatives = {other for other in near if family.get(other, -1) == family.get(source, -2)}
        same = family.get(url, -1) == family.get(source, -2)
        found[kind] += source in near or bool(relatives) or same
    return {kind: (found[kind], total[kind]) for kind in total}


def find(arrivals: list[Arrival]) -> tuple[list[CopyPair], CopyFinder]:
    """Return the pairs among the reports, and the finder that found them."""
    by_name = {text.report: (text, imprint) for text, imprint in arrivals}
    finder = CopyFinder(by_name.__getitem__, learn_stock(arrivals))
    return finder.add(arrivals), finder


# -- speed ---------------------------------------------------------------------------------------


def multiplied(arrivals: list[Arrival], count: int) -> list[Arrival]:
    """Return `count` reports: the corpus again and again, each time in a vocabulary of its own."""
    made = list(arrivals[:count])
    turn = 0
    while len(made) < count:
        turn += 1
        shift = np.uint64(0x9E3779B97F4A7C15 * turn % 2**64)
        for text, imprint in arrivals[: count - len(made)]:
            hashes = text.hashes ^ shift
            shingles = shingle_hashes(hashes)
            picked = fingerprint_positions(shingles)
            name = f"{turn}:{text.report}"
            made.append((replace(text, report=name, hashes=hashes, shingles=shingles, picked=picked), imprint))
    return made


def measure_speed(arrivals: list[Arrival], counts: Sequence[int]) -> Iterator[str]:
    """Yield a line of figures for each number of reports: reports a CPU second, with and without word-by-word work."""
    for count in counts:
        reports = multiplied(arrivals, count)
        stock = learn_stock(reports)
        by_name = {text.report: (text, imprint) for text, imprint in reports}
        finder = CopyFinder(by_name.__getitem__, stock)
        whole = count / _timed(partial(finder.add, reports))
        size = sum(segment.postings for segment in finder.index.segments) * 8 / count
        index_alone = count / statistics.median(_index_times(reports, stock))
        yield f"{count:>8,} reports: {whole:,.0f} a second, index alone {index_alone:,.0f}; {size:.0f} bytes a report"


class _IndexAlone(CopyFinder):
    """Finds candidates and compares none of them."""

    def _compare(self, *_: object) -> Found:
        return Found()


def _index_times(reports: list[Arrival], stock: Hashes) -> Iterator[float]:
    for _ in range(3):
        finder = _IndexAlone(dict[str, Arrival]().__getitem__, stock)
        yield _timed(partial(finder.add, reports))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print the figures; return 1 where the data is not there."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--planted", type=int, default=400, help="planted copies of each kind")
    options.add_argument("--reports", type=int, nargs="*", default=[10_000, 100_000], help="numbers for the speed")
    asked = options.parse_args()
    if not CORPUS.exists():
        print(f"{CORPUS} is not there: nothing was measured", file=sys.stderr)
        return 1
    articles = load_syndicated(CORPUS)
    judged = score_judged_pairs(GOLD, articles)
    print(f"one origin right, of decided             {judged.one_origin:.3f}")
    print(f"relation right                           {judged.relation:.3f}")
    print(f"templates and strangers called copies    {judged.false_copies}")
    for kind, (found, total) in measure_planted(articles, asked.planted).items():
        print(f"planted: {kind:31} {found / total:.3f}  ({found} of {total})")
    for line in measure_speed([arrival_of(record) for record in articles.values()], asked.reports):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
