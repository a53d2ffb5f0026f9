"""A claim: words of an article that someone is said to hold, and the chain of sources through which they come."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from musnad.model.span import Span


class LinkKind(StrEnum):
    """What sort of holder a link of a chain is."""

    OUTLET = "outlet"
    OUTLET_GROUP = "outlet_group"
    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    ANON = "anon"
    DOCUMENT = "document"
    AUTHOR = "author"
    UNKNOWN = "unknown"


class Anonymity(StrEnum):
    """What is told of an unnamed source."""

    OFFICIAL = "official"
    MILITARY = "military"
    SECURITY = "security"
    DIPLOMAT = "diplomat"
    SOURCE = "source"
    WITNESS = "witness"
    EXPERT = "expert"
    ACTIVIST = "activist"
    MEDIA = "media"
    OTHER = "other"


class Relation(StrEnum):
    """How a link holds what it governs."""

    SAYS = "says"
    RELAYS = "relays"
    TOLD_TO = "told_to"
    DOCUMENT_OF = "document_of"
    BELIEVES = "believes"


class Stance(StrEnum):
    """What a link does with what it governs."""

    ASSERTS = "asserts"
    BELIEVES = "believes"
    DENIES = "denies"
    DOUBTS = "doubts"
    PREDICTS = "predicts"
    THREATENS = "threatens"
    PROMISES = "promises"
    DEMANDS = "demands"
    ASKS = "asks"
    DECLINES = "declines"


class Mode(StrEnum):
    """How much of the content stands in quotation marks: all, part, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Hedge(StrEnum):
    """How certain the words themselves say the content is."""

    NONE = "none"
    POSSIBLE = "possible"
    PROBABLE = "probable"


class AuthorStance(StrEnum):
    """Whether the page's writer keeps away from the claim or vouches for it, by the cue chosen."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"


class LinkBasis(StrEnum):
    """What a link stands on: the claim's own words, an earlier claim of the speaker's, a credit of the page."""

    STATED = "stated"
    INHERITED = "inherited"
    CREDITED = "credited"


class CircumstanceKind(StrEnum):
    """What is told of a speech act besides who and what: where, when, through what."""

    VENUE = "venue"
    TIME = "time"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Where, when or through what something was said (في تغريدة، خلال مقابلة، الأحد); no part of the source.

    `platform` is the social network's id in the lexicon where the words name one, `account` the account's words.
    """

    kind: CircumstanceKind
    span: Span
    platform: str | None = None
    account: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One holder in a chain.

    `source` is None where the text leaves the holder out; `resolved` is then the nearest explicit mention, or, for a
    definite phrase that refers back, its fuller earlier mention. `cue` is None where no words mark the link.
    `entry` is an outlet's id in the lexicon; `anonymity_clause` the words by which a source asks not to be named.
    """

    source: Span | None
    kind: LinkKind
    resolved: Span | None = None
    anonymity: Anonymity | None = None
    cue: Span | None = None
    cue_negated: bool = False
    relation: Relation = Relation.SAYS
    stance: Stance = Stance.ASSERTS
    entry: str | None = None
    anonymity_clause: Span | None = None
    basis: LinkBasis = LinkBasis.STATED


@dataclass(frozen=True, slots=True)
class Chain:
    """The links from the page outwards: first the holder nearest to the page, last the origin; never empty."""

    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        if not self.links:
            raise ValueError("a chain needs at least one link")

    @property
    def origin(self) -> Link:
        """Return the link furthest from the page."""
        return self.links[-1]

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def __len__(self) -> int:
        return len(self.links)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a chain of sources is said to hold.

    `content` has several spans where the words are interrupted; `verbatim` are its quoted parts, marks included.
    `carriers` are links outside the chain, which the claim's own words leave out. `repeats` is the id of the body's
    claim that a headline's claim repeats; `verification` the words that say that nobody could check the claim.
    `rule` names the grammar rule that found it; `confidence` is that rule's precision on annotated text, 0 to 1.
    """

    id: str
    content: tuple[Span, ...]
    chain: Chain
    mode: Mode
    rule: str
    confidence: float
    verbatim: tuple[Span, ...] = ()
    hedge: Hedge = Hedge.NONE
    author_stance: AuthorStance = AuthorStance.NEUTRAL
    in_headline: bool = False
    carriers: tuple[Link, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    verification: Span | None = None
    repeats: str | None = None

    @property
    def resolved_chain(self) -> Chain:
        """Return the chain with the carriers before it: the page's credit, then those inherited from earlier claims."""
        return Chain((*self.carriers, *self.chain)) if self.carriers else self.chain
