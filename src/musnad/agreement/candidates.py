"""Finds which statements are worth comparing: those that share rare words; the cost grows with their number alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from musnad.agreement.statements import Statement
from musnad.agreement.wording import Word

# A statement is looked up under the pairs of its rarest words. Of the pairs of statements that people held to be equal
# or opposed, 97 in 100 share one at seven words, 94 at six.
_RAREST = 7
# A pair of words that more statements share is a stock phrase; its statements meet by their other pairs, or not.
_CROWD = 40
_MOST_PARTNERS = 16
# Three words in common make three pairs; of a short statement two words must do.
_THREE_WORDS = 3
_SHORT = 4


def find_candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in `statements`, the lower first: those with the most rare words in common of each."""
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    keys = [_keys(statement) for statement in statements]
    for place, found in enumerate(keys):
        for key in found:
            held[key].append(place)
    chosen: set[tuple[int, int]] = set()
    for place, found in enumerate(keys):
        met: Counter[int] = Counter()
        for key in found:
            if len(held[key]) <= _CROWD:
                met.update(held[key])
        met.pop(place, None)
        # The id of the assertion decides between equals, so that the order of the statements does not.
        enough = {
            other
            for other, pairs in met.items()
            if pairs >= _THREE_WORDS or min(_size(statements[place]), _size(statements[other])) <= _SHORT
        }
        ranked = sorted(enough, key=lambda other: (-met[other], statements[other].assertion.id))
        chosen.update((min(place, other), max(place, other)) for other in ranked[:_MOST_PARTNERS])
    yield from sorted(chosen)


def _size(statement: Statement) -> int:
    return len(statement.wording.words)


def _keys(statement: Statement) -> list[tuple[str, str]]:
    rarest = sorted(
        {_name(word): word.weight for word in statement.wording.words}.items(), key=lambda one: (-one[1], one[0])
    )
    words = sorted(name for name, _ in rarest[:_RAREST])
    return list(combinations(words, 2))


def _name(word: Word) -> str:
    """Return what stands for the word: its entity, a sense that tells a deed, its key."""
    if word.entity:
        return word.entity
    if word.reading.senses and word.tells_deed:
        return min(word.reading.senses).rstrip("+-")
    return word.reading.key
