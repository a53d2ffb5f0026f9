"""Gathers the Arabic lexicons of things that news names into one value."""

from musnad.languages.ar.bodies import load_bodies
from musnad.languages.ar.facilities import load_facilities
from musnad.languages.ar.lemmas import load_lemmatizer
from musnad.languages.ar.named_events import load_named_events
from musnad.languages.ar.names import load_name_parts
from musnad.languages.ar.nationalities import load_countries, load_nationalities
from musnad.languages.ar.titles import load_titles
from musnad.languages.ar.weapons import load_weapons
from musnad.languages.lexicon import Lexicons

LEXICONS = Lexicons(
    load_weapons=load_weapons,
    load_bodies=load_bodies,
    load_facilities=load_facilities,
    load_named_events=load_named_events,
    load_countries=load_countries,
    load_nationalities=load_nationalities,
    load_lemmatizer=load_lemmatizer,
    load_name_parts=load_name_parts,
    load_titles=load_titles,
)
