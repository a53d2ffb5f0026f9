"""Lays out the picture of who supplies whom: suppliers on one side, recipients on the other, bands between them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.store.finding.register import Flow

WIDTH = 960
_POST = 12
_LABELS = 230
_GAP = 14
_TOP = 12
_LEAST_SIDE = 22
_TALLEST = 460


@dataclass(frozen=True, slots=True)
class Post:
    """A party: the post that its bands start or end at, and where its name stands."""

    key: str
    words: str | None
    transfers: int
    left: int
    top: float
    tall: float
    label_at: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Band:
    """What is told from one party to another: the outline of its band."""

    flow: Flow
    path: str


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Posts of suppliers and of recipients, and the bands between them."""

    suppliers: tuple[Post, ...]
    recipients: tuple[Post, ...]
    bands: tuple[Band, ...]
    width: int
    height: int


def draw_flows(flows: Sequence[Flow], *, mirrored: bool) -> FlowPicture:
    """Return the picture; `mirrored` puts the suppliers at the right, where reading begins in Arabic."""
    given, taken = _totals(flows, "supplier"), _totals(flows, "recipient")
    most = max(len(given), len(taken), 1)
    unit = min(26.0, max(4.0, (_TALLEST - most * _GAP) / max(sum(given.values()), 1)))
    near, far = _LABELS, WIDTH - _LABELS - _POST
    suppliers = _posts(flows, "supplier", given, unit, far if mirrored else near, outwards=mirrored)
    recipients = _posts(flows, "recipient", taken, unit, near if mirrored else far, outwards=not mirrored)
    starts = {post.key: post.top for post in suppliers}
    ends = {post.key: post.top for post in recipients}
    bands = []
    for flow in sorted(flows, key=lambda each: [post.key for post in recipients].index(each.recipient.key)):
        thick = flow.transfers * unit
        start, end = starts[flow.supplier.key], ends[flow.recipient.key]
        starts[flow.supplier.key] += thick
        ends[flow.recipient.key] += thick
        bands.append(Band(flow, _outline(start, end, thick, mirrored=mirrored)))
    height = max(post.top + max(post.tall, _LEAST_SIDE) for post in (*suppliers, *recipients)) + _TOP if flows else 0
    return FlowPicture(suppliers, recipients, tuple(bands), WIDTH, round(height))


def _totals(flows: Sequence[Flow], side: str) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for flow in flows:
        counted[getattr(flow, side).key] += flow.transfers
    return dict(counted.most_common())


def _posts(
    flows: Sequence[Flow], side: str, totals: dict[str, int], unit: float, left: int, *, outwards: bool
) -> tuple[Post, ...]:
    words = {getattr(flow, side).key: getattr(flow, side).words for flow in flows}
    posts, top = [], float(_TOP)
    for key, transfers in totals.items():
        tall = transfers * unit
        label_at = left + _POST + 8 if outwards else left - 8
        anchor = "start" if outwards else "end"
        posts.append(Post(key, words[key], transfers, left, round(top, 2), round(tall, 2), label_at, anchor))
        top += max(tall, _LEAST_SIDE - _GAP / 2) + _GAP
    return tuple(posts)


def _outline(start: float, end: float, thick: float, *, mirrored: bool) -> str:
    one, other = _LABELS + _POST, WIDTH - _LABELS - _POST
    if mirrored:
        one, other = other, one
    middle = (one + other) / 2
    return (
        f"M{one} {start:.1f}C{middle:.0f} {start:.1f} {middle:.0f} {end:.1f} {other} {end:.1f}"
        f"V{end + thick:.1f}C{middle:.0f} {end + thick:.1f} {middle:.0f} {start + thick:.1f} {one} {start + thick:.1f}Z"
    )
