"""A stretch of an article's text."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Characters [start, end) of `Article.text`, in Unicode code points; never empty."""

    start: int
    end: int

    # A report is read into thousands of spans: set past what keeps them frozen, they are made in half the time.
    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)
        if not 0 <= start < end:
            self.__post_init__()

    def __post_init__(self) -> None:
        # By this name it is called by what decodes spans without their constructor.
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


_set_start: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_set_end: Callable[[Span, int], None] = Span.__dict__["end"].__set__
