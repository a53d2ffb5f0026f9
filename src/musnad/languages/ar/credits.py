"""Loads the words of Arabic credit lines from credits.toml."""

import tomllib
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.languages.ar.outlet_names import name_words
from musnad.languages.credit_forms import CreditForms

_FILE = "languages/ar/credits.toml"
_LISTS = ("labels", "strong_labels", "groups", "fillers")


@cache
def load_credit_forms() -> CreditForms:
    """Return the words of credit lines; raise LanguageDataError naming the list that is broken."""
    try:
        table = tomllib.loads(files(__package__).joinpath("credits.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LanguageDataError(f"{_FILE} cannot be read: {error}") from error
    for name in _LISTS:
        listed = table.get(name)
        if not isinstance(listed, list) or not all(isinstance(form, str) and name_words(form) for form in listed):
            raise LanguageDataError(f"{_FILE}: {name} must be a list of strings that hold words, not {listed!r}")
    labels, strong, groups = (frozenset(map(name_words, table[name])) for name in _LISTS[:3])
    if not strong <= labels:
        raise LanguageDataError(f"{_FILE}: strong_labels must be among the labels")
    return CreditForms(labels, strong, groups, frozenset(name_words(form)[0] for form in table["fillers"]))
