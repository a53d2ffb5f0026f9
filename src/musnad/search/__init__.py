"""Finds reports, claims and events in a store: a query language, relevance, highlights, timelines, maps and graphs."""

from musnad.search.highlighting import Passage
from musnad.search.keys import make_keys
from musnad.search.parsing import parse_query
from musnad.search.searching import Hit, Order, Results, SearchSettings, search

__all__ = ["Hit", "Order", "Passage", "Results", "SearchSettings", "make_keys", "parse_query", "search"]
