"""Measures the claims step alone: words a second beside trafilatura, growth with length, hostile strings."""

import argparse
import gc
import html
import importlib
import json
import logging
import math
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from hostile_strings import hostile_strings

from musnad.article.credits import read_credits
from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_ar_2018.jsonl.zip"
LEAST_WORDS_PER_SECOND = 25_000
MOST_EXPONENT = 1.1
MOST_MS_PER_KB = 50.0
_RUNS = 5
_EVERY = 27  # of the corpus's articles: from every outlet and month
_WRONG_USAGE = 2
_ARABIC = LANGUAGES["ar"]
_PAGE = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} - الموقع</title>
<meta property="og:title" content="{title}"></head><body><nav><ul><li><a href="/">الرئيسية</a></li>
<li><a href="/w">العالم</a></li><li><a href="/s">الرياضة</a></li></ul></nav><main><article><h1>{title}</h1>
{paragraphs}</article></main><footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""


def main() -> int:
    """Return 0 where every asked measure meets its target, 1 where one misses it, 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measures", nargs="*", choices=["speed", "growth", "hostile", []], default=[])
    parser.add_argument("--articles", type=int, default=300, metavar="N", help="articles to measure speed on")
    parser.add_argument("--strings", type=int, default=10_000, metavar="N", help="hostile strings")
    parser.add_argument("--corpus", type=Path, default=CORPUS, metavar="PATH", help="a .jsonl.zip file")
    asked = parser.parse_args()
    measures = asked.measures or ["speed", "growth", "hostile"]
    if set(measures) & {"speed", "growth"} and not asked.corpus.is_file():
        print(f"{asked.corpus}: no such file; name a .jsonl.zip file with --corpus", file=sys.stderr)
        return _WRONG_USAGE
    _trace(Article("قال الوزير إن العمل مستمر.", "ar", False))  # loads the lexicons
    # Else Python's collector walks the lexicons now and then, and the text read at that moment pays for it.
    gc.collect()
    gc.freeze()
    articles = list(islice(_articles(asked.corpus), asked.articles)) if asked.corpus.is_file() else []
    met = []
    if "speed" in measures:
        met.append(_measure_speed(articles))
    if "growth" in measures:
        met.append(_measure_growth(articles))
    if "hostile" in measures:
        met.append(_measure_hostile(asked.strings))
    return 0 if all(met) else 1


def _measure_speed(articles: Sequence[Article]) -> bool:
    """Print words a second of the claims step and of trafilatura on the same articles as pages, median of 5 runs."""
    words = sum(len(article.text.split()) for article in articles)
    claims = _median(lambda: [_trace(article) for article in articles])
    print(f"articles                   {len(articles)}, {words} words")
    print(f"claims step                {words / claims:,.0f} words/s, median of {_RUNS} runs of processor time")
    met = words / claims >= LEAST_WORDS_PER_SECOND
    try:
        trafilatura: Any = importlib.import_module("trafilatura")
    except ImportError as error:
        print(f"trafilatura.extract        not installed ({error}); pip install -e '.[bench]'")
    else:
        logging.disable(logging.CRITICAL)
        pages = [_page(article) for article in articles]
        extraction = _median(lambda: [trafilatura.extract(page, include_comments=False) for page in pages])
        print(f"trafilatura.extract        {words / extraction:,.0f} words/s on the same articles as pages, same run")
        print(f"ratio                      {extraction / claims:.2f}")
    print(f"target                     {LEAST_WORDS_PER_SECOND:,} words/s: {'met' if met else 'missed'}")
    return met


def _measure_growth(articles: Sequence[Article]) -> bool:
    """Print processor time at 1, 10 and 100 times one article, and the exponent of its growth."""
    article = min(articles, key=lambda one: abs(len(one.text) - 3000))
    seconds = {}
    for factor in (1, 10, 100):
        longer = Article("\n".join([article.text] * factor), "ar", True)
        repeats = 100 // factor
        seconds[factor] = _median(lambda text=longer, times=repeats: [_trace(text) for _ in range(times)]) / repeats  # type: ignore[misc]
        print(f"{factor:>4} x one article         {seconds[factor] * 1000:.1f} ms")
    exponent = math.log(seconds[100] / seconds[1], 100)
    met = exponent <= MOST_EXPONENT
    print(f"growth with length         exponent {exponent:.3f}; target {MOST_EXPONENT}: {'met' if met else 'missed'}")
    return met


def _measure_hostile(count: int) -> bool:
    """Print the slowest of the hostile strings in milliseconds a kilobyte."""
    times = []
    for string in hostile_strings(count):
        start = time.process_time()
        _trace(Article(string, "ar", False))
        times.append(((time.process_time() - start) * 1000 / (len(string.encode()) / 1000), string))
    worst, string = max(times)
    middle = statistics.median(cost for cost, _ in times)
    met = worst <= MOST_MS_PER_KB
    print(f"hostile strings            {count}; ms per kB: median {middle:.2f}, slowest {worst:.2f}")
    print(f"target                     {MOST_MS_PER_KB:.0f} ms per kB: {'met' if met else 'missed'}")
    if not met:
        print(f"slowest                    {string[:200]!r}")
    return met


def _trace(article: Article) -> None:
    read_credits(article, _ARABIC)
    trace_claims(article, _ARABIC)


def _median(run: Callable[[], object]) -> float:
    """Return the median processor time of the runs in seconds: other work on the machine disturbs it less."""
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def _articles(corpus: Path) -> Iterator[Article]:
    with zipfile.ZipFile(corpus) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in islice(lines, 0, None, _EVERY):
                record = json.loads(line)
                yield Article(f"{record['title']}\n{record['text']}", "ar", True)


def _page(article: Article) -> str:
    title, *paragraphs = (html.escape(line) for line in article.text.split("\n") if line.strip())
    return _PAGE.format(title=title, paragraphs="\n".join(f"<p>{line}</p>" for line in paragraphs))


if __name__ == "__main__":
    sys.exit(main())
