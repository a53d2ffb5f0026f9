"""Makes the statement of an assertion: its words, figures, places and days, ready to be compared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from musnad.agreement.wording import Mark, Naming, Wording, read_wording
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import (
    Amount,
    Assertion,
    Event,
    Grain,
    Mention,
    MentionKind,
    PlaceCandidate,
    Polarity,
    Report,
    Span,
    Stance,
    TimeExpression,
    Transfer,
)
from musnad.text import fold_word, tokenize

_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})
_COUNTED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY})
_NEXT_WORD = 12
_LOOK_BACK = 24
_LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)([A-Z])")
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_DATED = frozenset({Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the statement: the interval, the words, and what is counted, as lemma and senses.

    `role` is killed or wounded for a toll, else empty.
    """

    amount: Amount
    span: Span
    unit: str
    senses: frozenset[str] = frozenset()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A place that the statement names: the words and its likeliest meaning, where there is one."""

    span: Span
    kind: MentionKind
    name: str
    country: str | None
    meaning: PlaceCandidate | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that the statement tells, resolved to days."""

    span: Span
    earliest: date
    latest: date
    grain: Grain


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion ready to be compared. `published` is its report's publication, if known.

    `holder` are the words that name who says it; `of_self` tells that he speaks of himself, so that they count.
    """

    assertion: Assertion
    text: str
    wording: Wording
    figures: tuple[Figure, ...]
    places: tuple[Located, ...]
    times: tuple[Dated, ...]
    published: datetime | None
    holder: frozenset[str] = frozenset()
    of_self: bool = False

    @property
    def span(self) -> Span:
        """Return the words as one stretch, from the first to the last."""
        return self.assertion.content[0]

    @property
    def denies(self) -> bool:
        """Tell whether the assertion as a whole denies what its words say."""
        return self.assertion.polarity is Polarity.DENIES


def state(assertion: Assertion, report: Report, lexicon: AgreementLexicon) -> Statement:
    """Return the statement of an assertion of the report."""
    assert report.article is not None
    text = report.article.text
    happening = _happening(assertion, report)
    told = happening.place if isinstance(happening, Event) and happening.place else None
    reach = (*assertion.content, told) if told else assertion.content
    mentions = [mention for mention in report.mentions if _inside(mention.span, assertion.content)]
    places = [mention for mention in report.mentions if _inside(mention.span, reach)]
    times = [time for time in report.times if _inside(time.span, assertion.content)]
    tolls = _tolls(assertion, report)
    without = [time.span for time in times]
    without += _written_numbers(text, assertion.content, lexicon)
    for mention in mentions:
        if mention.amount is not None and mention.kind in _COUNTED:
            without += _number_spans(text, mention)
    wording = read_wording(text, assertion.content, _namings(text, mentions), without, lexicon)
    published = report.article.published.value if report.article.published else None
    dated = tuple(_dated(times))
    marks = set(wording.marks)
    is_told = any(word.reading.tense is Tense.PERFECT for word in wording.words)
    ahead = [time for time in dated if published and time.earliest > published.date()]
    if is_told:
        marks.discard(Mark.FUTURE)
    elif ahead:
        marks.add(Mark.FUTURE)
    return Statement(
        assertion,
        text,
        Wording(wording.words, frozenset(marks)),
        (
            *tolls,
            *_figures(text, mentions, lexicon),
            *_counted_words(text, wording, mentions, lexicon),
            *_durations(times),
        ),
        tuple(_located(text, places)),
        dated,
        published,
        *_holder(assertion, report, lexicon),
    )


def _holder(assertion: Assertion, report: Report, lexicon: AgreementLexicon) -> tuple[frozenset[str], bool]:
    claim = next((claim for claim in report.claims if claim.id == assertion.claim), None)
    if claim is None or report.article is None:
        return frozenset(), False
    text = report.article.text
    origin = claim.chain.origin
    named = [span for span in (origin.source, origin.resolved) if span is not None]
    words = {lexicon.read_word(token.folded).lemma for span in named for token in tokenize(text, span.start, span.end)}
    told = [token.folded for span in assertion.content for token in tokenize(text, span.start, span.end)]
    return frozenset(words), any(word in lexicon.words["self_words"] for word in told)


def state_report(report: Report, lexicon: AgreementLexicon, *, whole: bool = False) -> Statement:
    """Return what a report of one sentence says: its claim where that is most of it and `whole` is not asked for."""
    assert report.article is not None
    text = report.article.text
    longest = max(report.claims, key=lambda claim: sum(map(len, claim.content)), default=None)
    if longest is not None and not whole and 2 * sum(map(len, longest.content)) >= len(text):
        origin = longest.chain.origin
        if origin.stance in {Stance.ASSERTS, Stance.DENIES} and not origin.cue_negated:
            polarity = Polarity.DENIES if origin.stance is Stance.DENIES else Polarity.AFFIRMS
            return state(Assertion(report.id, report.id, longest.content, longest.id, None, polarity), report, lexicon)
    return state(Assertion(report.id, report.id, (Span(0, len(text)),)), report, lexicon)


def _inside(span: Span, content: Iterable[Span]) -> bool:
    return any(part.contains(span) for part in content)


# -- figures -------------------------------------------------------------------------------------


def _tolls(assertion: Assertion, report: Report) -> tuple[Figure, ...]:
    found: dict[tuple[str, float, float | None], Figure] = {}
    for event in report.events:
        if not _inside(event.trigger, assertion.content):
            continue
        for role, amount in (("killed", event.killed), ("wounded", event.wounded)):
            if amount is not None:
                key = (role, amount.least, amount.most)
                found.setdefault(key, Figure(amount, event.trigger, "", role=role))
    return tuple(found.values())


def _figures(text: str, mentions: Sequence[Mention], lexicon: AgreementLexicon) -> Iterable[Figure]:
    for mention in mentions:
        if mention.amount is None or mention.kind not in _COUNTED:
            continue
        unit = mention.amount.unit or mention.span.of(text).split()[-1]
        reading = lexicon.read_word(fold_word(unit)) if unit else None
        yield Figure(
            mention.amount,
            mention.span,
            reading.lemma if reading else "",
            reading.senses if reading else frozenset(),
        )


def _counted_words(
    text: str, wording: Wording, mentions: Sequence[Mention], lexicon: AgreementLexicon
) -> Iterable[Figure]:
    """Yield what is counted without an amount's mention: a dual, one (مريض واحد), a number before its noun."""
    taken = [mention.span for mention in mentions if mention.amount is not None]
    for word in wording.words:
        if any(span.overlaps(word.span) for span in taken):
            continue
        number: float | None = word.reading.count
        following = text[word.span.end : word.span.end + _NEXT_WORD].split()
        if following and fold_word(following[0]) in _ONE:
            number = 1
        elif not word.tells_deed or word.reading.tense is Tense.NONE:
            number = _number_before(text, word.span.start, lexicon) or number
        if number is not None:
            amount = Amount(number, number, word.folded)
            yield Figure(amount, word.span, word.reading.lemma, word.reading.senses)


def _number_before(text: str, start: int, lexicon: AgreementLexicon) -> float | None:
    """Return the number that stands right before a noun: ستة مهندسين, 40 مليون درهم."""
    before = [token.folded for token in tokenize(text, max(0, start - _LOOK_BACK), start)][-2:]
    scale = 1.0
    if before and before[-1] in lexicon.multipliers:
        scale = lexicon.multipliers[before.pop()]
        if not before:
            return None
    word = before[-1] if before else ""
    if word.isdigit():
        return float(word) * scale
    number = lexicon.numbers.get(word)
    return number * scale if number is not None else None


def _durations(times: Iterable[TimeExpression]) -> Iterable[Figure]:
    """Yield how long something takes: السجن خمس سنوات."""
    for time in times:
        told = _LENGTH.fullmatch(time.duration or "") if time.grain is Grain.DURATION else None
        if told is not None:
            number = float(told[1])
            yield Figure(Amount(number, number, told[2]), time.span, f"duration {told[2]}")


def _written_numbers(text: str, content: Iterable[Span], lexicon: AgreementLexicon) -> list[Span]:
    """Return the words that are numbers: they count, and say nothing else."""
    return [
        Span(token.start, token.end)
        for span in content
        for token in tokenize(text, span.start, span.end)
        if any(
            form.isdigit() or form in lexicon.numbers or form in lexicon.multipliers
            for form in (token.folded, token.folded[1:] if token.folded[0] in "بلو" else "")
        )
    ]


def _number_spans(text: str, mention: Mention) -> list[Span]:
    """Return the tokens of an amount that are its number: all but the noun that is counted."""
    tokens = [token for token in tokenize(text, mention.span.start, mention.span.end) if token.is_word]
    unit = mention.amount.unit if mention.amount else None
    return [
        Span(token.start, token.end)
        for token in tokens
        if mention.kind is MentionKind.MONEY or unit is None or not token.folded.endswith(unit)
    ]


# -- names, places, times ------------------------------------------------------------------------


def _namings(text: str, mentions: Iterable[Mention]) -> list[Naming]:
    found = []
    for mention in mentions:
        if mention.kind in _COUNTED or mention.kind in {MentionKind.TITLE, MentionKind.WEAPON, MentionKind.CRAFT}:
            continue
        entity = mention.entry
        if mention.kind in {MentionKind.COUNTRY, MentionKind.NATIONALITY} and mention.country:
            entity = f"country:{mention.country}"
        elif mention.candidates:
            entity = mention.candidates[0].id
        found.append(Naming(mention.span, entity, mention.kind))
    return found


def _located(text: str, mentions: Iterable[Mention]) -> Iterable[Located]:
    for mention in mentions:
        if mention.kind in _PLACES:
            meaning = mention.candidates[0] if mention.candidates else None
            yield Located(mention.span, mention.kind, fold_word(mention.span.of(text)), mention.country, meaning)


def _happening(assertion: Assertion, report: Report) -> Event | Transfer | None:
    happenings: tuple[Event | Transfer, ...] = (*report.events, *report.transfers)
    return next((one for one in happenings if one.id == assertion.happening), None)


def _dated(times: Iterable[TimeExpression]) -> Iterable[Dated]:
    for time in times:
        # Until now, since 2015, before Friday: no day of a happening.
        if time.relation is not None:
            continue
        if time.earliest is not None and time.latest is not None and time.grain in _DATED:
            yield Dated(time.span, time.earliest.date(), time.latest.date(), time.grain)
