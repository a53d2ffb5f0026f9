"""Takes a person's name apart: titles, kunya, given name, forebears, family; the parts that are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.lexicon import NameSort
from musnad.text import fold_latin, tokenize

_LONGEST_TITLE = 4
_SETTLED = 3
"""Wikidata's names with this word, in steps of the logarithm, from which on it is a name before it is a title."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, folded, without article, title and بن; `linked` tells which parts a بن came before.

    A kunya is one part (ابو محمد), and so are عبدالله, نورالدين and آل سعود.
    """

    parts: tuple[str, ...]
    linked: tuple[bool, ...]
    has_kunya: bool
    is_latin: bool

    @property
    def key(self) -> str:
        """Return the parts as one string: equal for equal names."""
        return " ".join(self.parts)


@lru_cache(maxsize=100_000)
def parse_person(written: str, language: Language) -> PersonName:
    """Return the parts of a name as it is written; a name that is nothing but a title keeps its words."""
    words = tuple(token.folded for token in tokenize(written, 0, len(written)) if token.is_word)
    if words and all(word.isascii() or fold_latin(word) for word in words):
        return _latin_name(words, language)
    grammar = language.naming_grammar
    words = _without_titles(words, language)
    over = next((place for place, word in enumerate(words) if place > 1 and word in grammar.stops), len(words))
    words = words[:over]
    parts: list[str] = []
    linked: list[bool] = []
    at = 0
    link = False
    while at < len(words):
        word, at = words[at], at + 1
        sort = _sort_of(word, language)
        has_next = at < len(words)
        if word in grammar.second and parts:
            parts[-1] += word
            continue
        if sort is NameSort.FILIATION and has_next and word not in grammar.clan:
            link = True
            continue
        if word in grammar.clan and has_next:
            word, at = grammar.article + words[at], at + 1
        elif word in grammar.servant and has_next:
            word, at = word + words[at], at + 1
        elif sort is NameSort.KUNYA and has_next:
            own = word if _is_female(word, language) else grammar.kunya
            word, at = f"{own} {bare(words[at], language)}", at + 1
        parts.append(bare(word, language))
        linked.append(link)
        link = False
    has_kunya = bool(parts) and _is_kunya(parts[0], language)
    return PersonName(tuple(parts), tuple(linked), has_kunya, is_latin=False)


def bare(word: str, language: Language) -> str:
    """Return a word without its article, where enough is left to be a name."""
    article = language.naming_grammar.article
    return word[len(article) :] if word.startswith(article) and len(word) > len(article) + 2 else word


def _without_titles(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the words from the first that is no title on; a given name that is also a title (سلطان) is a name."""
    while len(words) > 1:
        size = _title_length(words, language)
        if size == 0 or size >= len(words):
            break
        words = words[size:]
    return words


def _title_length(words: Sequence[str], language: Language) -> int:
    grammar, titles = language.naming_grammar, language.lexicons.titles
    for size in range(min(_LONGEST_TITLE, len(words) - 1), 1, -1):
        if tuple(words[:size]) in titles:
            return size
    first = words[0]
    form = titles.get((first,))
    if first in grammar.ties and first.startswith(grammar.article):
        return 1
    counts = language.tagger_models.tables.name_words
    if first not in grammar.ties and (_sort_of(first, language) is not None or int(counts.get(first, 0)) >= _SETTLED):
        return 0  # سلطان and مختار are titles too
    return 1 if first in grammar.ties or (form is not None and not form.is_ambiguous) else 0


def _sort_of(word: str, language: Language) -> NameSort | None:
    part = language.lexicons.name_parts.get(word)
    return part.sort if part else None


def _is_kunya(part: str, language: Language) -> bool:
    opener, _, rest = part.partition(" ")
    return bool(rest) and _sort_of(opener, language) is NameSort.KUNYA


def _is_female(word: str, language: Language) -> bool:
    part = language.lexicons.name_parts.get(word)
    return part is not None and part.gender == "f"


def _latin_name(words: tuple[str, ...], language: Language) -> PersonName:
    grammar = language.naming_grammar
    parts: list[str] = []
    linked: list[bool] = []
    link, joined = False, ""
    flat = [fold_latin(part) for word in words for part in word.replace("’", "'").replace("-", " ").split()]
    for number, word in enumerate(part for part in flat if part):
        last = number == len(flat) - 1
        if word in grammar.latin_filiation and parts and not last:
            link = True
        elif word in grammar.latin_article and not last:
            continue
        elif (word in grammar.latin_kunya or word in grammar.latin_servant) and not last:
            joined = word + (" " if word in grammar.latin_kunya else "")
        else:
            parts.append(joined + word)
            linked.append(link)
            link, joined = False, ""
    return PersonName(tuple(parts), tuple(linked), any(" " in part for part in parts[:1]), is_latin=True)
