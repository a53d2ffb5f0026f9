"""Pairs predicted claims with gold attributions, one to one, best fit first."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.evaluation.gold import Attribution
from musnad.evaluation.holders import held_links
from musnad.evaluation.words import characters, dice, overlap
from musnad.model import Claim, Link

# Below this share of common content two records do not speak of the same words.
_LEAST_OVERLAP = 0.3
_CUE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Roles:
    """A claim or an attribution as the scorer compares it: the characters of its three roles, and its chain."""

    record: Claim | Attribution
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    chain: tuple[Link, ...]

    @property
    def origin(self) -> Link:
        """Return the last link that somebody holds."""
        return self.chain[-1]


def roles_of(text: str, record: Claim | Attribution) -> Roles:
    """Return the roles of one record; its cue is that of the last link that has one."""
    chain = held_links(record.chain)
    cues = [link.cue for link in record.chain if link.cue is not None]
    return Roles(
        record=record,
        content=characters(text, record.content),
        cue=characters(text, cues[-1:]),
        source=characters(text, [chain[-1].source]),
        chain=chain,
    )


def match_roles(predicted: Sequence[Roles], gold: Sequence[Roles]) -> list[tuple[int, int]]:
    """Return pairs of positions (predicted, gold), the best fitting pair first."""
    fits: list[tuple[float, int, int]] = []
    for row, claim in enumerate(predicted):
        for column, wanted in enumerate(gold):
            common = overlap(claim.content, wanted.content)
            if common >= _LEAST_OVERLAP:
                fits.append((common + _CUE_WEIGHT * dice(claim.cue, wanted.cue), row, column))
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    # Equal fits go to the later records, so that the order is the same everywhere.
    for _, row, column in sorted(fits, reverse=True):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((row, column))
    return pairs
