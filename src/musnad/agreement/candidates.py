"""Finds which statements are worth comparing: those that share rare words; the cost grows with their number alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, combinations

from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.spreading import IN_TURN, Spread, cut, shard_of

# A statement is looked up under the pairs of its rarest words. Of the pairs of statements that people held to be equal
# or opposed, 97 in 100 share one at seven words, 94 at six.
_RAREST = 7
# A pair of words that more statements share is a stock phrase; its statements meet by their other pairs, or not.
_CROWD = 40
_MOST_PARTNERS = 16
# Three words in common make three pairs; of a short statement two words must do.
_THREE_WORDS = 3
_SHORT = 4

Place = int
"""Where a statement stands: its report's number, and in the lower 20 bits its own in the report."""
_STATEMENTS = 20
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as it is looked up: its place, how many words it has, its assertion's id, and its rarest words."""

    place: Place
    size: int
    assertion: str
    words: tuple[str, ...]


def place_of(report: int, statement: int) -> Place:
    """Return the place of a statement; places are in the order of reports, and of statements in each."""
    return report << _STATEMENTS | statement


def parts_of(place: Place) -> tuple[int, int]:
    """Return the number of the report and that of the statement in it."""
    return place >> _STATEMENTS, place & ((1 << _STATEMENTS) - 1)


def entry_of(place: Place, statement: Statement) -> Entry:
    """Return under what the statement is looked up."""
    rarest = sorted(
        {_name(word): word.weight for word in statement.wording.words}.items(), key=lambda one: (-one[1], one[0])
    )
    words = tuple(sorted(name for name, _ in rarest[:_RAREST]))
    return Entry(place, len(statement.wording.words), statement.assertion.id, words)


def find_candidates(entries: Sequence[Entry], spread: Spread = IN_TURN) -> list[tuple[Place, Place]]:
    """Return, in order, the pairs of places, the lower first, with the most rare words in common of each.

    The entries are parted by the pairs of their words; whom each of them met is gathered by the entry.
    """
    shards = spread.shards
    told = Counter(chain.from_iterable(entry.words for entry in entries))
    # Who alone has a word meets nobody by it: that is half of the pairs of rare words.
    entries = [
        Entry(entry.place, entry.size, entry.assertion, tuple(word for word in entry.words if told[word] > 1))
        for entry in entries
    ]
    met = spread.shuffle(partial(_by_key, shards=shards), partial(_meet, shards=shards), cut(entries, shards))
    chosen = spread.shuffle(_parted, _choose, met)
    return sorted({pair for pairs in chosen for pair in pairs})


_Posted = tuple[_Key, Entry]


def _by_key(entries: Iterable[Entry], shards: int) -> list[list[_Posted]]:
    pieces: list[list[_Posted]] = [[] for _ in range(shards)]
    for entry in entries:
        for key in combinations(entry.words, 2):
            pieces[shard_of(key, shards) if shards > 1 else 0].append((key, entry))
    return pieces


@dataclass(frozen=True, slots=True)
class _Met:
    """Whom statements met, and how often; and the entries of all of these."""

    times: dict[Place, Counter[Place]]
    entries: dict[Place, Entry]


def _meet(pieces: Iterable[Sequence[_Posted]], shards: int) -> list[_Met]:
    """Return whom each statement met under the keys of this shard, by the shard of its report."""
    held: dict[_Key, list[Entry]] = defaultdict(list)
    for piece in pieces:
        for key, entry in piece:
            held[key].append(entry)
    crowds: dict[Place, list[list[Place]]] = defaultdict(list)
    known: dict[Place, Entry] = {}
    for entries in held.values():
        if 1 < len(entries) <= _CROWD:
            places = [entry.place for entry in entries]
            known.update(zip(places, entries, strict=True))
            for place in places:
                crowds[place].append(places)
    found = [_Met({}, {}) for _ in range(shards)]
    for place, met in crowds.items():
        # All whom it met are counted at once, which is twice as fast as one crowd after the other.
        shard, times = found[(place >> _STATEMENTS) % shards], Counter(chain.from_iterable(met))
        shard.times[place] = times
        shard.entries.update((other, known[other]) for other in times if other not in shard.entries)
    return found


def _parted(found: list[_Met]) -> list[_Met]:
    return found


def _choose(pieces: Sequence[_Met]) -> list[tuple[Place, Place]]:
    """Return each statement's pairs with those that it met most often."""
    times, entries = pieces[0].times, pieces[0].entries
    for piece in pieces[1:]:
        entries |= piece.entries
        for place, others in piece.times.items():
            times.setdefault(place, Counter()).update(others)
    chosen: list[tuple[Place, Place]] = []
    for place, others in times.items():
        is_short = entries[place].size <= _SHORT
        enough = [
            other
            for other, pairs in others.items()
            if (pairs >= _THREE_WORDS or is_short or entries[other].size <= _SHORT) and other != place
        ]
        # The id of the assertion decides between equals, so that the order of the statements does not.
        ranked = sorted(enough, key=lambda other: (-others[other], entries[other].assertion))
        chosen += [(min(place, other), max(place, other)) for other in ranked[:_MOST_PARTNERS]]
    return chosen


def _name(word: Word) -> str:
    """Return what stands for the word: its entity, a sense that tells a deed, its key."""
    if word.entity:
        return word.entity
    if word.reading.senses and word.tells_deed:
        return min(word.reading.senses).rstrip("+-")
    return word.reading.key
