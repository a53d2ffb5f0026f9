"""Lays out the picture of a timeline: a bar for each stretch of time, denials and unnamed origins inside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

from musnad.search import Bucket, TimelineBucket

WIDTH, NARROW, HEIGHT = 1120, 400, 300
_TOP, _FLOOR = 18, 262
_SIDE = 46
_WIDEST = 84.0
_GAP = 0.18
_STEPS = (1, 2, 5)
_TICKS = 9
_APART = 92.0  # between two labels of days, so that none runs into the next


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, both days included, and its bar: left edge, width and heights in units of the picture."""

    start: date
    end: date
    label: str
    claims: int
    denials: int
    anonymous: int
    left: float
    width: float
    tall: float
    denied: float
    unnamed: float

    @property
    def days(self) -> str:
        """Return the stretch as the query language writes it."""
        return self.start.isoformat() if self.start == self.end else f"{self.start}..{self.end}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class TimePicture:
    """The bars, the marks of days below them, the marks of numbers beside them; `floor` is where bars stand."""

    bars: tuple[Bar, ...]
    days: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = _FLOOR
    side: int = _SIDE


def fitting_bucket(first: date, last: date) -> Bucket:
    """Return the stretches in which the days from first to last make a picture: some dozens of bars at most."""
    span = (last - first).days
    for most, bucket in ((62, Bucket.DAY), (400, Bucket.WEEK), (3_700, Bucket.MONTH)):
        if span <= most:
            return bucket
    return Bucket.YEAR


def draw_timeline(
    counted: Sequence[TimelineBucket], bucket: Bucket, locale: str, *, mirrored: bool, width: int = WIDTH
) -> TimePicture:
    """Return the picture; `mirrored` lets time run from right to left, as Arabic is read. A phone has it NARROW."""
    if not counted:
        return TimePicture((), (), (), width)
    first, last = counted[0].start, _end(counted[-1].start, bucket)
    days = (last - first).days + 1
    inner = width - 2 * _SIDE
    # A single bar must not fill the picture.
    scale = min(inner / days, _WIDEST / ((_end(first, bucket) - first).days + 1))
    step, top = _round_top(max(each.claims for each in counted))
    up = (_FLOOR - _TOP) / top

    def x(at: float, wide: float = 0.0) -> float:
        return round(width - _SIDE - at - wide if mirrored else _SIDE + at, 2)

    bars = []
    for each in counted:
        end = _end(each.start, bucket)
        wide = ((end - each.start).days + 1) * scale
        inside = max(wide * (1 - _GAP), 1.0)
        left = x((each.start - first).days * scale + (wide - inside) / 2, inside)
        heights = (round(number * up, 2) for number in (each.claims, each.denials, each.anonymous))
        label = _label(each.start, end, bucket, locale)
        bars.append(
            Bar(each.start, end, label, each.claims, each.denials, each.anonymous, left, round(inside, 2), *heights)
        )
    middle = scale / 2 if bucket is Bucket.DAY else 0.0
    marked = _day_ticks(first, last, locale)
    ticks = _apart([Tick(x((day - first).days * scale + middle), label) for day, label in marked])
    counts = tuple(Tick(round(_FLOOR - number * up, 2), str(number)) for number in range(0, top + 1, step))
    return TimePicture(tuple(bars), ticks, counts, width)


def _apart(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Return the ticks whose labels stand clear of the one before."""
    kept: list[Tick] = []
    for tick in ticks:
        if not kept or abs(tick.at - kept[-1].at) >= _APART:
            kept.append(tick)
    return tuple(kept)


def _end(start: date, bucket: Bucket) -> date:
    match bucket:
        case Bucket.DAY:
            return start
        case Bucket.WEEK:
            return start + timedelta(days=6)
        case Bucket.MONTH:
            return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case Bucket.YEAR:
            return start.replace(month=12, day=31)


def _label(start: date, end: date, bucket: Bucket, locale: str) -> str:
    match bucket:
        case Bucket.DAY:
            return format_date(start, "long", locale=locale)
        case Bucket.WEEK:
            return f"{format_date(start, 'd MMMM', locale=locale)} – {format_date(end, 'd MMMM y', locale=locale)}"
        case Bucket.MONTH:
            return format_date(start, "MMMM y", locale=locale)
        case Bucket.YEAR:
            return str(start.year)


def _round_top(most: int) -> tuple[int, int]:
    """Return a round step and the number at the top of the scale, three to five steps above nothing."""
    size = 1
    while True:
        for each in _STEPS:
            step = each * size
            if most <= 5 * step:
                return step, max(step * -(-most // step), step)
        size *= 10


def _day_ticks(first: date, last: date, locale: str) -> Iterator[tuple[date, str]]:
    """Yield round days between the two, few enough that their labels stand apart."""
    days = (last - first).days + 1
    if days <= 90:
        every = max(1, -(-days // _TICKS))
        for number in range(0, days, every):
            day = first + timedelta(days=number)
            yield day, format_skeleton("MMMd", day, locale=locale)
        return
    months = max(1, -(-(days // 30) // _TICKS))
    months = next((each for each in (1, 2, 3, 6, 12) if each >= months), 12 * -(-months // 12))
    day = first.replace(day=1)
    while day <= last:
        since = day.year * 12 + day.month - 1
        if since % months == 0 and day >= first:
            yield day, str(day.year) if months >= 12 else format_date(day, "MMM y", locale=locale)
        following = since + 1
        day = date(following // 12, following % 12 + 1, 1)
