"""The languages that Musnad reads, one folder each, and how to tell a text's language."""

from musnad.languages.ar import ARABIC
from musnad.languages.identify import identify_language
from musnad.languages.language import Language

LANGUAGES: dict[str, Language] = {"ar": ARABIC}

__all__ = ["LANGUAGES", "Language", "identify_language"]
