"""Writes the table of stems: how common each Arabic word is without its clitics, for the analyser of search."""

import argparse
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

from musnad.languages import LANGUAGES
from musnad.languages.clitics import CliticSegmenter
from musnad.text import fold_word
from packing import write_table

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
STEMS = ROOT / "src" / "musnad" / "languages" / "ar" / "models" / "stems.tsv.gz"
CORPORA = ("news_ar_2018", "radio_tn_2017")
LEAST_COUNT = 5
_WORD = re.compile("[\u0600-\u06ff\u200b-\u200f]+")


def main() -> int:
    """Return 0 once the table is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    asked = parser.parse_args()
    counts = Counter[str]()
    for name in CORPORA:
        counts += count_words(asked.shared / f"{name}.jsonl.zip")
    write_table(STEMS, stem_lines(counts))
    return 0


def count_words(path: Path) -> Counter[str]:
    """Return how often each folded word stands in a zipped corpus."""
    counts = Counter[str]()
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as lines:
        for line in lines:
            record = json.loads(line)
            counts.update(_WORD.findall(f"{record.get('title') or ''}\n{record.get('text') or ''}"))
    folded = Counter[str]()
    for word, count in counts.items():
        folded[fold_word(word)] += count
    return folded


def stem_lines(counts: Counter[str]) -> list[str]:
    """Return a line a stem, the commonest first: the word less clitics and article, and the base-2 log of its count."""
    segmenter = CliticSegmenter(LANGUAGES["ar"].tagger_models.clitics)
    stems = Counter[str]()
    for word, count in counts.items():
        if word.isalpha():
            stem = segmenter.stem(word)[0]
            stems[stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem] += count
    common = sorted(stems.items(), key=lambda found: (-found[1], found[0]))
    return [f"{stem}\t{count.bit_length() - 1}" for stem, count in common if count >= LEAST_COUNT]


if __name__ == "__main__":
    sys.exit(main())
