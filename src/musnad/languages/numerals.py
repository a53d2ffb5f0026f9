"""Reads a number written in digits, in words or mixed: 3,500 / ثلاثة آلاف وأربعمئة / مليون ونصف المليون / بضع مئات."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# The decimals of agencies, written from the left: 8ر15 is 15.8.
_REVERSED = re.compile(r"(\d{1,2})ر(\d+)")
# What a plural of a round number says: tens are twenty to ninety-nine, a few three to nine.
_VAGUE: dict[str, tuple[float, float]] = {
    "عشرات": (20, 99),
    "ميات": (200, 999),
    "مئات": (200, 999),
    "مءات": (200, 999),
    "مايات": (200, 999),
    "الاف": (2_000, 9_999),
    "الوف": (2_000, 9_999),
    "ملايين": (2_000_000, 9_999_999),
    "مليارات": (2_000_000_000, 9_999_999_999),
}
_PLURAL_SCALES = {"الاف": 1e3, "الوف": 1e3, "ملايين": 1e6, "مليارات": 1e9}
_FEW = frozenset({"بضع", "بضعه"})
_SOME = "نيف"
_ONES = frozenset({"احد", "احدي", "واحد", "واحدا", "واحده"})
_TEEN = frozenset({"عشر", "عشره"})
_HUNDRED = frozenset({"ميه", "مايه"})
FRACTIONS = {"نصف": 1 / 2, "نصفا": 1 / 2, "ربع": 1 / 4, "ربعا": 1 / 4, "ثلث": 1 / 3}
"""Fractions, which count only before what they are of: نصف مليون, ربع طن."""
_THREE_QUARTERS = "ارباع"
_POINT = "فاصله"
# The dual in the nominative, before its noun, is written like the accusative of one: مليونا دولار, مليونا و200 ألف.
_DUAL_OR_ONE = frozenset({"الفا", "مليونا", "مليارا"})
_NO_NOUNS = frozenset({"من", "في", "الي", "علي", "عن", "او", "بعد", "خلال", "اي"})
_TEN, _HUNDREDS, _THOUSAND = 10, 100, 1000

_ORDINALS = {
    "اول": 1, "اولي": 1, "حادي": 1, "حاديه": 1, "ثاني": 2, "ثانيه": 2, "ثان": 2, "ثالث": 3, "ثالثه": 3,
    "رابع": 4, "رابعه": 4, "خامس": 5, "خامسه": 5, "سادس": 6, "سادسه": 6, "سابع": 7, "سابعه": 7,
    "ثامن": 8, "ثامنه": 8, "تاسع": 9, "تاسعه": 9, "عاشر": 10, "عاشره": 10,
}  # fmt: skip

OPENERS = frozenset({*_VAGUE, *_FEW, *FRACTIONS, _SOME, "احد", "احدي"})
"""Words that may open a number beside those that are numbers."""


class Numeral(NamedTuple):
    """The interval that words up to `end` mean, and the last power of ten that a part of them was counted in."""

    end: int
    least: float
    most: float
    scale: float


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words for numbers and for powers of ten that others multiply, folded."""

    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]

    def read(self, words: Sequence[str], at: int, first: str) -> Numeral | None:
        """Return the number that begins at `words[at]`, of which `first` is the word without clitics."""
        vague = _vague(words, at, first) or self._and_some(words, at, first)
        if vague is not None:
            return vague
        group = self._group(words, at, first)
        if group is None:
            return None
        end, total, scale = group
        while scale > 1 and end < len(words):
            # Each part that و adds is counted in a smaller power of ten: مليون و200 ألف وخمسون.
            begin, word = _joined(words, end)
            part = self._group(words, begin, word) if word else None
            if part is None or part[1] >= scale or part[1] < 1:
                break
            end, total, scale = part[0], total + part[1], part[2]
        return Numeral(end, total, total, scale)

    def ordinal(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """Return (end, value) of the ordinal at `at`: الحادي عشر, بالمركز السابع, في الثانية والسبعين, سابعا."""
        first = _bare_of_article(words[at])
        value = _ORDINALS.get(first) or _ORDINALS.get(first.removesuffix("ا"))
        following = words[at + 1] if at + 1 < len(words) else ""
        if value is not None and value < _TEN and following in _TEEN:
            return at + 2, value + _TEN
        tens = self.numbers.get(following[1:].removeprefix("ال"), 0) if following[:1] == "و" else 0
        if value is not None and value < _TEN and 2 * _TEN <= tens < _HUNDREDS:
            return at + 2, value + int(tens)
        return None if value is None else (at + 1, value)

    def fraction(self, words: Sequence[str], at: int) -> tuple[int, float] | None:
        """Return what "and a half" at `at` adds to one, and the end of it: ونصف, وثلاثة أرباع."""
        word = words[at] if at < len(words) else ""
        if word[:1] != "و":
            return None
        if self.numbers.get(word[1:]) == 3 and words[at + 1 : at + 2] == [_THREE_QUARTERS]:
            return at + 2, 3 / 4
        part = FRACTIONS.get(word[1:])
        return None if part is None else (at + 1, part)

    def _and_some(self, words: Sequence[str], at: int, first: str) -> Numeral | None:
        """Return twenty and some: نيف وعشرون."""
        following = words[at + 1] if first == _SOME and at + 1 < len(words) else ""
        tens = self.numbers.get(following[1:], 0.0) if following[:1] == "و" else 0.0
        if not 2 * _TEN <= tens < _HUNDREDS or tens % _TEN:
            return None
        return Numeral(at + 2, tens + 1, tens + _TEN - 1, 1)

    # -- parts -----------------------------------------------------------------------------------

    def _group(self, words: Sequence[str], at: int, first: str) -> tuple[int, float, float] | None:
        """Return (end, value, power of ten) of what is counted in one power of ten: ثمانية عشر ألفا, 1,5 مليون."""
        below = self._of_fractions(words, at, first)
        end, value = below if below is not None else self._below(words, at, first)
        scale = 1.0
        if end == at:
            if first not in self.multipliers:
                return None
            scale = self.multipliers[first]
            end, value = at + 1, scale
            if first in _DUAL_OR_ONE and _is_counted(words, end):
                value = 2 * scale
        elif value >= _THOUSAND and first in self.numbers:
            scale = _power(value)  # ألفان, مليوني
        while end < len(words) and (word := _scale_word(words[end], is_definite=below is not None)) in self.multipliers:
            scale = self.multipliers[word] * (scale if scale > 1 else 1)
            value *= self.multipliers[word]
            end += 1
        return self._and_a_half(words, end, value, scale)

    def _and_a_half(self, words: Sequence[str], end: int, value: float, scale: float) -> tuple[int, float, float]:
        part = self.fraction(words, end) if scale > 1 else None
        if part is None:
            return end, value, scale
        end, share = part
        following = words[end] if end < len(words) else ""
        if self.multipliers.get(following.removeprefix("ال")) == scale:
            end += 1  # ونصف المليون
        return end, value + share * scale, 1.0

    def _of_fractions(self, words: Sequence[str], at: int, first: str) -> tuple[int, float] | None:
        """Return a fraction of a power of ten: نصف مليون, ثلاثة أرباع المليون."""
        part, end = FRACTIONS.get(first), at + 1
        if self.numbers.get(first) == 3 and words[end : end + 1] == [_THREE_QUARTERS]:
            part, end = 3 / 4, at + 2
        following = words[end] if part is not None and end < len(words) else ""
        return None if part is None or following.removeprefix("ال") not in self.multipliers else (end, part)

    def _below(self, words: Sequence[str], at: int, first: str) -> tuple[int, float]:
        """Return (end, value) of digits, or of words up to 999; the end is `at` where there are none."""
        digits = _digits(first)
        if digits is not None:
            return at + 1, digits
        end, value = self._below_hundred(words, at, first)
        following = words[end] if end < len(words) else ""
        if end == at + 1 and 3 <= value < _TEN and following in _HUNDRED:
            end, value = end + 1, value * _HUNDREDS  # ثلاث مئة
        if _HUNDREDS <= value < _THOUSAND and value % _HUNDREDS == 0 and end < len(words) and words[end][:1] == "و":
            rest_end, rest = self._below_hundred(words, end, words[end][1:])
            if rest_end > end and 0 < rest < _HUNDREDS:
                end, value = rest_end, value + rest
        following = words[end] if end < len(words) else ""
        if following == _POINT and end + 1 < len(words):
            after_end, after = self._below_hundred(words, end + 1, words[end + 1])
            if after_end > end + 1:
                end, value = after_end, value + after / (_TEN if after < _TEN else _HUNDREDS)
        return end, value

    def _below_hundred(self, words: Sequence[str], at: int, first: str) -> tuple[int, float]:
        """Return (end, value) of the number that one word tells, or two that make one below a hundred."""
        following = words[at + 1] if at + 1 < len(words) else ""
        value = 1.0 if first in _ONES else self.numbers.get(first, 0.0)
        if 1 <= value < _TEN and following in _TEEN:
            return at + 2, value + _TEN
        if 1 <= value < _TEN and following[:1] == "و":
            tens = self.numbers.get(following[1:], 0.0)
            if 2 * _TEN <= tens < _HUNDREDS and tens % _TEN == 0:
                return at + 2, value + tens
        if first in self.numbers:
            return at + 1, value
        return at, 0.0


def digits_value(word: str) -> float | None:
    """Return the value of digits with their separators: 3,500 is thousands, 3,5 a decimal; None for 1.2.3.4."""
    if _GROUPED.fullmatch(word) and not (word.count(".") == 1 and "," not in word and word.startswith("0")):
        return float(word.replace(",", "").replace(".", ""))
    plain = word.replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None


def _bare_of_article(word: str) -> str:
    if word.startswith("لل"):
        return word[2:]
    bare = word[1:] if word[:1] in ("ب", "و", "ك") and word[1:3] == "ال" else word
    return bare.removeprefix("ال")


def _digits(word: str) -> float | None:
    if _DIGITS.fullmatch(word):
        return digits_value(word)
    turned = _REVERSED.fullmatch(word) if "ر" in word else None
    return float(f"{turned[2]}.{turned[1]}") if turned is not None else None


def _vague(words: Sequence[str], at: int, first: str) -> Numeral | None:
    following = words[at + 1] if at + 1 < len(words) else ""
    if first in _FEW:
        if following in _TEEN:
            return Numeral(at + 2, 13, 19, 1)
        told = _VAGUE.get(following)
        if told is None:
            return Numeral(at + 1, 3, 9, 1)
        power = _power(told[0])
        return Numeral(at + 2, (3 if power > _TEN else 2) * power, told[1], 1)
    told = _VAGUE.get(first)
    if told is None:
        return None
    scale = _PLURAL_SCALES.get(following) or _PLURAL_SCALES.get(following.removeprefix("ال"))
    if scale is not None and told[1] < _THOUSAND:
        return Numeral(at + 2, told[0] * scale, (told[1] + 1) * scale - 1, 1)
    return Numeral(at + 1, *told, 1)


def _joined(words: Sequence[str], at: int) -> tuple[int, str]:
    """Return where the part begins that و adds at `at`, and its first word; no word where none is added."""
    word = words[at]
    if word == "و" and at + 1 < len(words) and words[at + 1][:1].isdigit():
        return at + 1, words[at + 1]
    return at, word[1:] if word[:1] == "و" and len(word) > 1 else ""


def _scale_word(word: str, *, is_definite: bool) -> str:
    return word.removeprefix("ال") if is_definite else word


def _is_counted(words: Sequence[str], at: int) -> bool:
    """Tell whether a noun stands there: مليونا دولار are two, مليونا و300 ألف one and a bit."""
    word = words[at] if at < len(words) else ""
    return word.isalpha() and word[:1] != "و" and word not in _NO_NOUNS and not word.startswith(("لل", "بال"))


def _power(value: float) -> float:
    power = 1.0
    for step in (1e1, 1e2, 1e3, 1e6, 1e9, 1e12):
        if step <= value:
            power = step
    return power
