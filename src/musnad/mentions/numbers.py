"""Reads the number at a token of a line, and the fractions before or behind a unit: نصف طن, مترا ونصف المتر."""

import re
from dataclasses import dataclass

from musnad.languages.numerals import FRACTIONS
from musnad.mentions.line import Line

_RANGE = re.compile(r"(\d{1,5})[-‐](\d{1,5})")
_YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [first, end), its first `skip` letters outside: the interval that it means.

    `scale` is the power of ten in which its last part is counted: a fraction behind the noun is of that.
    """

    first: int
    end: int
    skip: int
    least: float
    most: float
    scale: float = 1.0


def read_number(line: Line, index: int) -> Number | None:
    """Return the number that begins at the token, or None."""
    if not line.entries[index].may_open_number:
        return None
    for skip, word in line.forms[index]:
        if line.words[index][:skip].endswith("ك"):
            continue  # كمية is no hundred
        part = FRACTIONS.get(word)
        if part is not None and unit_length(line, index + 1):
            return Number(index, index + 1, skip, part, part)
        told = line.rules.numerals.read(line.words, index, word)
        if told is None:
            span = _range(word)
            if span is None:
                continue
            return Number(index, index + 1, skip, *span)
        more = line.rules.numerals.fraction(line.words, told.end) if told.scale == 1 else None
        if more is not None and told.least == told.most and unit_length(line, more[0]):
            return Number(index, more[0], skip, told.least + more[1], told.most + more[1])
        return Number(index, told.end, skip, told.least, told.most, told.scale)
    return None


def _range(word: str) -> tuple[float, float] | None:
    """Return the ends of a range in one word: 12-15, and not 2018-2019, nor the score 3-1."""
    found = _RANGE.fullmatch(word)
    if found is None:
        return None
    least, most = float(found[1]), float(found[2])
    years = _YEARS[0] <= least and most <= _YEARS[1]
    return (least, most) if 0 < least < most and not years else None


def unit_length(line: Line, start: int) -> int:
    """Return how many words of a unit or of money stand at the token, 0 where none does."""
    for length in (3, 2, 1):
        words = tuple(line.words[start : start + length])
        if len(words) == length and (words in line.rules.units or words in line.rules.currencies):
            return length
    return 0


def fraction_behind(line: Line, number: Number, unit: int, end: int) -> tuple[Number, int]:
    """Return the number with what "and a half" behind its unit adds, and the new end: مترا ونصف المتر.

    The unit stands in tokens [unit, end).
    """
    more = line.rules.numerals.fraction(line.words, end)
    if more is None or number.least != number.most:
        return number, end
    end, share = more
    of = line.word(end)
    if of.startswith("ال") and (of[2:4] == line.word(unit)[:2] or of[2:] in line.rules.multipliers):
        end += 1  # ونصف المتر, ونصف المليون
    added = share * number.scale
    return Number(number.first, number.end, number.skip, number.least + added, number.most + added), end
