"""A claim in the making: token ranges within one sentence, before sources are resolved and chains drawn."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from musnad.claims.phrases import Phrase
from musnad.languages.grammar import Cue, Holder
from musnad.model import Relation, Stance

if TYPE_CHECKING:
    from musnad.claims.kinds import Known


class Elision(StrEnum):
    """Where to look for a speaker whom the text leaves out."""

    SENTENCE = "sentence"  # the speaker of the claim before, in this sentence
    MEMORY = "memory"  # the last fitting speaker of the article
    CARRIER = "carrier"  # the last outlet named, where a relay leaves out who carries it
    ANTECEDENT = "antecedent"  # the noun that a relative clause hangs on
    OUTER = "outer"  # the speaker of the claim around it, else as from memory
    OTHER = "other"  # not the speaker of the claim around it, to whom he spoke: قال لي
    NOBODY = "nobody"  # an agentless passive: nobody is meant to be known


@dataclass(slots=True)
class DraftLink:
    """One holder in the making: cue tokens [first, end) or none, and the source phrase or where to look for it."""

    cue: tuple[int, int] | None
    source: Phrase | None
    relation: Relation = Relation.SAYS
    stance: Stance = Stance.ASSERTS
    negated: bool = False
    elision: Elision = Elision.MEMORY
    antecedent: Phrase | None = None
    agreement: tuple[str, str] = ("", "")
    vouched: Holder | None = None  # what the body says that a name in the headline is
    not_outlet: bool = False
    aside: bool = False  # named in passing, behind the speaker of the sentence: no elided verb means it first
    own_outlet: bool = False  # علمت «...»: an outlet that so names itself is the page's own
    barred: "Known | None" = None  # the speaker around it, where another is meant
    known: "Known | None" = None  # the holder, where the claim around this one settles it
    clitic: int = 0  # letters of the word after the cue that belong to the cue (وفقا ل + للصحيفة)


@dataclass(slots=True)
class Draft:
    """A claim in the making. `content` are half-open token ranges; `links` run from the page outwards.

    A `hollow` draft lends its links to the claims nested in it but makes no claim of its own.
    """

    rule: str
    links: list[DraftLink]
    content: list[tuple[int, int]]
    cue: Cue | None = None
    clause_start: int = 0
    charged: Phrase | None = None  # whom nobody in particular accuses: he may deny it in the next sentence
    parent: "Draft | None" = None
    hollow: bool = False

    @property
    def begin(self) -> int:
        """Return the first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Return the token after the content."""
        return self.content[-1][1]

    @property
    def cue_first(self) -> int:
        """Return the first token of the innermost cue, or of the content where there is none."""
        for link in reversed(self.links):
            if link.cue:
                return link.cue[0]
        return self.begin
