"""Says where claims stand in the text as the browser counts: by paragraph, in UTF-16 units, for the Highlight API."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.export.display import display_unmoved
from musnad.export.view import claim_filters
from musnad.model import Article, Claim, LinkKind, Span

Place = tuple[int, int, int]
"""A paragraph, and from where to where in it."""
_LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article as it is shown; `start` is its first character in the text."""

    start: int
    words: str


def lines_of(article: Article) -> tuple[Line, ...]:
    """Return the article line by line, blank lines left out."""
    lines, start = [], 0
    for words in article.text.split("\n"):
        if words.strip():
            lines.append(Line(start, display_unmoved(words)))
        start += len(words) + 1
    return tuple(lines)


def claim_marks(lines: Sequence[Line], claims: Sequence[Claim]) -> list[Mapping[str, Any]]:
    """Return of each claim its places in the lines: its words, quoted parts, holders, cues; and how it is toned."""
    return [
        {
            "id": claim.id,
            "tone": _tone(claim),
            "content": _places(lines, claim.content),
            "verbatim": _places(lines, claim.verbatim),
            "source": _places(lines, (link.source for link in claim.chain)),
            "resolved": _places(lines, (link.resolved for link in claim.chain)),
            "cue": _places(lines, (link.cue for link in claim.chain)),
            "filters": claim_filters(claim),
        }
        for claim in claims
    ]


def _tone(claim: Claim) -> str:
    """Return by what the claim is coloured: denied before hedged before who its origin is."""
    filters = claim_filters(claim)
    for name in ("denied", "hedged", "anonymous"):
        if name in filters:
            return name
    return "unknown" if claim.chain.origin.kind is LinkKind.UNKNOWN else "named"


def _places(lines: Sequence[Line], spans: Iterable[Span | None]) -> list[Place]:
    return [place for span in spans if span is not None for place in places_of(lines, span)]


def places_of(lines: Sequence[Line], span: Span) -> list[Place]:
    """Return where a span stands, a place for each line that it touches."""
    found = []
    for number, line in enumerate(lines):
        start, end = max(span.start - line.start, 0), min(span.end - line.start, len(line.words))
        if start < end:
            before = _units(line.words[:start])
            found.append((number, before, before + _units(line.words[start:end])))
    return found


def _units(words: str) -> int:
    return len(words) + sum(character > _LAST_OF_ONE_UNIT for character in words)
