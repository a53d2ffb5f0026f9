"""The Arabic language pack."""

from musnad.languages.ar.lexicons import load_grammar
from musnad.languages.language import Language

ARABIC = Language(code="ar", name="Arabic", load_grammar=load_grammar)

__all__ = ["ARABIC"]
