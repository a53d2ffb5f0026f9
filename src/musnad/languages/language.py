"""What a language pack must supply."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from musnad.languages.agreement import AgreementLexicon
from musnad.languages.analysis import WordAnalyser
from musnad.languages.charges import ChargeGrammar
from musnad.languages.credit_forms import CreditForms
from musnad.languages.events import EventLexicon
from musnad.languages.gazetteer import Gazetteer
from musnad.languages.grammar import Grammar
from musnad.languages.lexicon import Lexicons
from musnad.languages.mention_grammar import MentionGrammar
from musnad.languages.naming_grammar import NamingGrammar
from musnad.languages.outlet_names import OutletNames
from musnad.languages.place_grammar import PlaceGrammar
from musnad.languages.source_words import SourceWords
from musnad.languages.tagger_models import TaggerModels
from musnad.languages.terms import TermCounts
from musnad.languages.times.grammar import TimeGrammar
from musnad.languages.times.printed import count_timeless_words, read_printed_date
from musnad.languages.transliteration import Transliteration


# There is one value a language: compared and hashed by identity, it is a cheap key of caches.
@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language that Musnad reads: its ISO 639-1 code, its English name, and how to load its grammars.

    A grammar is loaded at first use and then kept: commands that read nothing need not pay for it.
    """

    code: str
    name: str
    load_grammar: Callable[[], Grammar]
    load_outlet_names: Callable[[], OutletNames]
    load_credit_forms: Callable[[], CreditForms]
    load_mention_grammar: Callable[[], MentionGrammar]
    load_tagger_models: Callable[[], TaggerModels]
    lexicons: Lexicons
    load_gazetteer: Callable[[], Gazetteer]
    load_times: Callable[[], TimeGrammar]
    load_events: Callable[[], EventLexicon]
    load_place_grammar: Callable[[], PlaceGrammar]
    load_analyser: Callable[[], WordAnalyser]
    load_source_words: Callable[[], SourceWords]
    load_naming_grammar: Callable[[], NamingGrammar]
    load_transliteration: Callable[[], Transliteration]
    load_agreement: Callable[[], AgreementLexicon]
    load_terms: Callable[[], TermCounts]
    load_charges: Callable[[], ChargeGrammar]

    @property
    def grammar(self) -> Grammar:
        """Return the grammar of reporting; raise LanguageDataError where one of its files is broken."""
        return self.load_grammar()

    @property
    def outlet_names(self) -> OutletNames:
        """Return the look-up of outlet names; raise LanguageDataError where the lexicon is broken."""
        return self.load_outlet_names()

    @property
    def credit_forms(self) -> CreditForms:
        """Return the words of credit lines; raise LanguageDataError where their file is broken."""
        return self.load_credit_forms()

    @property
    def mention_grammar(self) -> MentionGrammar:
        """Return what builds mentions beside the lexicons; raise LanguageDataError where its file is broken."""
        return self.load_mention_grammar()

    @property
    def tagger_models(self) -> TaggerModels:
        """Return the weights of the trained taggers; raise LanguageDataError where one of their files is broken."""
        return self.load_tagger_models()

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the places of the world under their names in the language; raise LanguageDataError where broken."""
        return self.load_gazetteer()

    @property
    def events(self) -> EventLexicon:
        """Return the lexicon of events and transfers; raise LanguageDataError where one of its files is broken."""
        return self.load_events()

    @property
    def times(self) -> TimeGrammar:
        """Return the grammar of time; raise LanguageDataError where one of its files is broken."""
        return self.load_times()

    def read_date(self, written: str) -> tuple[datetime, bool] | None:
        """Return the moment that a page's date line tells and whether it has a time of day, or None."""
        return read_printed_date(written, self.times)

    def count_timeless_words(self, written: str) -> int:
        """Return how many words of a line tell nothing of time."""
        return count_timeless_words(written, self.times)

    @property
    def place_grammar(self) -> PlaceGrammar:
        """Return the words around place names; raise LanguageDataError where their file is broken."""
        return self.load_place_grammar()

    @property
    def analyser(self) -> WordAnalyser:
        """Return what joins the forms of words for search; raise LanguageDataError where one of its files is broken."""
        return self.load_analyser()

    @property
    def source_words(self) -> SourceWords:
        """Return the words that tell for whom a source speaks; raise LanguageDataError where their file is broken."""
        return self.load_source_words()

    @property
    def naming_grammar(self) -> NamingGrammar:
        """Return how names are put together; raise LanguageDataError where its file is broken."""
        return self.load_naming_grammar()

    @property
    def transliteration(self) -> Transliteration:
        """Return the alignment of letters with Latin ones; raise LanguageDataError where its file is broken."""
        return self.load_transliteration()

    @property
    def agreement(self) -> AgreementLexicon:
        """Return what tells that two claims agree; raise LanguageDataError where one of its files is broken."""
        return self.load_agreement()

    @property
    def terms(self) -> TermCounts:
        """Return how words become terms, and their counts; raise LanguageDataError where the table is broken."""
        return self.load_terms()

    @property
    def charges(self) -> ChargeGrammar:
        """Return the words of accusations and denials; raise LanguageDataError where their file is broken."""
        return self.load_charges()
