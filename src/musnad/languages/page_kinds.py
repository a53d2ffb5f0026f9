"""Knows the words by which consent pages, live blogs, galleries and routine pages give themselves away."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.text import fold_words


@dataclass(frozen=True, slots=True)
class PageKindWords:
    """The words of each kind of page, as patterns over folded text; `asking` are those of consent, folded."""

    consent: re.Pattern[str] = field(repr=False)
    live: re.Pattern[str] = field(repr=False)
    gallery: re.Pattern[str] = field(repr=False)
    routine: re.Pattern[str] = field(repr=False)
    asking: tuple[str, ...] = field(repr=False)

    def count_consent(self, text: str) -> int:
        """Return how many different words of consent notices the text holds."""
        folded = _folded(text)
        # Paragraphs of news have none: looking for each as it stands is much faster than the pattern.
        if not any(words in folded for words in self.asking):
            return 0
        return len(set(self.consent.findall(folded)))

    def is_live(self, headline: str) -> bool:
        """Tell whether the headline announces a live blog."""
        return self.live.search(_folded(headline)) is not None

    def is_gallery(self, headline: str) -> bool:
        """Tell whether the headline announces pictures."""
        return self.gallery.search(_folded(headline)) is not None

    def is_routine(self, headline: str) -> bool:
        """Tell whether the headline is of a page that comes every day and tells no happening: weather, digests."""
        return self.routine.search(_folded(headline)) is not None


@cache
def load_page_kind_words() -> PageKindWords:
    """Return the words of page_kinds.toml; raise LanguageDataError where a list is missing."""
    table = tomllib.loads(files("musnad.languages.ar").joinpath("page_kinds.toml").read_text("utf-8"))
    consent, live, gallery, routine = (_pattern(table, name) for name in ("consent", "live", "gallery", "routine"))
    return PageKindWords(consent, live, gallery, routine, tuple(map(_folded, table["consent"])))


def _pattern(table: dict[str, list[str]], name: str) -> re.Pattern[str]:
    words = table.get(name)
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise LanguageDataError(f"page_kinds.toml: {name} must be a list of words")
    longest_first = sorted(map(_folded, words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _folded(text: str) -> str:
    return fold_words(text).lower()
