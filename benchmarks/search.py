"""Measures searching, timelines, maps, source graphs and single reports on a store of made-up reports."""

import argparse
import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from search_store import Vocabulary, make_reports, read_vocabulary

from musnad.languages import load_text_analyser
from musnad.search import (
    Bucket,
    PageSettings,
    SearchSettings,
    Within,
    list_claims,
    list_sources,
    make_keys,
    place_map,
    profile_source,
    search,
    source_graph,
    timeline,
)
from musnad.store import Store, open_store
from musnad.store.finding.sources import SourceFilter, SourceOrder

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_ar_2018.jsonl.zip"
_BATCH = 500


def main() -> int:
    """Print the figures; return 2 where the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="a file that is made where it is not there, or a postgresql:// address")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=10, help="claims of each report")
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    if not given.corpus.is_file():
        print(f"{given.corpus} is missing; name another with --corpus", file=sys.stderr)
        return 2
    vocabulary = read_vocabulary(given.corpus, 8_000)
    gc.freeze()  # the vocabulary is no part of a search: the collector is not to walk through it
    with open_store(given.store, search_keys=make_keys) as store:
        missing = given.reports - store.count()
        if missing > 0:
            fill(store, vocabulary, given.reports, given.claims)
        print(f"{store.count():,} reports on {'SQLite' if store.database.is_sqlite else 'PostgreSQL'}")
        measure(Measured(store), vocabulary, given.queries)
    return 0


def fill(store: Store, vocabulary: Vocabulary, reports: int, claims: int) -> None:
    """Add so many reports, and print how many a second of processor time and of the clock."""
    spent, clock = 0.0, 0.0
    made = iter(make_reports(vocabulary, reports, claims))
    while batch := list(islice(made, _BATCH)):
        started, began = time.process_time(), time.perf_counter()
        store.add_reports(batch, reader="benchmark")
        spent += time.process_time() - started
        clock += time.perf_counter() - began
    print(f"added {reports / spent:,.0f} reports a CPU second of Python, {reports / clock:,.0f} a second by the clock")


class Measured:
    """A store, and the processor time that this process and a PostgreSQL server on this machine spend on it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._backends: list[int] = []

    def spent(self) -> float:
        """Return the seconds of processor that were spent up to now."""
        ticks = sum(map(_ticks, self._backends)) / os.sysconf("SC_CLK_TCK")
        return time.process_time() + ticks

    def timed(self, name: str, run: Callable[[str], object], asked: list[str]) -> None:
        """Run once for each of `asked` and print the milliseconds by the clock, and of processor time."""
        run(asked[0])
        if not self.store.database.is_sqlite:
            with self.store.reading() as connection:
                rows = connection.exec_driver_sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
                self._backends = [row[0] for row in rows]
        clock, spent = [], []
        for each in asked:
            began, started = time.perf_counter(), self.spent()
            run(each)
            spent.append(1000 * (self.spent() - started))
            clock.append(1000 * (time.perf_counter() - began))
        told = (f"median {statistics.median(taken):6.1f} p95 {percentile(taken):6.1f}" for taken in (clock, spent))
        print(f"{name:26} {next(told)} ms by the clock; {next(told)} ms of processor", flush=True)


def _ticks(process: int) -> int:
    """Return what a process has spent, 0 where this machine does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return int(told[11]) + int(told[12])


def measure(measured: Measured, vocabulary: Vocabulary, queries: int) -> None:
    """Print the median and the 95th percentile of each measure, in milliseconds by the clock and of processor time."""
    store, timed = measured.store, measured.timed
    chance = random.Random(7)
    words = searched_words(vocabulary, chance, queries * 2)
    pairs = [f"{one} {other}" for one, other in zip(words[::2], words[1::2], strict=True)]
    usual = SearchSettings()
    for word in searched_words(vocabulary, random.Random(8), 60):
        search(store, word, usual)  # the analyser learns the words of the texts, as it has in a program that runs on
    timed("one word", lambda word: search(store, word, usual), words[:queries])
    timed("two words", lambda pair: search(store, pair, usual), pairs)
    timed("two words, OR", lambda pair: search(store, pair.replace(" ", " OR "), usual), pairs)
    timed("two words, quoted", lambda pair: search(store, f'"{pair}"', usual), followed(vocabulary, chance, queries))
    timed("a word and a stance", lambda word: search(store, f"{word} stance:denies", usual), words[:queries])
    timed("a word and facets", lambda word: search(store, word, SearchSettings(with_facets=True)), words[:40])
    timed("timeline of all", lambda query: timeline(store, query, Bucket.WEEK), ["*"] * 5)
    timed("timeline of a word", lambda word: timeline(store, word), words[:40])
    timed("timeline of denials", lambda query: timeline(store, query), ["stance:denies"] * 5)
    timed("map of all", lambda query: place_map(store, query), ["*"] * 3)
    timed("map of a word", lambda word: place_map(store, word), words[:40])
    timed("source graph of a word", lambda word: source_graph(store, word), words[:20])
    page = PageSettings(limit=50)
    timed("claims, a page of all", lambda query: list_claims(store, query, page=page), ["*"] * 20)
    timed("claims of a word", lambda word: list_claims(store, word, page=page), words[:40])
    timed("claims that deny", lambda query: list_claims(store, query, page=page), ["stance:denies"] * 10)
    timed("claims of unnamed ones", lambda query: list_claims(store, query, page=page), ["anonymous:yes"] * 10)
    found = [each.id for each in list_sources(store, page=PageSettings(limit=max(40, queries))).rows]
    timed("claims of a source", lambda name: list_claims(store, within=Within(source=name), page=page), found[:40])
    timed("sources", lambda query: list_sources(store, query, page=page), ["*"] * 10)
    timed("profile of a source", lambda name: profile_source(store, name), found[:40])
    timed("profile of an outlet", lambda name: profile_source(store, name), [f"page:{name}" for name in outlets(store)])
    ids = [name for _, name in islice(store.numbers(), 2_000)]
    timed("one report", store.report, chance.sample(ids, queries))


def searched_words(vocabulary: Vocabulary, chance: random.Random, number: int) -> list[str]:
    """Return words as people search for them: drawn as often as they stand in news, function words left out."""
    analyser = load_text_analyser()
    found: list[str] = []
    while len(found) < number:
        word = chance.choice(chance.choice(vocabulary.text(chance).split()).split("-"))
        if word.isalpha() and len(word) > 3 and None not in analyser.query_keys(word):
            found.append(word)
    return found


def followed(vocabulary: Vocabulary, chance: random.Random, number: int) -> list[str]:
    """Return words with the word after them, as a phrase would have them."""
    texts = (vocabulary.text(chance).replace("\n", " ").split() for _ in range(number))
    return [" ".join(words[at : at + 2]).replace('"', "") for words in texts for at in [chance.randrange(5)]]


def outlets(store: Store) -> list[str]:
    """Return the keys of some outlets of the store."""
    asked = SourceFilter(("page",), order=SourceOrder.MOST_CLAIMS)
    return [each.key for each in list_sources(store, asked=asked, page=PageSettings(limit=5)).rows]


def percentile(taken: list[float]) -> float:
    """Return what 95 of 100 stay under."""
    return sorted(taken)[min(len(taken) - 1, int(0.95 * len(taken)))]


if __name__ == "__main__":
    sys.exit(main())
