"""Measures what a whole comparing costs, part by part, as reports grow in number; and one more report's counts.

usage: benchmarks/compare.py --kept FOLDER [--articles N | --cut] [--reports N ...]

Needs ../shared (data/syndication_ar_2015.jsonl.zip); prints no text of it. The articles are read once and kept in the
folder. More reports than articles are the articles again, each time with a vocabulary and dates of their own. With
`--cut` they are thirds of real articles, which cut_reports.py read into the folder before: shorter, all different.
"""

import argparse
import gc
import hashlib
import json
import math
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

import cut_reports
import msgspec

from musnad import comparing
from musnad.agreement import ChainCounter, SourceIndex, count_chains
from musnad.languages import LANGUAGES
from musnad.languages.agreement import Tense
from musnad.model import (
    Assertion,
    Dossier,
    Event,
    Independence,
    Polarity,
    RawDocument,
    Report,
    Stated,
    TimeExpression,
    Transfer,
)
from musnad.reading import read_document
from musnad.text import tokenize

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "syndication_ar_2015.jsonl.zip"
DAYS_A_TURN = 13  # as benchmarks/stories.py: the days of two turns overlap, as those of a longer stretch of news do
_COMMON = 0.5  # rarity of a lemma below which its words stay what they are in every turn
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنه"
_LEAST_LETTERS = 3
_AT_ONCE = 500
_ARRIVALS = 200
P = ParamSpec("P")
T = TypeVar("T")
Dated = TypeVar("Dated", Event, Transfer, TimeExpression)


# -- reports -------------------------------------------------------------------------------------


def kept_reports(folder: Path, count: int) -> list[Report]:
    """Return the reports of the first articles of the corpus, mixed; read at the first call, then from the folder."""
    path = folder / f"reports_{count}.msgpack"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(CORPUS) as archive:
            lines = archive.read(archive.namelist()[0]).splitlines()
        reports = {report.id: report for report in (_read(json.loads(line)) for line in lines[:count])}
        path.write_bytes(msgspec.msgpack.encode([reports[name] for name in sorted(reports)]))
    return msgspec.msgpack.decode(path.read_bytes(), type=list[Report])


def _read(record: dict[str, str]) -> Report:
    content = f"{record['title']}\n{record['text']}".encode()
    stated = Stated(url=record["url"], published=record.get("published"), outlet=record.get("outlet"))
    raw = RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), stated=stated)
    report = read_document(raw)
    return replace(report, raw=replace(report.raw, content=b""))  # comparing does not look at the bytes


def made_again(report: Report, turn: int) -> Report:
    """Return the report of another happening of the kind: rarer words and names respelt, all dates moved."""
    if not turn or report.article is None:
        return report
    days = timedelta(days=DAYS_A_TURN * turn)
    published = report.article.published
    if published is not None:
        published = replace(published, value=published.value + days)
    return replace(
        report,
        id=hashlib.sha256(f"{turn}|{report.id}".encode()).hexdigest()[:16],
        article=replace(report.article, text=_respelt(report.article.text, turn), published=published),
        times=tuple(_moved(each, days) for each in report.times),
        events=tuple(_moved(each, days) for each in report.events),
        transfers=tuple(_moved(each, days) for each in report.transfers),
    )


def _moved(dated: Dated, days: timedelta) -> Dated:
    return replace(
        dated,
        earliest=dated.earliest + days if dated.earliest else None,
        latest=dated.latest + days if dated.latest else None,
    )


def _respelt(text: str, turn: int) -> str:
    """Return the text with rarer words spelt with other letters, as many, so that all spans stay where they are."""
    lexicon = LANGUAGES["ar"].agreement
    letters = str.maketrans(_LETTERS, _LETTERS[turn % len(_LETTERS) :] + _LETTERS[: turn % len(_LETTERS)])
    spelt = list(text)
    for token in tokenize(text, 0, len(text)):
        reading = lexicon.read_word(token.folded)
        is_common = (
            lexicon.rarity.get(reading.lemma, 1.0) < _COMMON or reading.senses or reading.tense is not Tense.NONE
        )
        if token.is_word and not is_common and token.end - token.start >= _LEAST_LETTERS:
            start = token.start + 2 * text.startswith("ال", token.start)
            spelt[start : token.end] = text[start : token.end].translate(letters)
    return "".join(spelt)


def grown(articles: Sequence[Report], count: int) -> Iterator[Report]:
    """Yield `count` reports: an even choice of the articles, or all of them again and again."""
    if count <= len(articles):
        yield from articles[:: len(articles) // count][:count]
        return
    for place in range(count):
        yield made_again(articles[place % len(articles)], place // len(articles))


# -- cost ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Parts:
    """Processor seconds by part of the comparing, and the index of sources that it made."""

    seconds: dict[str, float] = field(default_factory=dict)
    index: SourceIndex = field(default_factory=SourceIndex)

    def timed(self, part: str, step: Callable[P, T]) -> Callable[P, T]:
        """Return the step, which adds what it takes to a part."""

        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            start = time.process_time()
            try:
                return step(*args, **kwargs)
            finally:
                self.seconds[part] = self.seconds.get(part, 0.0) + time.process_time() - start

        return run


_PARTS = {
    "_read_each": "each report by itself",
    "find_copies": "copies",
    "merge_entities": "entities",
    "cluster_stories": "stories",
    "redate_copies": "redating",
    "_stated_anew": "redating",
    "match_claims": "agreement",
}


def _counter(parts: Parts, index: SourceIndex) -> Callable[[Sequence[Assertion]], Independence]:
    return parts.timed("chains", ChainCounter(index))


_MADE: dict[str, Callable[..., object]] = {"SourceIndex": lambda parts: parts.index, "ChainCounter": _counter}


@contextmanager
def watched() -> Iterator[Parts]:
    """Yield the parts while the steps that `compare_reports` calls are timed; then the steps are as before."""
    parts = Parts()
    former = {name: getattr(comparing, name) for name in (*_PARTS, *_MADE)}
    for name, part in _PARTS.items():
        setattr(comparing, name, parts.timed(part, former[name]))
    for name, made in _MADE.items():
        setattr(comparing, name, partial(made, parts))
    try:
        yield parts
    finally:
        for name, step in former.items():
            setattr(comparing, name, step)


def measure(reports: Sequence[Report]) -> tuple[dict[str, float], Dossier, SourceIndex]:
    """Return the processor seconds of comparing the reports, by part and as a whole."""
    with watched() as parts:
        start = time.process_time()
        dossier = comparing.compare_reports(reports)
        whole = time.process_time() - start
    seconds = dict(parts.seconds)
    seconds["agreement"] = seconds.get("agreement", 0.0) - seconds.get("chains", 0.0)
    return {**seconds, "whole": whole}, dossier, parts.index


def measure_arrival(dossier: Dossier, index: SourceIndex) -> float:
    """Return the mean milliseconds of taking one report into the index and counting anew what it has a part in."""
    concerned: dict[str, list[int]] = {}
    for place, proposition in enumerate(dossier.propositions):
        for name in {assertion.report for assertion in proposition.assertions}:
            concerned.setdefault(name, []).append(place)
    names = sorted(concerned)
    chosen = names[:: max(1, len(names) // _ARRIVALS)][:_ARRIVALS]
    if not chosen:
        return 0.0
    start = time.process_time()
    for name in chosen:
        index.add({name: index.reports[name]})
        for place in concerned[name]:
            said = dossier.propositions[place].assertions
            for polarity in (Polarity.AFFIRMS, Polarity.DENIES):
                count_chains([each for each in said if each.polarity is polarity], index=index)
    return (time.process_time() - start) / len(chosen) * 1000


def told(seconds: dict[str, float], count: int) -> str:
    """Return the milliseconds a report of each part in a line."""
    return ", ".join(f"{part} {spent / count * 1000:.2f}" for part, spent in seconds.items())


def main() -> int:
    """Print the figures; return 1 where the data is not there."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--kept", type=Path, required=True, help="folder for the reports that were read")
    options.add_argument("--articles", type=int, default=2000, help="articles to read (default 2000)")
    options.add_argument("--reports", type=int, nargs="*", default=[1000, 10_000], help="numbers to compare")
    options.add_argument("--cut", action="store_true", help="compare thirds of articles, as cut_reports.py read them")
    asked = options.parse_args()
    if not CORPUS.is_file():
        print(f"{CORPUS} is not there: nothing was measured", file=sys.stderr)
        return 1
    gc.set_threshold(100_000, 20, 20)  # as the command line sets it
    articles = [] if asked.cut else kept_reports(asked.kept, asked.articles)
    choose = partial(cut_reports.chosen, asked.kept / cut_reports.NAME) if asked.cut else partial(grown, articles)
    comparing.compare_reports(list(choose(50)))  # loads the lexicons
    before: tuple[int, float] | None = None
    for count in asked.reports:
        seconds, dossier, index = measure(list(choose(count)))
        exponent = f"{math.log(seconds['whole'] / before[1]) / math.log(count / before[0]):.2f}" if before else "-"
        before = (count, seconds["whole"])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:,} reports: {len(dossier.copy_pairs)} pairs of copies, {len(dossier.entities)} entities,"
            f" {len(dossier.stories)} stories, {len(dossier.propositions)} propositions,"
            f" {len(dossier.contradictions)} contradictions"
        )
        print(f"  CPU ms a report: {told(seconds, count)}")
        print(f"  exponent since the last number: {exponent}; peak memory {peak:,.0f} MB")
        print(f"  one report's counts anew: {measure_arrival(dossier, index):.2f} ms", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
