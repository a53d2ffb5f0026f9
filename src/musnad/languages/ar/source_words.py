"""Loads the words that tell for whom a source speaks, from sources.toml."""

import tomllib
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.languages.source_words import SourceWords
from musnad.text import fold_word

_FILE = "languages/ar/sources.toml"
_LISTS = ("spokes", "correspondents", "organs", "general", "governments")


@cache
def load_source_words() -> SourceWords:
    """Return the words of spokesmen and heads of bodies; raise LanguageDataError naming the entry that is broken."""
    try:
        return parse_source_words(files(__package__).joinpath("sources.toml").read_text(encoding="utf-8"))
    except OSError as error:
        raise LanguageDataError(f"{_FILE} cannot be read: {error}") from error


def parse_source_words(written: str) -> SourceWords:
    """Return the words that the TOML text `written` lists; raise LanguageDataError naming the entry that is broken."""
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{_FILE} is no TOML: {error}") from error
    lists = [table.get(name) for name in _LISTS]
    offices = table.get("offices")
    if not all(isinstance(listed, list) for listed in lists) or not isinstance(offices, dict):
        raise LanguageDataError(f"{_FILE}: needs the lists {', '.join(_LISTS)} and the table offices")
    words = [word for listed in lists if isinstance(listed, list) for word in listed]
    for word in (*words, *offices, *offices.values()):
        if not isinstance(word, str) or len(word.split()) != 1:
            raise LanguageDataError(f"{_FILE}: {word!r} must be a string of one word")
    spokes, correspondents, organs, general, governments = (
        frozenset(map(fold_word, listed)) for listed in lists if isinstance(listed, list)
    )
    bodies = {fold_word(head): fold_word(body) for head, body in offices.items()}
    return SourceWords(spokes, correspondents, organs, general, governments, bodies)
