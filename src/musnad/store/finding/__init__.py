"""Finds what a store keeps: reports by conditions, and what there is of them by time, place and source."""
