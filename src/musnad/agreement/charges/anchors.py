"""Says by what a deed is known in other words: whom it struck, where, with what; each with its weight."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from musnad.agreement.charges.lines import Charge
from musnad.agreement.cutting import words_in
from musnad.agreement.identities import folded_words
from musnad.languages.agreement import AgreementLexicon
from musnad.languages.charges import ChargeGrammar
from musnad.model import Article, Mention, MentionKind, Report, Span
from musnad.text import Sentence, Token, split_sentences

# What a name weighs that both tell; set on charges of 420 articles on six disputed matters.
_WEIGHTS = {
    MentionKind.PERSON: 1.0,
    MentionKind.EVENT_NAME: 1.3,
    MentionKind.PLACE: 0.6,
    MentionKind.FACILITY: 0.6,
    MentionKind.ORGANISATION: 0.6,
    MentionKind.ARMED_GROUP: 0.5,
    MentionKind.GOVERNMENT_BODY: 0.3,
    MentionKind.WEAPON: 0.5,
    MentionKind.CRAFT: 0.5,
    MentionKind.COUNTRY: 0.3,
    MentionKind.NATIONALITY: 0.15,
}
_WORD = 0.7  # of a rare word's weight, against a name
_SAME = 0.8  # a listed word for one thing: chemical arms
_VAGUE = 0.05
_SHORTEST = 3
_MOST = 16
_BEFORE = 2  # sentences before the charge that tell what it is about

_OF_WORDS = frozenset({MentionKind.FACILITY, MentionKind.CRAFT})  # مستشفى البلدة, then المستشفى
Anchors = Mapping[str, tuple[float, str]]
"""What a deed is known by: keys, each with its weight and the words of the text."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A charge with its report, the anchors of its deed and of what stands around it, its folded words.

    `assertion` is the id under which it is compared.
    """

    charge: Charge
    report: str
    published: datetime | None
    own: Anchors = field(repr=False)
    around: Anchors = field(repr=False)
    words: str = ""
    assertion: str = ""

    @property
    def order(self) -> tuple[datetime, str, int, int]:
        """Return what puts the earliest charge first."""
        told = self.published.replace(tzinfo=None) if self.published else datetime.max
        return told, self.report, self.charge.span.start, self.charge.span.end


def file_charges(
    report: Report, charges: Sequence[Charge], grammar: ChargeGrammar, lexicon: AgreementLexicon
) -> list[Filed]:
    """Return the charges of the report with their anchors."""
    article = report.article
    if article is None or not charges:
        return []
    sentences = split_sentences(article.text)[0]
    published = article.published.value if article.published else None
    reader = _Reader(article, report.mentions, grammar, lexicon)
    headline = reader.read([_span_of(sentences[0])])
    of_sentence: dict[int, dict[str, tuple[float, str]]] = {}
    filed = []
    for charge in charges:
        own = reader.read([charge.deed]) if charge.deed is not None else {}
        around = dict(headline)
        for place in range(max(0, charge.sentence - _BEFORE), charge.sentence + 1):
            if place not in of_sentence:
                of_sentence[place] = reader.read([_span_of(sentences[place])])
            around.update(of_sentence[place])
        hidden = {f"c:{key[4:]}" for key in charge.accused if key[:4] == "gov:"}
        hidden |= {key.replace("body:", "b:").replace("person:", "p:") for key in (*charge.accused, *charge.speaker)}
        words = " ".join(token.folded for token in words_in(article.text, charge.span.start, charge.span.end))
        anchors = _heaviest(own, hidden), _heaviest({**around, **own}, hidden)
        key = f"{report.id}|charge|{charge.denies}|{charge.span.start}-{charge.span.end}"
        assertion = hashlib.sha256(key.encode()).hexdigest()[:16]
        filed.append(Filed(charge, report.id, published, *anchors, words, assertion))
    return filed


def _span_of(sentence: Sentence) -> Span:
    return Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _heaviest(anchors: Anchors, hidden: set[str]) -> Anchors:
    kept = sorted(
        ((key, told) for key, told in anchors.items() if key not in hidden), key=lambda one: (-one[1][0], one[0])
    )
    return dict(kept[:_MOST])


class _Reader:
    """Reads the anchors of stretches of one article."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], grammar: ChargeGrammar, lexicon: AgreementLexicon
    ) -> None:
        self._text = article.text
        self._grammar, self._lexicon = grammar, lexicon
        self._mentions = [each for each in mentions if each.kind in _WEIGHTS]

    def read(self, spans: Iterable[Span]) -> dict[str, tuple[float, str]]:
        """Return the anchors of the stretches, by key."""
        found: dict[str, tuple[float, str]] = {}
        for span in spans:
            covered: set[int] = set()
            for mention in self._mentions:
                if span.overlaps(mention.span):
                    key = self._key(mention)
                    weight = _SAME if key[2:] in self._grammar.same.values() else _WEIGHTS[mention.kind]
                    found[key] = (weight, mention.span.of(self._text))
                    if mention.kind in _OF_WORDS:
                        self._take(words_in(self._text, mention.span.start, mention.span.end)[0], found)
                    covered.update(range(mention.span.start, mention.span.end))
            for token in words_in(self._text, span.start, span.end):
                if token.is_word and token.start not in covered and token.end - 1 not in covered:
                    self._take(token, found)
        return found

    def _take(self, token: Token, found: dict[str, tuple[float, str]]) -> None:
        word, written = token.folded, self._text[token.start : token.end]
        same = self._grammar.same.get(word)
        if same is not None:
            found[f"w:{same}"] = (_SAME, written)
            return
        if len(word) < _SHORTEST or word in self._lexicon.words["empty"]:
            return
        reading = self._lexicon.read_word(word)
        weight = _WORD * self._lexicon.rarity.get(reading.lemma, 1.0)
        if reading.lemma in self._grammar.words["vague"]:
            if not reading.is_deed:
                return
            weight = _VAGUE
        name = f"w:{reading.key}"
        if reading.is_deed:
            name = f"d:{min(reading.senses).rstrip('+-') if reading.senses else reading.key}"
        if name not in found or found[name][0] < weight:
            found[name] = (weight, written)

    def _key(self, mention: Mention) -> str:
        named = mention.span.of(self._text)
        for token in words_in(self._text, mention.span.start, mention.span.end):
            if mention.kind is MentionKind.WEAPON and token.folded in self._grammar.same:
                return f"w:{self._grammar.same[token.folded]}"
        match mention.kind:
            case MentionKind.COUNTRY | MentionKind.NATIONALITY:
                return f"c:{mention.country}"
            case MentionKind.PERSON:
                words = folded_words(named)
                return f"p:{words[-1] if words else ''}"
            case MentionKind.PLACE | MentionKind.FACILITY if mention.candidates:
                return f"e:{mention.candidates[0].id}"
            case MentionKind.ORGANISATION | MentionKind.ARMED_GROUP | MentionKind.GOVERNMENT_BODY:
                return f"b:{mention.entry or ' '.join(folded_words(named))}"
        return f"e:{mention.entry or ' '.join(folded_words(named))}"
