"""Aligns two texts word by word: the runs they share, joined into passages across small edits."""

import itertools
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein

from musnad.copies.fingerprints import Hashes
from musnad.copies.texts import CopyText

SEED = 4
"""Words that a run must share before it is looked at."""
LONGEST_GAP = 12
"""Words of edits, on the longer side, across which two runs are still one passage (an inserted clause)."""
_MOST_SEEDS = 16  # Positions of one shingle in one text that are tried: a refrain needs no more.


@dataclass(frozen=True, slots=True)
class Run:
    """Words [left, left + length) of one text that equal [right, right + length) of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """One passage: words [left, left_end) against [right, right_end), `matched` of them equal, `edits` apart.

    `edits` is the Levenshtein distance in words between the two sides; `longest` the longest run without an edit.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    matched: int
    edits: int
    longest: int
    runs: tuple[Run, ...]


def align(left: CopyText, right: CopyText) -> tuple[Alignment, ...]:
    """Return the passages that two texts share, in the order of the left text; no word is in two of them.

    Greedy string tiling (Wise, 1993) over runs of four words and more, longest first; near runs join.
    """
    tiles = _tiles(_runs(left.shingles, right.shingles), len(left), len(right))
    return tuple(_passage(left.hashes, right.hashes, chain) for chain in _chains(tiles))


def _runs(left: Hashes, right: Hashes) -> list[Run]:
    """Return every maximal run of equal words, by the shingles that the texts share: a stretch of one diagonal."""
    order = right.argsort(kind="stable")
    ascending = right[order]
    begins = ascending.searchsorted(left)
    # Most shingles of most pairs are in one text alone: only the others are looked up again.
    found = (ascending.take(begins, mode="clip") == left).nonzero()[0] if len(right) else begins[:0]
    if not len(found):
        return []
    begins = begins[found]
    counts = np.minimum(ascending.searchsorted(left[found], side="right") - begins, _MOST_SEEDS)
    at = found.repeat(counts)
    within = np.arange(len(at)) - (counts.cumsum() - counts).repeat(counts)
    other = order[begins.repeat(counts) + within]
    along = np.lexsort((at, other - at))
    at, other = at[along], other[along]
    breaks = ((at[1:] - at[:-1] != 1) | (other[1:] - other[:-1] != 1)).nonzero()[0] + 1
    starts = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((starts, [len(at)]))) + SEED - 1
    return [Run(*run) for run in zip(at[starts].tolist(), other[starts].tolist(), lengths.tolist(), strict=True)]


def _tiles(runs: list[Run], left_length: int, right_length: int) -> list[Run]:
    """Return runs of which no two share a word on either side, the longest kept; ordered by the left text."""
    runs = sorted(runs, key=lambda run: (-run.length, run.left, run.right))
    left_taken = bytearray(left_length)
    right_taken = bytearray(right_length)
    tiles: list[Run] = []
    for run in runs:
        begin, end = run.left, run.left + run.length
        shift = run.right - run.left
        while begin < end and (left_taken[begin] or right_taken[begin + shift]):
            begin += 1
        while end > begin and (left_taken[end - 1] or right_taken[end - 1 + shift]):
            end -= 1
        if end - begin < SEED or any(left_taken[begin:end]) or any(right_taken[begin + shift : end + shift]):
            continue
        left_taken[begin:end] = b"\1" * (end - begin)
        right_taken[begin + shift : end + shift] = b"\1" * (end - begin)
        tiles.append(Run(begin, begin + shift, end - begin))
    return sorted(tiles, key=lambda run: run.left)


def _chains(tiles: list[Run]) -> list[list[Run]]:
    """Return the tiles grouped into passages: neighbours in both texts with few words between them."""
    chains: list[list[Run]] = []
    for tile in tiles:
        if chains and _adjoins(chains[-1][-1], tile):
            chains[-1].append(tile)
        else:
            chains.append([tile])
    return chains


def _adjoins(before: Run, after: Run) -> bool:
    left_gap = after.left - before.left - before.length
    right_gap = after.right - before.right - before.length
    return right_gap >= 0 and max(left_gap, right_gap) <= LONGEST_GAP


def _passage(first: Hashes, second: Hashes, runs: list[Run]) -> Alignment:
    start, last = runs[0], runs[-1]
    left_end, right_end = last.left + last.length, last.right + last.length
    edits = 0
    for before, after in itertools.pairwise(runs):
        gap = first[before.left + before.length : after.left]
        other = second[before.right + before.length : after.right]
        edits += Levenshtein.distance(gap.tolist(), other.tolist())
    return Alignment(
        start.left,
        left_end,
        start.right,
        right_end,
        matched=sum(run.length for run in runs),
        edits=edits,
        longest=max(run.length for run in runs),
        runs=tuple(runs),
    )
