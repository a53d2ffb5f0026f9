"""Gathers the packs' boilerplate phrases: a page's surroundings are read before its language is known."""

from musnad.languages.ar.boilerplate import Boilerplate, Phrase, load_boilerplate

__all__ = ["Boilerplate", "Phrase", "load_boilerplate"]
