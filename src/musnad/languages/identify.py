"""Tells which language a text is written in, by its script, its letters and its commonest words."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN = "und"

_SCRIPTS = {
    "arab": re.compile(
        "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]"
    ),
    "latn": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]"),
    "cyrl": re.compile("[\u0400-\u0481\u048a-\u052f]"),
    "hebr": re.compile("[\u05d0-\u05ea]"),
}
# What is glued to figures is no word by which a language is told: و300 is no Kurdish "and".
_WORD = re.compile(r"(?<!\d)[^\W\d_]+(?!\d)")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)[\u0621-\u064a]{2,}")
_SAMPLE_CHARACTERS = 6_000
_FEWEST_LETTERS = 20
# A language's function words make a quarter to a half of its running text; headlines hold fewer.
_LEAST_EVIDENCE = 0.06
_LEAST_LEAD = 1.15


@dataclass(frozen=True, slots=True)
class _Profile:
    code: str
    letters: frozenset[str]
    words: frozenset[str]


def identify_language(text: str) -> str:
    """Return the ISO 639-1 code (639-3 for Sorani, ckb) of the text's main language, or "und" in doubt."""
    sample = _MARKS.sub("", text[:_SAMPLE_CHARACTERS]).lower()
    letter_count = 0
    sizes = dict.fromkeys((*_SCRIPTS, ""), 0)
    words = Counter(_WORD.findall(sample))
    # What a word tells is cheaper to work out than to look up: a fifth of a text's words are new.
    for word, count in words.items():
        letters = len(word) * count
        letter_count += letters
        sizes[_script_of(word[0])] += letters
    if letter_count < _FEWEST_LETTERS:
        return UNKNOWN
    script = max(_SCRIPTS, key=sizes.__getitem__)
    if sizes[script] * 2 < letter_count:
        return UNKNOWN
    if sizes[script] < letter_count:
        words = Counter({word: count for word, count in words.items() if _script_of(word[0]) == script})
    return _best_language(script, words)


def _best_language(script: str, words: Mapping[str, int]) -> str:
    letters = _count_letters(words)
    evidence = {profile.code: _evidence(profile, words, letters) for profile in _profiles()[script]}
    ranked = sorted(evidence, key=evidence.__getitem__, reverse=True)
    best = ranked[0]
    if evidence[best] < _LEAST_EVIDENCE:
        return UNKNOWN
    if len(ranked) > 1 and evidence[best] < _LEAST_LEAD * evidence[ranked[1]]:
        return UNKNOWN
    return best


def _evidence(profile: _Profile, words: Mapping[str, int], letters: Mapping[str, int]) -> float:
    """Return the share of words that speak for the language, less the share that speak against it.

    `words` counts each word, `letters` the words that hold each letter that marks a language.
    """
    total = sum(words.values())
    if not total:
        return 0.0
    for_it = sum(words[word] for word in words.keys() & profile.words)
    marked = sum(letters[letter] for letter in profile.letters)
    score = (for_it + 0.2 * min(marked, total)) / total
    if profile.code == "ar":
        # The article marks Arabic more surely than any word; letters that it lacks mark its neighbours.
        score += 0.5 * sum(count for word, count in words.items() if _has_article(word)) / total
        score -= 0.5 * sum(letters[letter] for letter in _NOT_ARABIC) / total
    return score


def _has_article(word: str) -> bool:
    return "ل" in word[:3] and _ARTICLE.fullmatch(word) is not None


def _count_letters(words: Mapping[str, int]) -> Mapping[str, int]:
    """Return how many words hold each letter that marks a language."""
    marking = _marking_letters()
    found = dict.fromkeys(marking, 0)
    for word, count in words.items():
        for letter in marking.intersection(word):
            found[letter] += count
    return found


_NOT_ARABIC = "پچژگکیےںٹڈڑہھەێۆڕڵۇۈډړښځڅڼ"


@lru_cache(maxsize=2_000)
def _script_of(letter: str) -> str:
    return next((script for script, pattern in _SCRIPTS.items() if pattern.match(letter)), "")


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
