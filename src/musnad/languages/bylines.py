"""Reads the printed forms of a by-line: بقلم، كتب، إعداد، مراسل and the name that follows."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError

_LONGEST_LINE = 90  # characters
_MOST_WORDS = 8  # two names joined by و, each of up to four words
_NAME = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[.؟!?]$|،.*،")
_BREAK = r"\s*[:/|\-–—]\s*"


@dataclass(frozen=True, slots=True)
class BylineForms:
    """The words that open a by-line, as patterns; `after` begins what is no part of the name; `nobody` names no one.

    `headings` are opening words that begin headings too.
    """

    opened: re.Pattern[str] = field(repr=False)
    placed: re.Pattern[str] = field(repr=False)
    after: re.Pattern[str] = field(repr=False)
    nobody: frozenset[str] = field(repr=False)
    headings: frozenset[str] = field(repr=False)

    def read(self, line: str) -> str | None:
        """Return the name in a printed by-line, as it is written, or None for any other line."""
        line = " ".join(line.split())
        if len(line) > _LONGEST_LINE:
            return None
        match = self.opened.match(line) or self.placed.match(line)
        return self.name(match["name"]) if match else None

    def read_sure(self, line: str) -> str | None:
        """Return the name in a line of plain text that can be nothing but a by-line, or None."""
        words = _WORD.findall(line[:_LONGEST_LINE])
        return None if not words or words[0].lower() in self.headings else self.read(line)

    def name(self, written: str) -> str | None:
        """Return a name without the by-line's words around it, or None where it can be no name."""
        opened = self.opened.match(written)
        name = self.after.split(opened["name"] if opened else written, maxsplit=1)[0].strip(" -–—|/:،,*")
        words = name.split()
        if not 1 <= len(words) <= _MOST_WORDS or _DIGIT.search(name) or _SENTENCE.search(name):
            return None
        return name if _NAME.search(name) and name.lower() not in self.nobody else None


@cache
def load_byline_forms() -> BylineForms:
    """Return the forms of bylines.toml; raise LanguageDataError where a list is missing."""
    table = tomllib.loads(files("musnad.languages.ar").joinpath("bylines.toml").read_text("utf-8"))
    for name in ("strong", "weak", "headings", "after", "nobody"):
        if not table.get(name) or not all(isinstance(word, str) and word.strip() for word in table[name]):
            raise LanguageDataError(f"bylines.toml: {name} must be a list of words")
    strong, weak, after = (_any_of(table[name]) for name in ("strong", "weak", "after"))
    opened = rf"(?:(?:{strong})(?:{_BREAK}|\s+)|(?:{weak}){_BREAK})(?P<name>\S.*)$"
    placed = rf"[^:/|\-–—]{{2,25}}{_BREAK}(?:{strong}|{weak})(?:{_BREAK}|\s+)(?P<name>\S.*)$"
    return BylineForms(
        re.compile(opened, re.IGNORECASE),
        re.compile(placed, re.IGNORECASE),
        re.compile(rf"\s*[•·]\s*|\s+@|,?\s+https?:|،?\s+(?:{after})\b", re.IGNORECASE),
        frozenset(word.lower() for word in table["nobody"]),
        frozenset(table["headings"]),
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
