"""What a language pack tells of tolls: number words, words of more and less, of the dead and the hurt, and examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class TollRule:
    """One way to tell a toll, with a sentence that tells one and a sentence that only looks like it."""

    name: str
    example: str
    killed: Bounds | None
    wounded: Bounds | None
    counterexample: str


@dataclass(frozen=True, slots=True)
class TollGrammar:
    """The words by which a language counts the dead and the hurt; all folded, phrases as tuples of words.

    `vague` gives the least that a plural of a round number means. `people` are nouns of one person, `pairs` of two,
    `many_people` of several, `one_of` single one out. `parts` open what is counted already (among them).
    """

    numbers: Mapping[str, float] = field(repr=False)
    scales: Mapping[str, float] = field(repr=False)
    vague: Mapping[str, int] = field(repr=False)
    at_least: tuple[tuple[str, ...], ...] = ()
    at_most: tuple[tuple[str, ...], ...] = ()
    about: tuple[tuple[str, ...], ...] = ()
    at_least_behind: tuple[tuple[str, ...], ...] = ()
    between: tuple[tuple[str, ...], ...] = ()
    parts: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()
    hurt: frozenset[str] = frozenset()
    people: frozenset[str] = field(default=frozenset(), repr=False)
    many_people: frozenset[str] = field(default=frozenset(), repr=False)
    pairs: frozenset[str] = field(default=frozenset(), repr=False)
    one_of: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    unnumbered: frozenset[str] = frozenset()
    tallies: frozenset[str] = frozenset()
    lives: frozenset[str] = frozenset()
    units: frozenset[str] = field(default=frozenset(), repr=False)
    rules: tuple[TollRule, ...] = field(default=(), repr=False)
