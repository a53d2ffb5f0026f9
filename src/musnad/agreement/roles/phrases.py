"""Finds the phrases of lists in a statement: لم يتخذ قرارا tells that nothing is decided, بفعل فاعل who did it."""

from collections.abc import Iterator, Mapping, Sequence

from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Span
from musnad.text import tokenize

_LONGEST = 3  # words of a phrase


def phrases_of(side: Statement, lists: Sequence[str], kind: str, lexicon: AgreementLexicon) -> Mapping[Span, str]:
    """Return the phrases of a side that stand in the lists of a kind, longer ones first, and in which each does."""
    found: dict[Span, str] = {}
    for part in side.assertion.content:
        tokens = tokenize(side.text, part.start, part.end)
        at = 0
        while at < len(tokens):
            for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
                phrase = " ".join(token.folded for token in tokens[at : at + length])
                name = next((each for each in lists if phrase in lexicon.words[f"{kind}_{each}"]), None)
                if name is not None:
                    found[Span(tokens[at].start, tokens[at + length - 1].end)] = name
                    at += length - 1
                    break
            at += 1
    return found


def words_in_span(span: Span, side: Statement) -> Iterator[Word]:
    """Return the words of content that the span holds."""
    return (word for word in side.wording.words if word.span.overlaps(span))
