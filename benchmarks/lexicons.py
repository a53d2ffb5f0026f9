"""Measures what loading the Arabic lexicons takes: processor time and memory of each, and how many forms it spells."""

import resource
import sys
import time
from collections.abc import Sized

from musnad.languages import LANGUAGES
from musnad.languages.lexicon import Lexicons

NAMES = (
    "weapons",
    "bodies",
    "facilities",
    "named_events",
    "countries",
    "nationalities",
    "lemmatizer",
    "name_parts",
    "titles",
)


def main() -> int:
    """Print a line for each lexicon and one for all."""
    lexicons: Lexicons = LANGUAGES["ar"].lexicons
    print(f"{'lexicon':14} {'forms':>7} {'CPU s':>7} {'MB':>5}")
    total, first = 0.0, peak_mb()
    for name in NAMES:
        before, start = peak_mb(), time.process_time()
        lexicon = getattr(lexicons, name)
        took = time.process_time() - start
        total += took
        forms = len(lexicon) if isinstance(lexicon, Sized) else len(lexicon.lemmas)
        print(f"{name:14} {forms:7} {took:7.3f} {peak_mb() - before:5}")
    print(f"{'all':14} {'':7} {total:7.3f} {peak_mb() - first:5}")
    return 0


def peak_mb() -> int:
    """Return the most memory that the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
