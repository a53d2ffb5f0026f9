"""Lays the words of two statements side by side: which say the same, which the opposite, which have no partner."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from musnad.agreement.words import Word
from musnad.languages.agreement import WordReading

# Two spellings of one name: of pairs of names of news with this share of equal letters nine in ten were one name.
_NEAR = 84
_LEAST_LETTERS = 5
_LEAST_STEM = 3
_CLITICS = ("بال", "وال", "لل", "كال", "ب", "ل", "و", "ف")
_BEFORE_STEMS = frozenset("بلوفك")
# Read off words by the dozen for each pair of statements: what the library does in C takes half the time.
_reading: Callable[[Word], WordReading] = attrgetter("reading")
_lemma: Callable[[Word], str] = attrgetter("reading.lemma")
_entity: Callable[[Word], str | None] = attrgetter("entity")
_key: Callable[[Word], str] = attrgetter("reading.key")
_senses: Callable[[Word], frozenset[str]] = attrgetter("reading.senses")
_opposed: Callable[[Word], frozenset[str]] = attrgetter("reading.opposed")
_folded: Callable[[Word], str] = attrgetter("folded")
_weight: Callable[[Word], float] = attrgetter("weight")


# A named tuple is made faster than a frozen dataclass, and two statements have a dozen.
class Pair(NamedTuple):
    """A word of the left statement and its partner on the right; `opposed` where they say the opposite."""

    left: Word
    right: Word
    opposed: bool = False


_where: Callable[[Pair], tuple[int, int]] = attrgetter("left.span.start", "left.span.end")
_make = tuple.__new__


@dataclass(frozen=True, slots=True)
class Alignment:
    """The partners, and the words that found none; `left_share` and `right_share` are weighed by how rare words are."""

    pairs: tuple[Pair, ...]
    left_only: tuple[Word, ...]
    right_only: tuple[Word, ...]
    left_share: float
    right_share: float

    @property
    def shared(self) -> float:
        """Return the larger of the two shares: how far the shorter statement is found in the other."""
        return max(self.left_share, self.right_share)

    @property
    def common(self) -> float:
        """Return the smaller of the two shares: how far both say the same."""
        return min(self.left_share, self.right_share)


def align(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """Return the alignment of two sequences of words, the surest partners first, the nearest of equals."""
    state = _Aligning(left, right)
    state.match(_lemma)
    state.match(_entity)
    share_keys = state.match_plain()
    state.match_clitics()
    senses = frozenset[str]().union(*map(_senses, state.right.values()))
    state.match_senses(senses)
    if share_keys:
        state.match(_key)
    state.match_near()
    state.match_opposed(senses)
    pairs = tuple(sorted(state.pairs, key=_where))
    # What has found no partner is still there, in the order of the text.
    left_only, right_only = tuple(state.left.values()), tuple(state.right.values())
    return Alignment(pairs, left_only, right_only, share_of(left, left_only), share_of(right, right_only))


def less_speakers(
    alignment: Alignment,
    words: tuple[Sequence[Word], Sequence[Word]],
    speakers: tuple[Collection[str], Collection[str]],
) -> Alignment:
    """Return the alignment less the words for who speaks on the other side: he is named on both.

    `words` and `speakers`, these by lemmas, are of the left and of the right side.
    """
    if not any(speakers):
        return alignment
    left, left_alone = _less(words[0], alignment.left_only, speakers[1])
    right, right_alone = _less(words[1], alignment.right_only, speakers[0])
    if len(left) + len(right) == len(words[0]) + len(words[1]):
        return alignment
    return Alignment(alignment.pairs, left_alone, right_alone, share_of(left, left_alone), share_of(right, right_alone))


def _less(
    words: Sequence[Word], alone: Sequence[Word], speaker: Collection[str]
) -> tuple[Sequence[Word], tuple[Word, ...]]:
    """Return the words, and those without partner, less the latter that name the speaker."""
    gone = {id(word) for word in alone if word.reading.lemma in speaker}
    return [word for word in words if id(word) not in gone], tuple(word for word in alone if id(word) not in gone)


def share_of(words: Iterable[Word], alone: Iterable[Word]) -> float:
    """Return the weighed share of the words that have a partner."""
    whole = sum(map(_weight, words))
    return 1.0 - sum(map(_weight, alone)) / whole if whole else 0.0


class _Aligning:
    """Partners found so far, and the words that still want one."""

    def __init__(self, left: Sequence[Word], right: Sequence[Word]) -> None:
        self.left = dict(enumerate(left))
        self.right = dict(enumerate(right))
        self._scale = len(right) / max(1, len(left))
        self.pairs: list[Pair] = []

    def match(self, key_of: Callable[[Word], str | None]) -> None:
        """Join words that share a key and are not opposed."""
        self._match([*map(key_of, self.left.values())], [*map(key_of, self.right.values())])

    def match_plain(self) -> bool:
        """Join words without a listed sense that share a key; tell whether any words share one."""
        ours, theirs = self.left.values(), self.right.values()
        share_keys = not set(map(_key, ours)).isdisjoint(map(_key, theirs))
        if share_keys:
            self._match(_plain_keys(ours), _plain_keys(theirs))
        return share_keys

    def _match(self, ours: Sequence[str | None], theirs: Sequence[str | None]) -> None:
        # Of a dozen words a few are in common: only for these is anything made.
        common = {key for key in set(ours).intersection(theirs) if key}
        if not common:
            return
        held: dict[str | None, list[int]] = {}
        for at, key in zip(self.right, theirs, strict=True):
            if key in common:
                held.setdefault(key, []).append(at)
        self._join([(at, held[key]) for at, key in zip(self.left, ours, strict=True) if key in common])

    def match_clitics(self) -> None:
        """Join words that differ in a clitic alone: بخلل, خلل."""
        if _may_differ_by_clitic(self.left.values(), self.right.values()):
            self._match_any(_bare_forms, _whole_forms)
        if _may_differ_by_clitic(self.right.values(), self.left.values()):
            self._match_any(_whole_forms, _bare_forms)

    def match_senses(self, theirs: frozenset[str]) -> None:
        """Join words that share a sense, one of theirs, and are not opposed in another."""
        if theirs and any(theirs & senses for senses in map(_senses, self.left.values())):
            self._match_any(_senses, _senses)

    def match_opposed(self, theirs: frozenset[str]) -> None:
        """Join words of which one is opposed to a sense of the other, one of theirs."""
        if theirs and any(theirs & senses for senses in map(_opposed, self.left.values())):
            self._match_any(_opposed, _senses, opposed=True)

    def match_near(self) -> None:
        """Join names and other long words whose spellings differ in a letter or two."""
        theirs = _long(self.right)
        if not theirs:
            return
        for at, lemma in _long(self.left):
            for number, (other_at, other) in enumerate(theirs):
                if fuzz.ratio(lemma, other, score_cutoff=_NEAR):
                    self._take(at, other_at, opposed=False)
                    del theirs[number]
                    break

    def _match_any(
        self,
        left_keys: Callable[[Word], Collection[str]],
        right_keys: Callable[[Word], Collection[str]],
        *,
        opposed: bool = False,
    ) -> None:
        """Join words of which one key of the left is one of the right."""
        held: dict[str, list[int]] = {}
        for at, keys in zip(self.right, map(right_keys, self.right.values()), strict=True):
            for key in keys:
                held.setdefault(key, []).append(at)
        keyed = zip(self.left, map(left_keys, self.left.values()), strict=True)
        wanting = [(at, [place for key in keys if key in held for place in held[key]]) for at, keys in keyed if keys]
        self._join([each for each in wanting if each[1]], opposed=opposed)

    def _join(self, wanting: Iterable[tuple[int, Sequence[int]]], *, opposed: bool = False) -> None:
        """Join each word with the best of the places on the right that it may have, where one is still free."""
        for at, wanted in wanting:
            word = self.left[at]
            free = [place for place in wanted if place in self.right and _fits(word, self.right[place], opposed)]
            if len(free) == 1:
                self._take(at, free[0], opposed=opposed)
            elif free:
                near = at * self._scale
                # Of two words the one that is denied as this one is, or as little.
                alike = {place for place in free if self.right[place].negated == word.negated}
                # What a writer sets apart is that very word: لا الرئيس.
                apart = {place for place in free if _is_set_apart(word, self.right[place])}
                best = min(free, key=lambda place: (place not in apart, place not in alike, abs(place - near), place))
                self._take(at, best, opposed=opposed)

    def _take(self, left: int, right: int, *, opposed: bool) -> None:
        # Made as tuples are: the constructor of a named tuple does the same in twice the time.
        self.pairs.append(_make(Pair, (self.left.pop(left), self.right.pop(right), opposed)))


def _is_set_apart(left: Word, right: Word) -> bool:
    return (left.contrasted or right.contrasted) and left.folded == right.folded


def _plain_keys(words: Collection[Word]) -> list[str | None]:
    return [None if senses else key for key, senses in zip(map(_key, words), map(_senses, words), strict=True)]


def _long(words: Mapping[int, Word]) -> list[tuple[int, str]]:
    """Return the places and lemmas of the words that are long, less the deeds."""
    return [
        (at, reading.lemma)
        for at, reading in zip(words, map(_reading, words.values()), strict=True)
        if not reading.is_deed and len(reading.lemma) >= _LEAST_LETTERS
    ]


def _may_differ_by_clitic(words: Collection[Word], others: Collection[Word]) -> bool:
    """Tell whether a word less its clitic is one of the others."""
    bare = {*chain.from_iterable(map(_less_clitic, map(_folded, words), map(_lemma, words)))}
    return bool(bare) and not (bare.isdisjoint(map(_lemma, others)) and bare.isdisjoint(map(_folded, others)))


def _whole_forms(word: Word) -> Collection[str]:
    lemma, folded = word.reading.lemma, word.folded
    return (lemma,) if lemma == folded else (lemma, folded)


def _bare_forms(word: Word) -> Collection[str]:
    return _less_clitic(word.folded, word.reading.lemma)


@lru_cache(maxsize=60_000)
def _less_clitic(folded: str, lemma: str) -> tuple[str, ...]:
    """Return the two without the clitics that they may begin with."""
    if folded[0] not in _BEFORE_STEMS and lemma[:1] not in _BEFORE_STEMS:
        return ()
    return _less_clitics(folded) if lemma == folded else (*_less_clitics(folded), *_less_clitics(lemma))


def _less_clitics(form: str) -> tuple[str, ...]:
    if form[0] not in _BEFORE_STEMS:
        return ()
    return tuple(
        form.removeprefix(clitic)
        for clitic in _CLITICS
        if form.startswith(clitic) and len(form) - len(clitic) >= _LEAST_STEM
    )


def _fits(left: Word, right: Word, opposed: bool) -> bool:
    return opposed or left.reading.lemma == right.reading.lemma or not (left.reading.opposed & right.reading.senses)
