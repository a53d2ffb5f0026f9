"""What the mention rules know of a word by itself: its readings and what it can open, worked out once a word."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from musnad.languages import Language
from musnad.languages.lexicon import NameSort
from musnad.languages.mention_grammar import NameHead
from musnad.languages.numerals import OPENERS
from musnad.mentions.name_table import Name, load_names
from musnad.mentions.place_words import load_place_words
from musnad.model import MentionKind

KUNYAS = frozenset(("ابو", "ابي", "ابا"))
PRONOUNS = ("هما", "ها", "هم", "ه")
_PREPOSITIONS = "بكل"
_CONJUNCTIONS = "وف"
# و2.5, وب1,200, and إلى4.5, where the writer left the space out.
_GLUED_NUMBER = re.compile(rf"(?:[{_CONJUNCTIONS}]?[{_PREPOSITIONS}]|[{_CONJUNCTIONS}]|الي|من|نحو|حوالي)(\d.*)")
_SHORTEST_STEM = 3
_CACHED_WORDS = 60_000
# What the shorter lexicons tell of a word, its clitics cut: flags of one number.
_BODY, _PERSON, _DEMONYM, _NUMBER, _BORDER, _DESIGNATION = (1 << place for place in range(6))
_ARMS = frozenset({MentionKind.WEAPON, MentionKind.CRAFT})
# The small words of a clause: no name begins or goes on with one.
_STOPS = (
    "prepositions",
    "clause_openers",
    "relatives",
    "complementisers",
    "negators",
    "demonstratives",
    "pronouns",
    "auxiliaries",
    "questions",
)


def clitic_forms(word: str) -> tuple[tuple[int, str], ...]:
    """Return the readings of a folded word: (letters that are clitics, the rest), fewest clitics first.

    An article swallowed by ل comes back: للعراق reads as (1, العراق). What is left has three letters at least.
    """
    forms = [(0, word)]
    glued = _GLUED_NUMBER.fullmatch(word) if word[-1].isdigit() else None
    if glued is not None:
        return (0, word), (glued.start(1), glued[1])
    if len(word) <= _SHORTEST_STEM or not word[0].isalpha():
        return tuple(forms)
    starts: tuple[int, ...] = (0,)
    if word[0] in _CONJUNCTIONS:
        forms.append((1, word[1:]))
        starts = (0, 1)
    for start in starts:
        rest = word[start:]
        if rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > _SHORTEST_STEM:
            if rest.startswith("لل"):
                forms.append((start + 1, "ا" + rest[1:] if rest[1] == "ل" else rest[1:]))
            forms.append((start + 1, rest[1:]))
    return tuple(forms)


# A named tuple, which is made faster than a frozen dataclass: a page has some fifty words that no page had before.
class WordEntry(NamedTuple):
    """A word by itself. Where a rule's `may_open` flag is false it finds nothing that begins here, and is not tried.

    `is_stop`: it ends any name. `arms` is what its noun is, weapon or craft, if either. `introduces` a designation.
    """

    forms: tuple[tuple[int, str], ...]
    is_stop: bool
    arms: MentionKind | None
    introduces: bool
    may_open_body: bool
    may_open_title: bool
    may_open_person: bool
    may_open_name: bool
    may_open_place: bool
    may_open_demonym: bool
    may_open_number: bool
    tells_border: bool


class Vocabulary:
    """The words of a language as the mention rules see them; every word type is looked up once and remembered."""

    def __init__(self, language: Language) -> None:
        self.grammar = language.grammar
        self.rules = language.mention_grammar
        self.name_parts = language.lexicons.name_parts
        self.is_noun = language.lexicons.lemmatizer.is_noun
        self._masdars_of = language.lexicons.lemmatizer.masdars_of
        self._names = load_names(language)
        self._places = load_place_words(language)
        stops = frozenset[str]().union(*(self.grammar.words[name] for name in _STOPS))
        self._stops = stops | {"و" + word for word in stops} | self.grammar.words["adverbs"]
        self._opens = self._openings()
        self._arms = {
            noun: kind
            for noun, heads in self.rules.heads.items()
            if (kind := next((head.kind for head in heads if head.kind in _ARMS), None)) is not None
        }
        self.entry = lru_cache(maxsize=_CACHED_WORDS)(self._entry)

    def heads(self, form: str) -> tuple[NameHead, ...]:
        """Return the readings of a word, its clitics cut, as a noun that opens names, with its article or without."""
        return self.rules.heads.get(form, ()) or self.rules.heads.get(form.removeprefix("ال"), ())

    def listed(self, words: Sequence[str]) -> Name | None:
        """Return what the whole of the words is in the lexicons, or None."""
        found = self._names.longest(words[0], [*words], 0)
        return found[1] if found is not None and found[0] == len(words) else None

    def is_surname(self, word: str) -> bool:
        """Tell whether the word is the name of families and no given name: one may stand for its bearer alone."""
        part = self.name_parts.get(word)
        return part is not None and part.sort is NameSort.FAMILY

    def is_imperfect(self, word: str) -> bool:
        """Tell whether a word is built as the imperfect of a verb whose masdar is known, and is nobody's name."""
        masdars = self.grammar.words["masdars"]
        return word not in self.name_parts and any(self.is_noun(m) or m in masdars for m in self._masdars_of(word))

    def _openings(self) -> dict[str, int]:
        rules = self.rules
        found: dict[str, int] = {}
        for flag, words in (
            (_BODY, rules.heads),
            (_PERSON, self.grammar.given_names),
            (_PERSON, KUNYAS),
            (_DEMONYM, self._places.demonym_words),
            (_NUMBER, OPENERS),
            (_NUMBER, [words[0] for words in (*rules.units, *rules.currencies, *rules.duals) if words[0].isalpha()]),
            (_NUMBER, rules.numbers),
            (_NUMBER, rules.multipliers),
            (_BORDER, self._places.grammar.words["borders"]),
            (_DESIGNATION, rules.words["introducers"]),
        ):
            for word in words:
                found[word] = found.get(word, 0) | flag
        return found

    def _entry(self, word: str) -> WordEntry:
        forms = clitic_forms(word)
        opens = 0
        arms = None
        title = name = place = False
        heads, holders, names = self.rules.heads, self.grammar.holders, self._names
        for _, form in forms:
            opens |= self._opens.get(form, 0)
            stem = form
            if form.startswith("ال"):
                stem = form[2:]
                opens |= _BODY if stem in heads else 0
            title = title or stem in holders
            name = name or self._opens_name(form)
            place = place or self._places.opens_place(form)
            if " " in form:  # a hashtag
                opens |= self._opens.get(form.partition(" ")[0], 0) & _PERSON
            # صاروخا: the accusative writes an alef.
            arms = arms or self._arms.get(stem) or self._arms.get(stem.removesuffix("ا"))
            if form[:1].isdigit():
                opens |= _NUMBER
        if len(word) == _SHORTEST_STEM and word[0] == "ل":
            name = name or names.opens(word[1:])  # لبي بي سي
        return WordEntry(
            forms,
            word in self._stops,
            arms,
            opens & _DESIGNATION != 0,
            opens & _BODY != 0,
            title,
            opens & _PERSON != 0,
            name,
            place,
            opens & _DEMONYM != 0,
            opens & _NUMBER != 0,
            opens & _BORDER != 0,
        )

    def _opens_name(self, form: str) -> bool:
        names = self._names
        if names.opens(form):
            return True
        return form.endswith(PRONOUNS) and any(
            form.endswith(pronoun) and names.opens(form[: -len(pronoun)]) for pronoun in PRONOUNS
        )
