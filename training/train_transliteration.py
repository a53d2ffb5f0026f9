"""Trains the alignment of Arabic with Latin letters on Wikidata's names, by expectation maximisation.

usage: training/train_transliteration.py

Needs ../shared/data/names (CC0). One step of an alignment takes one or two Arabic letters and none to three Latin ones
(many-to-many alignment: Jiampojamarn, Kondrak and Sherif, 2007). Pairs that are no spellings of one name align badly
and are left out after two rounds. train_letter_steps.py begins with what comes out; alone it is not shipped.
"""

import argparse
import gzip
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musnad.languages.transliteration import END
from musnad.text import fold_latin, fold_word

ROOT = Path(__file__).resolve().parents[1]
NAMES = ROOT.parent / "shared" / "data" / "names" / "wd_arabic_80.gz"
LONGEST_CHUNK = 2  # Arabic letters that one step takes
LONGEST_LATIN = 3  # Latin ones
ROUNDS = 8
FIRST_FILTERED = 2
LEAST_LIKELIHOOD = -2.2  # log likelihood a letter of both names; 4 % of the pairs have less: other names altogether
LONGEST = 16
LEAST_COUNT = 1.0
# How much log p(Latin | Arabic) counts beside log p(Arabic | Latin): the best of .0, .3, .5, .7 on 400 names held out.
FORWARD = 0.3

Pair = tuple[str, str]
Step = tuple[int, int, int, int]  # Arabic letters before, taken; Latin letters before, taken
Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]


class Batch:
    """Pairs of equal lengths, with the number of the chunk pair that each step of an alignment takes in each."""

    def __init__(self, pairs: list[Pair], numbers: dict[Pair, int]) -> None:
        self.arabic, self.latin = len(pairs[0][0]), len(pairs[0][1])
        self.count = len(pairs)
        self.steps: dict[Step, Numbers] = {}
        for step in self._possible():
            at, taken, from_, letters = step
            chunks = ((a[at : at + taken], b[from_ : from_ + letters]) for a, b in pairs)
            self.steps[step] = np.array([numbers.setdefault(chunk, len(numbers)) for chunk in chunks], dtype=np.int32)

    def _possible(self) -> Iterator[Step]:
        """Yield the steps in the order of the text; the two ends are taken together."""
        for at in range(self.arabic):
            for taken in range(1, min(LONGEST_CHUNK, self.arabic - at) + 1):
                for from_ in range(self.latin + 1):
                    for letters in range(min(LONGEST_LATIN, self.latin - from_) + 1):
                        ends = at + taken == self.arabic
                        if ends == (letters > 0 and from_ + letters == self.latin):
                            yield at, taken, from_, letters

    def expect(self, chances: Floats, counts: Floats, *, filtered: bool) -> int:
        """Add the expected counts of the chunk pairs (forward-backward) and return how many pairs were left out."""
        forward = np.zeros((self.arabic + 1, self.latin + 1, self.count))
        backward = np.zeros_like(forward)
        forward[0, 0] = backward[self.arabic, self.latin] = 1
        for (at, taken, from_, letters), chunk in self.steps.items():
            forward[at + taken, from_ + letters] += forward[at, from_] * chances[chunk]
        for (at, taken, from_, letters), chunk in reversed(self.steps.items()):
            backward[at, from_] += backward[at + taken, from_ + letters] * chances[chunk]
        total = forward[self.arabic, self.latin]
        with np.errstate(divide="ignore"):
            likelihood = np.log(total) / (self.arabic + self.latin)
        kept = likelihood > LEAST_LIKELIHOOD if filtered else total > 0
        weight = np.where(kept, 1 / np.where(kept, total, 1), 0)
        for (at, taken, from_, letters), chunk in self.steps.items():
            share = forward[at, from_] * chances[chunk] * backward[at + taken, from_ + letters] * weight
            np.add.at(counts, chunk, share)
        return int(np.count_nonzero(~kept))


def main() -> int:
    """Return 0 once the model is trained and its size printed."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    scores = score_chunks(train(list(read_pairs(NAMES))))
    print(f"{len(scores)} aligned chunks")
    return 0


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield (Arabic, Latin), folded and closed with END; pairs of very unlike lengths are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, arabic, _ = line.rstrip("\n").split("\t")
            latin, arabic = fold_latin(latin), fold_word(arabic.replace(" ", ""))
            fits = 0 < len(arabic) <= LONGEST and 0 < len(latin) <= min(LONGEST + 4, 3 * len(arabic) + 1)
            if fits and arabic.isalpha():
                yield arabic + END, latin + END


def train(pairs: list[Pair]) -> dict[Pair, float]:
    """Return the expected count of each pair of chunks."""
    by_length: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_length[len(pair[0]), len(pair[1])].append(pair)
    numbers: dict[Pair, int] = {}
    batches = [Batch(alike, numbers) for _, alike in sorted(by_length.items())]
    chunks = list(numbers)
    chances = np.array([_first_chance(arabic, latin) for arabic, latin in chunks])
    counts = np.zeros(len(chunks))
    for number in range(ROUNDS):
        counts = np.zeros(len(chunks))
        left_out = sum(batch.expect(chances, counts, filtered=number >= FIRST_FILTERED) for batch in batches)
        counts[counts < 0.05] = 0
        chances = counts / counts.sum()
        print(f"round {number + 1}: {len(pairs)} pairs, {left_out} left out, {np.count_nonzero(counts)} chunks")
    return {chunk: float(count) for chunk, count in zip(chunks, counts, strict=True) if count >= LEAST_COUNT}


def _first_chance(arabic: str, latin: str) -> float:
    """Return a first guess that favours letter for letter."""
    unlike = abs(len(arabic) - len(latin))
    return float(0.3**unlike * (0.2 if len(arabic) > 1 else 1) * (0.3 if len(latin) > 1 else 1)) / 1000


def score_chunks(counts: dict[Pair, float]) -> dict[Pair, float]:
    """Return for each pair of chunks the two conditional log probabilities, weighed by FORWARD."""
    by_arabic: dict[str, float] = defaultdict(float)
    by_latin: dict[str, float] = defaultdict(float)
    for (arabic, latin), count in counts.items():
        by_arabic[arabic] += count
        by_latin[latin] += count
    return {
        (arabic, latin): FORWARD * math.log(count / by_arabic[arabic])
        + (1 - FORWARD) * math.log(count / by_latin[latin])
        for (arabic, latin), count in counts.items()
    }


if __name__ == "__main__":
    sys.exit(main())
