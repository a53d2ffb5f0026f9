"""Weighs how two names spell each other: the sum over all alignments, whose steps know the letters beside them."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from musnad.languages import Language
from musnad.languages.transliteration import STEPS, TABLE_BITS

Keys = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]
Powers = npt.NDArray[np.float64]
_TAKEN = np.array([taken for taken, _ in STEPS])
_LETTERS = np.array([letters for _, letters in STEPS])
_ALONE, _BEFORE, _BEHIND = range(3)
# What a weight knows: the letters on both sides, and at most one neighbour, of one side.
_SIDES = np.array([(_ALONE, _ALONE), (_ALONE, _BEFORE), (_ALONE, _BEHIND), (_BEFORE, _ALONE), (_BEHIND, _ALONE)])
_MASK = np.uint64((1 << TABLE_BITS) - 1)
_LEAST = 1e-300


def letter_keys(names: Sequence[str], *, latin: bool) -> Keys:
    """Return the keys of the runs of letters by (neighbour, letters, name, first letter); a name's end is a letter."""
    longest = int((_LETTERS if latin else _TAKEN).max())
    width = max(map(len, names), default=0)
    letters = np.zeros((len(names), width + longest + 2), dtype=np.uint64)
    for row, name in enumerate(names):
        letters[row, 1 : len(name) + 1] = [ord(letter) for letter in name]
    keys = np.empty((3, longest + 1, len(names), width + 1), dtype=np.uint32)
    run = np.zeros((len(names), width + 1), dtype=np.uint64)
    for size in range(longest + 1):
        if size:
            run = (run << np.uint64(16)) | letters[:, size : size + width + 1]
        beside = (None, letters[:, : width + 1], letters[:, size + 1 : size + width + 2])
        for which, neighbour in enumerate(beside):
            salt = np.uint64(1 + size + 4 * which + 12 * latin)
            told = run if neighbour is None else run | (neighbour << np.uint64(48))
            keys[which, size] = (_mixed(_mixed(told) + salt) & _MASK).astype(np.uint32)
    return keys


def _mixed(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return each number with its bits mixed (the finaliser of SplitMix64: Steele, Lea and Flood, 2014)."""
    mixed = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def step_numbers(keys: Keys, latin_keys: Keys) -> Numbers:
    """Return the weights' numbers by (what they know, letters taken, step, row, Latin letters taken)."""
    left = keys[_SIDES[:, :1], _TAKEN[None]]
    right = latin_keys[_SIDES[:, 1:], _LETTERS[None]]
    numbers: Numbers = left.transpose(0, 3, 1, 2)[..., None] ^ right[:, None]
    return numbers


def step_powers(numbers: Numbers, weights: Weights, bases: Weights) -> Powers:
    """Return the power of each step: e to the sum of its weights."""
    summed = weights[numbers].sum(axis=0, dtype=np.float64)
    powers: Powers = np.exp(summed + bases[:, None, None])
    return powers


def sum_forward(powers: Powers) -> tuple[Powers, Powers]:
    """Return the sums over all alignments up to each cell (letters taken, row, Latin letters taken).

    The first holds them before letters that only the Latin name has are put in, which is done once a cell at most.
    """
    before = np.zeros((powers.shape[0], powers.shape[2], powers.shape[3]))
    behind = np.zeros_like(before)
    before[0, :, 0] = 1
    width = before.shape[2]
    for at in range(len(before)):
        behind[at] = before[at]
        for step, (taken, letters) in enumerate(STEPS):
            if at + taken < len(before) and letters < width:
                here, there = (behind[at], before[at + taken]) if taken else (before[at], behind[at])
                there[:, letters:] += here[:, : width - letters] * powers[at, step, :, : width - letters]
    return before, behind


def weigh(name: str, latin_keys: Keys, lengths: npt.NDArray[np.int64], language: Language) -> Weights:
    """Return the logarithm of the sum over all alignments of a folded name with each Latin one."""
    weights, bases = _loaded(language)
    numbers = step_numbers(letter_keys([name], latin=False), latin_keys)
    sums = sum_forward(step_powers(numbers, weights, bases))[1][-1]
    logs: Weights = np.log(np.maximum(sums[np.arange(len(lengths)), lengths], _LEAST)).astype(np.float32)
    return logs


@lru_cache(maxsize=4)
def _loaded(language: Language) -> tuple[Weights, Weights]:
    steps = language.transliteration.steps
    weights = np.frombuffer(steps.weights, dtype=np.int8).astype(np.float32) * np.float32(steps.unit)
    return weights, np.array(steps.bases, dtype=np.float32)
