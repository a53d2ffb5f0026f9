"""Picks the few shingles by which a text is found again: winnowing, Schleimer, Wilkerson and Aiken, SIGMOD 2003."""

from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

SHINGLE = 4
"""Words in a shingle."""
WINDOW = 7
"""Shingles in a window: every run of SHINGLE + WINDOW - 1 = 10 words that two texts share yields a fingerprint."""

_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64
)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)


@lru_cache(maxsize=1 << 17)
def word_hash(word: str) -> int:
    """Return the 64-bit hash of a folded word: the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingle_hashes(words: Hashes) -> Hashes:
    """Return a 64-bit hash for each run of four words, in order; empty for a text of fewer."""
    count = len(words) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed: Hashes = words[:count] * _MULTIPLIERS[0]
    for offset in range(1, SHINGLE):
        mixed += words[offset : offset + count] * _MULTIPLIERS[offset]
    mixed ^= mixed >> _HALF
    mixed *= _MIX
    mixed ^= mixed >> _HALF
    return mixed


def fingerprint_positions(shingles: Hashes) -> npt.NDArray[np.intp]:
    """Return the ascending positions of the smallest shingle of every window; of the whole text if it is shorter."""
    if len(shingles) == 0:
        return np.empty(0, dtype=np.intp)
    if len(shingles) <= WINDOW:
        return np.array([int(np.argmin(shingles))])
    windows = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW)
    picked = windows.argmin(axis=1) + np.arange(len(windows))
    return np.unique(picked)
