"""Names who a description stands for: الأخير, a nationality that alone tells the doer."""

from collections.abc import Sequence

from musnad.events.own_country import Countries
from musnad.events.sentence import EventSentence
from musnad.model import Span
from musnad.text import fold_word

_LAST = {"الاخير": "m", "للاخير": "m", "الاخيره": "f", "للاخيره": "f"}
_BOTH = frozenset(
    {"البلدان", "البلدين", "للبلدين", "الدولتان", "الدولتين", "الجانبان", "الجانبين", "الطرفان", "الطرفين",
     "الرجلان", "الرجلين", "الزعيمان", "الزعيمين", "الرييسان", "الرييسين", "الجارتان", "الجارتين"}
)  # fmt: skip
_MEN = frozenset({"الرجلان", "الرجلين", "الزعيمان", "الزعيمين", "الرييسان", "الرييسين"})
# A pair named further back than some three sentences is no longer spoken of.
_PAIR_REACH = 500


class Referents:
    """The persons, bodies and states of a report in order, to find the one a description was said of."""

    def __init__(self, sentences: Sequence[EventSentence], countries: Countries) -> None:
        self._countries = countries
        self._pairs = [pair for sentence in sentences for pair in _pairs_of(sentence)]
        self._persons = [
            sentence.span(first, end) for sentence in sentences for first, end in sorted(sentence.persons.items())
        ]
        self._feminine = [
            sentence.span(index, max(index + 1, sentence.mentions.get(index, 0)))
            for sentence in sentences
            for index in sorted(sentence.acting)
            if sentence.words[index].gender == "f" and index not in sentence.persons
            if index in sentence.mentions or index - 1 not in sentence.acting  # no word amid a name: المتحدة
        ]

    def resolve(self, sentence: EventSentence, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the spans, those that only describe replaced by the name that they stand for."""
        return tuple(
            named for span in spans for named in self._pair(sentence, span) or (self._resolve(sentence, span),)
        )

    def _pair(self, sentence: EventSentence, span: Span) -> tuple[Span, ...]:
        """Return the two whom a dual description was said of: بين فلان وفلان ... الرجلان."""
        described = fold_word(span.of(sentence.text))
        if described not in _BOTH:
            return ()
        start = sentence.tokens[0].start
        for pair, states in reversed(self._pairs):
            wanted = states is (described not in _MEN) or pair[0].start >= start
            if wanted and start - _PAIR_REACH <= pair[0].start and pair[1].end <= span.start:
                return pair
        return ()

    def _resolve(self, sentence: EventSentence, span: Span) -> Span:
        words = span.of(sentence.text)
        if " " in words:
            return span
        gender = _LAST.get(fold_word(words))
        if gender is not None:
            named = self._persons if gender == "m" else self._feminine
            return next((one for one in reversed(named) if one.end <= span.start), span)
        at = next((n for n, token in enumerate(sentence.tokens) if token.end == span.end), None)
        if at is None or at in sentence.acting:
            return span  # الحوثي: of a group, and no adjective of its country
        if sentence.words[at].nationality and not sentence.words[at].stem.endswith(_PEOPLE):
            return self._countries.named(sentence.countries.get(at)) or span
        return span


def _pairs_of(sentence: EventSentence) -> list[tuple[tuple[Span, Span], bool]]:
    """Return the pairs of states or persons that و joins, and whether they are states."""
    pairs = []
    for index, word in enumerate(sentence.words):
        if not word.conjunction or index not in sentence.acting or index - 1 not in sentence.acting:
            continue
        first = index - 1
        while first - 1 in sentence.acting and not sentence.words[first].preposition:
            first -= 1
        if not all(n in sentence.countries or sentence.words[n].name for n in (first, index)):
            continue  # two bodies are not meant by «the two countries»
        end = max(index + 1, sentence.mentions.get(index, 0), sentence.persons.get(index, 0))
        pair = (sentence.span(first, index, sentence.clitics(first)), sentence.span(index, end, 1))
        pairs.append((pair, first in sentence.countries and index in sentence.countries))
    return pairs


_PEOPLE = ("ين", "ون", "ان")
