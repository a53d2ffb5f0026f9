"""The Arabic language pack."""

from musnad.languages.ar.agreement import load_agreement
from musnad.languages.ar.all_lexicons import LEXICONS
from musnad.languages.ar.analyser import load_analyser
from musnad.languages.ar.charges import load_charges
from musnad.languages.ar.credits import load_credit_forms
from musnad.languages.ar.events import load_events
from musnad.languages.ar.gazetteer import load_gazetteer
from musnad.languages.ar.lexicons import load_grammar
from musnad.languages.ar.mentions import load_mention_grammar
from musnad.languages.ar.naming import load_naming_grammar, load_transliteration
from musnad.languages.ar.outlet_names import load_outlet_names
from musnad.languages.ar.places import load_place_grammar
from musnad.languages.ar.source_words import load_source_words
from musnad.languages.ar.tagger_models import load_tagger_models
from musnad.languages.ar.terms import load_terms
from musnad.languages.ar.times import load_times
from musnad.languages.language import Language

ARABIC = Language(
    code="ar",
    name="Arabic",
    load_grammar=load_grammar,
    load_outlet_names=load_outlet_names,
    load_credit_forms=load_credit_forms,
    load_mention_grammar=load_mention_grammar,
    load_tagger_models=load_tagger_models,
    lexicons=LEXICONS,
    load_gazetteer=load_gazetteer,
    load_times=load_times,
    load_events=load_events,
    load_place_grammar=load_place_grammar,
    load_analyser=load_analyser,
    load_source_words=load_source_words,
    load_naming_grammar=load_naming_grammar,
    load_transliteration=load_transliteration,
    load_agreement=load_agreement,
    load_terms=load_terms,
    load_charges=load_charges,
)

__all__ = ["ARABIC"]
