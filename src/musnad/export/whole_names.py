"""Shows names whole: the article that ل swallows comes back, so that للسعوديين names السعوديين."""

import re

from musnad.export.display import display_line, tidy_name
from musnad.languages import LANGUAGES
from musnad.model import Link, Span
from musnad.text import fold_word

_LANGUAGE = "ar"
_FOR = "ل"
_ALEF = "ا"
_BEFORE = frozenset("وف")


def shown_name(text: str, span: Span) -> str:
    """Return the words of a name on one line, whole."""
    return display_line(whole_name(text, span))


def whole_name(text: str, span: Span) -> str:
    """Return the words of a name, with the letter that ل took of its article.

    للولايات المتحدة are الولايات المتحدة, and للبنان is لبنان: a name whose own letter it is is known, or stands in the
    text without the article.
    """
    words = span.of(text)
    if not words.startswith(_FOR) or text[: span.start][-1:] != _FOR or not _begins_word(text, span.start - 1):
        return words
    first = re.split(r"\W", words, maxsplit=1)[0]
    if re.search(rf"\b[{''.join(_BEFORE)}]?{_ALEF}{re.escape(first)}\b", text):
        return _ALEF + words
    if re.search(rf"(?<!\w)و?{re.escape(first)}\b", text) or _is_known(fold_word(first)):
        return words
    return _ALEF + words


def holder_name(text: str, link: Link) -> str:
    """Return the link's fuller mention if it has one, else its own words; empty where nothing is named."""
    mention = link.resolved or link.source
    return tidy_name(whole_name(text, mention)) if mention else ""


def _begins_word(text: str, at: int) -> bool:
    """Tell whether a word begins there, or behind a conjunction."""
    before = text[:at][-1:]
    return not before.isalpha() or (before in _BEFORE and not text[: at - 1][-1:].isalpha())


def _is_known(word: str) -> bool:
    """Tell whether a word begins with a ل of its own: لجنة, لبنان, لافروف."""
    language = LANGUAGES[_LANGUAGE]
    return (
        word in language.grammar.words["known_lams"]
        or word in language.gazetteer.forms
        or word in language.grammar.given_names
        or word in language.lexicons.name_parts
    )
