"""Finds the words by which a writer himself says that two accounts clash (خلافا ل، تتناقض مع، في المقابل نفى)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.languages.agreement import AgreementLexicon, Marker, MarkerKind
from musnad.model import Report, Span
from musnad.text import Sentence, split_sentences


@dataclass(frozen=True, slots=True)
class MarkerFound:
    """A marker's words; `before` and `after` are the stretches that it sets against each other."""

    kind: MarkerKind
    span: Span
    before: Span
    after: Span


def find_markers(report: Report, lexicon: AgreementLexicon) -> tuple[MarkerFound, ...]:
    """Return the markers of the report in the order of the text."""
    if report.article is None:
        return ()
    sentences = split_sentences(report.article.text)[0]
    return tuple(found for number in range(len(sentences)) for found in _in_sentence(sentences, number, lexicon))


def _in_sentence(sentences: tuple[Sentence, ...], number: int, lexicon: AgreementLexicon) -> Iterator[MarkerFound]:
    sentence = sentences[number]
    tokens = sentence.tokens
    words = [token.folded for token in tokens]
    opened_by = _opened(lexicon.markers)
    if opened_by.keys().isdisjoint(words):
        return
    start, end = tokens[0].start, tokens[-1].end
    for place, word in enumerate(words):
        for kind, phrase in opened_by.get(word, ()):
            if not _stands(words, place, phrase):
                continue
            span = Span(tokens[place].start, tokens[place + len(phrase) - 1].end)
            before = Span(start, span.start) if place else None
            if kind is MarkerKind.TURN and place <= 1 and number:
                before = Span(sentences[number - 1].tokens[0].start, sentences[number - 1].tokens[-1].end)
            if before is not None and span.end < end:
                yield MarkerFound(kind, span, before, Span(span.start, end))
            break


_Opened = Sequence[tuple[MarkerKind, tuple[str, ...]]]


@lru_cache(maxsize=4)
def _opened(markers: tuple[Marker, ...]) -> Mapping[str, _Opened]:
    """Return of each word the phrases that it opens, with "and" before it or without, the longest first."""
    found: dict[str, list[tuple[MarkerKind, tuple[str, ...]]]] = {}
    for marker in markers:
        for phrase in marker.phrases:
            found.setdefault(phrase[0], []).append((marker.kind, phrase))
    phrases = {first: sorted(phrases, key=lambda one: -len(one[1])) for first, phrases in found.items()}
    words = {*phrases, *(f"و{word}" for word in phrases)}
    return {word: (*phrases.get(word, ()), *phrases.get(word[1:] if word[0] == "و" else "", ())) for word in words}


def _stands(words: Sequence[str], place: int, phrase: Sequence[str]) -> bool:
    """Tell whether the phrase stands at the place, its first word aside; a last of one letter is a prefix (ل)."""
    if place + len(phrase) > len(words):
        return False
    for offset in range(1, len(phrase)):
        word, wanted = words[place + offset], phrase[offset]
        if not (word.startswith(wanted) if len(wanted) == 1 else word == wanted):
            return False
    return True
