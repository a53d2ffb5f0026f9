"""Cuts the clitics off Arabic words with a character CRF: وبالعراق -> و ب العراق."""

from functools import lru_cache

from musnad.languages.clitic_scores import WINDOW, CutScores
from musnad.languages.crf_file import read_crf

_MARKS = {ord(mark): None for mark in map(chr, range(0x064B, 0x0660))} | {0x0670: None, 0x0640: None}
_CACHED_WORDS = 25_000  # those with clitics among the 60,000 words that mentions keep
_PROCLITICS = frozenset("وفبكلس")


def strip_marks(word: str) -> str:
    """Return the word without vowel signs and other marks that carry no spelling."""
    return word.translate(_MARKS)


@lru_cache(maxsize=4096)
def _at_offsets(letter: str) -> tuple[str, ...]:
    """Return what a letter is called at each place of the window, from the farthest before to the farthest after."""
    return tuple(f"{offset}{letter}" for offset in range(-WINDOW, WINDOW + 1))


def letter_features(word: str) -> list[list[str]]:
    """Return the features of each letter: its neighbours, the word's edges and the affixes that it may belong to."""
    padded = "^" * WINDOW + word + "$" * WINDOW
    size = len(word)
    head, tail = padded[WINDOW : WINDOW + 4], word[-4:]
    whole = f"w{word}" if size < 7 else "w"
    length = f"Z{min(size, 9)}"
    named = [_at_offsets(letter) for letter in padded]
    features = []
    for place in range(size):
        centre = place + WINDOW
        left = size - place
        letters = [named[place + offset][offset] for offset in range(2 * WINDOW + 1)]
        letters += [
            "b" + padded[centre - 1 : centre + 1],
            "n" + padded[centre : centre + 2],
            "t" + padded[centre - 1 : centre + 2],
            "l" + padded[centre - 2 : centre + 1],
            "r" + padded[centre : centre + 3],
            "L" + padded[centre - 3 : centre + 1],
            "R" + padded[centre : centre + 4],
            "F" + padded[centre : centre + 5],
            f"p{place if place < 5 else 5}",
            f"e{left if left < 5 else 5}",
            f"P{place if place < 3 else 3}{head}",
            f"E{left if left < 4 else 4}{tail}",
            "S" + word[:place] if place < 4 else "S",
            "T" + word[place:] if left < 4 else "T",
            whole,
            f"{length}{place if place < 4 else 4}",
        ]
        features.append(letters)
    return features


class CliticSegmenter:
    """Cuts words with the trained weights; every word type is cut once and remembered."""

    def __init__(self, weights: bytes) -> None:
        self._starts = CutScores(read_crf(weights, "clitics.crfsuite")).starts
        self.cut = lru_cache(maxsize=_CACHED_WORDS)(self._cut)
        self._cut_stem = lru_cache(maxsize=_CACHED_WORDS)(self._stem)

    def _cut(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 or not word.isalpha() or word.isascii():
            return (word,)
        starts = self._starts(word)
        if len(starts) == 1:
            return (word,)
        return tuple(word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True))

    def stem(self, word: str) -> tuple[str, str]:
        """Return a folded word without the clitics before it, and these; للعراق gives (العراق, ل)."""
        # Of most words, whatever the weights cut, nothing goes from the front: they are not kept.
        return self._cut_stem(word) if word[0] in _PROCLITICS else (word, "")

    def _stem(self, word: str) -> tuple[str, str]:
        segments = self.cut(word)
        place = 0
        while place < len(segments) - 1 and segments[place] in _PROCLITICS:
            place += 1
        stem = "".join(segments[place:])
        if place and segments[place - 1] == "ل" and stem.startswith("ل") and len(stem) > 3:
            stem = "ا" + stem
        return stem, "".join(segments[:place])


@lru_cache(maxsize=4)
def load_segmenter(weights: bytes) -> CliticSegmenter:
    """Return the segmenter with these weights: one for all who ask, so that a word read is not cut again for search."""
    return CliticSegmenter(weights)
