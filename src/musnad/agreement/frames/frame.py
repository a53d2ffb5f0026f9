"""Holds what a statement tells to have become of a matter, and where those stand of whom it tells it."""

from typing import NamedTuple

from musnad.model import Span


class Frame(NamedTuple):
    """One outcome of a matter: held, set free; `span` are its words, `place` that of the first among the tokens.

    `denied`: it is told not to be so; `meant`: it is planned, feared or possible; `told`: it is what the sentence says,
    not told by the way; `done`: no imperfect tells it. Those of whom it is told stand from the place `first` up to
    `last`, less those at `passed`, among which are its own words.
    """

    matter: str
    outcome: str
    span: Span
    place: int
    denied: bool
    meant: bool
    told: bool
    done: bool
    first: int
    last: int
    passed: frozenset[int]
