"""Cuts a text at the edges of overlapping spans into segments that know what lies on them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from musnad.model import Claim, LinkKind, Span


class Role(StrEnum):
    """What a stretch of text is to a claim."""

    CONTENT = "content"
    VERBATIM = "verbatim"
    SOURCE = "source"
    UNNAMED = "unnamed"
    RESOLVED = "resolved"
    CUE = "cue"


@dataclass(frozen=True, slots=True, order=True)
class Layer:
    """A span of the text and what it is to which claim (by number)."""

    span: Span
    role: Role
    claim: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text on which the same layers lie from its first character to its last."""

    span: Span
    layers: tuple[Layer, ...] = ()

    def claims(self, role: Role) -> tuple[int, ...]:
        """Return the numbers of the claims to which this segment plays the role, in order."""
        return tuple(sorted({layer.claim for layer in self.layers if layer.role is role}))

    def starts(self, role: Role) -> tuple[int, ...]:
        """Return the numbers of the claims of which a span of this role begins here, in order."""
        begun = {layer.claim for layer in self.layers if layer.role is role and layer.span.start == self.span.start}
        return tuple(sorted(begun))


def claim_layers(claims: Sequence[Claim]) -> tuple[Layer, ...]:
    """Return every span of the claims as a layer; claims are numbered from 1."""
    layers: list[Layer] = []
    for number, claim in enumerate(claims, start=1):
        layers += (Layer(span, Role.CONTENT, number) for span in claim.content)
        layers += (Layer(span, Role.VERBATIM, number) for span in claim.verbatim)
        for link in claim.chain:
            unnamed = link.source if link.kind is LinkKind.ANON else None
            marked = (
                (link.source, Role.SOURCE),
                (unnamed, Role.UNNAMED),
                (link.resolved, Role.RESOLVED),
                (link.cue, Role.CUE),
            )
            layers += (Layer(span, role, number) for span, role in marked if span)
    return tuple(layers)


def segment_text(text: str, layers: Iterable[Layer], *, cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Return segments that together cover `text` exactly, cut at every layer's edges and at `cuts`.

    Layers that reach past the end of the text are taken as far as it goes.
    """
    begins: defaultdict[int, list[Layer]] = defaultdict(list)
    ends: defaultdict[int, list[Layer]] = defaultdict(list)
    edges = {0, len(text), *(cut for cut in cuts if 0 < cut < len(text))}
    for layer in layers:
        if layer.span.start < len(text):
            end = min(layer.span.end, len(text))
            begins[layer.span.start].append(layer)
            ends[end].append(layer)
            edges |= {layer.span.start, end}
    open_layers: dict[Layer, int] = defaultdict(int)
    segments: list[Segment] = []
    places = sorted(edges)
    for start, end in pairwise(places):
        for layer in ends[start]:
            open_layers[layer] -= 1
            if not open_layers[layer]:
                del open_layers[layer]
        for layer in begins[start]:
            open_layers[layer] += 1
        segments.append(Segment(Span(start, end), tuple(sorted(open_layers))))
    return tuple(segments)
