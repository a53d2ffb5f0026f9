"""Knows of every form of a word in which lists it stands: worked out once a form, not once a statement."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import NamedTuple

from musnad.languages.agreement import AgreementLexicon, Tense, WordReading

_CACHED_FORMS = 60_000
_LIGHTEST = 0.15
_NON, _LEAST_NON = "اللا", 7
_CLITICS = ("ال", "بال", "ب", "لل", "ل")
_NONE: frozenset[str] = frozenset()
_MARKING = ("again", "possible", "impossible", "lasting", "staying", "future", "growing")
_LISTS = (
    *_MARKING,
    *("negators", "conditional", "scope_ends", "empty", "to_be", "denials", "lacking", "light_verbs", "states"),
    *("threats", "intents", "failures", "plain", "existence", "truths"),
    *("breaks", "turning", "marking"),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a form does to the words around it, by the lists in which it stands: few forms do anything.

    A word that is not `is_marking` marks no statement, one that is not `is_turning` opens and ends nothing.
    """

    may_negate: bool
    is_marking: bool
    is_turning: bool
    is_break: bool
    is_empty: bool
    is_to_be: bool
    is_denial: bool
    is_lacking: bool
    is_light: bool
    is_state: bool
    is_threat: bool
    is_intent: bool
    is_failure: bool
    exists: bool
    is_truth: bool


_NO_HABITS = Habits(*[False] * len(fields(Habits)))


class WordType(NamedTuple):
    """What is known of a folded form wherever it stands; `bare` is the form less "and".

    `named` is its reading as part of a name, which says nothing, `noun` where it can be no verb; `weight` goes with
    the plain reading, `named_weight` with the named one. `fails_with` and `wants_with` are prepositions that make it
    a verb of failing or wanting. One that `is_idle` says nothing and does nothing to the words around it.
    """

    bare: str
    reading: WordReading
    named: WordReading
    noun: WordReading
    weight: float
    named_weight: float
    is_non: bool
    enables: bool
    is_stopping: bool
    is_number: bool
    habits: Habits
    fails_with: frozenset[str]
    wants_with: frozenset[str]
    is_idle: bool


# A lexicon is told by its identity: there is one a language.
@lru_cache(maxsize=8)
def word_types(lexicon: AgreementLexicon) -> Callable[[str], WordType]:
    """Return what tells of a folded form what the lexicon knows of it; the answers are kept."""
    return lru_cache(maxsize=_CACHED_FORMS)(_Reader(lexicon).read)


# Lists of which few statements have a word, and without one there is nothing to look for; of some with clitics.
_SELDOM = ("ordinals", "setting_right")
_SELDOM_CLOTHED = ("part_morning", "part_noon", "part_evening", "in_winter", "in_spring", "in_summer", "in_autumn")


@lru_cache(maxsize=8)
def seldom_listed(lexicon: AgreementLexicon) -> Mapping[str, frozenset[str]]:
    """Return of each form of the words of some lists the lists in which it stands."""
    found: dict[str, set[str]] = {}
    for name in _SELDOM:
        for word in lexicon.words[name]:
            found.setdefault(word, set()).add(name)
    for name in _SELDOM_CLOTHED:
        for clitic in ("", *_CLITICS):
            for word in lexicon.words[name]:
                found.setdefault(clitic + word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


class _Reader:
    """Reads forms by a lexicon, of which it holds in what lists each word stands."""

    def __init__(self, lexicon: AgreementLexicon) -> None:
        self._lexicon = lexicon
        self._lists: dict[str, set[str]] = {}
        for name in _LISTS:
            for word in lexicon.words[name]:
                self._lists.setdefault(word, set()).add(name)
        self._failing = _by_verb(lexicon.words["failing_with"])
        self._wanting = _by_verb(lexicon.words["wanting_with"])

    def read(self, word: str) -> WordType:
        """Return what is known of the form."""
        bare = word[1:] if word[:1] in "وف" and len(word) > 3 else word
        lexicon, reading = self._lexicon, self._lexicon.read_word(word)
        habits = self._habits_of(word, bare)
        weight = _LIGHTEST if habits.is_intent else max(_LIGHTEST, lexicon.rarity.get(reading.lemma, 1.0))
        named = noun = reading
        if reading.senses or reading.opposed or reading.is_deed:
            named = replace(reading, senses=_NONE, opposed=_NONE, is_deed=False)
        if reading.tense is not Tense.NONE:
            noun = replace(reading, tense=Tense.NONE)
        is_non = bare.startswith(_NON) and len(bare) >= _LEAST_NON
        return WordType(
            bare,
            reading,
            named,
            noun,
            _LIGHTEST if "announce" in reading.senses else weight,
            weight,
            is_non=is_non,
            enables=not reading.senses.isdisjoint(lexicon.words["enabling"]),
            is_stopping=not reading.senses.isdisjoint(lexicon.words["stopping"]),
            is_number=_is_number(word, lexicon),
            habits=habits,
            fails_with=self._failing.get(bare, _NONE),
            # وعدت is no و and عدت.
            wants_with=self._wanting.get(word, _NONE) | self._wanting.get(bare, _NONE),
            is_idle=not is_non and word not in lexicon.words["joining"] and _is_idle(habits),
        )

    def _is_verb(self, word: str, bare: str) -> bool:
        """Tell whether the word is a verb as it stands, its first letter no clitic."""
        reading = self._lexicon.read_word(word)
        return word != bare and reading.tense is not Tense.NONE and reading.lemma[:1] == word[0]

    def _habits_of(self, word: str, bare: str) -> Habits:
        whole, less_and = self._lists.get(word, _NONE), self._lists.get(bare, _NONE)
        unclothed = set(less_and)
        for clitic in _CLITICS:
            if bare.startswith(clitic):
                unclothed |= self._lists.get(bare[len(clitic) :], _NONE)
        if not (whole or unclothed):
            return _NO_HABITS if len(bare) > 1 else replace(_NO_HABITS, is_empty=True)
        return Habits(
            may_negate="negators" in whole or word == "الا",
            is_marking="marking" in whole or not less_and.isdisjoint(_MARKING) or bare == "قد",
            is_turning="conditional" in whole or "turning" in whole | less_and or "scope_ends" in less_and,
            is_break="breaks" in whole,
            # فتحت is no ف and تحت
            is_empty="empty" in (whole if self._is_verb(word, bare) else less_and) or len(bare) < 2,
            is_to_be="to_be" in less_and,
            is_denial="denials" in less_and,
            is_lacking="lacking" in less_and,
            is_light="light_verbs" in less_and,
            is_state="states" in less_and,
            is_threat="threats" in less_and,
            is_intent="intents" in unclothed,
            is_failure="failures" in unclothed and "plain" not in whole,
            exists="existence" in unclothed,
            is_truth="truths" in unclothed,
        )


def _is_idle(habits: Habits) -> bool:
    does = habits.may_negate or habits.is_marking or habits.is_turning or habits.is_break or habits.is_to_be
    return habits.is_empty and not does


def _by_verb(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the prepositions by the form that each makes a verb of failing or wanting."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, preposition = entry.partition(" ")
        found.setdefault(verb, set()).add(preposition)
    return {verb: frozenset(prepositions) for verb, prepositions in found.items()}


def _is_number(word: str, lexicon: AgreementLexicon) -> bool:
    if word.isdigit() or word in lexicon.numbers or word in lexicon.multipliers:
        return True
    bare = word[1:] if word[0] in "بلو" else ""
    return bare.isdigit() or bare in lexicon.numbers or bare in lexicon.multipliers
