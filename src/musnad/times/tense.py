"""Tells whether a clause speaks of the future, by the words before a time in its sentence."""

from collections.abc import Sequence

from musnad.languages.times.grammar import TimeGrammar
from musnad.text import Token

_REACH = 16  # tokens back from the time


def tells_future(tokens: Sequence[Token], opens: int, index: int, grammar: TimeGrammar) -> bool:
    """Return whether the clause of token `index`, in the sentence that opens at token `opens`, tells of the future."""
    for position in range(index - 1, max(opens - 1, index - 1 - _REACH), -1):
        word = tokens[position].folded
        if word in grammar.clause_stops:
            return False
        entry = grammar.entries.get(word)
        if entry is not None and entry.word is not None and entry.word.value == "future":
            return True
        if grammar.future_verb.fullmatch(word):
            return True
    return False


def announces(tokens: Sequence[Token], opens: int, index: int, grammar: TimeGrammar) -> bool:
    """Return whether the sentence opens with an imperfect, as announcements do: يصل الوزير الأحد."""
    return opens < index <= opens + _REACH and grammar.opening_verb.fullmatch(tokens[opens].folded) is not None
