"""Measures the analyser of search: words a second, keys an article, and how much of the text is marked as weighty."""

import argparse
import json
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from musnad.languages import load_text_analyser
from musnad.languages.text_index import MARKS

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_ar_2018.jsonl.zip"


def main() -> int:
    """Print the figures; return 2 where the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=4000)
    given = parser.parse_args()
    if not given.corpus.is_file():
        print(f"{given.corpus} is missing; name another with --corpus", file=sys.stderr)
        return 2
    records = read_records(given.corpus, given.articles)
    started = time.process_time()
    analyser = load_text_analyser()
    print(f"loading {time.process_time() - started:.2f} CPU s")
    for run in ("first time", "again"):
        started = time.process_time()
        indexed = [analyser.index_text(f"{title}\n{text}", headline=len(title)) for title, text in records]
        taken = time.process_time() - started
        words = sum(found.exact.count(" ") + 1 for found in indexed)
        print(f"{run}: {words} words, {words / taken:,.0f} words and {len(records) / taken:,.0f} articles a CPU second")
    keys = Counter(key[0] if key[0] in MARKS else "" for found in indexed for key in found.text_keys.split())
    print(
        f"keys an article {keys[''] / len(records):.0f}; of them marked {[round(keys[m] / keys[''], 2) for m in MARKS]}"
    )
    return 0


def read_records(corpus: Path, most: int) -> list[tuple[str, str]]:
    """Return headline and text of the first articles of a zipped JSON lines file."""
    with zipfile.ZipFile(corpus) as archive, archive.open(archive.namelist()[0]) as lines:
        read = [json.loads(line) for _, line in zip(range(most), lines, strict=False)]
    return [(str(record.get("title") or ""), str(record.get("text") or "")) for record in read]


if __name__ == "__main__":
    sys.exit(main())
