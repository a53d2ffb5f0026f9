"""Divides reports that copies join, one after another, into families: each gathered around a text that all have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musnad.copies.alignment import align
from musnad.copies.direction import Imprint
from musnad.copies.fingerprints import Hashes
from musnad.copies.relations import SAME_TEXT, fill_one_form
from musnad.copies.texts import CopyText
from musnad.model import CopyPair

MOSTLY = 0.5
"""Share of a text, or of the core, that the two have in common before the text is one of the family."""
LEAST_OF_PAGE = 0.3
"""Share of a page that the core is before the page is a print of it: of a page of many items it is less."""
LEAD = 25
"""Words of a text below its headline that tell what is new in it."""
_SURELY = SAME_TEXT  # Share of the fingerprints from which on the words need not be laid side by side.
_HARDLY = 0.1  # Share of the fingerprints up to which they need not either.
_MOST_WEIGHED = 256  # Members that each is weighed against: with more, what a text is worth is known from a part.

Arrival = tuple[CopyText, Imprint]
"""A report's words, and what its page says of its making."""
Flags = npt.NDArray[np.bool_]


def joins(pair: CopyPair) -> bool:
    """Tell whether two reports may be of one family: one origin, and half of the shorter text in common.

    Less is a shared passage, which says of what stands in it alone that it has one source.
    """
    return pair.one_origin and pair.containment >= MOSTLY


def divide(names: Sequence[str], text_of: Callable[[str], Arrival]) -> list[list[str]]:
    """Return the families among reports that pairs join, directly or through others; a report is in one at most.

    A page that prints two wires joins the prints of both, and a text may drift from copy to copy. So a family is what
    has a core in common: what the member that is nearest to all others has in common with that nearest to it.
    The rest is divided anew. The families are the same in whatever order the reports came.
    """
    arrivals = [text_of(name) for name in names]
    rest = sorted(range(len(names)), key=lambda place: (arrivals[place][1].day, names[place]))
    prints = [np.unique(text.fingerprints) for text, _ in arrivals]
    families: list[list[str]] = []
    while len(rest) > 1:
        for hub, nearest in _hubs([prints[place] for place in rest]):
            core = _Core.of(arrivals[rest[hub]], arrivals[rest[nearest]])
            family = core.gather(rest, arrivals, prints) if core else []
            if len(family) > 1:
                break
        else:
            break
        families.append([names[place] for place in sorted(family)])
        rest = [place for place in rest if place not in set(family)]
    return families


@dataclass(frozen=True, slots=True)
class _Core:
    """A report and which of its words are the family's: `prints` are the fingerprints in them, ascending."""

    report: Arrival
    words: Flags
    count: int
    prints: Hashes

    @classmethod
    def of(cls, hub: Arrival, nearest: Arrival) -> "_Core | None":
        """Return what two reports have in common, None where it is too little of either, or neither prints it."""
        words, others = _shared_words(hub[0], nearest[0])
        count = int(np.count_nonzero(words))
        shorter, longer = sorted((len(words), len(others)))
        if count < MOSTLY * shorter or count < LEAST_OF_PAGE * longer:
            return None
        if count < SAME_TEXT * shorter and _tell_two_things(hub, nearest, words, others):
            return None
        return cls(hub, words, count, np.unique(hub[0].fingerprints[words[hub[0].picked]]))

    def gather(self, places: Sequence[int], arrivals: Sequence[Arrival], prints: Sequence[Hashes]) -> list[int]:
        """Return the places of the reports that are of the core, those left out that have another part of it alone.

        A page of two wires that is printed twice is a core too. Of what has but one of them, those stay that have the
        words which most have; where the page itself is printed more often, all do.
        """
        held = {p: words for p in places if (words := self._part_of(arrivals[p], prints[p])) is not None}
        parts = np.array(list(held.values()))
        counts = parts.sum(axis=0)
        most = int(np.argmax(counts))
        with_most = parts[parts[:, most]].sum(axis=0)
        middle = self.words & (with_most >= MOSTLY * (counts + counts[most] - with_most))
        size = int(np.count_nonzero(middle))
        return [
            place
            for place, words in held.items()
            if np.count_nonzero(words & middle) >= MOSTLY * min(size, int(np.count_nonzero(words)))
        ]

    def _part_of(self, report: Arrival, prints: Hashes) -> Flags | None:
        """Return the words of the core that a report has; None where it is not mostly of them, nor a print of most."""
        shared = np.count_nonzero(np.isin(prints, self.prints, assume_unique=True))
        if report is self.report or shared >= _SURELY * max(len(prints), len(self.prints)):
            return self.words
        if shared < _HARDLY * min(len(prints), len(self.prints)):
            return None
        words, others = _shared_words(self.report[0], report[0])
        part = words & self.words
        common, length = int(np.count_nonzero(part)), len(others)
        is_print = common >= MOSTLY * self.count and common >= LEAST_OF_PAGE * length
        if common < MOSTLY * length and not is_print:
            return None
        if common < SAME_TEXT * min(length, self.count) and _tell_two_things(self.report, report, words, others):
            return None
        return part


def _shared_words(left: CopyText, right: CopyText) -> tuple[Flags, Flags]:
    """Return which words of either text the other has."""
    lefts, rights = np.zeros(len(left), dtype=np.bool_), np.zeros(len(right), dtype=np.bool_)
    for alignment in align(left, right):
        for run in alignment.runs:
            lefts[run.left : run.left + run.length] = True
            rights[run.right : run.right + run.length] = True
    return lefts, rights


def _tell_two_things(left: Arrival, right: Arrival, lefts: Flags, rights: Flags) -> bool:
    """Tell whether two reports fill one form, or one outlet tells news in both, each with the background of the other.

    Another outlet may give a wire's text a lead of its own; its own text an outlet prints again with the lead.
    """
    if left[1].outlet is not None and left[1].outlet == right[1].outlet:
        leads = (flags[text.headline : text.headline + LEAD] for (text, _), flags in ((left, lefts), (right, rights)))
        if not any(np.count_nonzero(lead) >= MOSTLY * len(lead) for lead in leads):
            return True
    return fill_one_form(left[0], right[0])


def _hubs(prints: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Yield the places of the texts, those nearest to all others first, each with the place of that nearest to it."""
    sizes = np.array([max(len(each), 1) for each in prints])
    owners = np.repeat(np.arange(len(prints)), [len(each) for each in prints])
    distinct, rows = np.unique(np.concatenate(prints), return_inverse=True)
    starts = np.concatenate(([0], np.cumsum([len(each) for each in prints])))
    held = np.zeros(len(distinct), dtype=np.bool_)

    def likeness(place: int) -> npt.NDArray[np.float64]:
        own = rows[starts[place] : starts[place + 1]]
        held[own] = True
        shared = np.bincount(owners[held[rows]], minlength=len(prints))
        held[own] = False
        shared[place] = 0
        alike: npt.NDArray[np.float64] = shared / np.maximum(sizes, sizes[place])
        return alike

    weighed = np.linspace(0, len(prints) - 1, min(len(prints), _MOST_WEIGHED)).astype(np.intp)
    weights = np.round(sum((likeness(place) for place in weighed.tolist()), np.zeros(len(prints))), 9)
    for hub in np.argsort(-weights, kind="stable").tolist():
        if weights[hub] == 0:
            return
        yield hub, int(np.argmax(likeness(hub)))
