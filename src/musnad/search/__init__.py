"""Finds reports, claims and events in a store: a query language, relevance, highlights, timelines, maps and graphs."""

from musnad.search.highlighting import Passage
from musnad.search.keys import keys_are_current, make_keys, renew_keys
from musnad.search.parsing import parse_query
from musnad.search.searching import Hit, Order, Results, SearchSettings, matching, search
from musnad.search.surveying import (
    Bucket,
    CitationGraph,
    MapCluster,
    TimelineBucket,
    place_map,
    source_graph,
    timeline,
)

__all__ = [
    "Bucket",
    "CitationGraph",
    "Hit",
    "MapCluster",
    "Order",
    "Passage",
    "Results",
    "SearchSettings",
    "TimelineBucket",
    "keys_are_current",
    "make_keys",
    "matching",
    "parse_query",
    "place_map",
    "renew_keys",
    "search",
    "source_graph",
    "timeline",
]
