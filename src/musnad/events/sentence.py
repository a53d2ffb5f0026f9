"""A sentence as the events step sees it: its words with their classes, and the spans of the article they stand in."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.events.words import Kind, Vocabulary, Word, WordClass
from musnad.model import Span
from musnad.text import Sentence, Token

if TYPE_CHECKING:
    from musnad.events.phrases import Phrase

_COMMAS = frozenset({"،", ",", "؛", ";"})
# Rules look a few words past the ends of a sentence: there it goes on with nothing.
_ROOM = 64
_NOTHING: list[None] = [None] * _ROOM
_NO_WORDS = [""] * _ROOM
_BREAKS = frozenset({"؛", ";", ":", "-", "–", "—", "!", "?", "؟", "...", "..", "|"})


@dataclass(slots=True)
class EventSentence:
    """The words of one sentence by token index; `number` counts sentences, `headline` marks the first line."""

    text: str
    sentence: Sentence
    words: list[Word]
    number: int
    headline: bool
    vocabulary: Vocabulary
    alone: bool = False
    """True of a report of one sentence, which tells its news in the present tense as a headline does."""
    mentions: dict[int, int] = field(default_factory=dict)
    """For each token that begins a mention of someone or something named: the mention's end."""
    persons: dict[int, int] = field(default_factory=dict)
    """For each token that begins a person's name: the name's end."""
    name_ends: set[int] = field(default_factory=set)
    """The tokens behind persons' names."""
    acting: set[int] = field(default_factory=set)
    """The tokens of mentions of people, bodies, groups and states."""
    bodies: set[int] = field(default_factory=set)
    """The first tokens of mentions of armed groups and organisations of several words."""
    placed: set[int] = field(default_factory=set)
    """The tokens of mentions of places."""
    outlets: set[int] = field(default_factory=set)
    """The tokens of mentions of news outlets, who tell of deeds and do none."""
    armed: set[int] = field(default_factory=set)
    """The tokens of mentions of weapons."""
    weapons: list[tuple[int, int]] = field(default_factory=list)
    """The first token and the end of every mention of a weapon."""
    countries: dict[int, str] = field(default_factory=dict)
    """The country, ISO 3166, that a token's mention stands for: by its name, its capital or its adjective."""
    names: set[str] = field(default_factory=set)
    """The words of the people's names that the report holds, gathered before its events are read."""
    phrases: dict[tuple[int, bool, int | None], "Phrase | None"] = field(default_factory=dict)
    """The noun phrases that were read of it, by what was asked for: each is asked for again and again."""
    _folded: list[str] = field(init=False)
    # What rules ask for most lies in lists of its own: a look there costs half of one through the word.
    _around: list[Word | None] = field(init=False)
    _kinds: list[WordClass | None] = field(init=False)
    _stems: list[str] = field(init=False)
    _commas: set[int] = field(init=False)
    _breaks: set[int] = field(init=False)
    _size: int = field(init=False)

    def __post_init__(self) -> None:
        self._size = len(self.words)
        self._folded = [word.folded for word in self.words] + _NO_WORDS
        self._around = [*self.words, *_NOTHING]
        self._kinds = [*[word.kind for word in self.words], *_NOTHING]
        self._stems = [word.stem for word in self.words] + _NO_WORDS
        marks = [index for index, word in enumerate(self.words) if word.kind is Kind.MARK]
        self._commas = {index for index in marks if self._folded[index] in _COMMAS}
        self._breaks = {index for index in marks if self._folded[index] in _BREAKS}

    def put(self, index: int, word: Word) -> None:
        """Read the token at `index` as another word of the same spelling; only before phrases are read."""
        self.words[index] = self._around[index] = word
        self._kinds[index], self._stems[index] = word.kind, word.stem

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the sentence's tokens."""
        return self.sentence.tokens

    def __len__(self) -> int:
        return self._size

    def at(self, index: int) -> Word | None:
        """Return the word at `index`, or None beyond the ends."""
        try:
            return self._around[index]
        except IndexError:
            return None

    def kind(self, index: int) -> WordClass | None:
        """Return the word class at `index`, or None beyond the ends."""
        try:
            return self._kinds[index]
        except IndexError:
            return None

    def folded(self, index: int) -> str:
        """Return the folded word at `index`, or an empty string beyond the ends."""
        try:
            return self._folded[index]
        except IndexError:
            return ""

    def folded_between(self, first: int, end: int) -> list[str]:
        """Return the folded words of tokens [first, end)."""
        return self._folded[max(0, first) : end]

    def stem(self, index: int) -> str:
        """Return the word at `index` without clitics and article, or an empty string."""
        try:
            return self._stems[index]
        except IndexError:
            return ""

    def raw(self, index: int) -> str:
        """Return the word at `index` as it is written."""
        token = self.sentence.tokens[index]
        return self.text[token.start : token.end]

    def is_comma(self, index: int) -> bool:
        """Tell whether a comma or semicolon stands at `index`."""
        return index in self._commas

    def is_break(self, index: int) -> bool:
        """Tell whether a mark that ends a clause for sure stands at `index`."""
        return index in self._breaks

    def is_marked(self, index: int) -> bool:
        """Tell whether a preposition stands before the word at `index`, of its own or glued to it."""
        return bool(self.words[index].preposition) or self.kind(index - 1) is Kind.PREPOSITION

    def is_quote(self, index: int) -> bool:
        """Tell whether a quotation mark stands at `index`."""
        try:
            return self._folded[index] == '"' and self.sentence.tokens[index].is_quote
        except IndexError:
            return False

    def among(self, index: int, name: str) -> bool:
        """Tell whether the word at `index`, or its stem, belongs to the named list."""
        try:
            folded = self._folded[index]
        except IndexError:
            return False
        listed = self.vocabulary.lexicon.words[name]
        # Beyond the ends stands an empty word, which no list has.
        return folded in listed or self._stems[index] in listed

    def any_among(self, first: int, end: int, name: str) -> bool:
        """Tell whether one of the words of tokens [first, end), or its stem, belongs to the named list."""
        listed = self.vocabulary.lexicon.words[name]
        first = max(0, first)
        return not (listed.isdisjoint(self._folded[first:end]) and listed.isdisjoint(self._stems[first:end]))

    def span(self, first: int, end: int, clitic: int = 0) -> Span:
        """Return the article span of tokens [first, end), `clitic` letters of the first word left out."""
        tokens = self.sentence.tokens
        return Span(tokens[first].start + clitic, tokens[end - 1].end)

    def clitics(self, index: int) -> int:
        """Return how many letters of conjunction and preposition the raw word at `index` begins with."""
        word = self.words[index]
        count = int(word.conjunction) + len(word.preposition)
        if word.preposition == "ل" and word.definite:
            return count - 1  # للجيش: the article has lost its alif; the lam stays with the word
        if count and self.raw(index)[count : count + 1] == "\u0640":
            count += 1  # لـ11: the tatweel belongs to the preposition
        return count
