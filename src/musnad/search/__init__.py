"""Finds reports, claims and events in a store: a query language, relevance, highlights, timelines, maps and graphs."""

from musnad.search.gathering import gather_dossier
from musnad.search.highlighting import Passage
from musnad.search.keys import keys_are_current, keys_version, make_keys, renew_keys
from musnad.search.listing import (
    Page,
    PageSettings,
    Within,
    list_alerts,
    list_cases,
    list_claims,
    list_contradictions,
    list_entities,
    list_events,
    list_judgements,
    list_propositions,
    list_reports,
    list_sources,
    list_stories,
    list_transfers,
)
from musnad.search.parsing import parse_query
from musnad.search.profiling import SourceProfile, profile_source
from musnad.search.registering import Register, transfer_flows, transfer_register
from musnad.search.relating import Change, RelatedReport, Version, list_related, list_versions
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
    "Change",
    "CitationGraph",
    "Hit",
    "MapCluster",
    "Order",
    "Page",
    "PageSettings",
    "Passage",
    "Register",
    "RelatedReport",
    "Results",
    "SearchSettings",
    "SourceProfile",
    "TimelineBucket",
    "Version",
    "Within",
    "gather_dossier",
    "keys_are_current",
    "keys_version",
    "list_alerts",
    "list_cases",
    "list_claims",
    "list_contradictions",
    "list_entities",
    "list_events",
    "list_judgements",
    "list_propositions",
    "list_related",
    "list_reports",
    "list_sources",
    "list_stories",
    "list_transfers",
    "list_versions",
    "make_keys",
    "matching",
    "parse_query",
    "place_map",
    "profile_source",
    "renew_keys",
    "search",
    "source_graph",
    "timeline",
    "transfer_flows",
    "transfer_register",
]
