"""Tells how likely two words are spellings of one name, within a script and across two."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from musnad.entities.skeletons import skeletons
from musnad.entities.transliteration import transliteration_score
from musnad.languages import Language
from musnad.languages.naming_grammar import NamingGrammar
from musnad.text import fold_latin

# What it costs to turn one spelling into another, in letters. A foreign g is غ, ج, ك or ق, and its vowels come and go.
_CONFUSED = 0.3
_VOWEL = 0.35
_LETTER = 1.0
# How much of the likeness a cost of one a letter takes: الشمري and الشمراني (0.27) must come out below LIKELY.
_STEEPNESS = 1.6
_SHORTEST = 4
_SETTLED_NAME = 3
"""Wikidata's names with this word, in steps of the logarithm, from which on the word is a name of its own."""
# A transliteration's log score a letter: at the first it is as good as the same word, at the second no longer likely.
# Of right pairs of the training names nine in ten are better than the second, of random ones one in 2,000.
_SURE_SCORE = -0.5
_LEAST_SCORE = -1.7
LIKELY = 0.7
"""Likeness from which on two words count as spellings of one name."""


def word_likeness(left: str, right: str, language: Language) -> float:
    """Return from 0 to 1 how likely two folded words without article are one name; 1 only for equal ones."""
    if left == right:
        return 1.0
    one, other = _spelt(left, language), _spelt(right, language)
    if one.has_blank != other.has_blank:
        return 0.0
    if not one.is_latin and not other.is_latin:
        if not (one.is_weighable and other.is_weighable) or (one.is_settled and other.is_settled):
            return 0.0
        if Levenshtein.distance(one.bones, other.bones, score_cutoff=1) > 1:
            return 0.0  # two consonants of other classes: no need to weigh every letter
    return _likeness(min(left, right), max(left, right), language)


class _Spelt(NamedTuple):
    """What of a word tells most pairs of words apart, before their letters are weighed.

    `is_settled`: a name of its own; حسن and حسين differ in one vowel and are two names. `is_weighable`: long enough,
    and no servant's name; عبدالله and عبدالإله are two.
    """

    is_latin: bool
    has_blank: bool
    is_settled: bool
    is_weighable: bool
    bones: str


@lru_cache(maxsize=200_000)
def _spelt(word: str, language: Language) -> _Spelt:
    return _Spelt(
        bool(fold_latin(word)),
        " " in word,
        int(language.tagger_models.tables.name_words.get(word, 0)) >= _SETTLED_NAME,
        len(word) >= _SHORTEST and not word.startswith(tuple(language.naming_grammar.servant)),
        skeletons(word, language)[0],
    )


@lru_cache(maxsize=200_000)
def _likeness(left: str, right: str, language: Language) -> float:
    left_latin, right_latin = _spelt(left, language).is_latin, _spelt(right, language).is_latin
    if left_latin != right_latin:
        arabic, latin = (right, left) if left_latin else (left, right)
        return _across(arabic, latin, language)
    return _from_cost(_distance(left, right, _LATIN if left_latin else language.naming_grammar), left, right)


def _across(arabic: str, latin: str, language: Language) -> float:
    grammar = language.naming_grammar
    arabic, latin = arabic.removeprefix(grammar.kunya + " "), latin.split(" ")[-1]
    score = transliteration_score(arabic.replace(" ", ""), latin, language)
    if score >= _SURE_SCORE:
        return 0.98
    return max(0.0, 0.98 - (1 - LIKELY) * (_SURE_SCORE - score) / (_SURE_SCORE - _LEAST_SCORE))


def _from_cost(cost: float, left: str, right: str) -> float:
    share = cost / min(len(left), len(right))
    return max(0.0, 0.98 * (1 - _STEEPNESS * share))


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters that may be left out, and for each letter those that may be taken for it."""

    vowels: frozenset[str]
    confusable: Mapping[str, frozenset[str]]


_LATIN = _Letters(
    frozenset("aeiouyhw'"),
    {letter: frozenset(group) for group in ("kqc", "sz", "td", "gj", "bp", "fv") for letter in group},
)


def _distance(left: str, right: str, letters: NamingGrammar | _Letters) -> float:
    """Return the weighted edit distance (Wagner and Fischer, 1974)."""
    vowels, confusable = letters.vowels, letters.confusable
    row = [0.0]
    for letter in right:
        row.append(row[-1] + (_VOWEL if letter in vowels else _LETTER))
    for at, letter in enumerate(left):
        dropped = _VOWEL if letter in vowels or (at and left[at - 1] == letter) else _LETTER
        above, row = row, [row[0] + dropped]
        for place, other in enumerate(right):
            added = _VOWEL if other in vowels or (place and right[place - 1] == other) else _LETTER
            if letter == other:
                swapped = 0.0
            elif other in confusable.get(letter, ()) or (letter in vowels and other in vowels):
                swapped = _CONFUSED
            else:
                swapped = _LETTER
            row.append(min(above[place + 1] + dropped, row[place] + added, above[place] + swapped))
    return row[-1]
