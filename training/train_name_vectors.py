"""Trains vectors of runs of letters, by which Arabic names and their Latin forms lie near each other.

usage: training/train_name_vectors.py [--write] [--without TENTH]

Needs ../shared/data/names (CC0). A name's vector is the sum of its runs' vectors, at length one. Of a batch of pairs
each Arabic name must tell its Latin form from all others, and the other way round: a contrastive loss (InfoNCE: van den
Oord, Li and Vinyals, 2018) on bags of letter runs (Wieting et al., 2016), followed down by AdaGrad. It takes half a
minute. --without 0 to 9 leaves a tenth of the pairs out and tells how often those find their form among 3,000.
"""

import argparse
import base64
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from itertools import chain

import numpy as np
import numpy.typing as npt

from musnad.languages.transliteration import DIMENSIONS, LONGEST_LATIN_RUN, LONGEST_RUN, letter_runs
from packing import write_table
from train_transliteration import NAMES, ROOT, Pair, read_pairs

TABLE = ROOT / "src" / "musnad" / "languages" / "ar" / "models" / "name_vectors.tsv.gz"
ROUNDS = 10
BATCH = 512
# The temperature, the share of runs left out of each name at random, the length of runs and the number of dimensions
# were chosen among two or three values each on a fifth of the training pairs, held out; none mattered by .005.
TEMPERATURE = 0.06
LEFT_OUT = 0.2
FIRST_STEP, LAST_STEP = 0.1, 0.005
LEAST_COUNT = 3  # names that hold a run
SEED = 0
ALIKE = -30.0  # what stands for the likeness of two pairs with the same Arabic name: neither form is wrong
BYTE = 127

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


class Script:
    """The names of one script as runs of letters, and the vectors of these."""

    def __init__(self, names: Sequence[str], longest: int, chance: np.random.Generator) -> None:
        held = [letter_runs(name, longest) for name in names]
        counts = Counter(chain.from_iterable(map(set, held)))
        self.runs = sorted(run for run, count in counts.items() if count >= LEAST_COUNT)
        numbers = {run: number for number, run in enumerate(self.runs)}
        unknown = len(numbers)
        found = [[numbers[run] for run in runs if run in numbers] or [unknown] for runs in held]
        self.numbers = np.array(list(chain.from_iterable(found)))
        self.starts = np.cumsum([0, *map(len, found)])
        self.vectors = chance.normal(0, 0.1, (len(numbers) + 1, DIMENSIONS)).astype(np.float32)
        self._squares = np.full((len(numbers) + 1, 1), 1e-6, dtype=np.float32)

    def gather(self, rows: Numbers, chance: np.random.Generator) -> "Gathered":
        """Return the vectors of the names in these rows, some of their runs left out by chance."""
        numbers = np.concatenate([self.numbers[self.starts[row] : self.starts[row + 1]] for row in rows])
        sizes = self.starts[rows + 1] - self.starts[rows]
        kept = (chance.random(len(numbers)) >= LEFT_OUT).astype(np.float32)[:, None]
        sums = np.add.reduceat(self.vectors[numbers] * kept, np.cumsum([0, *sizes[:-1]]), axis=0)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
        return Gathered(numbers, sizes, kept, sums / lengths, lengths)

    def step(self, gathered: "Gathered", slopes: Floats, size: float) -> None:
        """Move the vectors of the runs down the slopes of their names' unit vectors (AdaGrad)."""
        unit = gathered.unit
        slopes = (slopes - unit * (slopes * unit).sum(1, keepdims=True)) / gathered.lengths
        spread = np.repeat(slopes, gathered.sizes, axis=0) * gathered.kept
        order = np.argsort(gathered.numbers, kind="stable")
        runs, firsts = np.unique(gathered.numbers[order], return_index=True)
        summed = np.add.reduceat(spread[order], firsts, axis=0)
        self._squares[runs] += (summed * summed).mean(1, keepdims=True)
        self.vectors[runs] -= size * summed / np.sqrt(self._squares[runs])

    def packed(self) -> dict[str, bytes]:
        """Return the vector of each run in bytes; the largest number of all takes the whole range."""
        known = self.vectors[:-1]
        rounded = np.rint(known * (BYTE / np.abs(known).max())).astype(np.int8)
        return {run: row.tobytes() for run, row in zip(self.runs, rounded, strict=True)}


@dataclass(frozen=True, slots=True)
class Gathered:
    """Names of a batch: the numbers of their runs, how many each has, which count; their vectors and lengths before."""

    numbers: Numbers
    sizes: Numbers
    kept: Floats
    unit: Floats
    lengths: Floats


def main() -> int:
    """Return 0 once the vectors are trained and, where asked, written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    parser.add_argument("--without", type=int, help="the tenth of the pairs that is left out and asked after")
    asked = parser.parse_args()
    pairs = sorted({(arabic[:-1], latin[:-1]) for arabic, latin in read_pairs(NAMES)})
    apart = [pair for pair in pairs if _tenth(pair) == asked.without]
    arabic, latin = train([pair for pair in pairs if _tenth(pair) != asked.without])
    if apart:
        print(f"held out: {first_of_all(apart, arabic, latin):.3f} of {len(apart)} come first among 3,000")
    if asked.write:
        write_table(TABLE, [*_lines("ar", arabic), *_lines("la", latin)])
    return 0


def _tenth(pair: Pair) -> int:
    return md5("".join(pair).encode(), usedforsecurity=False).digest()[0] % 10


def _lines(script: str, runs: dict[str, bytes]) -> list[str]:
    return [f"{script}\t{run}\t{base64.b64encode(vector).decode()}" for run, vector in runs.items()]


def train(pairs: list[Pair]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the vectors of the runs of Arabic and of Latin letters."""
    chance = np.random.default_rng(SEED)
    names = np.array([arabic for arabic, _ in pairs])
    arabic = Script([arabic for arabic, _ in pairs], LONGEST_RUN, chance)
    latin = Script([latin for _, latin in pairs], LONGEST_LATIN_RUN, chance)
    print(f"{len(pairs)} pairs, runs of letters: {len(arabic.runs)} Arabic, {len(latin.runs)} Latin")
    for number in range(ROUNDS):
        order = chance.permutation(len(pairs))
        size = FIRST_STEP * (1 - number / ROUNDS) + LAST_STEP
        losses = []
        for at in range(0, len(order) - BATCH + 1, BATCH):
            rows = order[at : at + BATCH]
            left, right = arabic.gather(rows, chance), latin.gather(rows, chance)
            loss, slopes = _contrast(left.unit @ right.unit.T, names[rows])
            losses.append(loss)
            arabic.step(left, slopes @ right.unit, size)
            latin.step(right, slopes.T @ left.unit, size)
        print(f"round {number + 1}: loss {np.mean(losses):.4f}")
    return arabic.packed(), latin.packed()


def _contrast(likeness: Floats, names: npt.NDArray[np.str_]) -> tuple[float, Floats]:
    """Return the loss of a batch whose pairs lie on the diagonal, and its slopes."""
    scaled = likeness / np.float32(TEMPERATURE)
    same = (names[:, None] == names[None]) & ~np.eye(len(names), dtype=bool)
    scaled[same] = ALIKE
    across, down = _shares(scaled, 1), _shares(scaled, 0)
    slopes: Floats = (across + down - 2 * np.eye(len(names), dtype=np.float32)) / np.float32(TEMPERATURE)
    return float(-np.log(across.diagonal() + 1e-9).mean()), slopes


def _shares(scaled: Floats, axis: int) -> Floats:
    powers: Floats = np.exp(scaled - scaled.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def first_of_all(pairs: list[Pair], arabic: dict[str, bytes], latin: dict[str, bytes]) -> float:
    """Return the share of the pairs whose Latin form is the nearest among 3,000."""
    random.Random(SEED).shuffle(pairs)
    forms = [latin for _, latin in pairs[:3000]]
    left = _units([letter_runs(name, LONGEST_RUN) for name, _ in pairs[:3000]], arabic)
    right = _units([letter_runs(form, LONGEST_LATIN_RUN) for form in forms], latin)
    nearest = (left @ right.T).argmax(1)
    return sum(forms[place] == form for place, form in zip(nearest, forms, strict=True)) / len(forms)


def _units(names: list[list[str]], runs: dict[str, bytes]) -> Floats:
    known = {run: np.frombuffer(vector, dtype=np.int8).astype(np.float32) for run, vector in runs.items()}
    sums = np.array([sum((known[run] for run in name if run in known), np.zeros(DIMENSIONS)) for name in names])
    units: Floats = (sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return units


if __name__ == "__main__":
    sys.exit(main())
