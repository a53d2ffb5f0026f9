"""Finds the outlet that a definite noun means (الوكالة، الصحيفة): the last one of that kind that the text names."""

from collections.abc import Iterator, Sequence

from musnad.claims.holders import Known, describe, stem
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

# Sentences to look back through: beyond, a reader would no longer know which outlet is meant.
_REACH = 30
# موقع is any place as well: as an outlet it counts only with a name that the lexicon knows.
_VAGUE = frozenset({"موقع", "شبكه", "محطه"})


def last_outlet(view: SentenceView, phrase: Phrase, earlier: Sequence[SentenceView]) -> Known | None:
    """Return the outlet that the definite noun phrase refers back to, None for any other phrase.

    `earlier` are the article's sentences before this one, in order.
    """
    noun = stem(view, phrase.first)
    if not _refers_back(view, phrase, noun):
        return None
    kinds = view.grammar.outlet_names.noun_kinds(noun)
    for said, limit in ((view, phrase.first), *((other, len(other)) for other in reversed(earlier[-_REACH:]))):
        found = [known for known in _named(said, limit, noun, kinds) if len(known.words) > 1 or known.entry]
        if found:
            return found[-1]
    return None


def _refers_back(view: SentenceView, phrase: Phrase, noun: str) -> bool:
    words = [view.word(index) for index in range(phrase.first, phrase.end) if view.tokens[index].is_word]
    if len(words) > 2 or not words[0].startswith(("ال", "لل")):
        return False
    names = view.grammar.outlet_names
    return bool(names.noun_kinds(noun)) and names.find(words) is None


def _named(view: SentenceView, limit: int, noun: str, kinds: frozenset[str]) -> Iterator[Known]:
    """Yield the outlets of these kinds that the sentence names before token `limit`, in order."""
    names = view.grammar.outlet_names
    index = 0
    while index < limit:
        phrase = None
        if noun not in _VAGUE and noun == stem(view, index) and not view.word(index).startswith("ال"):
            head = holder_of(view, index)
            phrase = read_phrase(view, index, limit=limit) if head and head.kind is LinkKind.OUTLET else None
        found = names.at(view.words, index) if phrase is None else None
        if found and names.entries[found[1]].kind in kinds:
            phrase = Phrase(index, min(limit, index + found[0]))
        if phrase is not None:
            yield describe(view, phrase, [], None)
        index = max(index + 1, phrase.end if phrase else 0)
