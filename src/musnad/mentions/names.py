"""Gathers all lexicons into one trie and finds the names of a sentence in it: longest match, clitics cut."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.grammar import Grammar
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.model import LinkKind, MentionKind

_SUFFIXES = ("هما", "ها", "هم", "ه")
# By hand over 100 articles: names of several words are hardly ever another thing, single words now and then.
_SINGLE_CONFIDENCE = 0.9
_MANY_CONFIDENCE = 0.97


@dataclass(frozen=True, slots=True)
class Name:
    """What a form in a lexicon means; an `is_ambiguous` form needs support around it. `number` is s, d, p or empty."""

    kind: MentionKind
    entry: str | None
    country: str | None
    rule: str
    is_ambiguous: bool = False
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

    def longest(self, first: str, words: list[str], index: int) -> tuple[int, Name] | None:
        """Return (tokens, name) of the longest form that begins with `first` and goes on after `index`, or None."""
        # A hashtag is one token of several words: #حزب_الله.
        node: _Node | None = self._root
        for piece in first.split():
            node = node.children.get(piece) if node is not None else None
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
    rules = language.mention_grammar
    for words, country in rules.countries.items():
        trie.add(words, Name(MentionKind.COUNTRY, country, country, "lexicon-country"))
    for words, country in rules.capitals.items():
        trie.add(words, Name(MentionKind.PLACE, None, country, "lexicon-capital"))
    for words, name in _grammar_names(language.grammar):
        trie.add(words, name)
    return trie


def _grammar_names(grammar: Grammar) -> Iterator[tuple[tuple[str, ...], Name]]:
    for words, outlet in grammar.outlets.items():
        yield words, Name(MentionKind.OUTLET, outlet, None, "lexicon-outlet")
    for words, holder in grammar.proper_holders.items():
        if holder.kind is LinkKind.ORG and words[0] not in grammar.words["countries"]:
            yield words, Name(MentionKind.ORGANISATION, None, None, "lexicon-body")


def find_names(line: Line, trie: NameTrie) -> list[Draft]:
    """Return the lexicon's names in the sentence, ambiguous ones included, from left to right without overlap."""
    drafts: list[Draft] = []
    index = 0
    while index < len(line):
        draft = name_at(line, trie, index)
        if draft is None:
            index += 1
        else:
            drafts.append(draft)
            index = draft.end
    return drafts


def name_at(line: Line, trie: NameTrie, index: int) -> Draft | None:
    """Return the longest name that begins at the token, its clitics cut, or None."""
    best: tuple[int, int, Name] | None = None
    for skip, form in line.forms[index]:
        found = trie.longest(form, line.words, index)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], skip, found[1])
    if best is None:
        return _with_pronoun(line, trie, index)
    length, skip, name = best
    return _draft(name, index, index + length, skip)


def _with_pronoun(line: Line, trie: NameTrie, index: int) -> Draft | None:
    for skip, form in line.forms[index]:
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) > len(suffix) + 2 and not form.startswith("ال"):
                found = trie.longest(form[: -len(suffix)], [], 0)
                if found is not None and found[1].kind in {MentionKind.WEAPON, MentionKind.CRAFT}:
                    draft = _draft(found[1], index, index + 1, skip)
                    return Draft(
                        draft.kind, index, index + 1, draft.rule, draft.confidence, skip, len(suffix), draft.entry
                    )
    return None


def _draft(name: Name, first: int, end: int, skip: int) -> Draft:
    confidence = _SINGLE_CONFIDENCE if end - first == 1 else _MANY_CONFIDENCE
    if name.is_ambiguous:
        confidence /= 2
    return Draft(name.kind, first, end, name.rule, confidence, skip, entry=name.entry, country=name.country)
