"""Tells which language a text is written in, by its script, its letters and its commonest words."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

UNKNOWN = "und"

_SCRIPTS = {
    "arab": re.compile(
        "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]"
    ),
    "latn": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]"),
    "cyrl": re.compile("[\u0400-\u0481\u048a-\u052f]"),
    "hebr": re.compile("[\u05d0-\u05ea]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)[\u0621-\u064a]{2,}")
_SAMPLE_CHARACTERS = 6_000
_FEWEST_LETTERS = 20
_LONGEST_KEPT = 100  # letters of a word that is kept with what it tells
# A language's function words make a quarter to a half of its running text; headlines hold fewer.
_LEAST_EVIDENCE = 0.06
_LEAST_LEAD = 1.15


class _Word(NamedTuple):
    """What a word tells by itself: its script, if one that is known, the letters in it that mark a language."""

    script: str
    marking: tuple[str, ...]
    has_article: bool


@dataclass(frozen=True, slots=True)
class _Profile:
    code: str
    letters: frozenset[str]
    words: frozenset[str]


def identify_language(text: str) -> str:
    """Return the ISO 639-1 code (639-3 for Sorani, ckb) of the text's main language, or "und" in doubt."""
    sample = _MARKS.sub("", text[:_SAMPLE_CHARACTERS]).lower()
    words = Counter(_WORD.findall(sample))
    letter_count = sum(len(word) * count for word, count in words.items())
    if letter_count < _FEWEST_LETTERS:
        return UNKNOWN
    scripts: dict[str, Counter[str]] = {script: Counter() for script in _SCRIPTS}
    looks = {word: _look(word) if len(word) <= _LONGEST_KEPT else _look.__wrapped__(word) for word in words}
    for word, count in words.items():
        script = looks[word].script
        if script:
            scripts[script][word] = count
    sizes = {script: sum(len(word) * count for word, count in found.items()) for script, found in scripts.items()}
    script = max(sizes, key=sizes.__getitem__)
    if sizes[script] * 2 < letter_count:
        return UNKNOWN
    return _best_language(script, scripts[script], looks)


def _best_language(script: str, words: Counter[str], looks: Mapping[str, _Word]) -> str:
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in looks[word].marking:
            letters[letter] += count
    evidence = {profile.code: _evidence(profile, words, letters, looks) for profile in _profiles()[script]}
    ranked = sorted(evidence, key=evidence.__getitem__, reverse=True)
    best = ranked[0]
    if evidence[best] < _LEAST_EVIDENCE:
        return UNKNOWN
    if len(ranked) > 1 and evidence[best] < _LEAST_LEAD * evidence[ranked[1]]:
        return UNKNOWN
    return best


def _evidence(profile: _Profile, words: Counter[str], letters: Counter[str], looks: Mapping[str, _Word]) -> float:
    """Return the share of words that speak for the language, less the share that speak against it.

    `words` counts each word, `letters` the words that hold each letter that marks a language.
    """
    total = words.total()
    if not total:
        return 0.0
    for_it = sum(words[word] for word in words.keys() & profile.words)
    marked = sum(letters[letter] for letter in profile.letters)
    score = (for_it + 0.2 * min(marked, total)) / total
    if profile.code == "ar":
        # The article marks Arabic more surely than any word; letters that it lacks mark its neighbours.
        score += 0.5 * sum(count for word, count in words.items() if looks[word].has_article) / total
        score -= 0.5 * sum(letters[letter] for letter in _NOT_ARABIC) / total
    return score


_NOT_ARABIC = "پچژگکیےںٹڈڑہھەێۆڕڵۇۈډړښځڅڼ"


# A text has the words of the texts before it.
@lru_cache(maxsize=50_000)
def _look(word: str) -> _Word:
    script = next((script for script, pattern in _SCRIPTS.items() if pattern.match(word)), "")
    return _Word(script, tuple(_marking_letters().intersection(word)), _ARTICLE.fullmatch(word) is not None)


@cache
def _marking_letters() -> frozenset[str]:
    """Return the letters that speak for a language or against one."""
    letters = (profile.letters for profiles in _profiles().values() for profile in profiles)
    return frozenset(_NOT_ARABIC).union(*letters)


@cache
def _profiles() -> dict[str, tuple[_Profile, ...]]:
    table = tomllib.loads(files("musnad.languages").joinpath("function_words.toml").read_text("utf-8"))
    return {
        script: tuple(
            _Profile(code, frozenset(entry["letters"]), frozenset(entry["words"].split()))
            for code, entry in languages.items()
        )
        for script, languages in table.items()
    }
