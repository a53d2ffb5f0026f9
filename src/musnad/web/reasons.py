"""Retells reasons, which are kept in English, in the language of the page."""

import re

from musnad.export.retelling import retell_words
from musnad.export.statements import Told, retold
from musnad.web.languages import Tongue
from musnad.web.place_names import country_name

# Reasons of merges keep countries by their codes: of two countries, EG and SY.
_OF_COUNTRIES = re.compile(r"(?:both of|of two countries,|the reports? speaks? of) .*")
_CODE = re.compile(r"\b[A-Z]{2}\b")
_ENTRY = re.compile(r"entry \S+")
_SAME_ENTRY = "one entry of the lexicon"


def retell(speech: Tongue, pieces: Told) -> Told:
    """Return a reason in this language, in pieces; one that has no translation stays English."""
    return retold(pieces, speech.code)


def retell_text(speech: Tongue, reason: str) -> str:
    """Return a reason, or what a tree says of a source, in this language, with countries by name."""
    if _OF_COUNTRIES.fullmatch(reason):
        reason = _CODE.sub(lambda code: country_name(code[0], speech.code), reason)
    return retell_words(speech.code, _SAME_ENTRY if _ENTRY.fullmatch(reason) else reason)
