"""Counts characters as browsers do: in UTF-16 units, two for what lies beyond the first 65,536 code points."""

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from musnad.model import Span

_LAST_OF_ONE_UNIT = "\uffff"
_SPANS = frozenset(
    (
        *("span", "content", "verbatim", "source", "resolved", "cue", "anonymity_clause", "account", "verification"),
        *("refers_to", "anchor_span", "trigger", "also", "agents", "targets", "place", "weapons", "item", "supplier"),
        *("recipient", "end_user", "via"),
    )
)
"""The fields of a report's record that hold spans, or lists of them."""


class OffsetUnit(StrEnum):
    """What the offsets in an answer count."""

    CODEPOINTS = "codepoints"
    UTF16 = "utf16"


class Counter:
    """Turns offsets in code points of one text into the unit that was asked for."""

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        wanted = unit is OffsetUnit.UTF16 and any(letter > _LAST_OF_ONE_UNIT for letter in text)
        self._pairs = [at for at, letter in enumerate(text) if letter > _LAST_OF_ONE_UNIT] if wanted else []

    def offset(self, at: int) -> int:
        """Return one offset."""
        return at + bisect_left(self._pairs, at) if self._pairs else at

    def span(self, span: Span) -> tuple[int, int]:
        """Return both ends of a span."""
        return self.offset(span.start), self.offset(span.end)

    def record(self, value: Any) -> Any:
        """Return a report's record with every span in it turned."""
        if not self._pairs:
            return value
        if isinstance(value, list):
            return [self.record(each) for each in value]
        if isinstance(value, Mapping):
            return {name: self._field(name, inner) for name, inner in value.items()}
        return value

    def _field(self, name: str, value: Any) -> Any:
        if name not in _SPANS or not isinstance(value, list):
            return self.record(value)
        if len(value) == 2 and all(isinstance(each, int) for each in value):
            return [self.offset(each) for each in value]
        return [self._field(name, each) for each in value]
