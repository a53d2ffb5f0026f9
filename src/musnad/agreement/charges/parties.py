"""Says who is named in a report as somebody who may be accused: one key wherever it is the same one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from musnad.agreement.cutting import words_in
from musnad.agreement.identities import folded_words
from musnad.languages.charges import ChargeGrammar
from musnad.model import Mention, MentionKind, Report, Span
from musnad.text import Token

_BODIES = frozenset({MentionKind.ARMED_GROUP, MentionKind.ORGANISATION})
_TO_HEAD = 2  # words between قوات and its adjective: قوات برية تركية
_BESIDE = 3  # characters between a title and the name behind it
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is named: where, by which keys he is known; `state` is the government that he belongs to."""

    span: Span
    keys: frozenset[str]
    state: str | None = None
    is_person: bool = False

    @property
    def all_keys(self) -> frozenset[str]:
        """Return the keys, and that of the state for which he may speak."""
        return self.keys | {self.state} if self.state else self.keys


class Parties:
    """The parties of one report, in order, to be looked up by place."""

    def __init__(self, report: Report, grammar: ChargeGrammar) -> None:
        assert report.article is not None
        self._text = report.article.text
        self._grammar = grammar
        self._tokens = [token for token in words_in(self._text, 0, len(self._text)) if token.is_word]
        self._at = {token.start: place for place, token in enumerate(self._tokens)}
        self.nations = [
            each for each in report.mentions if each.kind is MentionKind.NATIONALITY and each.country is not None
        ]
        self._titles = [each for each in report.mentions if each.kind is MentionKind.TITLE]
        found = sorted(self._named(report.mentions), key=lambda each: (each.span.start, -len(each.span)))
        self.all: list[Party] = []
        for each in found:
            if not self.all or each.span.start >= self.all[-1].span.end:
                self.all.append(each)

    def is_accusing(self, cue: Span) -> bool:
        """Tell whether a claim's cue accuses: اتهم، مزاعم."""
        words = self._grammar.words
        return any(
            word.removeprefix("و") in words["accusing"] | words["charges"] | words["accusers"]
            for word in self._words(cue)
        )

    def inside(self, span: Span) -> list[Party]:
        """Return the parties that the span holds, in order."""
        return [each for each in self.all if span.start <= each.span.start and each.span.end <= span.end]

    def speaker(self, span: Span) -> Party | None:
        """Return who the words that name a speaker mean: a person, a body, or a government by its adjective."""
        inside = self.inside(span)
        person = next((each for each in inside if each.is_person), None)
        if person is not None:
            state = person.state or next((key for each in inside for key in each.keys if key[:4] == "gov:"), None)
            return replace(person, state=state or self._nation(span))
        if inside:
            return inside[0]
        nation = self._nation(span)
        return Party(span, frozenset({nation})) if nation else None

    def speaker_keys(self, span: Span) -> frozenset[str]:
        """Return all keys of who the words mean."""
        party = self.speaker(span)
        return party.all_keys if party is not None else frozenset()

    def _nation(self, span: Span) -> str | None:
        return next((f"gov:{each.country}" for each in self.nations if span.contains(each.span)), None)

    def _named(self, mentions: Sequence[Mention]) -> Iterator[Party]:
        by_span = {each.span: each for each in mentions}
        for mention in mentions:
            party = self._party(mention, by_span)
            if party is not None:
                yield party
        for place, token in enumerate(self._tokens):
            if token.folded in self._grammar.words["opposition"]:
                following = self._tokens[place + 1].folded if place + 1 < len(self._tokens) else ""
                end = self._tokens[place + 1].end if "معارضه" in following else token.end
                yield Party(Span(token.start, end), frozenset({"body:opposition"}))

    def _party(self, mention: Mention, by_span: Mapping[Span, Mention]) -> Party | None:
        fuller = by_span.get(mention.refers_to, mention) if mention.refers_to else mention
        is_person = mention.kind is MentionKind.PERSON
        capital = None if is_person else self._grammar.capitals.get(tuple(self._words(mention.span)))
        if capital is not None:
            return None if self._is_place(mention.span) else Party(mention.span, frozenset({f"gov:{capital}"}))
        match mention.kind:
            case MentionKind.COUNTRY:
                known = mention.country is not None and not self._is_place(mention.span)
                return Party(mention.span, frozenset({f"gov:{mention.country}"})) if known else None
            case MentionKind.GOVERNMENT_BODY if mention.country:
                return Party(mention.span, frozenset({f"gov:{mention.country}"}))
            case MentionKind.PERSON:
                return self._person(mention, fuller)
            case MentionKind.NATIONALITY:
                head = self._head(mention.span)
                return Party(head, frozenset({f"gov:{mention.country}"})) if head and mention.country else None
            case kind if kind in _BODIES or kind is MentionKind.GOVERNMENT_BODY:
                return self._body(mention, fuller)
        return None

    def _body(self, mention: Mention, fuller: Mention) -> Party:
        """Return a body, or the government whose organ it is: السفارة الروسية."""
        words = self._words(mention.span)
        if words and words[0] in self._grammar.words["opposition"]:
            return Party(mention.span, frozenset({"body:opposition"}))
        nation = self._nation(mention.span)
        if nation and not mention.entry and words and words[0].removeprefix("و") in self._grammar.words["governments"]:
            return Party(mention.span, frozenset({nation}))
        name = mention.entry or fuller.entry or " ".join(folded_words(fuller.span.of(self._text)))
        return Party(mention.span, frozenset({f"body:{name}"}), nation)

    def _person(self, mention: Mention, fuller: Mention) -> Party | None:
        words = folded_words(fuller.span.of(self._text))
        if not words or len(words[-1]) < _LEAST_NAME:
            return None
        state = self._office(mention) or self._office(fuller)
        return Party(mention.span, frozenset({f"person:{words[-1]}"}), state, is_person=True)

    def _office(self, person: Mention) -> str | None:
        """Return the government of the office that stands right before the name: الرئيس الروسي فلاديمير بوتين."""
        for title in self._titles:
            if title.country and 0 <= person.span.start - title.span.end <= _BESIDE:
                return f"gov:{title.country}"
        return None

    def _words(self, span: Span) -> list[str]:
        return [token.folded for token in words_in(self._text, span.start, span.end)]

    def _before(self, span: Span) -> list[Token]:
        place = self._at.get(span.start)
        return self._tokens[max(0, place - _TO_HEAD) : place] if place else []

    def _is_place(self, span: Span) -> bool:
        before = self._before(span)
        return bool(before) and before[-1].folded in self._grammar.words["at"]

    def _head(self, nation: Span) -> Span | None:
        """Return the stretch from the noun that makes the adjective a government's: القوات البرية الروسية."""
        if any(title.span.contains(nation) for title in self._titles):
            return None
        for token in reversed(self._before(nation)):
            if token.folded.removeprefix("و") in self._grammar.words["governments"]:
                return Span(token.start, nation.end)
        return None
