"""Retells reasons, which are kept in English, in the language of the page."""

from musnad.export.retelling import retell_words
from musnad.export.statements import Told, retold
from musnad.web.languages import Tongue


def retell(speech: Tongue, pieces: Told) -> Told:
    """Return a reason in this language, in pieces; one that has no translation stays English."""
    return retold(pieces, speech.code)


def retell_text(speech: Tongue, reason: str) -> str:
    """Return a reason, or what a tree says of a source, in this language."""
    return retell_words(speech.code, reason)
