"""What a cue governs, in the making: a clause, a quotation, an object; and whom the reader passed on the way there."""

from dataclasses import dataclass, field

from musnad.claims.phrases import Phrase


@dataclass(slots=True)
class Complement:
    """What a cue governs: its kind (clause, quote, colon, preposition, object), where it starts, what was passed."""

    kind: str
    start: int
    cue_end: int
    subject: Phrase | None = None
    told_to: Phrase | None = None
    through: Phrase | None = None
    through_cue: tuple[int, int] | None = None
    relayed_from: tuple[tuple[int, int], Phrase] | None = None
    origins: list[Phrase] = field(default_factory=list)  # whom the one relied on goes by: نقلا عن وكالة | عن مسؤول
    skipped: list[int] = field(default_factory=list)
