"""The languages that Musnad reads, one folder each, how to tell a text's language, and how to index a text."""

from functools import cache

from musnad.languages.ar import ARABIC
from musnad.languages.ar.outlets import read_outlets
from musnad.languages.identify import identify_language
from musnad.languages.language import Language
from musnad.languages.text_index import ANALYSER_VERSION, IndexedText, TextAnalyser

LANGUAGES: dict[str, Language] = {"ar": ARABIC}


@cache
def load_text_analyser() -> TextAnalyser:
    """Return what makes the search keys of texts and queries: Arabic words by lemma, others folded."""
    return TextAnalyser(ARABIC.analyser)


__all__ = [
    "ANALYSER_VERSION",
    "LANGUAGES",
    "IndexedText",
    "Language",
    "TextAnalyser",
    "identify_language",
    "load_text_analyser",
    "read_outlets",
]
