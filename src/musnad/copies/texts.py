"""Turns an article into the words that copies are found by: hashes, offsets, and whether they are quoted."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musnad.copies.fingerprints import Hashes, fingerprint_positions, shingle_hashes, word_hash
from musnad.model import Article, Span
from musnad.text import pair_quotes, split_paragraphs, tokenize

Positions = npt.NDArray[np.int32]

# A quotation in a text of one paragraph without a closing mark would swallow the rest: longer ones are not believed.
_LONGEST_QUOTATION = 400


@dataclass(frozen=True, slots=True)
class CopyText:
    """The words of one report, as arrays of equal length: hash, start and end offset, whether quoted.

    Marks are no words. The first `headline` words are the headline's. `shingles` hold the hash of each run of four
    words; `picked` the positions in them of the fingerprints, ascending.
    """

    report: str
    folded: tuple[str, ...]
    headline: int
    hashes: Hashes
    starts: Positions
    ends: Positions
    quoted: npt.NDArray[np.bool_]
    shingles: Hashes
    picked: npt.NDArray[np.intp]

    @property
    def fingerprints(self) -> Hashes:
        """Return the fingerprints in the order of the text; one may come twice."""
        return self.shingles[self.picked]

    def __len__(self) -> int:
        return len(self.hashes)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the article's text that words [first, end) cover."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))


def copy_text(report: str, article: Article) -> CopyText:
    """Return the words of the article of the report with this id, folded and hashed."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[int] = []
    headline = 0
    for number, (start, end) in enumerate(split_paragraphs(article.text)):
        if number == 1 and article.has_headline:
            headline = len(folded)
        tokens = tokenize(article.text, start, end)
        inside = bytearray(len(tokens))
        for opening, closing in pair_quotes(article.text, tokens)[0]:
            if closing - opening <= _LONGEST_QUOTATION:
                inside[opening:closing] = b"\1" * (closing - opening)
        words = [token for token in tokens if token.is_word]
        folded += [token.folded for token in words]
        starts += [token.start for token in words]
        ends += [token.end for token in words]
        quoted += [is_inside for token, is_inside in zip(tokens, inside, strict=True) if token.is_word]
    hashed = np.fromiter(map(word_hash, folded), dtype=np.uint64, count=len(folded))
    shingles = shingle_hashes(hashed)
    return CopyText(
        report,
        tuple(folded),
        headline,
        hashed,
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array(quoted, dtype=np.bool_),
        shingles,
        fingerprint_positions(shingles),
    )
