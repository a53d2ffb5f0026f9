"""Says how two texts stand to each other: which shared passages are copies, which quotations or stock phrases."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from musnad.copies.alignment import Alignment, align
from musnad.copies.texts import CopyText
from musnad.model import CopyPassage, CopyRelation, PassageLabel

# Set on the 80 pairs judged by eye of the gold's copies/dev: see docs/comparing.md.
_ONE_ORIGIN = 0.25
_FEWEST_OWN = 20
SAME_TEXT = 0.85
"""Share of the shorter text from which on two texts of one origin are the same text."""
_SAME_TEXT_LONGER = 0.44
_PARTIAL = 0.5
_PARTIAL_RUN = 25
_SHARED_WORDS = 12
_TEMPLATE = 0.2
_VERBATIM_EDITS = 0.02
_QUOTED = 0.9
_SHORTEST_PASSAGE = 8
_TOPIC_LETTERS = 4
_TOPIC_TIMES = 2
_SAME_WORD = 75.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share: passages, and shares of the shorter text, with stock phrases and quotations and without."""

    relation: CopyRelation
    one_origin: bool
    containment: float
    own_containment: float
    passages: tuple[CopyPassage, ...]


def compare_texts(left: CopyText, right: CopyText, is_stock: Callable[[int], bool]) -> Likeness:
    """Return how two texts stand to each other; `is_stock` tells which fingerprints are of stock phrases."""
    alignments = align(left, right)
    shorter, longer = sorted((len(left), len(right)))
    if not alignments:
        return Likeness(CopyRelation.UNRELATED, one_origin=False, containment=0.0, own_containment=0.0, passages=())
    stock_before = _stock_words(left, is_stock)
    own = [_own_words(alignment, stock_before) for alignment in alignments]
    labels = [_label(left, right, alignment, count) for alignment, count in zip(alignments, own, strict=True)]
    matched = sum(alignment.matched for alignment in alignments)
    counted = sum(count for count, label in zip(own, labels, strict=True) if label is not PassageLabel.SHARED_QUOTATION)
    longest = max(run.length for alignment in alignments for run in alignment.runs)
    relation = _relation(matched, counted, (max(own), longest), (shorter, longer))
    one_origin = counted >= max(_ONE_ORIGIN * shorter, _FEWEST_OWN)
    if one_origin and matched < SAME_TEXT * shorter and fill_one_form(left, right):
        relation, one_origin = CopyRelation.TEMPLATE, False
    passages = tuple(
        CopyPassage(
            left.span(alignment.left, alignment.left_end),
            right.span(alignment.right, alignment.right_end),
            alignment.matched,
            alignment.edits,
            label,
        )
        for alignment, label in zip(alignments, labels, strict=True)
        if alignment.matched >= _SHORTEST_PASSAGE
    )
    return Likeness(relation, one_origin, matched / shorter, counted / shorter, passages)


def _stock_words(text: CopyText, is_stock: Callable[[int], bool]) -> npt.NDArray[np.int64]:
    """Return, for each word and for the end, how many words before it have a stock phrase as their next fingerprint."""
    stock = np.array([is_stock(f) for f in text.fingerprints.tolist()], dtype=np.bool_)
    if not stock.any():
        return np.zeros(len(text) + 1, dtype=np.int64)
    next_picked = text.picked.searchsorted(np.arange(-1, len(text) - 1))
    flags = stock[np.minimum(next_picked, len(stock) - 1)]
    return np.concatenate(([0], flags.cumsum()))


def _own_words(alignment: Alignment, stock_before: npt.NDArray[np.int64]) -> int:
    """Count the equal words that are in no stock phrase."""
    stock = sum(int(stock_before[run.left + run.length] - stock_before[run.left]) for run in alignment.runs)
    return alignment.matched - stock


def _label(left: CopyText, right: CopyText, alignment: Alignment, own: int) -> PassageLabel:
    left_quoted = _share(left.quoted[alignment.left : alignment.left_end])
    right_quoted = _share(right.quoted[alignment.right : alignment.right_end])
    if min(left_quoted, right_quoted) >= _QUOTED:
        return PassageLabel.SHARED_QUOTATION
    if own * 2 < alignment.matched:
        return PassageLabel.TEMPLATE
    if max(left_quoted, right_quoted) >= _QUOTED:
        return PassageLabel.SHARED_STATEMENT
    if alignment.edits <= _VERBATIM_EDITS * alignment.matched:
        return PassageLabel.VERBATIM
    return PassageLabel.EDITED


def _share(flags: npt.NDArray[np.bool_]) -> float:
    return int(np.count_nonzero(flags)) / len(flags)


def _relation(matched: int, own: int, longest: tuple[int, int], lengths: tuple[int, int]) -> CopyRelation:
    (longest_own, longest_run), (shorter, longer) = longest, lengths
    if own >= max(_ONE_ORIGIN * shorter, _FEWEST_OWN):
        if matched >= SAME_TEXT * shorter or matched >= _SAME_TEXT_LONGER * longer:
            return CopyRelation.SAME_TEXT
        partial = longest_run >= _PARTIAL_RUN or own >= _PARTIAL * shorter
        return CopyRelation.PARTIAL if partial else CopyRelation.SHARED_PASSAGE
    if longest_own >= _SHARED_WORDS:
        return CopyRelation.SHARED_PASSAGE
    return CopyRelation.TEMPLATE if matched >= _TEMPLATE * shorter else CopyRelation.UNRELATED


def fill_one_form(left: CopyText, right: CopyText) -> bool:
    """Tell whether each text keeps to a word of its headline that the other lacks: one form, filled twice."""
    return _has_own_topic(left, right) and _has_own_topic(right, left)


def _has_own_topic(text: CopyText, other: CopyText) -> bool:
    known = set(other.folded)
    body = text.folded[text.headline :]
    for word in sorted({word for word in text.folded[: text.headline] if len(word) >= _TOPIC_LETTERS} - known):
        # Spellings and prefixes differ (أميركا، أمريكا، بأمريكا): a near word is the same word.
        if process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_SAME_WORD) is None:
            alike = process.extract(word, body, scorer=fuzz.ratio, score_cutoff=_SAME_WORD, limit=_TOPIC_TIMES)
            if len(alike) >= _TOPIC_TIMES:
                return True
    return False
