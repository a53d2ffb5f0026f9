"""Lays the words of two statements side by side: which say the same, which the opposite, which have no partner."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from musnad.agreement.words import Word

# Two spellings of one name: of pairs of names of news with this share of equal letters nine in ten were one name.
_NEAR = 84
_LEAST_LETTERS = 5
_LEAST_STEM = 3
_CLITICS = ("بال", "وال", "لل", "كال", "ب", "ل", "و", "ف")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the left statement and its partner on the right; `opposed` where they say the opposite."""

    left: Word
    right: Word
    opposed: bool = False


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
    state.match(lambda word: (word.reading.lemma,))
    state.match(lambda word: (word.entity,) if word.entity else ())
    state.match(lambda word: (f"{word.reading.key}",) if not word.reading.senses else ())
    state.match_clitics()
    state.match_senses()
    state.match(lambda word: (word.reading.key,))
    state.match_near()
    state.match_opposed()
    pairs = tuple(sorted(state.pairs, key=lambda pair: pair.left.span))
    taken_left = {id(pair.left) for pair in pairs}
    taken_right = {id(pair.right) for pair in pairs}
    left_only = tuple(word for word in left if id(word) not in taken_left)
    right_only = tuple(word for word in right if id(word) not in taken_right)
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
    whole = sum(word.weight for word in words)
    return 1.0 - sum(word.weight for word in alone) / whole if whole else 0.0


class _Aligning:
    """Partners found so far, and the words that still want one."""

    def __init__(self, left: Sequence[Word], right: Sequence[Word]) -> None:
        self.left = dict(enumerate(left))
        self.right = dict(enumerate(right))
        self._scale = len(right) / max(1, len(left))
        self.pairs: list[Pair] = []

    def match(self, keys: Callable[[Word], Iterable[str | None]]) -> None:
        """Join words that share a key and are not opposed."""
        self._join(keys, keys, opposed=False)

    def match_clitics(self) -> None:
        """Join words that differ in a clitic alone: بخلل, خلل."""
        if not self.left or not self.right:
            return
        self._join(_bare_forms, _whole_forms, opposed=False)
        self._join(_whole_forms, _bare_forms, opposed=False)

    def match_senses(self) -> None:
        """Join words that share a sense and are not opposed in another."""
        self._join(lambda word: word.reading.senses, lambda word: word.reading.senses, opposed=False)

    def match_opposed(self) -> None:
        """Join words of which one is opposed to a sense of the other."""
        self._join(lambda word: word.reading.opposed, lambda word: word.reading.senses, opposed=True)

    def match_near(self) -> None:
        """Join names and other long words whose spellings differ in a letter or two."""
        for at, word in list(self.left.items()):
            if len(word.reading.lemma) < _LEAST_LETTERS or word.tells_deed:
                continue
            for other_at, other in self.right.items():
                if len(other.reading.lemma) < _LEAST_LETTERS or other.tells_deed:
                    continue
                if fuzz.ratio(word.reading.lemma, other.reading.lemma) >= _NEAR:
                    self._take(at, other_at, opposed=False)
                    break

    def _join(
        self,
        left_keys: Callable[[Word], Iterable[str | None]],
        right_keys: Callable[[Word], Iterable[str | None]],
        *,
        opposed: bool,
    ) -> None:
        held: dict[str, list[int]] = {}
        for at, word in self.right.items():
            for key in right_keys(word):
                if key:
                    held.setdefault(key, []).append(at)
        if not held:
            return
        for at, word in list(self.left.items()):
            wanted = [place for key in left_keys(word) if key in held for place in held[key]]
            if not wanted:
                continue
            free = [place for place in wanted if place in self.right and _fits(word, self.right[place], opposed)]
            if free:
                near = at * self._scale
                # Of two words the one that is denied as this one is, or as little.
                alike = {place for place in free if self.right[place].negated == word.negated}
                # What a writer sets apart is that very word: لا الرئيس.
                apart = {place for place in free if _is_set_apart(word, self.right[place])}
                best = min(free, key=lambda place: (place not in apart, place not in alike, abs(place - near), place))
                self._take(at, best, opposed=opposed)

    def _take(self, left: int, right: int, *, opposed: bool) -> None:
        self.pairs.append(Pair(self.left.pop(left), self.right.pop(right), opposed))


def _is_set_apart(left: Word, right: Word) -> bool:
    return (left.contrasted or right.contrasted) and left.folded == right.folded


def _whole_forms(word: Word) -> tuple[str, ...]:
    return word.reading.lemma, word.folded


def _bare_forms(word: Word) -> tuple[str, ...]:
    return tuple({*_less_clitics(word.folded), *_less_clitics(word.reading.lemma)})


@lru_cache(maxsize=60_000)
def _less_clitics(form: str) -> tuple[str, ...]:
    if form[0] not in "بلوفك":
        return ()
    return tuple(
        form.removeprefix(clitic)
        for clitic in _CLITICS
        if form.startswith(clitic) and len(form) - len(clitic) >= _LEAST_STEM
    )


def _fits(left: Word, right: Word, opposed: bool) -> bool:
    return opposed or left.reading.lemma == right.reading.lemma or not (left.reading.opposed & right.reading.senses)
