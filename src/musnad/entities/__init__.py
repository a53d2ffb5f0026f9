"""Finds which names in many reports are one person's, body's, place's or weapon's; every merge can be undone."""

from musnad.entities.contexts import reasons_as_written
from musnad.entities.matching import NamedReport, name_report
from musnad.entities.merging import Judgements, merge_entities, resolve_entities
from musnad.entities.namings import find_namings

__all__ = [
    "Judgements",
    "NamedReport",
    "find_namings",
    "merge_entities",
    "name_report",
    "reasons_as_written",
    "resolve_entities",
]
