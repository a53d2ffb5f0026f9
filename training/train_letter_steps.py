"""Trains the weights of the steps by which a Latin name is aligned with an Arabic one, to tell it from its likes.

usage: training/train_letter_steps.py [--write]

Needs ../shared/data/names (CC0) and name_vectors.tsv.gz. A log-linear model of all alignments (as the joint n-grams of
Li, Zhang and Su, 2004, but trained to discriminate, with one letter beside the step as context). It begins with the
log probabilities of train_transliteration.py. Each Arabic name must then give its form more weight than the names that
the vectors put nearest among 3,000 others. The weights are hashed into one table (Weinberger et al., 2009). It takes
some ten minutes of one processor; `python benchmarks/entities.py` measures the result.
"""

import argparse
import gzip
import random
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musnad.entities.letter_steps import letter_keys, step_numbers, step_powers, sum_forward
from musnad.entities.name_vectors import vector_of, vectors_of_latin
from musnad.languages import LANGUAGES
from musnad.languages.transliteration import END, STEPS, TABLE_BITS
from train_transliteration import NAMES, ROOT, Pair, read_pairs, score_chunks
from train_transliteration import train as align

TABLE = ROOT / "src" / "musnad" / "languages" / "ar" / "models" / "letter_steps.bin.gz"
ROUNDS = 3
BATCH = 48
OTHERS = 7  # wrong names a pair is told from
NEAREST = 14  # those are drawn from
POOL = 3000
UNSEEN = -6.0  # a step that the first alignment never took
RATE = 0.1
PULL = 0.003  # back to the first weights
LEAST_SHARE = 1e-3  # of an alignment that a step must have to be learned from
# A pair that has less chance among its likes is no spelling at all (4 % of the pairs): nothing is learned from it.
LEAST_CHANCE = 1e-3
LONGEST_LATIN_NAME = 18
SEED = 0

Floats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


class Model:
    """The weights, with the squares of their slopes (AdaGrad)."""

    def __init__(self, scores: dict[Pair, float]) -> None:
        self.weights = np.zeros(1 << TABLE_BITS, dtype=np.float32)
        self.bases = np.full(len(STEPS), UNSEEN, dtype=np.float32)
        for (arabic, latin), score in scores.items():
            chunk = (arabic.removesuffix(END), latin.removesuffix(END))
            if (len(chunk[0]), len(chunk[1])) in STEPS:
                key = letter_keys([chunk[0]], latin=False)[0, len(chunk[0]), 0, 0]
                self.weights[key ^ letter_keys([chunk[1]], latin=True)[0, len(chunk[1]), 0, 0]] = score - UNSEEN
        self._first = self.weights.copy()
        self._squares = np.ones_like(self.weights)
        self._base_squares = np.ones(len(STEPS))

    def learn(self, batch: list[tuple[str, list[str]]]) -> float:
        """Learn from Arabic names of one length, each with its form and then others; return the forms' mean loss."""
        names = [name for name, forms in batch for _ in forms]
        latin = [form for _, forms in batch for form in forms]
        firsts = np.cumsum([0, *(len(forms) for _, forms in batch)])[:-1]
        owner = np.repeat(np.arange(len(batch)), [len(forms) for _, forms in batch])
        lengths = np.array([len(form) for form in latin])
        numbers = step_numbers(letter_keys(names, latin=False), letter_keys(latin, latin=True))
        powers = step_powers(numbers, self.weights, self.bases)
        before, behind = sum_forward(powers)
        sums = np.maximum(behind[-1][np.arange(len(latin)), lengths], 1e-300)
        highest = np.maximum.reduceat(np.log(sums), firsts)[owner]
        chances = np.exp(np.log(sums) - highest)
        chances /= np.add.reduceat(chances, firsts)[owner]
        wanted = np.zeros(len(latin))
        wanted[firsts] = 1
        push = np.where((chances[firsts] > LEAST_CHANCE)[owner], wanted - chances, 0.0)
        shares = _shares((before, behind), powers, lengths, push / sums)
        self._move(numbers, shares)
        return float(-np.log(np.maximum(chances[firsts], 1e-12)).mean())

    def _move(self, numbers: npt.NDArray[np.uint32], shares: Floats) -> None:
        learned = np.abs(shares) > LEAST_SHARE
        places = numbers[:, learned]
        slopes = np.bincount(places.ravel(), weights=np.tile(shares[learned], len(places)), minlength=len(self.weights))
        moved = np.flatnonzero(slopes)
        slope = slopes[moved] - PULL * (self.weights[moved] - self._first[moved])
        self._squares[moved] += slope * slope
        self.weights[moved] += RATE * slope / np.sqrt(self._squares[moved])
        base = shares.sum(axis=(0, 2, 3))
        self._base_squares += base * base
        self.bases += (RATE * base / np.sqrt(self._base_squares)).astype(np.float32)


def _shares(forward: tuple[Floats, Floats], powers: Floats, lengths: Places, push: Floats) -> Floats:
    """Return how much of all alignments goes through each step, times the push on its row (forward-backward)."""
    shares = np.zeros_like(powers)
    before, behind = np.zeros_like(forward[0]), np.zeros_like(forward[0])
    behind[-1][np.arange(len(lengths)), lengths] = push
    last, width = len(before) - 1, before.shape[2]
    for at in range(last, -1, -1):
        for step, (taken, letters) in sorted(enumerate(STEPS), key=lambda numbered: -numbered[1][0]):
            if at + taken > last or letters >= width:
                continue
            rest = width - letters
            # Steps that take letters begin behind what was put in, those that put Latin letters in begin before it.
            here, there = (behind[at], before[at + taken]) if taken else (before[at], behind[at])
            passed = powers[at, step, :, :rest] * there[:, letters:]
            here[:, :rest] += passed
            shares[at, step, :, :rest] = (forward[1] if taken else forward[0])[at][:, :rest] * passed
        before[at] += behind[at]
    return shares


def main() -> int:
    """Return 0 once the weights are trained and, where asked, written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    asked = parser.parse_args()
    pairs = sorted(set(read_pairs(NAMES)))
    model = Model(score_chunks(align(pairs)))
    chance = random.Random(SEED)
    bare = [(arabic[:-1], latin[:-1]) for arabic, latin in pairs if len(latin) <= LONGEST_LATIN_NAME]
    for number in range(ROUNDS):
        others = find_others(bare, number)
        by_length: dict[int, list[tuple[str, list[str]]]] = defaultdict(list)
        for arabic, latin in chance.sample(bare, len(bare)):
            near = others[arabic]
            forms = [latin, *chance.sample(near, min(OTHERS, len(near)))]
            by_length[len(arabic)].append((arabic, forms))
        batches = [alike[at : at + BATCH] for alike in by_length.values() for at in range(0, len(alike), BATCH)]
        losses = [model.learn(batch) for batch in chance.sample(batches, len(batches))]
        print(f"round {number + 1}: loss {np.mean(losses):.4f}, {np.count_nonzero(model.weights)} weights", flush=True)
        if asked.write:
            write_weights(TABLE, model)
    return 0


def find_others(pairs: list[Pair], seed: int) -> dict[str, list[str]]:
    """Return for each Arabic name the nearest Latin names, among 3,000 by chance, that are no forms of it."""
    language = LANGUAGES["ar"]
    forms: dict[str, set[str]] = defaultdict(set)
    for arabic, latin in pairs:
        forms[arabic].add(latin)
    chance = np.random.default_rng(seed)
    names, latin = sorted(forms), sorted({latin for _, latin in pairs})
    pools = np.array_split(chance.permutation(len(latin)), max(1, len(latin) // POOL))
    asked = np.array_split(chance.permutation(len(names)), len(pools))
    found: dict[str, list[str]] = {}
    for pool, rows in zip(pools, asked, strict=True):
        vectors = vectors_of_latin([latin[place] for place in pool], language)
        likeness = np.array([vector_of(names[row], language) for row in rows]) @ vectors.T
        for row, nearest in zip(rows, np.argsort(-likeness, axis=1)[:, : 2 * NEAREST], strict=True):
            near = [latin[pool[place]] for place in nearest]
            found[names[row]] = [name for name in near if name not in forms[names[row]]][:NEAREST]
    return found


def write_weights(path: Path, model: Model) -> None:
    """Write the unit of the weights and the bases in a line, then a signed byte for each weight."""
    unit = float(np.abs(model.weights).max()) / 127
    head = "\t".join(f"{number:.6f}" for number in (unit, *model.bases.tolist()))
    rounded = np.rint(model.weights / unit).astype(np.int8)
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as packed:
        packed.write(head.encode() + b"\n" + rounded.tobytes())
    print(f"{path.name}: {np.count_nonzero(rounded)} weights, {path.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    sys.exit(main())
