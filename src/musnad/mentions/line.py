"""A sentence as the mention rules see it: folded words, the ways to cut their clitics, spans."""

from collections.abc import Iterator

from musnad.languages.mention_grammar import NameHead
from musnad.mentions.vocabulary import Vocabulary
from musnad.model import Span
from musnad.text import Sentence, Token
from musnad.text.normalise import fold_character

# A hashtag's mark, and the invisible ones that turn the direction of writing.
_MARKS = frozenset("#@\u200e\u200f\u202a\u202b\u202c\u202d\u202e")


class Line:
    """Answers the mention rules' questions about one sentence; all indices are token indices."""

    def __init__(self, text: str, sentence: Sentence, vocabulary: Vocabulary) -> None:
        self.text = text
        self.sentence = sentence
        self.vocabulary = vocabulary
        self.grammar = vocabulary.grammar
        self.rules = vocabulary.rules
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.words = [token.folded for token in self.tokens]
        self.entries = [vocabulary.entry(word) for word in self.words]
        self.forms = [entry.forms for entry in self.entries]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, index: int) -> str:
        """Return the folded word or mark at `index`, or an empty string beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_quote(self, index: int) -> bool:
        """Tell whether the token at `index` is a quotation mark; none beyond the ends is."""
        return 0 <= index < len(self.words) and self.tokens[index].is_quote

    def is_stop(self, index: int) -> bool:
        """Tell whether the word ends any name: a preposition, a particle, a time, an adverb, a finite verb."""
        return self.entries[index].is_stop

    def is_style(self, index: int) -> bool:
        """Tell whether two words that are said before a name begin at `index`: آية الله."""
        return (self.words[index], self.word(index + 1)) in self.rules.phrases["styles"]

    def heads_at(self, index: int) -> Iterator[NameHead]:
        """Yield the readings of the word at `index` as a noun that opens names, its clitics and article cut."""
        for _, form in self.forms[index]:
            yield from self.vocabulary.heads(form)

    def span(self, first: int, end: int, *, skip: int = 0, trim: int = 0) -> Span:
        """Return the span of tokens [first, end) without `skip` folded letters at its head and `trim` at its tail."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        if self.text[start] in _MARKS:
            while self.text[start] in _MARKS and stop - start > 1:
                start += 1
        return Span(_forwards(self.text, start, skip), _backwards(self.text, stop, trim))


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
