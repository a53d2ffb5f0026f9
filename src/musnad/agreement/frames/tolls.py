"""Finds how many dead a statement tells of, by whatever words: لقي سبعة حتفهم, 131 وفاة, أودى بحياة ثمانية."""

from collections.abc import Iterator
from dataclasses import replace

from musnad.agreement.amounts import Figure
from musnad.agreement.figures import FigurePair, Fit
from musnad.agreement.frames.frame import Frame
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement

_DEAD = ("life", "dead")
_KILLED = "killed"
_BEHIND, _BEFORE = 12, 3  # characters between words of dying and the number behind them, or before them
_UNITS = frozenset({"قتيل", "وفاه", "وفي", "جثه"})
_ANYONE = _UNITS | {"شخص", "حاله", "ضحيه", "فرد"}


def dead_apart(sides: Sides) -> Iterator[FigurePair]:
    """Yield the dead of either side, where each tells of but one number and these are apart."""
    one, other = _dead(sides.left), _dead(sides.right)
    if one is None or other is None:
        return
    if any({id(pair.left), id(pair.right)} & {id(one), id(other)} for pair in sides.figures):
        return  # compared by what is counted
    units = sorted((one.unit, other.unit), key=len)
    if not (units[0] and units[1].startswith(units[0])) and not set(units) & _ANYONE:
        return  # dead soldiers, dead rebels
    least, most = sorted((one.amount, other.amount), key=lambda amount: amount.least)
    if least.most is not None and least.most < most.least:
        yield FigurePair(replace(one, role=_KILLED), replace(other, role=_KILLED), Fit.APART)


def _dead(side: Statement) -> Figure | None:
    """Return the one number of dead that the side tells; None where it tells two."""
    frames = [frame for frame in side.frames if (frame.matter, frame.outcome) == _DEAD and not frame.denied]
    told = [figure for figure in side.figures if _is_of_dead(figure, frames)]
    if len({(figure.amount.least, figure.amount.most) for figure in told}) != 1:
        return None
    return next((figure for figure in told if not figure.role), told[0])


def _is_of_dead(figure: Figure, frames: list[Frame]) -> bool:
    if figure.role:
        return figure.role == _KILLED
    if figure.unit in _UNITS:
        return True
    if not figure.unit or figure.unit.isascii():
        return False
    return any(
        frame.span.overlaps(figure.shown)
        or 0 <= figure.shown.start - frame.span.end <= _BEHIND
        or 0 <= frame.span.start - figure.shown.end <= _BEFORE
        for frame in frames
    )
