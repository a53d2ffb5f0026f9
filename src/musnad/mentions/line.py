"""A sentence as the mention rules see it: folded words, the ways to cut their clitics, spans."""

from collections.abc import Iterator
from functools import lru_cache

from musnad.languages.grammar import Grammar
from musnad.languages.mention_grammar import MentionGrammar, NameHead
from musnad.model import Span
from musnad.text import Sentence, Token
from musnad.text.normalise import fold_character

_PREPOSITIONS = "بكل"
_CONJUNCTIONS = "وف"
_SHORTEST_STEM = 3
# The small words of a clause: no name begins or goes on with one.
_STOPS = (
    "prepositions",
    "clause_openers",
    "relatives",
    "complementisers",
    "negators",
    "demonstratives",
    "pronouns",
    "auxiliaries",
    "questions",
)


@lru_cache(maxsize=100_000)
def clitic_forms(word: str) -> tuple[tuple[int, str], ...]:
    """Return the readings of a folded word: (letters that are clitics, the rest), fewest clitics first.

    An article swallowed by ل comes back: للعراق reads as (1, العراق). What is left has three letters at least.
    """
    forms = [(0, word)]
    if word[0] in _CONJUNCTIONS + _PREPOSITIONS and word[1:2].isdigit():
        return (0, word), (1, word[1:])
    if len(word) <= _SHORTEST_STEM or not word[0].isalpha():
        return tuple(forms)
    starts = [0]
    if word[0] in _CONJUNCTIONS:
        forms.append((1, word[1:]))
        starts.append(1)
    for start in starts:
        rest = word[start:]
        if rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > _SHORTEST_STEM:
            if rest.startswith("لل"):
                forms.append((start + 1, "ا" + rest[1:] if rest[1] == "ل" else rest[1:]))
            forms.append((start + 1, rest[1:]))
    return tuple(forms)


class Line:
    """Answers the mention rules' questions about one sentence; all indices are token indices."""

    def __init__(self, text: str, sentence: Sentence, grammar: Grammar, mention_grammar: MentionGrammar) -> None:
        self.text = text
        self.sentence = sentence
        self.grammar = grammar
        self.rules = mention_grammar
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.words = [token.folded for token in self.tokens]
        self.forms = [clitic_forms(word) for word in self.words]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, index: int) -> str:
        """Return the folded word or mark at `index`, or an empty string beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_stop(self, index: int) -> bool:
        """Tell whether the word ends any name: a preposition, a particle, a time, an adverb, a finite verb."""
        word = self.words[index]
        return is_stop_word(word, self.grammar)

    def heads_at(self, index: int) -> Iterator[NameHead]:
        """Yield the readings of the word at `index` as a noun that opens names, its clitics and article cut."""
        for _, form in self.forms[index]:
            yield from self.rules.heads.get(form, ()) or self.rules.heads.get(form.removeprefix("ال"), ())

    def span(self, first: int, end: int, *, skip: int = 0, trim: int = 0) -> Span:
        """Return the span of tokens [first, end) without `skip` folded letters at its head and `trim` at its tail."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        if self.text[start] in "#@" and stop - start > 1:
            start += 1
        return Span(_forwards(self.text, start, skip), _backwards(self.text, stop, trim))


def is_stop_word(word: str, grammar: Grammar) -> bool:
    """Tell whether a folded word is a small word, a time, an adverb or a reporting verb."""
    words = grammar.words
    if any(word in words[name] for name in _STOPS) or word in words["adverbs"]:
        return True
    return word[:1] == "و" and any(word[1:] in words[name] for name in _STOPS)


def _forwards(text: str, offset: int, letters: int) -> int:
    while letters:
        letters -= len(fold_character(text[offset]))
        offset += 1
        # The vowel signs of a clitic go with it.
        while letters == 0 and not fold_character(text[offset]):
            offset += 1
    return offset


def _backwards(text: str, offset: int, letters: int) -> int:
    while letters:
        offset -= 1
        letters -= len(fold_character(text[offset]))
    return offset
