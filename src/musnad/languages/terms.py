"""How the words of a language are reduced to terms, and in how many reports of a large sample each stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Takes a folded word to its term; `reports` were counted, `counts` tells in how many of them a term stands."""

    reports: int
    counts: Mapping[str, int] = field(repr=False)
    term_of: Callable[[str], str] = field(repr=False)
