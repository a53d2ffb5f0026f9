"""Finds which names in many reports are one person's, body's, place's or weapon's; every merge can be undone."""

from musnad.entities.matching import NamedReport, name_report
from musnad.entities.merging import Judgements, merge_entities, resolve_entities

__all__ = ["Judgements", "NamedReport", "merge_entities", "name_report", "resolve_entities"]
