"""Finds the times of an article and resolves each in the order of the text."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from musnad.languages import Language
from musnad.languages.times.grammar import TimeGrammar
from musnad.languages.times.matching import TimeMatch, match_rules
from musnad.languages.times.units import read_units
from musnad.model import Anchor, Article, Grain, Problem, ProblemCode, Span, TimeExpression, TimeRelation
from musnad.text import Token, split_paragraphs, tokenize
from musnad.times import dates, hours, lengths, narrative, near, ranges, years
from musnad.times.holidays import read_holiday
from musnad.times.meaning import Meaning, Scene
from musnad.times.tense import announces, tells_future

Reader = Callable[[TimeMatch, Scene], Meaning | None]

# What the `means` of a rule in times.toml stands for.
_READERS: dict[str, Reader] = {
    "date": dates.read_date,
    "figures": dates.read_date_in_figures,
    "day_of_a_list": dates.read_day_of_a_list,
    "year": years.read_year,
    "year_of_a_list": years.read_year_of_a_list,
    "part_of_month": ranges.read_part_of_month,
    "first_months": ranges.read_first_months,
    "year_ending": years.read_year_ending,
    "decade": years.read_decade,
    "two_decades": years.read_two_decades,
    "century": years.read_century,
    "season": years.read_season,
    "sporting_season": years.read_sporting_season,
    "part_of_year": years.read_part_of_year,
    "range": ranges.read_range,
    "hour": hours.read_hour,
    "near_day": near.read_near_day,
    "overnight": near.read_overnight,
    "weekday": near.read_weekday,
    "weekday_of_week": near.read_weekday_of_week,
    "weekend": near.read_weekend,
    "unit": near.read_unit,
    "units": near.read_units,
    "ago": near.read_ago,
    "now": near.read_now,
    "narrative_unit": narrative.read_narrative_unit,
    "same_day_of_year": narrative.read_same_day_of_year,
    "later": narrative.read_later,
    "length": lengths.read_length,
    "numbered_day": lengths.read_numbered_day,
    "unplaced_day": lengths.read_unplaced_day,
    "frequency": lengths.read_frequency,
    "vague_season": lengths.read_vague_season,
    "some_day": lengths.read_some_day,
    "vague": lengths.read_vague,
    "vague_length": lengths.read_vague_length,
}
_RELATIONS = {
    "since": TimeRelation.SINCE,
    "until": TimeRelation.UNTIL,
    "before": TimeRelation.BEFORE,
    "after": TimeRelation.AFTER,
    "by": TimeRelation.UNTIL,
}
# So many times back a time is told from: further ones are out of a reader's mind, and an endless list stays cheap.
_NEAR = 8
_FAR = 50
_SENTENCE_ENDS = frozenset(".!?؟۔")


@dataclass(slots=True)
class _Paragraph:
    """One paragraph as it is read: its tokens, where its sentences begin, and the times found in it so far."""

    tokens: Sequence[Token]
    sentence_starts: list[int]
    found: list[TimeExpression] = field(default_factory=list)
    adverbial: set[Span] = field(default_factory=set)

    def sentence_start(self, token: int) -> int:
        """Return the token with which the sentence of `token` begins."""
        return self.sentence_starts[bisect_right(self.sentence_starts, token) - 1]


class _Resolving:
    """Reads one article paragraph by paragraph, each time in sight of the ones before it."""

    def __init__(
        self, text: str, grammar: TimeGrammar, published: datetime | None, persons: Sequence[Span] = ()
    ) -> None:
        self.text = text
        self._persons = persons
        self._starts = [person.start for person in persons]
        self.grammar = grammar
        self.published = published
        self.times: list[TimeExpression] = []
        self.unanchored = 0

    def read_paragraph(self, start: int, end: int) -> None:
        tokens = tokenize(self.text, start, end)
        row = read_units(self.text, tokens, self.grammar)
        paragraph = _Paragraph(tokens, _sentence_starts(tokens))
        for _ in match_rules(row, self.grammar, lambda match: self._read(match, paragraph)):
            pass

    def _read(self, match: TimeMatch, paragraph: _Paragraph) -> bool | None:
        """Add what the match means; return None where it means nothing and a shorter match should be tried."""
        if match.rule.means == "nothing":
            return True
        if self._persons and self._in_name(match.start, match.end):
            return None
        first = (match.leads or match.units)[0].token
        opens = paragraph.sentence_start(first)
        in_sentence = [time for time in paragraph.found[-_NEAR:] if time.span.start >= paragraph.tokens[opens].start]
        ahead = match.before is not None and (match.before.kind in {"until", "by"} or match.before.value == "from")
        future = tells_future(paragraph.tokens, opens, first, self.grammar)
        scene = Scene(
            published=self.published,
            future=future,
            announces=future
            or ahead
            or announces(paragraph.tokens, opens, first, self.grammar)
            or any(self._ahead(time) for time in in_sentence),
            opens_sentence=first == opens,
            earlier=self.times[-_FAR:],
            in_sentence=in_sentence,
            adverbial=[time for time in in_sentence if time.span in paragraph.adverbial],
        )
        if match.rule.means == "holiday":
            meaning = read_holiday(match, scene, self.grammar.holidays)
        else:
            meaning = _READERS[match.rule.means](match, scene)
        if meaning is None:
            return None
        self._add(match, meaning, paragraph)
        return True

    def _in_name(self, start: int, end: int) -> bool:
        """Tell whether the characters share one with a person: جوان, a month in Tunis, ends names in Korea."""
        before = bisect_right(self._starts, end - 1) - 1
        return before >= 0 and self._persons[before].end > start

    def _ahead(self, time: TimeExpression) -> bool:
        """Tell whether a time is reckoned from publication and lies wholly after it."""
        return (
            self.published is not None
            and time.anchor is Anchor.PUBLICATION
            and time.earliest is not None
            and time.earliest > self.published
        )

    def _add(self, match: TimeMatch, meaning: Meaning, paragraph: _Paragraph) -> None:
        self.unanchored += meaning.needs_publication and self.published is None
        time = TimeExpression(
            span=Span(match.start, match.end),
            earliest=meaning.earliest,
            latest=meaning.latest,
            grain=meaning.grain,
            anchor=meaning.anchor,
            rule=match.rule.name,
            anchor_span=meaning.anchor_span,
            relation=_relation(match, meaning),
            part=meaning.part,
            duration=meaning.duration,
            zone=meaning.zone,
        )
        self.times.append(time)
        paragraph.found.append(time)
        if match.leads:
            paragraph.adverbial.add(time.span)


def resolve_times(
    article: Article, language: Language, persons: Sequence[Span] = ()
) -> tuple[tuple[TimeExpression, ...], tuple[Problem, ...]]:
    """Return the times of the article in the order of its text, and one problem where some had nothing to go by.

    `persons` are the names of people in the text, in its order: no time lies in one.
    """
    published = article.published.value if article.published else None
    # A day is told in the publication's own time zone: the offset goes, the local clock stays.
    resolving = _Resolving(article.text, language.times, published.replace(tzinfo=None) if published else None, persons)
    for start, end in split_paragraphs(article.text):
        resolving.read_paragraph(start, end)
    problems: tuple[Problem, ...] = ()
    if resolving.unanchored:
        message = (
            f"{resolving.unanchored} relative times stay unresolved, for no publication date is known; "
            "give one with --published."
        )
        problems = (Problem(ProblemCode.TIMES_WITHOUT_DATE, message),)
    return tuple(resolving.times), problems


def _relation(match: TimeMatch, meaning: Meaning) -> TimeRelation | None:
    if meaning.grain is Grain.DURATION or match.rule.means in {"ago", "later"}:
        return TimeRelation.SINCE if match.find("since") else None
    units = (match.before, *match.leads, *match.units[:1])
    return next((_RELATIONS[unit.kind] for unit in units if unit is not None and unit.kind in _RELATIONS), None)


def _sentence_starts(tokens: Sequence[Token]) -> list[int]:
    starts = [0]
    starts += [index + 1 for index, token in enumerate(tokens[:-1]) if token.folded in _SENTENCE_ENDS]
    return starts
