"""Gathers all lexicons into one trie and finds the names of a sentence in it: longest match, clitics cut."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.gazetteer import Support
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.vocabulary import clitic_forms
from musnad.model import MentionKind

_PLACE_PREPOSITIONS = frozenset(
    ("في", "من", "الي", "قرب", "نحو", "باتجاه", "عبر", "داخل", "خارج", "وسط", "غرب", "شرق", "شمال", "جنوب")
)
_PLACE_CLITICS = frozenset("بل")
_SUFFIXES = ("هما", "ها", "هم", "ه")
# Estimated while 100 articles were read, not counted: names of several words are hardly ever another thing, single
# words now and then.
_SINGLE_CONFIDENCE = 0.9
_MANY_CONFIDENCE = 0.97


class Need(StrEnum):
    """What a form that is also an ordinary word needs around it to be the name."""

    NOTHING = "nothing"
    PREPOSITION = "preposition"
    HEAD = "head"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Name:
    """What a form in a lexicon means. `number` is s, d or p, or empty where the words do not show it."""

    kind: MentionKind
    entry: str | None
    country: str | None
    rule: str
    need: Need = Need.NOTHING
    number: str = ""


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    name: Name | None = None


class NameTrie:
    """Every form of every lexicon, word by word; the first to claim a form keeps it."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, words: tuple[str, ...], name: Name) -> None:
        """Put a form in, unless another name has it."""
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if node.name is None:
            node.name = name

    def _after(self, words: list[str]) -> _Node | None:
        node: _Node | None = self._root
        for word in words:
            node = node.children.get(word) if node is not None else None
        return node

    def longest(self, first: str, words: list[str], index: int) -> tuple[int, Name] | None:
        """Return (tokens, name) of the longest form that begins with `first` and goes on after `index`, or None."""
        # A hashtag is one token of several words: #حزب_الله.
        node = self._root.children.get(first) if " " not in first else self._after(first.split())
        best = None
        length = 1
        while node is not None:
            if node.name is not None:
                best = (length, node.name)
            following = index + length
            node = node.children.get(words[following]) if following < len(words) else None
            length += 1
        return best


@lru_cache(maxsize=4)
def load_names(language: Language) -> NameTrie:
    """Return the trie over the lexicons of the language; the lexicons named first win."""
    trie = NameTrie()
    for words, name in _listed_names(language):
        trie.add(words, name)
    return trie


def _listed_names(language: Language) -> Iterator[tuple[tuple[str, ...], Name]]:
    lexicons = language.lexicons
    for words, country in lexicons.countries.items():
        if country.role == "name":
            need = Need.PREPOSITION if country.is_ambiguous else Need.NOTHING
            yield words, Name(MentionKind.COUNTRY, country.country, country.country, "lexicon-country", need)
    for words, outlet in language.grammar.outlets.items():
        yield words, Name(MentionKind.OUTLET, outlet, None, "lexicon-outlet")
    for words, body in lexicons.bodies.items():
        need = Need.HEAD if body.is_ambiguous else Need.NOTHING
        yield words, Name(body.body.kind, body.body.id, body.body.country, "lexicon-body", need)
    for words, weapon in lexicons.weapons.items():
        kind = MentionKind.CRAFT if weapon.weapon.is_craft else MentionKind.WEAPON
        need = Need.HEAD if weapon.is_ambiguous else Need.NOTHING
        yield words, Name(kind, weapon.weapon.id, weapon.weapon.maker, "lexicon-weapon", need, weapon.number)
    for words, facility in lexicons.facilities.items():
        need = Need.HEAD if facility.is_ambiguous else Need.NOTHING
        entry = facility.facility
        yield words, Name(MentionKind.FACILITY, entry.id, entry.country, "lexicon-facility", need)
    for words, event in lexicons.named_events.items():
        need = Need.HEAD if event.is_ambiguous else Need.NOTHING
        yield words, Name(MentionKind.EVENT_NAME, event.event.id, None, "lexicon-event", need)
    yield from _places(language)
    for words, adjective in lexicons.nationalities.items():
        need = Need.ARTICLE if adjective.is_ambiguous else Need.NOTHING
        entry_id = adjective.adjective
        yield words, Name(MentionKind.NATIONALITY, entry_id, adjective.country, "lexicon-nationality", need)


_NEEDS = {Support.NONE: Need.NOTHING, Support.PREPOSITION: Need.PREPOSITION, Support.NOUN: Need.HEAD}


def _places(language: Language) -> Iterator[tuple[tuple[str, ...], Name]]:
    gazetteer = language.gazetteer
    for form, numbers in gazetteer.forms.items():
        rows = [gazetteer.rows[number].split("\t", 4)[:4] for number in numbers]
        countries = {row[2].split(",")[0] for row in rows}
        kind = MentionKind.COUNTRY if rows[0][1] == "country" else MentionKind.PLACE
        country = (countries.pop() or None) if len(countries) == 1 else None
        entry = rows[0][0] if len(rows) == 1 else None
        need = _NEEDS[gazetteer.support(form)]
        yield tuple(form.split()), Name(kind, entry, country, "gazetteer", need)


def find_names(line: Line, trie: NameTrie) -> list[Draft]:
    """Return the lexicon's names in the sentence that stand as names there, from left to right without overlap."""
    drafts: list[Draft] = []
    index = 0
    size = len(line)
    while index < size:
        draft = name_at(line, trie, index, after_place=_follows_place(line, index, drafts))
        if draft is None:
            index += 1
        else:
            drafts.append(draft)
            index = draft.end
    return drafts


def _follows_place(line: Line, index: int, drafts: list[Draft]) -> bool:
    """Tell whether the token goes on a list of places: صعدة و الجوف، صعدة والجوف, صعدة، الجوف."""
    if not drafts or drafts[-1].kind not in {MentionKind.PLACE, MentionKind.COUNTRY}:
        return False
    between = line.words[drafts[-1].end : index]
    return between in (["و"], ["،"], ["،", "و"]) or (not between and line.words[index].startswith("و"))


def name_at(line: Line, trie: NameTrie, index: int, *, after_place: bool = False) -> Draft | None:
    """Return the longest name that begins at the token, its clitics cut, or None.

    With `after_place`, a doubtful place counts as one: it goes on a list of places.
    """
    best: tuple[int, int, Name] | None = None
    for skip, form in line.forms[index]:
        found = trie.longest(form, line.words, index)
        if found is None or (best is not None and found[0] <= best[0]):
            continue
        listed = after_place and found[1].kind is MentionKind.PLACE
        if listed or _is_met(found[1], line, index, skip):
            best = (found[0], skip, found[1])
    if best is None:
        return _with_pronoun(line, trie, index)
    length, skip, name = best
    return _draft(name, index, index + length, skip)


def _is_met(name: Name, line: Line, index: int, skip: int) -> bool:
    """Tell whether what the form needs stands before it: في or a clitic ب, or a noun like مدينة or صاروخ."""
    if name.kind is MentionKind.NATIONALITY and not _is_nationality(line, index, skip):
        return False
    if name.need is Need.NOTHING:
        return True
    before = line.word(index - 1)
    if skip == 0 and _is_head(line, before, name.kind):
        return True
    if name.need is Need.ARTICLE:
        return line.words[index][skip:].startswith("ال")
    if name.need is Need.HEAD:
        return False
    glued = line.words[index][max(0, skip - 1) : skip]
    return glued in _PLACE_CLITICS if glued else before.removeprefix("و") in _PLACE_PREPOSITIONS


def _is_nationality(line: Line, index: int, skip: int) -> bool:
    """Tell nationalities from ministries' portfolios (المالية, of finance) and directions (غربي روسيا)."""
    word = line.words[index][skip:]
    rules = line.rules.words
    return not any(word in rules[name] for name in ("portfolios", "directions", "not_nationalities"))


def _is_head(line: Line, word: str, kind: MentionKind) -> bool:
    wanted = {kind} | ({MentionKind.WEAPON, MentionKind.CRAFT} if kind is not MentionKind.PLACE else set())
    for _, form in clitic_forms(word) if word else ():
        stem = form.removeprefix("ال")
        for noun in (stem, stem.removesuffix("ا")):
            if any(head.kind in wanted for head in line.rules.heads.get(noun, ())):
                return True
    return False


def _with_pronoun(line: Line, trie: NameTrie, index: int) -> Draft | None:
    """Return the weapon that carries a pronoun: صواريخها."""
    if not line.words[index].endswith(_SUFFIXES):
        return None
    for skip, form in line.forms[index]:
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) > len(suffix) + 2 and not form.startswith("ال"):
                found = trie.longest(form[: -len(suffix)], [], 0)
                if found is not None and found[1].rule == "lexicon-weapon" and found[1].need is Need.NOTHING:
                    return replace(_draft(found[1], index, index + 1, skip), trim=len(suffix))
    return None


def _draft(name: Name, first: int, end: int, skip: int) -> Draft:
    confidence = _SINGLE_CONFIDENCE if end - first == 1 else _MANY_CONFIDENCE
    return Draft(name.kind, first, end, name.rule, confidence, skip, entry=name.entry, country=name.country)
