"""Independence: through whom a proposition reached the pages that print it, and how many separate chains that makes."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.claim import Anonymity


class SourceKind(StrEnum):
    """What a node of a source graph stands for."""

    PAGE = "page"
    OUTLET = "outlet"
    AGENCY = "agency"
    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    ANON = "anon"
    DOCUMENT = "document"
    UTTERANCE = "utterance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceNode:
    """A page, an outlet or a source. `members` are the ids of the reports folded into it as copies of one text."""

    id: str
    kind: SourceKind
    label: str
    anonymity: Anonymity | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEdge:
    """The node `holder` has the word from the node `source`, by the assertions with these ids."""

    holder: str
    source: str
    assertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceGraph:
    """Who has it from whom; `circles` are groups of nodes that cite each other, `roots` those who cite nobody."""

    nodes: tuple[SourceNode, ...]
    edges: tuple[SourceEdge, ...]
    roots: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]


class Oddity(StrEnum):
    """What is odd about the way in which words travelled."""

    CIRCULAR = "circular"
    TIME_INVERSION = "time_inversion"
    HEDGE_LAUNDERING = "hedge_laundering"


@dataclass(frozen=True, slots=True)
class Flag:
    """An oddity of some assertions, by id, with its reason."""

    oddity: Oddity
    assertions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent chains there are: at least `least`, at most `most`, with the reasons; 0 for nobody.

    `common_link` is the id of the node, other than a page, through which all chains pass, if there is one.
    `credibility` is 1 to 6 on the Admiralty scale, with what it was derived from.
    """

    least: int
    most: int
    graph: SourceGraph
    reasons: tuple[str, ...]
    common_link: str | None = None
    flags: tuple[Flag, ...] = ()
    credibility: int = 6
    credibility_reasons: tuple[str, ...] = ()


class Reliability(StrEnum):
    """How far a source can be relied on, on the Admiralty scale: A completely to E not at all; F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """How often a source was found right and wrong: by people's judgements, and by claims that were resolved."""

    right: int = 0
    wrong: int = 0
