"""Measures the grouping into stories: cut articles that come together again, copies that do, and the cost of many.

usage: benchmarks/stories.py [--fragments N] [--reports N ...] [--show N]

Needs ../shared (data/syndication_ar_2015.jsonl.zip); prints no text of it, save with --show.
"""

import argparse
import itertools
import math
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from musnad.copies import CopyFinder, learn_stock
from musnad.evaluation.copies import arrival_of, load_syndicated
from musnad.evaluation.stories import (
    Fragment,
    GroupScores,
    cut_articles,
    group,
    labels_of,
    read_time,
    score_groups,
    texts_of,
)
from musnad.languages import LANGUAGES
from musnad.model import Article, CopyPair, FoundDate
from musnad.stories import StoryFinder, StoryText, is_one_text, story_text
from musnad.stories.grouping import Link, group_linked
from musnad.text import tokenize

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "data" / "syndication_ar_2015.jsonl.zip"
BASELINE_JOINS = (0.06, 0.08, 0.1, 0.12, 0.15)
DAYS_A_TURN = 13
COMMON = 300  # Terms of fewer reports in the pack's sample get another name at each turn.

Records = Mapping[str, Mapping[str, Any]]


def find_copied(records: Records) -> tuple[list[CopyPair], dict[str, str]]:
    """Return the pairs of copies, and for each address one that stands for its family, itself where it has none."""
    arrivals = {url: arrival_of(record) for url, record in records.items()}
    finder = CopyFinder(arrivals.__getitem__, learn_stock(arrivals.values()))
    pairs = finder.add(list(arrivals.values()))
    heads = {url: url for url in records}
    heads.update((member, members[0]) for members in finder.families() for member in members)
    return pairs, heads


def one_texts(records: Records, pairs: Iterable[CopyPair]) -> list[tuple[str, str]]:
    """Return the pairs of addresses whose articles are one whole text."""
    lengths = {url: len(record["title"]) + len(record["text"]) for url, record in records.items()}
    return [(pair.left, pair.right) for pair in pairs if is_one_text(pair, lengths)]


# -- cut articles --------------------------------------------------------------------------------


def measure_cut(records: Records, count: int) -> Iterator[str]:
    """Yield a line for each way to group the fragments; a plain baseline stands beside."""
    fragments = cut_articles(records.values(), count, seed=1)
    sources = [fragment.source for fragment in fragments]
    _, heads = find_copied({source: records[source] for source in sources})
    families = [heads[source] for source in sources]
    yield f"{len(fragments)} fragments of {len(set(sources))} articles of {len(set(families))} origins"
    for dated in (True, False):
        texts = texts_of(fragments, dated=dated)
        found = labels_of(texts, group(texts))
        name = f"stories, {'dated' if dated else 'undated'}"
        yield told(name, score_groups(found, sources), score_groups(found, families))
    yield told("plain TF-IDF, undated", *max(baseline(fragments, sources, families), key=lambda pair: pair[0].f1))


def told(name: str, by_article: GroupScores, by_origin: GroupScores) -> str:
    """Return a line with BCubed F1 (precision / recall) by article and with copies counted as one."""
    both = (f"{s.f1:.3f} ({s.precision:.3f} / {s.recall:.3f})" for s in (by_article, by_origin))
    return f"{name:24} by article {next(both)}, by origin {next(both)}"


def baseline(
    fragments: Sequence[Fragment], sources: Sequence[str], families: Sequence[str]
) -> Iterator[tuple[GroupScores, GroupScores]]:
    """Yield the scores of average linkage over the cosine of plain words, at several levels."""
    links = list(plain_links([fragment.article.text for fragment in fragments]))
    for join in BASELINE_JOINS:
        groups = group_linked(range(len(fragments)), links, join)
        number_of = {place: number for number, each in enumerate(groups) for place in each.members}
        found = [number_of[place] for place in range(len(fragments))]
        yield score_groups(found, sources), score_groups(found, families)


def plain_links(texts: Sequence[str]) -> Iterator[Link]:
    """Yield the pairs of texts whose folded words have a TF-IDF cosine of .05 and more."""
    counted = [Counter(token.folded for token in tokenize(text, 0, len(text)) if token.is_word) for text in texts]
    held = Counter(word for words in counted for word in words)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, words in enumerate(counted):
        weights = {
            word: (1 + math.log(count)) * math.log(len(texts) / held[word])
            for word, count in words.items()
            if held[word] <= 0.1 * len(texts)
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        sums = np.zeros(place)
        for word, weight in weights.items():
            for other, theirs in postings[word]:
                sums[other] += weight / length * theirs
            postings[word].append((place, weight / length))
        for other in np.flatnonzero(sums >= 0.05).tolist():
            yield other, place, float(sums[other])


# -- copies --------------------------------------------------------------------------------------


def measure_copies(records: Records) -> str:
    """Return the share of copies of one whole text that are in one story, told to be such or not told."""
    texts = {url: whole_text(record) for url, record in records.items()}
    found = one_texts(records, find_copied(records)[0])
    # Pages of every day (the weather) are in no story: nothing is lost with them.
    pairs = [pair for pair in found if not any(texts[url].routine for url in pair)]
    shares = []
    for told_pairs in (found, []):
        labels = labels_of(list(texts.values()), group(list(texts.values()), told_pairs))
        story_of = dict(zip(texts, labels, strict=True))
        shares.append(sum(story_of[one] == story_of[other] for one, other in pairs) / len(pairs))
    told_share, alone = shares
    return f"{len(pairs)} pairs of copies: together {told_share:.3f} told to be copies, {alone:.3f} by text alone"


def whole_text(record: Mapping[str, Any]) -> StoryText:
    """Return what an article of the corpus offers for grouping."""
    text = f"{record['title'].strip()}\n{record['text'].strip()}"
    date = FoundDate(read_time(record["published"]), True, "stated")
    return story_text(record["url"], Article(text, "ar", True, published=date))


# -- cost ----------------------------------------------------------------------------------------


def measure_speed(records: Records, counts: Sequence[int]) -> Iterator[str]:
    """Yield reports a CPU second, tokenising apart, for each number of reports, and the exponent of the cost."""
    texts = [whole_text(record) for record in records.values()]
    costs = []
    for count in counts:
        finder = StoryFinder()
        spent = 0.0
        stream = itertools.islice(endless(texts), count)
        for _, day in itertools.groupby(stream, key=lambda text: text.published and text.published.date()):
            batch = list(day)
            start = time.process_time()
            finder.add(batch)
            spent += time.process_time() - start
        start = time.process_time()
        finder.regroup()
        stories = finder.stories()
        spent += time.process_time() - start
        costs.append(spent)
        yield f"{count:>8,} reports: {count / spent:,.0f} a CPU second, {len(stories):,} stories"
    if len(counts) > 1:
        exponent = math.log(costs[-1] / costs[0]) / math.log(counts[-1] / counts[0])
        yield f"cost grows with the number of reports to the power of {exponent:.2f}"


def endless(texts: Sequence[StoryText]) -> Iterator[StoryText]:
    """Yield the corpus again and again, each time two weeks later and with rare terms of its own."""
    known = LANGUAGES["ar"].terms.counts
    for turn in itertools.count():
        shift = timedelta(days=DAYS_A_TURN * turn)
        for text in texts:
            assert text.published is not None
            terms = {term if known.get(term, 0) >= COMMON else f"{turn}:{term}": n for term, n in text.terms.items()}
            headline, lead = (
                frozenset(term if term in terms else f"{turn}:{term}" for term in some)
                for some in (text.headline, text.lead)
            )
            name, published = f"{turn}:{text.report}", text.published + shift
            yield replace(text, report=name, terms=terms, headline=headline, lead=lead, published=published)


# -- a look --------------------------------------------------------------------------------------


def shown(records: Records, count: int) -> Iterator[str]:
    """Yield random stories of several origins and outlets, with the headlines of one report an origin."""
    pairs, heads = find_copied(records)
    texts = [whole_text(record) for record in records.values()]
    stories = group(texts, one_texts(records, pairs))
    several = [
        story
        for story in stories
        if len({records[url]["outlet"] for url in story.reports}) > 1 and len({heads[url] for url in story.reports}) > 1
    ]
    sizes = Counter(len({heads[url] for url in story.reports}) for story in several)
    yield f"{len(stories)} stories, {len(several)} of several outlets and origins; sizes {sorted(sizes.items())}"
    for story in random.Random(30).sample(several, min(count, len(several))):
        yield f"\n== {story.label}\n   {' '.join(story.terms)}; {'; '.join(story.reasons)}"
        for url in dict.fromkeys(heads[url] for url in story.reports):
            record = records[url]
            yield f"   {record['published'][5:16]} {record['outlet']:12} {record['title'].strip()}"


def main() -> int:
    """Print the figures; return 1 where the data is not there."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--fragments", type=int, default=6000, help="fragments of the cut articles (0: none)")
    options.add_argument(
        "--reports", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="numbers for the cost"
    )
    options.add_argument("--show", type=int, default=0, metavar="N", help="print N stories instead, to judge by eye")
    asked = options.parse_args()
    if not CORPUS.exists():
        print(f"{CORPUS} is not there: nothing was measured", file=sys.stderr)
        return 1
    records = load_syndicated(CORPUS)
    if asked.show:
        for line in shown(records, asked.show):
            print(line)
        return 0
    if asked.fragments:
        for line in measure_cut(records, asked.fragments):
            print(line, flush=True)
        print(measure_copies(records), flush=True)
    for line in measure_speed(records, asked.reports) if asked.reports else ():
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
