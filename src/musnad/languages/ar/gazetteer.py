"""Loads the Arabic gazetteer, once."""

from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.languages.gazetteer import Gazetteer, parse_gazetteer

_NAME = "gazetteer.tsv"


@cache
def load_gazetteer() -> Gazetteer:
    """Return the Arabic gazetteer; raise LanguageDataError naming the line that is broken."""
    try:
        text = files(__package__).joinpath(_NAME).read_text(encoding="utf-8")
    except OSError as error:
        raise LanguageDataError(f"languages/ar/{_NAME} cannot be read: {error}; build it: make gazetteer") from error
    return parse_gazetteer(text, f"languages/ar/{_NAME}")
