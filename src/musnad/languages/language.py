"""What a language pack must supply."""

from collections.abc import Callable
from dataclasses import dataclass

from musnad.languages.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Language:
    """One language that Musnad reads: its ISO 639-1 code, its English name, and how to load its grammar.

    The grammar is loaded at first use and then kept: commands that read nothing need not pay for it.
    """

    code: str
    name: str
    load_grammar: Callable[[], Grammar]

    @property
    def grammar(self) -> Grammar:
        """Return the grammar of reporting; raise LanguageDataError where one of its files is broken."""
        return self.load_grammar()
