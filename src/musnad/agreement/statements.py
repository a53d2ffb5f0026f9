"""Makes the statement of an assertion: its words, figures, places and days, ready to be compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from musnad.agreement.amounts import (
    Figure,
    as_persons,
    counted,
    counted_behind,
    counted_words,
    counts_attacker,
    durations,
    number_spans,
    those_inside,
    tolls,
    tolls_told,
    unexceeded,
    written_numbers,
)
from musnad.agreement.clock import Told, told_times
from musnad.agreement.cutting import words_in
from musnad.agreement.frames.agents import Agent, read_agents
from musnad.agreement.frames.frame import Frame
from musnad.agreement.frames.reading import read_frames
from musnad.agreement.measures import measures
from musnad.agreement.word_types import seldom_listed
from musnad.agreement.wording import read_wording
from musnad.agreement.words import Mark, Naming, Word, Wording
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import (
    Assertion,
    Claim,
    Event,
    Grain,
    Hedge,
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
from musnad.text import fold_word

_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})
_COUNTED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY})
_NEAR_CUE = 60
_BRIEF, _PART = 400, 0.6  # letters, three or four sentences; the share of a longer report that is all of it
_SINCE = frozenset({"منذ", "ومنذ", "اجمالي", "مجموع"})
_MEANT = frozenset({Stance.DEMANDS, Stance.PROMISES, Stance.THREATENS})
_DATED = frozenset({Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR})


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
    """An assertion ready to be compared. `published` is its report's publication, `outlet` the page's, if known.

    `holder` names who says it; `of_self`: he speaks of himself, so that they count; `since`: it counts from a day on;
    `is_charge`: somebody is accused or cleared, which stands against a charge alone; `clock` are its times as told,
    `listed` seldom met lists of which it has a word, `frames` what became of which matter, `agents` who did it.
    `is_part`: of a longer report; then no agents are read.
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
    outlet: str | None = None
    since: bool = False
    is_charge: bool = False
    clock: tuple[Told, ...] = ()
    listed: frozenset[str] = frozenset()
    frames: tuple[Frame, ...] = ()
    is_part: bool = False
    agents: tuple[Agent, ...] = ()
    nations: tuple[tuple[Span, str], ...] = ()

    @property
    def span(self) -> Span:
        """Return the words as one stretch, from the first to the last."""
        return self.assertion.content[0]

    @property
    def denies(self) -> bool:
        """Tell whether the assertion as a whole denies what its words say."""
        return self.assertion.polarity is Polarity.DENIES


def is_part_of(assertion: Assertion, text: str) -> bool:
    """Tell whether it is a part of a longer report; what a brief one says is its matter, whoever it quotes."""
    size = len(text.strip())
    return size > _BRIEF and sum(map(len, assertion.content)) < _PART * size


def is_earlier(one: Statement, other: Statement) -> bool:
    """Tell whether the first was published before the other; where one date has no zone the days decide."""
    left, right = one.published, other.published
    if left is None or right is None:
        return False
    if (left.tzinfo is None) == (right.tzinfo is None):
        return left < right
    return left.date() < right.date()


def state(assertion: Assertion, report: Report, lexicon: AgreementLexicon) -> Statement:
    """Return the statement of an assertion of the report."""
    assert report.article is not None
    text = report.article.text
    claim = next((claim for claim in report.claims if claim.id == assertion.claim), None)
    content = _with_attitude(assertion.content, claim, text, lexicon)
    happening = _happening(assertion, report)
    scene = happening.place if isinstance(happening, Event) and happening.place else None
    reach = (*content, scene) if scene else content
    mentions = those_inside(report.mentions, content)
    places = those_inside(report.mentions, reach) if scene else mentions
    times = those_inside(report.times, content)
    without = [time.span for time in times]
    tokens = [token for span in content for token in words_in(text, span.start, span.end)]
    folded = [token.folded for token in tokens]
    told = folded if content is assertion.content else _folded(assertion.content, text)
    without += written_numbers(tokens, lexicon)
    for mention in mentions:
        if mention.amount is not None and mention.kind in _COUNTED:
            without += number_spans(text, mention)
    wording = read_wording(
        text, content, _namings(text, mentions), without, lexicon, meant=_is_wanted(claim, text, lexicon)
    )
    published = report.article.published.value if report.article.published else None
    is_part = is_part_of(assertion, text)
    dated = tuple(_dated(times))
    marks = set(wording.marks) | _marks_of_claim(claim, text, lexicon)
    if text[content[-1].end - 1 : content[-1].end + 1].strip(' »”"')[:1] in ("؟", "?"):
        marks.add(Mark.UNDECIDED)
    is_told = any(word.reading.tense is Tense.PERFECT for word in wording.words)
    ahead = [time for time in dated if published and time.earliest > published.date()]
    if is_told:
        marks.discard(Mark.FUTURE)
    elif ahead:
        marks.add(Mark.FUTURE)
    figures = tuple(_numbers(text, content, mentions, wording, lexicon))
    dead = tolls_told(tolls(assertion, report, mentions, lexicon), figures)
    figures = (*dead, *figures, *durations(times))
    return Statement(
        assertion,
        text,
        replace(wording, marks=frozenset(marks)),
        _less_attacker(figures, assertion, report, lexicon),
        tuple(_located(text, places)),
        dated,
        published,
        *_holder(told, claim, report, wording, lexicon),
        report.article.outlet.value if report.article.outlet else None,
        not _SINCE.isdisjoint(folded),
        clock=told_times(text, times),
        listed=_listed(told, lexicon),
        frames=read_frames(text, content, wording, lexicon),
        is_part=is_part,
        agents=() if is_part else read_agents(text, content, wording, lexicon),
        nations=() if is_part else tuple(_nations(mentions)),
    )


def _numbers(
    text: str, content: Sequence[Span], mentions: Sequence[Mention], wording: Wording, lexicon: AgreementLexicon
) -> Iterable[Figure]:
    """Return all numbers that the content tells, but for tolls and lengths of time."""
    figures = (
        *counted(text, content, mentions, lexicon),
        *counted_words(text, wording, mentions, lexicon),
        *counted_behind(text, content, mentions, wording, lexicon),
        *measures(text, content, lexicon),
    )
    return unexceeded(as_persons(figures, wording), wording)


def _folded(content: Iterable[Span], text: str) -> list[str]:
    return [token.folded for span in content for token in words_in(text, span.start, span.end)]


def _listed(told: Sequence[str], lexicon: AgreementLexicon) -> frozenset[str]:
    known = seldom_listed(lexicon)
    if known.keys().isdisjoint(told):
        return frozenset()
    return frozenset[str]().union(*(known.get(word, ()) for word in told))


def _less_attacker(
    figures: Sequence[Figure], assertion: Assertion, report: Report, lexicon: AgreementLexicon
) -> tuple[Figure, ...]:
    """Return the figures, those of persons as intervals where the attacker is among them: others count without him."""
    if not counts_attacker(assertion, report, lexicon):
        return tuple(figures)
    return tuple(
        replace(figure, amount=replace(figure.amount, least=figure.amount.least - 1))
        if figure.amount.least > 1 and (figure.role == "killed" or figure.unit in lexicon.words["people"])
        else figure
        for figure in figures
    )


def _with_attitude(
    content: tuple[Span, ...], claim: Claim | None, text: str, lexicon: AgreementLexicon
) -> tuple[Span, ...]:
    """Return the content with its cue and holder where the cue is part of what is told: أيدت ألمانيا فرض العقوبات."""
    origin = claim.chain.origin if claim else None
    if origin is None or origin.cue is None or origin.source is None:
        return content
    reading = lexicon.read_word(fold_word(origin.cue.of(text)))
    if not {sense.rstrip("+-") for sense in reading.senses} & lexicon.words["attitudes"] and not (
        len(text) <= _BRIEF and reading.senses & lexicon.words["deciding"]
    ):
        return content
    first = content[0].start
    before = [span for span in (origin.cue, origin.source) if span.end <= first <= span.end + _NEAR_CUE]
    if origin.cue not in before or len(before) < 2:
        return content
    return Span(min(span.start for span in before), content[0].end), *content[1:]


def _is_wanted(claim: Claim | None, text: str, lexicon: AgreementLexicon) -> bool:
    """Tell whether who says it wants, promises or hopes it: يأمل الوفدان في التوصل إلى اتفاق."""
    if claim is None:
        return False
    origin = claim.chain.origin
    return origin.stance in _MEANT or (
        origin.cue is not None and fold_word(origin.cue.of(text)) in lexicon.words["intents"]
    )


def _marks_of_claim(claim: Claim | None, text: str, lexicon: AgreementLexicon) -> set[Mark]:
    """Return whether somebody wants what is told, holds it possible, or announces it as done."""
    if claim is None:
        return set()
    origin = claim.chain.origin
    marks = {Mark.ASKED} if origin.stance is Stance.DEMANDS else set()
    if claim.hedge is Hedge.POSSIBLE:
        marks.add(Mark.POSSIBLE)
    if origin.cue is not None and origin.stance is Stance.ASSERTS:
        reading = lexicon.read_word(fold_word(origin.cue.of(text)))
        if "announce" in reading.senses and reading.tense is Tense.PERFECT:
            marks.add(Mark.ANNOUNCED)
    return marks


def _holder(
    told: Sequence[str], claim: Claim | None, report: Report, wording: Wording, lexicon: AgreementLexicon
) -> tuple[frozenset[str], bool]:
    if claim is None or report.article is None:
        return frozenset(), False
    text = report.article.text
    origin = claim.chain.origin
    named = [span for span in (origin.source, origin.resolved) if span is not None]
    words = {lexicon.read_word(token.folded).lemma for span in named for token in words_in(text, span.start, span.end)}
    of_self = not lexicon.words["self_words"].isdisjoint(told)
    return frozenset(words), of_self or any(_is_first_person(word, text) for word in wording.words)


def _is_first_person(word: Word, text: str) -> bool:
    """Tell whether the verb is of the speaker himself: لن أترشح."""
    return word.reading.tense is Tense.IMPERFECT and text[word.span.start] == "أ"


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


def _nations(mentions: Iterable[Mention]) -> Iterable[tuple[Span, str]]:
    return ((one.span, one.country) for one in mentions if one.country and one.kind in _BODIES)


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
