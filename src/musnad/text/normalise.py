"""Folds the spelling variants of Arabic and Latin script away while every character keeps its source offset."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ؤ": "و",
    "ئ": "ي",
}
_DIGITS = {chr(start + n): str(n) for start in (0x0660, 0x06F0) for n in range(10)}
_QUOTES = dict.fromkeys("«»“”„‟″〝〞❝❞＂", '"')
_SPACES = dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u3000\t", " ")
_FOLDED = _LETTERS | _DIGITS | _QUOTES | _SPACES | {"٫": ".", "٬": ",", "ـ": ""}

# Marks that carry no spelling: tashkeel, Koranic signs, zero-width joiners and bidirectional controls.
INVISIBLE = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)


_LONGEST_KEPT = 200  # characters: longer strings are no words, and to keep them would fill the memory
# What 2,500 pages of news have of different words: a cache that fills later makes memory grow for longer, and to fold
# the tenth of the words that it does not hold costs next to nothing.
CACHED_WORDS = 60_000


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded `text`, and for each of its characters the offset of the source character it came from.

    `offsets` has one entry more than `text`: the source's length, so that ends map as well as starts.
    """

    text: str
    offsets: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open source offsets that the folded stretch [start, end) came from."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is not a stretch of a text of {len(self.text)} characters")
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return what one character folds to: nothing for a mark, a bare letter, an ASCII digit or quotation mark."""
    folded = _FOLDED.get(character)
    if folded is not None:
        return folded
    if unicodedata.category(character) in {"Mn", "Cf"}:
        return ""
    plain = unicodedata.normalize("NFKC", character) if "\ufb50" <= character <= "\ufefc" else character
    if plain != character:
        return "".join(map(fold_character, plain))
    return character.lower()


def fold_text(text: str) -> FoldedText:
    """Return the folded text with the source offset of every character of it."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for folded in fold_character(character):
            characters.append(folded)
            offsets.append(offset)
    offsets.append(len(text))
    return FoldedText("".join(characters), tuple(offsets))


def fold_word(word: str) -> str:
    """Return a word's folded spelling, the key under which lexicons hold it."""
    return _fold(word) if len(word) <= _LONGEST_KEPT else "".join(map(fold_character, word))


def fold_words(line: str) -> str:
    """Return the folded words of a line, joined by single blanks."""
    return " ".join(map(_fold if len(line) <= _LONGEST_KEPT else fold_word, line.split()))


@lru_cache(maxsize=CACHED_WORDS)
def _fold(word: str) -> str:
    return "".join(map(fold_character, word))
