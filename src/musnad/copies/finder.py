"""Finds copies as reports arrive: candidates by shared fingerprints, then word by word, then families."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musnad.copies.cores import Arrival, divide, joins
from musnad.copies.direction import Imprint, first_of
from musnad.copies.fingerprints import Hashes
from musnad.copies.relations import compare_texts
from musnad.copies.segments import SMALLEST, FingerprintIndex, Ordinals
from musnad.copies.texts import CopyText
from musnad.model import CopyPair, CopyRelation

LEAST_SHARED = 3
"""Fingerprints that two reports share before they are compared word by word."""
MOST_POSTINGS = 64
"""Reports under one fingerprint: a phrase with more is stock, and what is posted of it suffices to say so."""
STOCK_DAYS = 4
"""Days on which a fingerprint has been printed that make it a stock phrase: a wire's text has two or three."""
_MOST_DAYS = 4_000_000  # More than any day's number: datetime ends with the year 9999.
_TRIED_A_KIN = 4  # Reports of one kin that a new report is compared with before it counts as no copy of any.
_HARDLY = 0.05  # Share of the shorter text's fingerprints below which no second report of a kin is compared.
_TWIN = 0.8  # Share of the longer text from which on one of two reports stands for both in the index.


@dataclass(frozen=True, slots=True)
class Hits:
    """Which earlier reports hold a batch's fingerprints.

    `fingerprints` ascend; `owners` are the places in the batch that hold them. `rows` and `ordinals` are the pairs
    (row of `fingerprints`, earlier report), ascending by row; `stock` marks the rows of stock phrases.
    """

    fingerprints: Hashes
    owners: Ordinals
    rows: Ordinals
    ordinals: Ordinals
    stock: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs that a report makes, and by ordinal the reports that may be of its family and those that are twins."""

    pairs: list[CopyPair] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    twins: list[int] = field(default_factory=list)


@dataclass(slots=True)
class CopyFinder:
    """Adds reports one batch after another and tells their copies among all that came before.

    A kin is reports that pairs join, directly or through others; its families are made of it when they are asked for.
    `text_of` gives back the words and the imprint of an earlier report by its id, from wherever they are kept.
    `stock` are fingerprints known beforehand to be stock phrases; more are learned as they recur on other days.
    The cost of a report does not grow with their number, but for the look-up in sorted arrays.
    """

    text_of: Callable[[str], tuple[CopyText, Imprint]]
    stock: Hashes = field(default_factory=lambda: np.empty(0, dtype=np.uint64))
    folder: Path | None = None
    index: FingerprintIndex = field(init=False)

    def __post_init__(self) -> None:
        self.index = FingerprintIndex(self.folder)

    def add(self, arrivals: Sequence[Arrival]) -> list[CopyPair]:
        """Take in the reports and return the pairs that they make with each other and with earlier ones.

        A report that is known already is left alone.
        """
        fresh = [arrival for arrival in arrivals if arrival[0].report not in self.index]
        pairs: list[CopyPair] = []
        for start in range(0, len(fresh), SMALLEST):
            pairs += self._add_batch(fresh[start : start + SMALLEST])
        return pairs

    def flush(self) -> None:
        """Make what was added lasting."""
        self.index.flush()

    def families(self, touched: Collection[str] | None = None) -> list[list[str]]:
        """Return the ids of the reports of each family of two and more, in the order in which they came.

        With `touched` only the families of the kins that these reports are of.
        """
        wanted = None if touched is None else {self._head(self.index.ordinal_of(name)) for name in touched}
        kins: dict[int, list[str]] = {}
        for ordinal, name in enumerate(self.index.names):
            head = self._head(ordinal)
            if wanted is None or head in wanted:
                kins.setdefault(head, []).append(name)
        return [family for names in kins.values() if len(names) > 1 for family in divide(names, self.text_of)]

    # -- one batch -----------------------------------------------------------------------------

    def _add_batch(self, batch: Sequence[Arrival]) -> list[CopyPair]:
        base = len(self.index)
        for text, imprint in batch:
            self.index.register(text.report, imprint.day)
        hits = self._hits([text for text, _ in batch], base)
        novel = np.bincount(hits.rows, minlength=len(hits.fingerprints)) < MOST_POSTINGS
        useful = ~hits.stock[hits.rows]
        owners = hits.owners[hits.rows]
        enough = np.flatnonzero(np.bincount(owners[useful], minlength=len(batch)) >= LEAST_SHARED)
        order = np.argsort(owners, kind="stable")
        cuts = np.searchsorted(owners[order], np.arange(len(batch) + 1))
        here = {text.report: (text, imprint) for text, imprint in batch}
        pairs: list[CopyPair] = []
        for place in enough.tolist():
            own = order[cuts[place] : cuts[place + 1]]
            shared = Counter(hits.ordinals[own[useful[own]]].tolist())
            stock = frozenset(hits.fingerprints[hits.stock & (hits.owners == place)].tolist())
            found = self._compare(batch[place], shared, stock, here)
            if found.twins:
                novel[hits.rows[own[self._is_held(hits.ordinals[own], found.twins, base + place)]]] = False
            for ordinal in found.joined:
                self._join(ordinal, base + place)
            pairs += found.pairs
        self.index.post(hits.fingerprints[novel], hits.owners[novel] + base, len(batch))
        return pairs

    def _hits(self, texts: Sequence[CopyText], base: int) -> Hits:
        distinct = [np.unique(text.fingerprints) for text in texts]
        fingerprints = np.concatenate(distinct)
        owners = np.repeat(np.arange(len(distinct)), [len(each) for each in distinct])
        order = np.lexsort((owners, fingerprints))
        fingerprints, owners = fingerprints[order], owners[order]
        rows, ordinals = self.index.look_up(fingerprints)
        found = [(rows, ordinals), *_within(fingerprints, owners + base)]
        rows = np.concatenate([rows for rows, _ in found])
        ordinals = np.concatenate([ordinals for _, ordinals in found])
        order = np.argsort(rows, kind="stable")
        rows, ordinals = rows[order], ordinals[order]
        days = np.array([self.index.days[at] for at in ordinals.tolist()], dtype=np.int64)
        printed = np.unique(rows * _MOST_DAYS + days) // _MOST_DAYS
        stock = np.bincount(printed, minlength=len(fingerprints)) >= STOCK_DAYS
        return Hits(fingerprints, owners, rows, ordinals, stock | np.isin(fingerprints, self.stock))

    def _compare(
        self, arrival: Arrival, shared: Counter[int], stock: frozenset[int], here: Mapping[str, Arrival]
    ) -> Found:
        found = Found()
        tried: Counter[int] = Counter()
        done: set[int] = set()
        of_kin: Counter[int] = Counter()
        for ordinal, count in shared.items():
            of_kin[self._head(ordinal)] += count
        for ordinal in sorted(shared, key=lambda at: (-shared[at], at)):
            head = self._head(ordinal)
            if of_kin[head] < LEAST_SHARED or head in done or tried[head] >= _TRIED_A_KIN:
                continue
            tried[head] += 1
            name = self.index.names[ordinal]
            other = here.get(name) or self.text_of(name)
            if tried[head] > 1 and shared[ordinal] < _HARDLY * min(len(other[0].picked), len(arrival[0].picked)):
                continue
            pair = pair_of(other, arrival, stock)
            if pair is None:
                continue
            found.pairs.append(pair)
            if joins(pair):
                done.add(head)
                found.joined.append(ordinal)
                shorter, longer = sorted((len(other[0]), len(arrival[0])))
                if pair.containment * shorter >= _TWIN * longer:
                    found.twins.append(ordinal)
        return found

    def _is_held(self, ordinals: Ordinals, twins: Sequence[int], ordinal: int) -> npt.NDArray[np.bool_]:
        """Tell which postings are by twins of the same day, so that another would say nothing new."""
        days = self.index.days
        return np.isin(ordinals, [twin for twin in twins if days[twin] == days[ordinal]])

    # -- kins ----------------------------------------------------------------------------------

    def _head(self, ordinal: int) -> int:
        """Return the first report of the kin of this one (union-find with path halving)."""
        heads = self.index.heads
        while heads[ordinal] != ordinal:
            heads[ordinal] = heads[heads[ordinal]]
            ordinal = heads[ordinal]
        return ordinal

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._head(one), self._head(other)))
        self.index.heads[second] = first


def _within(fingerprints: Hashes, ordinals: Ordinals) -> list[tuple[Ordinals, Ordinals]]:
    """Return the pairs (row, earlier ordinal) of rows of one batch that hold the same fingerprint."""
    found: list[tuple[Ordinals, Ordinals]] = []
    for distance in range(1, MOST_POSTINGS + 1):
        later = np.flatnonzero(fingerprints[distance:] == fingerprints[:-distance]) + distance
        if not len(later):
            break
        found.append((later, ordinals[later - distance]))
    return found


Printed = npt.NDArray[np.void]
"""Rows of a fingerprint (`word`) and the number of a day on which it was printed (`day`)."""
_PRINTED = np.dtype([("word", np.uint64), ("day", np.int32)])


def learn_stock(texts: Iterable[Arrival]) -> Hashes:
    """Return, ascending, the fingerprints that were printed on so many days that they must be stock phrases."""
    return stock_of([printed_on(texts)])


def printed_on(texts: Iterable[Arrival]) -> Printed:
    """Return each fingerprint with each day on which one of these texts had it."""
    held = [(np.unique(text.fingerprints), imprint.day) for text, imprint in texts]
    printed = np.empty(sum(len(fingerprints) for fingerprints, _ in held), dtype=_PRINTED)
    if held:
        printed["word"] = np.concatenate([fingerprints for fingerprints, _ in held])
        printed["day"] = np.repeat([day for _, day in held], [len(fingerprints) for fingerprints, _ in held])
    return np.unique(printed)


def stock_of(printed: Sequence[Printed]) -> Hashes:
    """Return, ascending, the fingerprints of all these rows that have so many days."""
    days = np.unique(np.concatenate(printed)) if printed else np.empty(0, dtype=_PRINTED)
    words, counts = np.unique(days["word"], return_counts=True)
    stock: Hashes = words[counts >= STOCK_DAYS]
    return stock


def pair_of(left: Arrival, right: Arrival, stock: frozenset[int]) -> CopyPair | None:
    """Return what two reports share, or None where that is nothing to speak of."""
    # The later text leads: the stock phrases are those that were seen in it.
    likeness = compare_texts(right[0], left[0], stock.__contains__)
    if likeness.relation is CopyRelation.UNRELATED:
        return None
    first, reason = first_of(left[1], right[1])
    return CopyPair(
        left[0].report,
        right[0].report,
        likeness.relation,
        likeness.one_origin,
        round(likeness.containment, 4),
        round(likeness.own_containment, 4),
        tuple(replace(passage, left=passage.right, right=passage.left) for passage in likeness.passages),
        None if first is None or not likeness.one_origin else (left[0].report, right[0].report)[first],
        (reason,),
    )
