"""Writes the counts behind story terms: in how many reports of two corpora each word stands, and each term."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from build_word_tables import CORPORA, MODELS, SHARED, texts_of
from musnad.languages.ar.terms import make_term_of
from musnad.text import tokenize
from packing import write_table

LEAST_COUNT = 4
"""Reports that a word or term stands in before it is listed; a rarer one counts as unseen."""


def main() -> int:
    """Return 0 once the table is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    asked = parser.parse_args()
    held = [set(words_of(text)) for name in CORPORA for text in texts_of(asked.shared / f"{name}.jsonl.zip")]
    words = Counter(word for report in held for word in report)
    term_of = make_term_of({word: count for word, count in words.items() if count >= LEAST_COUNT})
    terms = Counter(term for report in held for term in {term_of(word) for word in report})
    rows = [
        f"{word}\t{_kept(words[word])}\t{_kept(terms[word])}"
        for word in sorted(words.keys() | terms.keys())
        if _kept(words[word]) or _kept(terms[word])
    ]
    write_table(MODELS / "term_counts.tsv.gz", [f"reports\t{len(held)}\t0", *rows])
    return 0


def words_of(text: str) -> Iterator[str]:
    """Yield the folded words of a text."""
    for token in tokenize(text, 0, len(text)):
        if token.is_word:
            yield from token.folded.split()


def _kept(count: int) -> int:
    return count if count >= LEAST_COUNT else 0


if __name__ == "__main__":
    sys.exit(main())
