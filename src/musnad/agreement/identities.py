"""Says who a link of a chain is, so that one source is recognised in several reports: by entry, entity or name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from musnad.languages import LANGUAGES
from musnad.languages.outlet_names import OutletNames
from musnad.languages.source_words import SourceWords
from musnad.model import (
    Anonymity,
    Entity,
    Link,
    LinkKind,
    MentionKind,
    Naming,
    Report,
    SourceKind,
    Span,
)
from musnad.text import fold_word

_WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]
_ARTICLE = "ال"
_LONGEST_LABEL = 12
_BODIES = frozenset(
    {
        MentionKind.ORGANISATION,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.ARMED_GROUP,
        MentionKind.FACILITY,
        MentionKind.COUNTRY,
        MentionKind.OUTLET,
    }
)
_NAMED_BY = {
    LinkKind.PERSON: frozenset({MentionKind.PERSON}),
    LinkKind.ORG: _BODIES,
    LinkKind.GROUP: _BODIES,
    LinkKind.DOCUMENT: _BODIES - {MentionKind.COUNTRY},
}
_KINDS = {
    LinkKind.PERSON: SourceKind.PERSON,
    LinkKind.ORG: SourceKind.ORG,
    LinkKind.GROUP: SourceKind.GROUP,
    LinkKind.DOCUMENT: SourceKind.DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Who a link is. `key` is equal wherever it is the same one; None where it must be told apart by its holder.

    `words` are the folded words of its name; `country` and `body` what an unnamed source is said to belong to;
    `voice_of` the body that it speaks for; `state` the country of a state, of a body of its government, or of an
    unnamed source that has a country.
    """

    kind: SourceKind
    key: str | None
    label: str
    words: Words = ()
    anonymity: Anonymity | None = None
    country: str | None = None
    body: str | None = None
    voice_of: "Source | None" = None
    state: str | None = None

    @property
    def is_state(self) -> bool:
        """Tell whether it is a state itself: by its name, its capital or its government."""
        return self.state is not None and self.key == _state_key(self.state)


@dataclass(frozen=True, slots=True)
class _Name:
    """Something that the report names: where, what kind, by which key it is known across reports."""

    span: Span
    kind: MentionKind
    key: str
    label: str
    words: Words
    country: str | None


@dataclass(frozen=True, slots=True)
class NamesOfReport:
    """All that one report names, and the words of its language that identifying a source needs."""

    text: str
    names: tuple[_Name, ...] = field(repr=False)
    outlets: OutletNames | None
    speaking: SourceWords | None
    capitals: Mapping[Words, str] = field(repr=False)

    def source_of(self, link: Link) -> Source | None:
        """Return who the link is; None for the writer of the page, who is no source besides it."""
        span = link.resolved or link.source
        match link.kind:
            case LinkKind.AUTHOR:
                return None
            case LinkKind.OUTLET:
                return self._outlet(link, span)
            case LinkKind.ANON:
                return self._unnamed(link, span)
            case LinkKind.OUTLET_GROUP | LinkKind.UNKNOWN:
                return Source(SourceKind.UNKNOWN, None, _label(span.of(self.text)) if span else "an untold source")
            case _:
                return self._named(link, span)

    def _outlet(self, link: Link, span: Span | None) -> Source:
        written = span.of(self.text) if span else ""
        source = outlet_source(written, link.entry, self.outlets)
        if link.entry is None and self.speaking is not None and span is not None:
            nations = {
                word
                for name in self._inside(span)
                if name.kind is MentionKind.NATIONALITY
                for word in folded_words(name.span.of(self.text))
            }
            # صحيفة محلية، قناة إسرائيلية: an outlet, but not which.
            if source.words and nations | self.speaking.general >= set(source.words):
                return Source(SourceKind.UNKNOWN, None, _label(written))
        return source

    def _named(self, link: Link, span: Span | None) -> Source:
        kind = _KINDS[link.kind]
        if span is None:
            return Source(SourceKind.UNKNOWN, None, "an untold source")
        found = self._first((link.resolved, link.source), _NAMED_BY[link.kind])
        state = self._state(span, found) if link.kind in {LinkKind.ORG, LinkKind.GROUP} else None
        if state is not None:
            return Source(SourceKind.ORG, _state_key(state), _label(span.of(self.text)), state=state)
        words = _whole(folded_words(span.of(self.text)), self.speaking.organs if self.speaking else frozenset())
        if found is None:
            # الوزير، تقرير سري: without a name nothing says that two reports mean the same one.
            general = link.kind in {LinkKind.DOCUMENT, LinkKind.PERSON}
            key = None if general else f"{kind}:{' '.join(words)}"
            anonymity = Anonymity.OTHER if general else None
            return Source(kind, key, _label(span.of(self.text)), words, anonymity)
        if kind is SourceKind.DOCUMENT:
            return Source(kind, f"document:{found.key}:{words[0] if words else ''}", _label(span.of(self.text)), words)
        speaks = self._voice_of(link, span) if kind is SourceKind.PERSON else None
        governs = found.country if found.kind is MentionKind.GOVERNMENT_BODY else None
        return Source(kind, found.key, found.label, found.words, voice_of=speaks, state=governs)

    def _state(self, span: Span, found: _Name | None) -> str | None:
        """Return the country whose state the words mean: by its name, its capital, or its government."""
        for at in (span, found.span) if found else (span,):
            words = folded_words(at.of(self.text))
            if words in self.capitals:
                return self.capitals[words]
            for name in self._inside(at):
                if name.country and _names_state(
                    name.kind, folded_words(name.span.of(self.text)), words, self.speaking
                ):
                    return name.country
        return None

    def _unnamed(self, link: Link, span: Span | None) -> Source | None:
        if span is None:
            return Source(SourceKind.ANON, None, "an unnamed source", anonymity=link.anonymity)
        inside = self._inside(span)
        if link.anonymity is Anonymity.MEDIA and self.speaking is not None:
            words = folded_words(span.of(self.text))
            if words and words[0] in self.speaking.correspondents:
                outlet = next((name for name in inside if name.kind is MentionKind.OUTLET), None)
                entry = self.outlets.of_page(outlet.label, None) if outlet and self.outlets else None
                return outlet_source(outlet.label, entry, self.outlets) if outlet else None
        country = next((name.country for name in inside if name.country and name.kind is not MentionKind.PLACE), None)
        body = next((name.key for name in inside if name.kind in _BODIES - {MentionKind.COUNTRY}), None)
        label, words = _label(span.of(self.text)), folded_words(span.of(self.text))
        speaks = self._voice_of(link, span)
        return Source(SourceKind.ANON, None, label, words, link.anonymity, country, body, speaks, country)

    def _voice_of(self, link: Link, span: Span) -> Source | None:
        """Return the body that a spokesman or a head of it speaks for, where the report names that body."""
        if self.speaking is None:
            return None
        for at in (span, link.source):
            words = folded_words(at.of(self.text)) if at else ()
            if self.speaking.spokes.intersection(words):
                return self._body(self._first((at,), _BODIES))
            for word, following in pairwise(words):
                if word in self.speaking.offices:
                    start = (self.speaking.offices[word], following)
                    return self._body(next((name for name in self.names if name.words[:2] == start), None))
        return None

    def _body(self, name: _Name | None) -> Source | None:
        if name is None:
            return None
        state = self._state(name.span, None)
        return Source(SourceKind.ORG, _state_key(state) if state else name.key, name.label, name.words, state=state)

    def _first(self, spans: Iterable[Span | None], kinds: frozenset[MentionKind]) -> _Name | None:
        """Return what the first of the spans that names something of these kinds names first."""
        for span in spans:
            if span is not None:
                for name in self._inside(span):
                    if name.kind in kinds:
                        return name
        return None

    def _inside(self, span: Span) -> list[_Name]:
        return [name for name in self.names if name.span.overlaps(span)]


def names_of(report: Report, namings: Iterable[Naming], entity_of: Mapping[str, Entity]) -> NamesOfReport:
    """Return what the report names: its namings, and those mentions that none of them covers."""
    article = report.article
    text = article.text if article else ""
    language = LANGUAGES.get(article.language) if article else None
    speaking = language.source_words if language else None
    organs = speaking.organs if speaking else frozenset()
    named: dict[Span, _Name] = {}
    for naming in namings:
        entity = entity_of.get(naming.id)
        label, words = (entity.label if entity else naming.name), _whole(folded_words(naming.name), organs)
        key = f"entity:{entity.id}" if entity else _key(naming.kind, naming.entry, words)
        country = naming.country or (entity.country if entity else None)
        for span in naming.spans:
            named[span] = _Name(span, naming.kind, key, label, words, country)
    for mention in report.mentions:
        if mention.span not in named:
            fuller = mention.refers_to or mention.span
            words = _whole(folded_words(fuller.of(text)), organs)
            key = named[fuller].key if fuller in named else _key(mention.kind, mention.entry, words)
            label = _label(fuller.of(text))
            named[mention.span] = _Name(mention.span, mention.kind, key, label, words, mention.country)
    names = tuple(named[span] for span in sorted(named))
    capitals = _capitals(language.code) if language else {}
    return NamesOfReport(text, names, language.outlet_names if language else None, speaking, capitals)


@cache
def _capitals(language: str) -> Mapping[Words, str]:
    """Return the countries' codes by the folded words of their capitals, without articles."""
    return {folded_words(" ".join(words)): code for words, code in LANGUAGES[language].charges.capitals.items()}


def outlet_source(written: str, entry: str | None, outlets: OutletNames | None) -> Source:
    """Return the outlet that goes by this name, with or without its noun (صحيفة، وكالة), or has this entry."""
    words = list(folded_words(written))
    kinds: frozenset[str] = frozenset()
    while outlets and len(words) > 1 and (of_noun := outlets.noun_kinds(words[0])):
        kinds |= of_noun
        del words[0]
    if outlets and not entry and written:
        entry = outlets.of_page(written, None)
    known = outlets.entries.get(entry) if outlets and entry else None
    is_agency = known.kind == "agency" if known else "agency" in kinds
    key = f"outlet:{entry or ' '.join(words)}" if entry or words else None
    kind = SourceKind.AGENCY if is_agency else SourceKind.OUTLET
    return Source(kind, key, _label(written) or (known.name if known else "an outlet"), tuple(words))


def outlet_of(report: Report) -> Source | None:
    """Return the outlet that published the report, by its lexicon entry, its name, or the host of its address."""
    article = report.article
    if article is None:
        return None
    language = LANGUAGES.get(article.language)
    outlets = language.outlet_names if language else None
    written = article.outlet.value if article.outlet else None
    url = article.url or article.canonical_url or report.raw.url
    entry = outlets.of_page(written, url) if outlets else None
    host = url.split("//", 1)[-1].split("/", 1)[0].lower().removeprefix("www.") if url else ""
    if not (written or entry or host):
        return None
    return outlet_source(written or host, entry, outlets)


def folded_words(written: str) -> Words:
    """Return the folded words, each without its article."""
    folded = (fold_word(word) for word in _WORD.findall(written))
    return tuple(word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 1 else word for word in folded if word)


def _state_key(country: str) -> str:
    return f"state:{country}"


def _names_state(kind: MentionKind, named: Words, words: Words, speaking: SourceWords | None) -> bool:
    """Tell whether the words are a nation, or a government with its nation, by something named among them.

    الحكومة السورية المؤقتة is another government than the state's.
    """
    is_nation = kind in {MentionKind.COUNTRY, MentionKind.NATIONALITY}
    if speaking is not None and len(words) > 1 and words[0] in speaking.governments:
        return (is_nation and named == words[1:]) or (len(words) == 2 and named == words)
    return kind is MentionKind.COUNTRY and named == words


def _key(kind: MentionKind, entry: str | None, words: Words) -> str:
    # A body is called an organisation here and a government body there: its kind is no part of its name.
    sort = "person" if kind is MentionKind.PERSON else "body" if kind in _BODIES else str(kind)
    return f"{sort}:{entry or ' '.join(words)}"


def _whole(words: Words, organs: frozenset[str]) -> Words:
    """Return the words of a name without the organ that speaks for the whole."""
    return words[1:] if len(words) > 1 and words[0] in organs else words


def _label(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:_LONGEST_LABEL]) + ("…" if len(shown) > _LONGEST_LABEL else "")
