"""Draws the chains of a proposition as SVG, and gives the browser's graph the same nodes at the same places."""

import math
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from musnad.export.chain_layout import Drawing, Spot, Tie
from musnad.export.display import clip
from musnad.export.labels import Label
from musnad.model import SourceKind

KIND_LABELS: dict[SourceKind, Label] = {
    SourceKind.PAGE: Label("صفحة", "page"),
    SourceKind.OUTLET: Label("وسيلة إعلام", "outlet"),
    SourceKind.AGENCY: Label("وكالة أنباء", "news agency"),
    SourceKind.PERSON: Label("شخص", "person"),
    SourceKind.ORG: Label("جهة", "organisation"),
    SourceKind.GROUP: Label("جماعة", "group"),
    SourceKind.ANON: Label("مصدر غير مسمّى", "unnamed source"),
    SourceKind.DOCUMENT: Label("وثيقة", "document"),
    SourceKind.UTTERANCE: Label("قول منقول بلفظه", "words quoted alike"),
    SourceKind.UNKNOWN: Label("لا يُعرَف قائله", "not told who"),
}
# Cytoscape's names; the SVG has the same forms.
SHAPES: dict[SourceKind, str] = {
    SourceKind.PAGE: "round-rectangle",
    SourceKind.OUTLET: "rectangle",
    SourceKind.AGENCY: "hexagon",
    SourceKind.PERSON: "ellipse",
    SourceKind.ORG: "octagon",
    SourceKind.GROUP: "diamond",
    SourceKind.ANON: "ellipse",
    SourceKind.DOCUMENT: "cut-rectangle",
    SourceKind.UTTERANCE: "round-tag",
    SourceKind.UNKNOWN: "triangle",
}
_LONGEST = 44
_LINE = 22
_HALF = 21  # half the width of a node
_INK, _LINE_COLOUR, _ACCENT, _DENY, _ANON = "#17211f", "#8b9a93", "#0b5f57", "#a8231c", "#6a3d7d"


def graph_elements(drawing: Drawing) -> list[dict[str, Any]]:
    """Return the nodes and edges as Cytoscape takes them, each node at its place."""
    nodes = [
        {
            "data": {
                "id": spot.node.id,
                "label": _label(spot),
                "kind": spot.node.kind.value,
                "shape": SHAPES[spot.node.kind],
            },
            "position": {"x": spot.x, "y": spot.y},
            "classes": " ".join(_classes(spot)),
        }
        for spot in drawing.spots
    ]
    ties = [
        {
            "data": {"id": f"t{number}", "source": tie.holder, "target": tie.source},
            "classes": " ".join(
                name for name, holds in (("denies", tie.denies), ("circular", tie.is_circular)) if holds
            ),
        }
        for number, tie in enumerate(drawing.ties)
    ]
    return [*nodes, *ties]


def _classes(spot: Spot) -> Iterator[str]:
    yield spot.node.kind.value
    if spot.is_common:
        yield "common"
    if spot.is_circular:
        yield "circular"
    if spot.copies:
        yield "folded"


def _label(spot: Spot) -> str:
    name = clip(spot.node.label, length=_LONGEST)
    return f"{name} ×{spot.copies + 1}" if spot.copies else name


def draw_chains(drawing: Drawing, *, title: str, direction: str, prefix: str = "") -> str:
    """Return the picture as a self-contained SVG file; `prefix` begins its ids, for pages with several pictures."""
    places = {spot.node.id: spot for spot in drawing.spots}
    width, height = round(drawing.width), round(drawing.height + 30)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" direction="{direction}" font-family="IBM Plex Sans Arabic, Segoe UI, Tahoma, sans-serif">',
        f"<title>{escape(title)}</title>",
        *(_arrow(prefix + name, colour) for name, colour in (("tie", _LINE_COLOUR), ("denial", _DENY))),
        f'<rect width="{width}" height="{height}" fill="#fcfdfb"/>',
        *(_tie(tie, places, prefix) for tie in drawing.ties),
        *(_spot(spot) for spot in drawing.spots),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _arrow(name: str, colour: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{colour}"/></marker>'
    )


def _tie(tie: Tie, places: dict[str, Spot], prefix: str) -> str:
    holder, source = places[tie.holder], places[tie.source]
    across, down = source.x - holder.x, source.y - holder.y
    length = math.hypot(across, down) or 1
    gap = _HALF + 5
    x1, y1 = holder.x + across / length * gap, holder.y + down / length * gap
    x2, y2 = source.x - across / length * gap, source.y - down / length * gap
    # A tie within a step would run through what stands between, and its twin the other way would hide it.
    bend = 26 if tie.is_circular else 0
    middle_x, middle_y = (x1 + x2) / 2 - down / length * bend, (y1 + y2) / 2 + across / length * bend
    colour = _DENY if tie.is_circular or tie.denies else _LINE_COLOUR
    dashes = ' stroke-dasharray="5 4"' if tie.denies else ""
    marker = "denial" if colour == _DENY else "tie"
    return (
        f'<path d="M{x1:.1f} {y1:.1f}Q{middle_x:.1f} {middle_y:.1f} {x2:.1f} {y2:.1f}" fill="none" stroke="{colour}" '
        f'stroke-width="1.6" marker-end="url(#{prefix}{marker})"{dashes}/>'
    )


def _spot(spot: Spot) -> str:
    colour = _DENY if spot.is_circular else _ANON if spot.node.kind is SourceKind.ANON else _ACCENT
    ring = f'<circle r="{_HALF + 7}" fill="none" stroke="#7a4d00" stroke-width="2.5"/>' if spot.is_common else ""
    behind = f'<g transform="translate(4 -4)">{_form(spot.node.kind, colour)}</g>' if spot.copies else ""
    lines = _lines(_label(spot))
    words = "".join(
        f'<text y="{_HALF + 17 + 16 * place}" text-anchor="middle" font-size="12.5" fill="{_INK}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    return (
        f'<g transform="translate({spot.x:.0f} {spot.y:.0f})" aria-label={quoteattr(_label(spot))}>'
        f"{ring}{behind}{_form(spot.node.kind, colour)}{words}</g>"
    )


def _form(kind: SourceKind, colour: str) -> str:
    dashes = ' stroke-dasharray="4 3"' if kind in (SourceKind.ANON, SourceKind.UNKNOWN) else ""
    paint = f'fill="#eef5f2" stroke="{colour}" stroke-width="1.8"{dashes}'
    h, k = _HALF, _HALF * 0.72
    match kind:
        case SourceKind.PAGE:
            return f'<rect x="{-k}" y="{-h}" width="{2 * k}" height="{2 * h}" rx="4" {paint}/>'
        case SourceKind.OUTLET:
            return f'<rect x="{-h}" y="{-k}" width="{2 * h}" height="{2 * k}" {paint}/>'
        case SourceKind.PERSON | SourceKind.ANON:
            return f'<circle r="{h}" {paint}/>'
        case _:
            return f'<path d="{_PATHS[kind]}" {paint}/>'


_PATHS = {
    SourceKind.AGENCY: "M-10.500 -18h21L21 0 10.500 18h-21L-21 0z",
    SourceKind.ORG: "M-9 -21h18l12 12v18l-12 12h-18l-12 -12v-18z",
    SourceKind.GROUP: "M0 -22 22 0 0 22 -22 0z",
    SourceKind.DOCUMENT: "M-15 -21h22l8 8v34h-30z",
    SourceKind.UTTERANCE: "M-20 -15h40v24h-24l-9 9v-9h-7z",
    SourceKind.UNKNOWN: "M0 -20 21 17h-42z",
}


def _lines(label: str) -> list[str]:
    """Return a label cut at blanks into lines that fit between two steps."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
