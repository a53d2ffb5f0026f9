"""Finds reports, claims and events in a store: a query language, relevance, highlights, timelines, maps and graphs."""

from musnad.search.highlighting import Passage
from musnad.search.keys import keys_are_current, make_keys, renew_keys
from musnad.search.parsing import parse_query
from musnad.search.searching import Hit, Order, Results, SearchSettings, search

__all__ = [
    "Hit",
    "Order",
    "Passage",
    "Results",
    "SearchSettings",
    "keys_are_current",
    "make_keys",
    "parse_query",
    "renew_keys",
    "search",
]
