"""What the mention rules know of a word by itself: its readings and what it can open, worked out once a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.mention_grammar import NameHead
from musnad.mentions.name_table import load_names
from musnad.mentions.place_words import load_place_words
from musnad.model import MentionKind

KUNYAS = frozenset(("ابو", "ابي", "ابا"))
PRONOUNS = ("هما", "ها", "هم", "ه")
# The words that open a vague number (عشرات, مئات الآلاف) or a half, in all their spellings.
VAGUE_WORDS = frozenset(("عشرات", "مئات", "ميات", "مءات", "الاف", "الوف", "ملايين", "مليارات", "نصف"))
_PREPOSITIONS = "بكل"
_CONJUNCTIONS = "وف"
_SHORTEST_STEM = 3
_CACHED_WORDS = 60_000
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
    if word[0] in _CONJUNCTIONS + _PREPOSITIONS and word[1:2].isdigit():
        return (0, word), (1, word[1:])
    if len(word) <= _SHORTEST_STEM or not word[0].isalpha():
        return tuple(forms)
    starts = [0]
    if word[0] in _CONJUNCTIONS:
        forms.append((1, word[1:]))
        starts.append(1)
    for start in starts:
        rest = word[start:]
        if rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > _SHORTEST_STEM:
            if rest.startswith("لل"):
                forms.append((start + 1, "ا" + rest[1:] if rest[1] == "ل" else rest[1:]))
            forms.append((start + 1, rest[1:]))
    return tuple(forms)


@dataclass(frozen=True, slots=True)
class WordEntry:
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
        self._names = load_names(language)
        self._places = load_place_words(language)
        self._stops = frozenset[str]().union(*(self.grammar.words[name] for name in _STOPS))
        self.entry = lru_cache(maxsize=_CACHED_WORDS)(self._entry)

    def heads(self, form: str) -> tuple[NameHead, ...]:
        """Return the readings of a word, its clitics cut, as a noun that opens names, with its article or without."""
        return self.rules.heads.get(form, ()) or self.rules.heads.get(form.removeprefix("ال"), ())

    def _entry(self, word: str) -> WordEntry:
        forms = clitic_forms(word)
        given_names, holders = self.grammar.given_names, self.grammar.holders
        return WordEntry(
            forms=forms,
            is_stop=self._is_stop(word),
            arms=next(self._arms(forms), None),
            introduces=any(form in self.rules.words["introducers"] for _, form in forms),
            may_open_body=any(self.heads(form) for _, form in forms),
            may_open_title=any(form.removeprefix("ال") in holders for _, form in forms),
            may_open_person=any(form in given_names or form in KUNYAS for _, form in forms),
            may_open_name=any(self._opens_name(form) for _, form in forms),
            may_open_place=any(self._places.opens_place(form) for _, form in forms),
            may_open_demonym=any(form in self._places.demonym_words for _, form in forms),
            may_open_number=any(self._opens_number(form) for _, form in forms),
            tells_border=any(form in self._places.grammar.words["borders"] for _, form in forms),
        )

    def _opens_name(self, form: str) -> bool:
        names = self._names
        return names.opens(form) or any(
            form.endswith(pronoun) and names.opens(form[: -len(pronoun)]) for pronoun in PRONOUNS
        )

    def _opens_number(self, form: str) -> bool:
        rules = self.rules
        return form in VAGUE_WORDS or form in rules.numbers or form in rules.multipliers or form[:1].isdigit()

    def _is_stop(self, word: str) -> bool:
        """Tell whether a folded word is a small word, a time, an adverb or a reporting verb."""
        if word in self._stops or word in self.grammar.words["adverbs"]:
            return True
        return word[:1] == "و" and word[1:] in self._stops

    def _arms(self, forms: tuple[tuple[int, str], ...]) -> Iterator[MentionKind]:
        for _, form in forms:
            stem = form.removeprefix("ال")
            # صاروخا: the accusative writes an alef.
            for noun in (stem, stem.removesuffix("ا")):
                yield from (head.kind for head in self.rules.heads.get(noun, ()) if head.kind in _ARMS)
