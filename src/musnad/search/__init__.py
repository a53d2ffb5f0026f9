"""Finds reports, claims and events in a store: a query language, relevance, highlights, timelines, maps and graphs."""
