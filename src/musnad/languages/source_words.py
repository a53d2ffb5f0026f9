"""What a language pack tells of sources that speak for a body."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Folded words without article. `spokes` speak for a body; `offices` are heads of one, each with its noun.

    `correspondents` speak for their outlet, `organs` of a body as the whole; `general` adjectives name no outlet.
    `governments` are, before a nation, its state.
    """

    spokes: frozenset[str]
    correspondents: frozenset[str]
    organs: frozenset[str]
    general: frozenset[str]
    governments: frozenset[str]
    offices: Mapping[str, str]
