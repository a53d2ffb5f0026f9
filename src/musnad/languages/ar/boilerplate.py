"""Knows the phrases that Arabic news pages print around an article, and recognises their lines."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from musnad.errors import LanguageDataError
from musnad.text import fold_words

_WORD = re.compile(r"[^\W\d_]+")
_LABEL_END = re.compile(r"\s*[:：|؛>»›\-–—…]")
_MATCHES = frozenset({"line", "label", "start"})
_LONGEST_KEPT = 200  # characters of a line that is kept with its answer
_LONGEST_LINE = 20  # words; a longer line is a paragraph, whatever it begins with


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: why its line is dropped, how the line must match, whether it opens a page's tail."""

    reason: str
    match: str
    opens_tail: bool


# There is one value: compared by identity, it is a cheap key of the cache below.
@dataclass(frozen=True, slots=True, eq=False)
class Boilerplate:
    """The phrases by their folded words; `longest` is the greatest number of words in one.

    `first_words` begin them, `openings` those of each reason.
    """

    phrases: Mapping[str, Phrase] = field(repr=False)
    first_words: frozenset[str] = field(repr=False)
    openings: Mapping[str, frozenset[str]] = field(repr=False)
    longest: int

    def match_line(self, line: str) -> Phrase | None:
        """Return the phrase that makes the whole of this line boilerplate, or None for a line to keep."""
        if line.count(" ") > 2 * _LONGEST_LINE:  # spares the folding of paragraphs
            return None
        return _match_kept(self, line) if len(line) <= _LONGEST_KEPT else self.match_afresh(line)

    def says(self, line: str, reason: str) -> bool:
        """Tell whether a phrase makes the whole of this line boilerplate for this reason."""
        opening = _opening_of(line)
        if opening is not None and opening not in self.openings.get(reason, ()):
            return False
        phrase = self.match_line(line)
        return phrase is not None and phrase.reason == reason

    def match_afresh(self, line: str) -> Phrase | None:
        """Return what `match_line` returns, without looking whether the line came before."""
        # Most lines are told from every phrase by their first word.
        opening = _opening_of(line)
        if opening is not None and opening not in self.first_words:
            return None
        folded = _folded(line)
        words = list(_WORD.finditer(folded))
        if not words or len(words) > _LONGEST_LINE:
            return None
        for count in range(min(self.longest, len(words)), 0, -1):
            phrase = self.phrases.get(" ".join(word[0] for word in words[:count]))
            if phrase is None:
                continue
            is_whole = count == len(words) or phrase.match == "start"
            if is_whole or (phrase.match == "label" and _LABEL_END.match(folded, words[count - 1].end())):
                return phrase
        return None


# The menus and footers of a site stand on each of its pages.
@lru_cache(maxsize=8_192)
def _match_kept(boilerplate: Boilerplate, line: str) -> Phrase | None:
    return boilerplate.match_afresh(line)


def _opening_of(line: str) -> str | None:
    """Return the first word of a line as it is folded, or None where its beginning is no word."""
    parts = line.split(None, 1)
    if not parts:
        return None
    return _opening(parts[0]) if len(parts[0]) <= _LONGEST_KEPT else _opening.__wrapped__(parts[0])


# Lines begin with few words, again and again.
@lru_cache(maxsize=8_192)
def _opening(beginning: str) -> str | None:
    word = _WORD.search(_folded(beginning))
    return word[0] if word else None


@cache
def load_boilerplate() -> Boilerplate:
    """Return the phrases of boilerplate.toml; raise LanguageDataError where an entry is broken."""
    table = tomllib.loads(files("musnad.languages.ar").joinpath("boilerplate.toml").read_text("utf-8"))
    phrases: dict[str, Phrase] = {}
    for group in table["group"]:
        phrase = _read_group(group)
        for written in group["phrases"]:
            key = " ".join(word[0] for word in _WORD.finditer(_folded(written)))
            if not key:
                raise LanguageDataError(f"boilerplate.toml: the phrase {written!r} holds no word")
            phrases.setdefault(key, phrase)
    openings = {
        reason: frozenset(key.split(" ", 1)[0] for key, phrase in phrases.items() if phrase.reason == reason)
        for reason in {phrase.reason for phrase in phrases.values()}
    }
    return Boilerplate(
        phrases, frozenset().union(*openings.values()), openings, max(key.count(" ") + 1 for key in phrases)
    )


def _read_group(group: dict[str, Any]) -> Phrase:
    if group.get("match") not in _MATCHES or not group.get("reason") or not group.get("phrases"):
        raise LanguageDataError(
            f"boilerplate.toml: the group {group.get('reason')!r} needs a reason, phrases, "
            f"and a match that is one of {', '.join(sorted(_MATCHES))}"
        )
    return Phrase(group["reason"], group["match"], bool(group.get("tail", False)))


def _folded(line: str) -> str:
    return fold_words(line)
