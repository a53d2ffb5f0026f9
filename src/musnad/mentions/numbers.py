"""Reads numbers written in digits, in words or mixed: 3,500 / ثلاثة آلاف / 2.5 مليون / خمسة وعشرين / عشرات."""

import re
from dataclasses import dataclass

from musnad.mentions.line import Line

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# What a plural of a round number says: tens are twenty to ninety-nine.
_VAGUE: dict[tuple[str, ...], tuple[float, float]] = {
    ("عشرات",): (20, 99),
    ("مئات",): (200, 999),
    ("الاف",): (2_000, 9_999),
    ("الوف",): (2_000, 9_999),
    ("ملايين",): (2_000_000, 9_999_999),
    ("مليارات",): (2_000_000_000, 9_999_999_999),
    ("عشرات", "الالاف"): (20_000, 99_999),
    ("مئات", "الالاف"): (200_000, 999_999),
    ("عشرات", "الملايين"): (20_000_000, 99_999_999),
    ("مئات", "الملايين"): (200_000_000, 999_999_999),
}
_VAGUE_SPELLINGS = {"ميات": "مئات", "مءات": "مئات"}
_SMALL = 10
# The decimals of agencies, written from the left: 8ر15 is 15.8.
_REVERSED = re.compile(r"(\d{1,2})ر(\d+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens [first, end), its first `skip` letters outside: the interval that it means."""

    first: int
    end: int
    skip: int
    least: float
    most: float


def read_number(line: Line, index: int) -> Number | None:
    """Return the number that begins at the token, or None."""
    if not line.entries[index].may_open_number:
        return None
    for skip, word in line.forms[index]:
        if line.words[index][:skip].endswith("ك"):
            continue  # كمية is no hundred
        vague = _vague(line, index, word)
        if vague is not None:
            end, least, most = vague
            return Number(index, end, skip, least, most)
        exact = _exact(line, index, word)
        if exact is not None:
            end, value = exact
            return Number(index, end, skip, value, value)
    return None


def _vague(line: Line, index: int, word: str) -> tuple[int, float, float] | None:
    first = _VAGUE_SPELLINGS.get(word, word)
    for length in (2, 1):
        found = _VAGUE.get((first, *line.words[index + 1 : index + length]))
        if found is not None:
            return index + length, *found
    return None


def _exact(line: Line, index: int, word: str) -> tuple[int, float] | None:
    """Return (end, value) of the exact number whose first word, clitics cut, is `word`."""
    multipliers = line.rules.multipliers
    current = _simple(line, index, word)
    scale = multipliers.get(word)
    if current is None:
        if scale is None:
            return None
        current = scale
    total = 0.0
    end = index + 1
    while end < len(line):
        word = line.words[end]
        joined = _joined(line, word, current)
        if word in multipliers:
            scale = multipliers[word]
            current *= scale
        elif word in {"عشر", "عشره"} and 1 <= current < _SMALL:
            current += 10
        elif word == "ونصف" and scale is not None:
            current += scale / 2
        elif joined is not None and joined < 1000 <= current:
            total, current = total + current, joined
        elif joined is not None:
            current += joined
        else:
            break
        end += 1
    return end, total + current


def _joined(line: Line, word: str, current: float) -> float | None:
    """Return the value of a word that و adds to a number: وعشرين after خمسة, وثلاثمئة after ألف."""
    if word[:1] != "و":
        return None
    value = line.rules.numbers.get(word[1:])
    if value is None:
        return None
    # خمسة وعشرين, مئة وخمسة: the parts are of different size; خمسة وستة are two numbers.
    smaller, larger = sorted((value, current))
    return value if larger >= 20 and smaller < larger and (larger >= 100 or smaller < _SMALL) else None


def _simple(line: Line, index: int, word: str) -> float | None:
    if _DIGITS.fullmatch(word):
        return digits_value(word)
    reversed_digits = _REVERSED.fullmatch(word) if "ر" in word else None
    if reversed_digits is not None:
        return float(f"{reversed_digits[2]}.{reversed_digits[1]}")
    if word == "نصف" and line.word(index + 1) in line.rules.multipliers:
        return 0.5
    return line.rules.numbers.get(word)


def digits_value(word: str) -> float | None:
    """Return the value of digits with their separators: 3,500 is thousands, 3,5 a decimal; None for 1.2.3.4."""
    if _GROUPED.fullmatch(word) and not (word.count(".") == 1 and "," not in word and word.startswith("0")):
        return float(word.replace(",", "").replace(".", ""))
    plain = word.replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None
