"""Finds the outlet that a definite noun means (الوكالة، الصحيفة): the last one of that kind that the text names."""

from collections.abc import Iterator, Sequence

from musnad.claims.holders import describe, stem
from musnad.claims.kinds import Known
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

# Sentences to look back through: beyond, a reader would no longer know which outlet is meant.
_REACH = 30
# موقع is any place as well: as an outlet it counts only with a name that the lexicon knows.
_VAGUE = frozenset({"موقع", "شبكه", "محطه"})


class NamedOutlets:
    """Looks back through an article's sentences for outlets; each is searched once for each noun."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, str], Known | None] = {}

    def last(self, view: SentenceView, phrase: Phrase, earlier: Sequence[SentenceView]) -> Known | None:
        """Return the outlet that the definite noun phrase refers back to, None for any other phrase.

        `earlier` are the article's sentences before this one, in order.
        """
        noun = stem(view, phrase.first)
        if not _refers_back(view, phrase, noun):
            return None
        here = _last_named(view, phrase.first, noun)
        if here is not None:
            return here
        for number in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _REACH), -1):
            if (number, noun) not in self._last:
                said = earlier[number]
                self._last[number, noun] = _last_named(said, len(said), noun)
            found = self._last[number, noun]
            if found is not None:
                return found
        return None


def _last_named(view: SentenceView, limit: int, noun: str) -> Known | None:
    kinds = view.grammar.outlet_names.noun_kinds(noun)
    named = [known for known in _named(view, limit, noun, kinds) if len(known.words) > 1 or known.entry]
    return named[-1] if named else None


def _refers_back(view: SentenceView, phrase: Phrase, noun: str) -> bool:
    words = [view.word(index) for index in range(phrase.first, phrase.end) if view.tokens[index].is_word]
    if not 0 < len(words) <= 2 or not words[0].startswith(("ال", "لل")):
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
