"""Finds in a text the tokens that may be forms of some keys, so that only those need be analysed."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

from musnad.languages.analysis import FormLetters
from musnad.text import fold_word

_FindTokens: TypeAlias = Callable[[str, int, int], Iterator[re.Match[str]]]

# Letters and digits outside these may fold to anything: tokens with such ones are always looked at.
_UNUSUAL = r"[^\x00-\x7f\xa0\xab\xbb\u0600-\u06ff\u2000-\u2064]"
_unusual = re.compile(_UNUSUAL)
_blank = re.compile(r"\s")
# Between two letters of a form stand its other letters and its vowel signs; the bound keeps long strings cheap.
_MOST_BETWEEN = 64


class FormFinder:
    """Finds the tokens of texts that may be forms of keys, by the letters that each form has; some are none."""

    def __init__(self, letters: Iterable[FormLetters], find_tokens: _FindTokens) -> None:
        kinds = dict.fromkeys(letters)
        runs = dict.fromkeys(kind.steady for kind in kinds)
        self._foreign = tuple(dict.fromkeys(kind.foreign for kind in kinds))
        self._find_tokens = find_tokens
        self._all = "" in runs  # a word of vowels alone
        written = "|".join(_in_order(run) for run in runs if run) or "(?!)"
        self._usual = re.compile(written, re.IGNORECASE)
        self._any = re.compile(f"{written}|{_UNUSUAL}", re.IGNORECASE)

    def find_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the tokens of `text` that may be forms of the keys, in order, each as the match that found it."""
        for token in self._find_tokens(text, 0, len(text)) if self._all else self._near_letters(text):
            raw = token.group()
            # A token of several parts may have any letter beside those of a form.
            if not raw.isalpha() or any(foreign.isdisjoint(raw) for foreign in self._foreign):
                yield token

    def _near_letters(self, text: str) -> Iterator[re.Match[str]]:
        search = (self._any if _unusual.search(text) else self._usual).search
        at = 0
        while (found := search(text, at)) is not None:
            # No token has a blank in it: those between two blanks are the same as in the whole text.
            start = max(text.rfind(" ", at, found.start()), text.rfind("\n", at, found.start())) + 1 or at
            blank = _blank.search(text, found.end())
            end = blank.start() if blank else len(text)
            yield from self._find_tokens(text, start, end)
            at = end


def _in_order(letters: str) -> str:
    """Return the expression for the letters in this order within a string without blanks, others between them."""
    between = (f"[^\\s{written}]{{0,{_MOST_BETWEEN}}}[{written}]" for written in map(_spellings, letters[1:]))
    return f"[{_spellings(letters[0])}]{''.join(between)}"


def _spellings(letter: str) -> str:
    """Return the characters that fold to a letter or digit, as a set of an expression has them."""
    return re.escape("".join((letter, *_folding_to().get(letter, ()))))


@cache
def _folding_to() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for character in map(chr, range(0x600, 0x700)):
        folded = fold_word(character)
        if folded and folded != character:
            found[folded] = (*found.get(folded, ()), character)
    return found
