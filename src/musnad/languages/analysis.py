"""What a language pack tells search of a word: the key that all its inflected forms share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FormLetters:
    """Which letters a form of a key has: those of `steady`, in this order, and none of `foreign`."""

    steady: str
    foreign: frozenset[str] = frozenset()


class WordAnalyser(Protocol):
    """What joins the inflected forms of a language's words under keys. All words are folded letters."""

    @property
    def known_words(self) -> Sequence[str]:
        """Return common words of the language, the commonest first: what a misspelled word may have been."""

    def key_of(self, word: str) -> str | None:
        """Return the key under which to look for a word, or None for a function word."""

    def keys_of(self, word: str) -> tuple[str, ...]:
        """Return every key under which a word of a text is found, that of `key_of` included; none for function words.

        There are several where a form has several readings: كتاب is a book, and writers.
        """

    def weight_of(self, key: str) -> int:
        """Return how much a match of the key says, from 0 for the commonest words to 16 for the rarest."""

    def letters_of(self, key: str) -> tuple[FormLetters, ...]:
        """Return what letters the forms have that `keys_of` gives the key: each has those of one of these."""
