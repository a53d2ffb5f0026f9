"""What the caller asks of a whole intake."""

from dataclasses import dataclass

from musnad.model import Stated

KNOWN_SUFFIXES = (".html", ".htm", ".txt", ".jsonl")


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Whether text is clean article text, what is stated of every document, the most bytes of one."""

    plain: bool
    stated: Stated
    max_bytes: int
