"""Measures the reading of times alone on real articles: CPU time, words a second, how many are resolved."""

import argparse
import json
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from musnad.article.dates import read_date
from musnad.languages import LANGUAGES
from musnad.model import Article, FoundDate
from musnad.times import resolve_times

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_ar_2018.jsonl.zip"
_WRONG_USAGE = 2


def main() -> int:
    """Print the figures; return 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many to read (default 1000)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, metavar="PATH", help="a .jsonl.zip file")
    asked = parser.parse_args()
    if not asked.corpus.is_file():
        print(f"{asked.corpus}: no such file; name a .jsonl.zip file with --corpus", file=sys.stderr)
        return _WRONG_USAGE
    articles = [article for _, article in zip(range(asked.articles), _articles(asked.corpus), strict=False)]
    start = time.process_time()
    language = LANGUAGES["ar"]
    _ = language.times
    loaded = time.process_time()
    found: Counter[str] = Counter()
    for article in articles:
        for one in resolve_times(article, language)[0]:
            found["resolved" if one.resolved else "length" if one.duration else "unresolved"] += 1
    seconds = time.process_time() - loaded
    words = sum(len(article.text.split()) for article in articles)
    print(f"articles           {len(articles)}")
    print(f"words              {words}")
    print(f"times              {sum(found.values())}: {', '.join(f'{n} {name}' for name, n in found.most_common())}")
    print(f"CPU ms to load     {(loaded - start) * 1000:.0f}")
    print(f"words per second   {words / seconds:.0f}")
    return 0


def _articles(path: Path) -> Iterator[Article]:
    with zipfile.ZipFile(path) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        for line in archive.read(member).decode().split("\n"):
            if line.strip():
                yield _article(json.loads(line))


def _article(record: dict[str, str]) -> Article:
    read: tuple[datetime, bool] | None = read_date(record.get("published") or "")
    text = f"{record.get('title', '')}\n{record['text']}"
    return Article(text, "ar", has_headline=True, published=FoundDate(*read, "stated") if read else None)


if __name__ == "__main__":
    sys.exit(main())
