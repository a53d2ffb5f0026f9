"""Measures the lemmatizer on the plural nouns of the Arabic PUD treebank, and how many plurals of news it knows."""

import argparse
import gzip
import json
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from musnad.languages import LANGUAGES
from musnad.text import fold_word, tokenize

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
_NOUN, _PLURAL = "NOUN", "Number=Plur"


def main() -> int:
    """Print the two figures; return 2 where the data are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, default=SHARED / "treebank" / "ar_pud.conllu.gz")
    parser.add_argument("--corpus", type=Path, default=SHARED / "news_ar_2018.jsonl.zip")
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    for path in (given.treebank, given.corpus):
        if not path.is_file():
            print(f"{path} is missing; name another with --treebank and --corpus", file=sys.stderr)
            return 2
    lemmatizer = LANGUAGES["ar"].lexicons.lemmatizer
    pairs = list(read_plurals(given.treebank))
    right = sum(lemmatizer.lemma_of(form) == lemma for form, lemma in pairs)
    print(f"PUD plural nouns: {len(pairs)}, lemma right: {right / len(pairs):.3f}")
    counted = Counter(word for text in read_texts(given.corpus, given.articles) for word in words_of(text))
    joined = sum(count for word, count in counted.items() if lemmatizer.lemma_of(word) != bare(word))
    print(
        f"words of {given.articles} articles: {counted.total()}, taken to another form: {joined / counted.total():.3f}"
    )
    return 0


def read_plurals(treebank: Path) -> Iterator[tuple[str, str]]:
    """Yield the folded (form, lemma) of every plural noun of a CoNLL-U file."""
    with gzip.open(treebank, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[3] == _NOUN and _PLURAL in columns[5]:
                vocalised = unicodedata.normalize("NFC", columns[2])
                yield fold_word(columns[1]), fold_word(vocalised)


def read_texts(corpus: Path, articles: int) -> Iterator[str]:
    """Yield the texts of the first articles of a zipped JSON lines file."""
    with zipfile.ZipFile(corpus) as archive, archive.open(archive.namelist()[0]) as lines:
        for _, line in zip(range(articles), lines, strict=False):
            yield str(json.loads(line).get("text") or "")


def words_of(text: str) -> Iterator[str]:
    """Yield the folded words of a text."""
    return (token.folded for token in tokenize(text, 0, len(text)) if token.is_word)


def bare(word: str) -> str:
    """Return the word less its article."""
    return word.removeprefix("ال")


if __name__ == "__main__":
    sys.exit(main())
