"""An event while it is being read: one mention with what its sentence tells of it, before mentions are merged."""

from dataclasses import dataclass, field
from datetime import date

from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.model import Amount, EventStatus, EventType, Span


@dataclass(slots=True)
class Draft:
    """One mention of an event; `also` gathers other mentions of it, `strength` how much it tells."""

    found: Found
    sentence: EventSentence
    type: EventType
    trigger: Span
    agents: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    place: Span | None = None
    status: EventStatus = EventStatus.HAPPENED
    killed: Amount | None = None
    wounded: Amount | None = None
    weapons: tuple[Span, ...] = ()
    background: bool = False
    said_in: str | None = None
    rule: str = ""
    guessed: bool = False  # nobody is named beside the trigger; the participants are the sentence's nearest
    thing: bool = False  # the verb's subject is no one who can act
    resumes: bool = False  # a definite noun that names nobody by itself: القصف | استهدف السوق
    about: int = 0  # where the phrase ends of the act that is the deed's matter, and no party
    carrier: int | None = None  # the token of the verb that carries a trigger noun
    also: list[Span] = field(default_factory=list)
    earliest: date | None = None
    latest: date | None = None

    @property
    def mode(self) -> str | None:
        """Return the mode of the trigger's group."""
        return self.found.trigger.frame.mode

    @property
    def lemma(self) -> str:
        """Return the trigger's lemma."""
        return self.found.trigger.lemma
