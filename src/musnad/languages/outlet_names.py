"""Tells which news outlet some words name, in any of the spellings that texts use."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from musnad.text import fold_word

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
# Between the names on a page's outlet line: الجديد | أخبار لبنان.
_BARS = re.compile(r"[|/:·•،,]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """An outlet of the lexicon: its id, English name, kind (agency, newspaper ...), country and gender."""

    id: str
    name: str
    kind: str
    country: str
    gender: str


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Every way of writing an outlet's name, as folded words without marks.

    `plain` names mean their outlet wherever they stand; `announced` ones only after a noun such as صحيفة, between
    quotation marks or on a credit line, and each may be several outlets'. `nouns` gives the kinds a noun stands for.
    """

    entries: Mapping[str, OutletEntry]
    plain: Mapping[Words, str] = field(repr=False)
    announced: Mapping[Words, frozenset[str]] = field(repr=False)
    nouns: Mapping[str, frozenset[str]] = field(repr=False)
    groups: frozenset[str]
    hosts: Mapping[str, str] = field(repr=False)
    latin: Mapping[str, str] = field(repr=False)
    """The ids by the outlets' names in Latin letters, small."""
    longest: int

    def find(self, words: Sequence[str], *, announced: bool = False) -> tuple[int, int, str] | None:
        """Return [start, end) and the outlet's id of the first, longest name among the words, or None."""
        for start in range(len(words)):
            found = self.at(words, start, announced=announced)
            if found:
                return start, start + found[0], found[1]
        return None

    def at(self, words: Sequence[str], start: int, *, announced: bool = False) -> tuple[int, str] | None:
        """Return the number of words and the id of the longest name that begins at `start`, or None."""
        noun = self.noun_kinds(words[start - 1]) if start else frozenset[str]()
        for length in range(min(self.longest, len(words) - start), 0, -1):
            name = tuple(words[start : start + length])
            outlet = self.plain.get(name)
            if outlet is None and (announced or noun):
                outlet = self._announced(name, noun)
            if outlet is not None:
                return length, outlet
        return None

    def noun_kinds(self, word: str) -> frozenset[str]:
        """Return the kinds of outlet that a noun stands for (وكالة: agency), empty for any other word."""
        for stem in (word, word.removeprefix("ال"), word.removeprefix("لل"), word[1:]):
            if stem in self.nouns:
                return self.nouns[stem]
        return frozenset()

    def of_page(self, written: str | None, url: str | None) -> str | None:
        """Return the id of a page's own outlet, by the name or host written on it, else by the page's address."""
        if written is not None and (own := self.of_host(written)) is not None:
            return own  # arabic.cnn.com: the words of an address are no name
        if written is not None:
            found = self._written(written)
            if found is not None:
                return found
            latin = self.latin.get(written.lower())
            if latin is not None:
                return latin
        return self.of_host(url.split("//", 1)[-1].split("/", 1)[0]) if url else None

    def _written(self, written: str) -> str | None:
        """Return the outlet whose name is all of a part between bars, its noun aside; الميناء الجديد is not الجديد."""
        for part in _BARS.split(written):
            words = tuple(fold_word(word) for word in _WORD.findall(part))
            start = next((at for at, word in enumerate(words) if not self.noun_kinds(word)), 0)
            for place in dict.fromkeys((0, start)):
                found = self.at(words, place, announced=True)
                if found is not None and place + found[0] == len(words):
                    return found[1]
        return None

    def of_host(self, host: str) -> str | None:
        """Return the id of the outlet to which a web host belongs, its subdomains included."""
        labels = host.lower().split(".")
        names = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.hosts[name] for name in names if name in self.hosts), None)

    def _announced(self, name: Words, noun: frozenset[str]) -> str | None:
        owners = self.announced.get(name, frozenset())
        if noun and "site" not in noun:  # any outlet has a site; an agency is no صحيفة
            owners = frozenset(owner for owner in owners if self.entries[owner].kind in noun)
        return next(iter(owners)) if len(owners) == 1 else None
