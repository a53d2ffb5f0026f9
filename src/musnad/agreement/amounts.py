"""Reads the numbers of an assertion: tolls of its events, amounts, duals and words with a number, durations."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from musnad.agreement.cutting import last_words_before, words_in
from musnad.agreement.word_types import word_types
from musnad.agreement.words import Wording
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.languages.numerals import Numeral
from musnad.model import Amount, Assertion, Event, Grain, Mention, MentionKind, Report, Span, TimeExpression
from musnad.text import Token, fold_word

Spanned = TypeVar("Spanned", Mention, TimeExpression)
_COUNTED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY})
_CASUALTIES = frozenset({"kill", "wound"})
_ESTIMATE = 0.1  # how far off an estimate may be
_THOUSAND, _ROUNDING = 1000, 1e-6
_BASE_UNITS = {
    "km": ("m", 1000),
    "cm": ("m", 0.01),
    "mm": ("m", 0.001),
    "t": ("kg", 1000),
    "g": ("kg", 0.001),
    "GW": ("MW", 1000),
    "kW": ("MW", 0.001),
}
_NEXT_WORD = 12
_LOOK_BACK, _NUMBER_WORDS = 24, 6
_CLITICS = frozenset("بلوف")
_BOUND_WITHIN, _BOUND_WORDS = 48, 5
_DIGIT = re.compile(r"\d[.,٫،ر]?\s?$")
_DECIMAL = re.compile(r"^\d*ر\d")
_LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)([A-Z])")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}
_NUMBER_OF = frozenset({"عدد", "عددهم", "عددها", "اعداد"})
DURATION = "duration"
ANYBODY = "مواطن"
"""The unit of persons of whom no noun tells what they are: of two kinds, so that others may not be among them."""
_NATIONS = frozenset({MentionKind.NATIONALITY, MentionKind.COUNTRY})
_ONE = frozenset({"واحد", "واحده", "واحدا"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the statement: the interval, the words, and what is counted, as lemma and senses.

    `role` is killed or wounded for a toll, else empty. `number` are the words that give a toll's number, where they are
    known: its `span` is the deed's.
    """

    amount: Amount
    span: Span
    unit: str
    senses: frozenset[str] = frozenset()
    role: str = ""
    number: Span | None = None

    @property
    def shown(self) -> Span:
        """Return the words to show for it."""
        return self.number or self.span


def tolls(
    assertion: Assertion, report: Report, mentions: Sequence[Mention], lexicon: AgreementLexicon
) -> tuple[Figure, ...]:
    """Return the dead and wounded as the events tell them, less what is counted of things."""
    assert report.article is not None
    text = report.article.text
    of_things = {
        (mention.amount.least, mention.amount.most)
        for mention in mentions
        if mention.amount is not None and mention.amount.unit and _is_thing(mention.amount.unit, lexicon)
    }
    found: dict[tuple[str, float, float | None], Figure] = {}
    for event in report.events:
        if not lies_inside(event.trigger, assertion.content):
            continue
        # What is counted right behind the word is its toll: قتل أربعة أشخاص بينهم المهاجم; استهدفت 3 كنائس tells none.
        is_toll = bool(lexicon.read_word(fold_word(event.trigger.of(text))).senses & _CASUALTIES)
        next_to = [
            one.amount
            for one in mentions
            if is_toll and one.amount and 0 <= one.span.start - event.trigger.end <= 1 and _is_of_people(one, lexicon)
        ]
        told = (("killed", event.killed), ("wounded", event.wounded))
        if len([amount for _, amount in told if amount is not None]) == 1 and next_to:
            told = (("killed", event.killed and next_to[0]), ("wounded", event.wounded and next_to[0]))
        for role, amount in told:
            if amount is None or (amount.least, amount.most) in of_things:
                continue
            told_amount = _estimated(amount, mentions, text, lexicon)
            key = (role, told_amount.least, told_amount.most)
            number = _told_at(event, amount, mentions)
            found.setdefault(key, Figure(told_amount, event.trigger, "", role=role, number=number))
    return tuple(found.values())


def _told_at(event: Event, amount: Amount, mentions: Iterable[Mention]) -> Span | None:
    """Return the words nearest to the deed that give the number."""
    told = [mention.span for mention in mentions if mention.amount and _is_as_many(mention.amount, amount)]
    return min(told, key=lambda span: abs(span.start - event.trigger.start), default=None)


def tolls_told(dead: Iterable[Figure], told: Iterable[Figure]) -> Iterable[Figure]:
    """Yield the tolls of which the words themselves tell the number: the event may have it from elsewhere."""
    numbers = {figure.amount.least for figure in told}
    return (figure for figure in dead if figure.amount.least <= 1 or figure.amount.least in numbers)


def _is_of_people(mention: Mention, lexicon: AgreementLexicon) -> bool:
    unit = mention.amount.unit if mention.amount else None
    if unit is None:
        return True
    return not _is_thing(unit, lexicon)


def _is_as_many(one: Amount, other: Amount) -> bool:
    return (one.least, one.most) == (other.least, other.most)


def _estimated(amount: Amount, mentions: Iterable[Mention], text: str, lexicon: AgreementLexicon) -> Amount:
    """Return the amount, a mere estimate where the words before its mention make it one: لنحو ستين فلسطينيا."""
    for mention in mentions:
        same = mention.amount is not None and _is_as_many(mention.amount, amount)
        if same and _is_estimate(text, mention.span, lexicon):
            return _widened(amount)
    return amount


def _is_estimate(text: str, span: Span, lexicon: AgreementLexicon) -> bool:
    before = [token.folded for token in words_in(text, max(0, span.start - _LOOK_BACK), span.start) if token.is_word]
    return bool(before) and any(before[-1].removeprefix(clitic) in lexicon.words["about"] for clitic in ("", *"ولب"))


def _of_one_scale(amount: Amount) -> Amount:
    """Return the amount of two numbers of which the second alone tells the scale: بين ستة وسبعة ملايين."""
    if amount.most is None or amount.most < _THOUSAND * max(amount.least, 1) or not amount.least:
        return amount
    scale = _THOUSAND ** math.floor(math.log(amount.most / amount.least, _THOUSAND) + _ROUNDING)
    return replace(amount, least=amount.least * scale) if amount.least * scale <= amount.most else amount


def _in_base_units(amount: Amount) -> Amount:
    """Return a length, weight or power in one unit: twenty centimetres and a metre are told of one thing."""
    base = _BASE_UNITS.get(amount.unit or "")
    if base is None:
        return amount
    most = None if amount.most is None else amount.most * base[1]
    return Amount(amount.least * base[1], most, base[0])


def _widened(amount: Amount) -> Amount:
    if amount.most != amount.least:
        return amount
    return replace(amount, least=amount.least * (1 - _ESTIMATE), most=amount.least * (1 + _ESTIMATE))


def _is_thing(unit: str, lexicon: AgreementLexicon) -> bool:
    reading = lexicon.read_word(fold_word(unit))
    return reading.lemma in lexicon.words["things_counted"] or fold_word(unit) in lexicon.words["things_counted"]


def counts_attacker(assertion: Assertion, report: Report, lexicon: AgreementLexicon) -> bool:
    """Tell whether the dead are told to include who did it (أحدهما المهاجم): others count without him."""
    assert report.article is not None
    text, among_them = report.article.text, lexicon.words["among_them"]
    words = [
        token.folded for span in assertion.content for token in words_in(text, span.start, span.end) if token.is_word
    ]
    if among_them.isdisjoint(words):
        return False
    return any(
        word in among_them and lexicon.words["attackers"] & set(words[at + 1 : at + 3]) for at, word in enumerate(words)
    )


def counted(
    text: str, content: Sequence[Span], mentions: Sequence[Mention], lexicon: AgreementLexicon
) -> Iterable[Figure]:
    """Yield the amounts of the mentions, as verbs before them bound them."""
    for mention in mentions:
        if mention.amount is None or mention.kind not in _COUNTED:
            continue
        told = _in_base_units(mention.amount)
        unit = told.unit or mention.span.of(text).split()[-1]
        reading = lexicon.read_word(fold_word(unit)) if unit else None
        if _DIGIT.search(text[max(0, mention.span.start - 2) : mention.span.start]):
            continue  # the tail of a number that something was printed to: بقيمة8,6
        if _DECIMAL.match(text[mention.span.start : mention.span.start + _LOOK_BACK]):
            continue  # a comma printed as a letter: 5ر32 مليون
        amount = _of_one_scale(told)
        amount = _widened(amount) if _is_estimate(text, mention.span, lexicon) else amount
        yield Figure(
            _bounded(amount, _before(text, mention.span, content), lexicon),
            mention.span,
            reading.lemma if reading else "",
            reading.senses if reading else frozenset(),
        )


def _before(text: str, span: Span, content: Sequence[Span]) -> list[str]:
    """Return the few words of the content that stand before a number."""
    start = max((part.start for part in content if part.contains(span)), default=span.start)
    return [token.folded for token in words_in(text, max(start, span.start - _BOUND_WITHIN), span.start)][
        -_BOUND_WORDS:
    ]


def _bounded(amount: Amount, before: Sequence[str], lexicon: AgreementLexicon) -> Amount:
    """Return the interval that a verb before the number makes of it: تجاوزت قيمتها مليارا, لم تتجاوز مليارا."""
    place = next((at for at, word in enumerate(before) if word in lexicon.words["exceeding"]), None)
    if place is None or amount.most != amount.least:
        return amount
    is_denied = place > 0 and before[place - 1] in lexicon.words["negators"]
    if is_denied:
        return replace(amount, least=0, most=amount.least)
    return replace(amount, least=amount.least, most=None)


def counted_words(
    text: str, wording: Wording, mentions: Sequence[Mention], lexicon: AgreementLexicon
) -> Iterable[Figure]:
    """Yield what is counted without an amount's mention: a dual, one (مريض واحد), a number before its noun."""
    taken = [mention.span for mention in mentions if mention.amount is not None]
    for word in wording.words:
        if word.kind is MentionKind.PERSON or (taken and any(span.overlaps(word.span) for span in taken)):
            continue  # بدران is no two moons
        count = word.reading.count
        told = None if count is None else (float(count), float(count))
        following = text[word.span.end : word.span.end + _NEXT_WORD].split()
        if following and fold_word(following[0]) in _ONE:
            told = (1, 1)
        elif (not word.before or _is_number_word(word.before, lexicon)) and (
            not word.tells_deed or word.reading.tense is Tense.NONE
        ):
            number = _number_before(text, word.span.start, lexicon)
            told = (number.least, number.most) if number is not None else told
        if told is not None:
            amount = Amount(*told, word.folded)
            yield Figure(amount, word.span, word.reading.lemma, word.reading.senses)


def counted_behind(
    text: str, content: Sequence[Span], mentions: Sequence[Mention], wording: Wording, lexicon: AgreementLexicon
) -> Iterable[Figure]:
    """Yield the number behind "the number of" and what is counted: بلغ عدد اللاجئين في المخيم عشرين ألفا."""
    of = next((word for word in wording.words if word.folded.lstrip("وب") in _NUMBER_OF), None)
    unit = next((word for word in wording.words if of is not None and word.place == of.place + 1), None)
    if unit is None:
        return
    taken = [mention.span for mention in mentions if mention.amount is not None]
    end = next(part.end for part in content if part.contains(unit.span))
    tokens = words_in(text, unit.span.end, end)
    while (found := _number_from(tokens, lexicon)) is not None:
        number, at = found
        span = Span(tokens[at].start, tokens[number.end - 1].end)
        tokens = tokens[number.end :]
        if any(each.overlaps(span) for each in taken):
            continue
        amount = _bounded(Amount(number.least, number.most, unit.folded), _before(text, span, content), lexicon)
        amount = _widened(amount) if _is_estimate(text, span, lexicon) else amount
        yield Figure(amount, span, unit.reading.lemma, unit.reading.senses)
        return


def numbers_told(text: str, content: Sequence[Span], lexicon: AgreementLexicon) -> Iterator[float]:
    """Yield all numbers of the content, whatever they count."""
    for part in content:
        tokens = words_in(text, part.start, part.end)
        while (found := _number_from(tokens, lexicon)) is not None:
            yield found[0].least
            tokens = tokens[found[0].end :]


def _number_from(tokens: Sequence[Token], lexicon: AgreementLexicon) -> tuple[Numeral, int] | None:
    """Return the first number among the tokens, and the token that it begins at."""
    words = [token.folded for token in tokens]
    for at, word in enumerate(words):
        if tokens[at].is_word and (found := _read(words, at, word, lexicon)) is not None:
            return found, at
    return None


def _read(words: Sequence[str], at: int, word: str, lexicon: AgreementLexicon) -> Numeral | None:
    """Return the number that begins there, its first word without preposition or conjunction."""
    for form in (word, word[1:]) if word[0] in _CLITICS else (word,):
        if form and (found := lexicon.numerals.read(words, at, form)) is not None:
            return found
    return None


def _is_number_word(word: str, lexicon: AgreementLexicon) -> bool:
    return word_types(lexicon)(word).is_number


def _number_before(text: str, start: int, lexicon: AgreementLexicon) -> Numeral | None:
    """Return the number that stands right before a noun: ستة مهندسين, مئة وأربعين مهندسا."""
    words = [token.folded for token in last_words_before(text, start, within=2 * _LOOK_BACK, most=_NUMBER_WORDS)]
    for at, word in enumerate(words):
        found = _read(words, at, word, lexicon)
        if found is not None and found.end == len(words):
            return found
    return None


def as_persons(figures: Iterable[Figure], wording: Wording) -> tuple[Figure, ...]:
    """Return the figures, those of a nation's people as of persons: مئتين وثلاثة غينيين."""
    nations = [word for word in wording.words if word.kind in _NATIONS]
    return tuple(
        replace(figure, unit=ANYBODY)
        if any(word.reading.lemma == figure.unit and figure.span.overlaps(word.span) for word in nations)
        else figure
        for figure in figures
    )


def unexceeded(figures: Iterable[Figure], wording: Wording) -> tuple[Figure, ...]:
    """Return the figures, those that a denied verb does not exceed as their most: لم يقتل العدو أكثر من عشرة."""
    return tuple(
        replace(figure, amount=replace(figure.amount, least=0, most=figure.amount.least))
        if figure.amount.most is None and not figure.role and _is_under_denial(figure, wording)
        else figure
        for figure in figures
    )


def _is_under_denial(figure: Figure, wording: Wording) -> bool:
    verbs = [
        word
        for word in wording.words
        if word.span.end <= figure.span.start and word.reading.tense is not Tense.NONE and word.reading.is_act
    ]
    return bool(verbs) and verbs[-1].negated


def durations(times: Iterable[TimeExpression]) -> Iterable[Figure]:
    """Yield how long something takes: السجن خمس سنوات."""
    for time in times:
        told = _LENGTH.fullmatch(time.duration or "") if time.grain is Grain.DURATION else None
        if told is not None:
            days = float(told[1]) * _DAYS.get(told[2], 0)
            if not days or told[0].startswith("PT"):
                number = float(told[1])
                yield Figure(Amount(number, number, told[2]), time.span, f"duration {told[2]}")
                continue
            yield Figure(Amount(days, days, told[2]), time.span, DURATION)


def written_numbers(tokens: Iterable[Token], lexicon: AgreementLexicon) -> list[Span]:
    """Return the words that are numbers: they count, and say nothing else."""
    type_of = word_types(lexicon)
    return [Span(token.start, token.end) for token in tokens if type_of(token.folded).is_number]


def number_spans(text: str, mention: Mention) -> list[Span]:
    """Return the tokens of an amount that are its number: all but the noun that is counted."""
    tokens = [token for token in words_in(text, mention.span.start, mention.span.end) if token.is_word]
    unit = mention.amount.unit if mention.amount else None
    return [
        Span(token.start, token.end)
        for token in tokens
        if mention.kind is MentionKind.MONEY or unit is None or not token.folded.endswith(unit)
    ]


def those_inside(found: Iterable[Spanned], content: Sequence[Span]) -> list[Spanned]:
    """Return the mentions or times that one part of the content holds."""
    # Most of a report's lie outside: the ends alone tell that.
    first, last = min(part.start for part in content), max(part.end for part in content)
    near = [each for each in found if first <= each.span.start and each.span.end <= last]
    return near if len(content) == 1 else [each for each in near if lies_inside(each.span, content)]


def lies_inside(span: Span, content: Iterable[Span]) -> bool:
    """Tell whether one part of the content holds the span."""
    return any(part.contains(span) for part in content)
