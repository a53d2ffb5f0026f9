"""The languages of the desk: which one a visitor wants, and its catalogue of messages."""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations, c2py
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from starlette.requests import HTTPConnection

LANGUAGE_COOKIE = "musnad_language"
DIRECTIONS: Mapping[str, str] = {"ar": "rtl", "en": "ltr"}
SOURCE = "en"
"""The messages in templates and code are English; every other language has a catalogue."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the desk: its code, its direction, and its messages."""

    code: str
    direction: str
    messages: NullTranslations


def tongue_of(request: HTTPConnection) -> Tongue:
    """Return the language that is asked for: by `?lang=`, by the visitor's choice, by the browser; else Arabic."""
    asked = (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    for code in asked:
        if code in DIRECTIONS:
            return tongue(code)
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in DIRECTIONS:
            return tongue(code)
    return tongue("ar")


@functools.cache
def tongue(code: str) -> Tongue:
    """Return a language with its messages."""
    return Tongue(code, DIRECTIONS[code], NullTranslations() if code == SOURCE else Catalogue(code))


class Catalogue(NullTranslations):
    """The messages of a language; a message that it lacks stays English."""

    def __init__(self, code: str) -> None:
        super().__init__()
        catalogue = read_catalogue(code)
        self._form_of: Callable[[int], int] = c2py(catalogue.plural_expr)
        self._entries = {_first(each.id): each.string for each in catalogue if each.id}

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        found = self._entries.get(message)
        return found if isinstance(found, str) and found else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of the message that goes with the number."""
        found = self._entries.get(msgid1)
        if isinstance(found, str) or not found or not all(found):
            return msgid1 if n == 1 else msgid2
        return found[self._form_of(n)]


def read_catalogue(code: str) -> Catalog:
    """Return the catalogue of a language as its translators write it."""
    with (files("musnad.web") / "catalogues" / f"{code}.po").open("rb") as stream:
        return read_po(stream, locale=code, abort_invalid=True)


def _first(message: str | Iterable[str]) -> str:
    return message if isinstance(message, str) else next(iter(message))
