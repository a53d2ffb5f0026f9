"""Finds money, and quantities with their unit or counted noun, and reads the interval that they mean."""

from dataclasses import dataclass, replace

from musnad.languages.mention_grammar import Currency
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.numbers import Number, fraction_behind, read_number
from musnad.model import Amount, MentionKind

# «نحو 50» is read as 45 to 55: round numbers of press reports lie that near to later figures.
_ABOUT = 0.1
_UNIT_CONFIDENCE = 0.97
_NOUN_CONFIDENCE = 0.88
_LOOK_BACK = 4
# What opens a bound that stands behind its noun: خمسون شخصا على الأقل, أو أكثر.
_BEHIND = frozenset({"علي", "في", "كحد", "بحد", "او", "فاكثر", "فاقل", "فما", "تقريبا"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted: the unit, the end of its words, and whether it is money."""

    unit: str | None
    end: int
    rule: str
    is_money: bool = False


def find_amounts(line: Line, countries: dict[int, str]) -> list[Draft]:
    """Return the money and the quantities of the sentence; `countries` tells the country of nationality adjectives."""
    drafts: list[Draft] = []
    after = 0
    for index in [index for index, entry in enumerate(line.entries) if entry.may_open_number]:
        number = read_number(line, index) if index >= after else None
        second: float | None = None
        if number is None:
            found = _bare_unit(line, index, countries) if index >= after else None
        else:
            after = number.end
            if _is_label(line, index) and not (number.skip and line.word(index)[:1] == "و"):
                continue  # في هذا العام و2.5 مليون: what و joins is no year
            number, second = _upper_end(line, number)
            after = number.end
            counted = _counted(line, number, countries)
            found = None if counted is None else _with_fraction(line, number, counted)
        if found is not None:
            drafts.append(_draft(line, found[0], second, found[1]))
            after = found[1].end
    return drafts


def _upper_end(line: Line, number: Number) -> tuple[Number, float | None]:
    """Return the number drawn out to the end of its range, and the range's upper value: بين 10 و20، من 5 إلى 7."""
    before, end = line.word(number.first - 1), number.end
    bridge = line.word(end)
    upper = None
    if before in {"بين", "وبين"} and bridge == "و":
        upper = read_number(line, end + 1) if end + 1 < len(line) else None
    elif before in {"بين", "وبين"} and bridge[:1] == "و":
        upper = read_number(line, end)
    elif bridge in {"الي", "-", "–"} and end + 1 < len(line):
        upper = read_number(line, end + 1)
    if upper is None or upper.most < number.least:
        return number, None
    return Number(number.first, upper.end, number.skip, number.least, number.most), upper.most


def _is_label(line: Line, index: int) -> bool:
    """Tell whether the number is a name's: المادة 5، رقم 7، عام 2003, طراز 351."""
    word = line.word(index - 1)
    if word == "/" and line.word(index - 2).isdigit():
        return True  # 2015/07/22
    labels = line.rules.words["number_labels"]
    return word.removeprefix("و") in labels or (index > 0 and any(form in labels for _, form in line.forms[index - 1]))


def _counted(line: Line, number: Number, countries: dict[int, str]) -> _Counted | None:
    start = number.end
    if start >= len(line):
        return None
    for length in (3, 2, 1):
        words = tuple(line.words[start : start + length])
        if len(words) == length and words in line.rules.units:
            rule = "range" if _tells_range(line, number.first) else "quantity-unit"
            return _Counted(line.rules.units[words], start + length, rule)
        if len(words) == length and words in line.rules.currencies:
            return _money(line.rules.currencies[words], start + length, countries)
    return _noun(line, number, start)


def _with_fraction(line: Line, number: Number, counted: _Counted) -> tuple[Number, _Counted]:
    """Return the two with the fraction behind the unit: ثلاثة أمتار ونصف المتر, مليون دولار ونصف المليون."""
    if counted.rule == "quantity-noun":
        return number, counted
    number, end = fraction_behind(line, number, number.end, counted.end)
    return number, replace(counted, end=end)


def _bare_unit(line: Line, index: int, countries: dict[int, str]) -> tuple[Number, _Counted] | None:
    """Return a unit that tells its number itself: مترين, and مترا where "and a half" follows it."""
    rules = line.rules
    for skip, word in line.forms[index]:
        for length in (2, 1):
            words = (word, *line.words[index + 1 : index + length])
            of = rules.duals.get(words, words)
            if len(words) < length or (of not in rules.units and of not in rules.currencies):
                continue
            end, value = index + length, 1.0 if of == words else 2.0
            number, last = fraction_behind(line, Number(index, index, skip, value, value), index, end)
            if of == words and last == end:
                continue  # مترا
            if of in rules.units:
                return number, _Counted(rules.units[of], last, "quantity-unit")
            money = _money(rules.currencies[of], end, countries)
            return (number, _Counted(money.unit, max(last, money.end), "money", is_money=True)) if money else None
    return None


def _money(currency: Currency, end: int, countries: dict[int, str]) -> _Counted | None:
    country = countries.get(end)
    if country is None:
        return _Counted(currency.code, end, "money", is_money=True)
    code = currency.by_country.get(country) or currency.code
    return _Counted(code, end + 1, "money", is_money=True)


def _noun(line: Line, number: Number, start: int) -> _Counted | None:
    """Return the noun that is counted: ثلاثة صواريخ، عشرات من الجنود؛ no time, which is the times step's."""
    partitive = line.word(start) == "من"
    if number.least == number.most == 1 and not partitive and not line.words[number.first][-1:].isdigit():
        return None  # أسرة واحدة وشعب واحد
    index = start + 1 if partitive else start
    word = line.word(index)
    if not word.isalpha() or len(word) < 3 or word.isascii():
        return None
    if word.startswith(("لل", "بال")) or word in line.rules.words["not_counted"] or _is_year(line, number):
        return None
    if word[:1] == "و" and (word[1:] in line.rules.numbers or word[1:].startswith("ال") or word.endswith(("ها", "هم"))):
        return None
    # After من, after a round number (مئات الجنود) and after a vague one the noun takes the article.
    bare = word.removeprefix("ال")
    vague = number.least != number.most
    if word.startswith("ال") and not (partitive or vague):
        return None
    if partitive and not word.startswith("ال") and not vague:
        return None
    if _has_preposition(line, word) or (word[-1] == "ت" and word[:-1] in line.grammar.words["plain_verbs"]):
        return None
    if line.is_stop(index) or word in line.grammar.words["time_words"] or bare in line.rules.words["time_units"]:
        return None
    if word in line.grammar.cues or (word[:1] == "و" and word[1:] in line.grammar.cues):
        return None
    return _Counted(bare, index + 1, "quantity-noun")


def _has_preposition(line: Line, word: str) -> bool:
    """Tell whether a preposition is glued to the noun, which then is not what is counted: مقتل 7 بهجوم."""
    is_noun = line.vocabulary.is_noun
    rest = word[1:]
    return word[0] in "بل" and not is_noun(word) and (is_noun(rest) or rest in line.grammar.words["masdars"])


def _is_year(line: Line, number: Number) -> bool:
    """Tell whether four bare digits before a noun are a year of our time: 2016 للقيام."""
    written = line.words[number.end - 1][-4:]
    return (
        written.isdigit()
        and number.end == number.first + 1
        and 1900 <= number.least < 2100
        and float(written) == number.least
    )


def _tells_range(line: Line, first: int) -> bool:
    words = line.words[max(0, first - _LOOK_BACK) : first]
    return any(word.removeprefix("و") in line.rules.words["bases_of_range"] for word in words)


def _draft(line: Line, number: Number, upper: float | None, counted: _Counted) -> Draft:
    least, most = number.least, number.most
    open_above: float | None = upper if upper is not None else most
    at_most, at_least = (_bounded(line, number.first, counted.end, bound) for bound in ("at_most", "at_least"))
    if at_most > at_least:
        least = 0.0
    elif at_least:
        open_above = None
    elif upper is None and (
        line.word(number.first - 1).removeprefix("و") in line.rules.words["approximators"]
        or _bounded(line, number.first, counted.end, "about")
    ):
        least, open_above = least * (1 - _ABOUT), most * (1 + _ABOUT)
    kind = MentionKind.MONEY if counted.is_money else MentionKind.QUANTITY
    confidence = _NOUN_CONFIDENCE if counted.rule == "quantity-noun" else _UNIT_CONFIDENCE
    amount = Amount(least, open_above, counted.unit)
    return Draft(kind, number.first, counted.end, counted.rule, confidence, number.skip, amount=amount)


def _bounded(line: Line, first: int, end: int, bound: str) -> int:
    """Return of how many words the phrase is that bounds the number, 0 without any: لا يقل عن holds يقل عن."""
    return max(_preceded(line, first, bound), _followed(line, end, bound))


def _preceded(line: Line, first: int, bound: str) -> int:
    longest = 0
    for phrase in line.rules.phrases[bound]:
        start = first - len(phrase)
        if start >= 0 and len(phrase) > 1:
            words = line.words[start:first]
            if tuple(words[1:]) == phrase[1:] and words[0].lstrip("و") in {phrase[0], "ب" + phrase[0], "ل" + phrase[0]}:
                longest = max(longest, len(phrase))
    return longest


def _followed(line: Line, end: int, bound: str) -> int:
    phrases = line.rules.phrases[bound]
    return max(
        (
            len(phrase)
            for phrase in phrases
            if phrase[0] in _BEHIND and tuple(line.words[end : end + len(phrase)]) == phrase
        ),
        default=0,
    )
