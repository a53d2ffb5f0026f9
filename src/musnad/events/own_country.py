"""Finds the country that a speaker's «his country» stands for."""

from collections.abc import Iterable

from musnad.events.claimed import ClaimIndex
from musnad.events.sentence import EventSentence
from musnad.model import Mention, MentionKind, Span
from musnad.text import fold_word

_OWN = frozenset({"بلاده", "بلادها", "بلادهم", "بلادنا", "لبلاده", "لبلادها", "دولته"})

_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})  # whoever stands before it speaks of another


class Countries:
    """The countries a report names, and the country each of its spans speaks of."""

    def __init__(self, sentences: Iterable[EventSentence], mentions: Iterable[Mention]) -> None:
        self._named: dict[str, Span] = {}
        for mention in mentions:
            if mention.country is not None and mention.kind is MentionKind.COUNTRY:
                self._named.setdefault(mention.country, mention.span)
        self._of = [
            (sentence.span(index, index + 1), code)
            for sentence in sentences
            for index, code in sorted(sentence.countries.items())
        ]

        self._offices = {
            sentence.tokens[index].start
            for sentence in sentences
            for index in sentence.countries
            if _tells_office(sentence, index)
        }

    def of_officer(self, start: int, end: int) -> str | None:
        """Return the country of the officer named last between two offsets: الرئيس الكندي."""
        return next(
            (code for one, code in reversed(self._of) if start <= one.start < end and one.start in self._offices), None
        )

    def within(self, span: Span) -> str | None:
        """Return the country of the first mention inside the span."""
        return next((code for one, code in self._of if span.start <= one.start and one.end <= span.end), None)

    def named_by(self, span: Span) -> set[str]:
        """Return the country that the span's first word names, so that a state and its capital are one."""
        return {code for one, code in self._of if one.start <= span.start < one.end or span.start == one.start}

    def all_in(self, span: Span) -> set[str]:
        """Return the countries that words of the span name, adjectives of nationality included."""
        return {code for one, code in self._of if span.start <= one.start < span.end}

    def before(self, offset: int, reach: int) -> str | None:
        """Return the country of the last mention in the `reach` characters before the offset."""
        near = [code for one, code in self._of if offset - reach <= one.start < offset]
        return near[-1] if near else None

    def last(self, code: str | None, offset: int) -> Span | None:
        """Return the last mention of the country before the offset, a nationality where nothing else names it."""
        return next((one for one, other in reversed(self._of) if other == code and one.end <= offset), None)

    def named(self, code: str | None) -> Span | None:
        """Return the first mention of the country by its name."""
        return self._named.get(code) if code is not None else None


def _tells_office(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word is the nationality of an office or of its field, right before it: وزير الدفاع الكندي."""
    if not sentence.words[index].nationality:
        return False
    return any(sentence.words[at].title for at in range(max(0, index - 2), index))


def resolve_own(
    sentence: EventSentence, spans: tuple[Span, ...], countries: Countries, claims: ClaimIndex
) -> tuple[Span, ...]:
    """Return the spans with «his country» replaced by the speaker's country, where the report names it."""
    return tuple(_resolve(sentence, span, countries, claims) for span in spans)


def _resolve(sentence: EventSentence, span: Span, countries: Countries, claims: ClaimIndex) -> Span:
    if fold_word(span.of(sentence.text)) not in _OWN:
        return span
    claimed = claims.holding(span)
    code = next((found for one in (claimed.sources if claimed else ()) if (found := countries.within(one))), None)
    if code is None:
        start = sentence.tokens[0].start
        said = (token.start for token in sentence.tokens if token.folded in _THAT and token.start < span.start)
        officer = countries.of_officer(max(said, default=start), span.start)
        code = officer or countries.before(span.start, span.start - start) or countries.before(span.start, 600)
    return countries.named(code) or countries.last(code, span.start) or span
