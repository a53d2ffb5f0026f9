"""Compares a predicted attribution with an annotated one: which spans, holders and chains agree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from musnad.evaluation.gold import Attribution, GoldLink
from musnad.model import Span

# Trivial habits at the edges of spans must not count.
_EDGE = frozenset(" \t\n\r\u00a0\u200f\u200e\"“”«»'‘’.,،:؛;!؟?()[]-–")
_COMPLEMENTISER = re.compile(r"^(?:ب|ف|و)?(?:إن|أن|ان|إنّ|أنّ|that)(?=[\s\"“«])")
_LEAST_OVERLAP = 0.3
# Kinds on which careful readers differ count as one.
_ALIKE = {"outlet_group": "outlet", "group": "org"}


@dataclass(frozen=True, slots=True)
class Compared:
    """An attribution with what the comparison needs: its characters by role, and the chain that someone holds."""

    attribution: Attribution
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    chain: tuple[GoldLink, ...]


def prepare(text: str, attribution: Attribution) -> Compared:
    """Return the attribution ready for comparison."""
    chain = attribution.chain
    held = tuple(link for link in chain if link.kind != "unknown") or chain
    cue = next((link.cue for link in reversed(chain) if link.cue), None)
    return Compared(
        attribution,
        characters(text, attribution.content),
        characters(text, [cue]),
        characters(text, [held[-1].source]),
        held,
    )


def characters(text: str, spans: Iterable[Span | None]) -> frozenset[int]:
    """Return the offsets that the spans cover, edges trimmed of marks and a leading complementiser."""
    covered: set[int] = set()
    for span in spans:
        if span is not None:
            covered.update(range(*_trim(text, span)))
    return frozenset(covered)


def _trim(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while True:
        before = start, end
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        found = _COMPLEMENTISER.match(text[start:end])
        if found:
            start += found.end()
        if (start, end) == before:
            return start, end


def match(predicted: Sequence[Compared], gold: Sequence[Compared]) -> list[tuple[int, int]]:
    """Return pairs (predicted, gold), matched greedily by overlap of content plus half the overlap of cues."""
    candidates = []
    for i, p in enumerate(predicted):
        for j, g in enumerate(gold):
            overlap = len(p.content & g.content) / len(p.content | g.content) if p.content | g.content else 0.0
            if overlap >= _LEAST_OVERLAP:
                candidates.append((overlap + 0.5 * _dice(p.cue, g.cue), i, j))
    pairs: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


class Article:
    """One article's text and the mentions that its annotation ties together."""

    def __init__(self, text: str, gold: Sequence[Compared]) -> None:
        self.text = text
        self.links = [link for record in gold for link in record.chain]

    def source_right(self, predicted: GoldLink, gold: GoldLink) -> bool:
        """Tell whether the link names the same holder; an elided one must resolve to a mention of that holder."""
        if gold.source:
            return predicted.source is not None and self._overlap(predicted.source, gold.source)
        answer = predicted.source or predicted.resolved
        if gold.resolved is None:
            return predicted.source is None
        if answer is None:
            return False
        mentions = self._mentions(gold.resolved)
        return any(self._overlap(answer, mention) or self._same_words(answer, mention) for mention in mentions)

    def link_right(self, predicted: GoldLink, gold: GoldLink) -> bool:
        """Tell whether the link names the same holder and the same kind of holder."""
        return self.source_right(predicted, gold) and kind_right(predicted, gold)

    def links_in_common(self, predicted: Sequence[GoldLink], gold: Sequence[GoldLink]) -> int:
        """Return the length of the longest common subsequence of right links."""
        table = [[0] * (len(gold) + 1) for _ in range(len(predicted) + 1)]
        for a, p in enumerate(predicted):
            for b, g in enumerate(gold):
                right = table[a][b] + self.link_right(p, g)
                table[a + 1][b + 1] = max(table[a][b + 1], table[a + 1][b], right)
        return table[-1][-1]

    def _overlap(self, a: Span, b: Span) -> bool:
        return bool(characters(self.text, [a]) & characters(self.text, [b]))

    def _same_words(self, a: Span, b: Span) -> bool:
        x, y = self._letters(a), self._letters(b)
        return bool(x) and bool(y) and (x in y or y in x)

    def _letters(self, span: Span) -> str:
        words = re.sub("[أإآ]", "ا", self.text[slice(*_trim(self.text, span))])
        return re.sub(r"[^\w]", "", words).replace("ة", "ه")

    def _mentions(self, span: Span) -> list[Span]:
        """Follow the annotation's own links from mention to mention: any of them is a right answer."""
        found = [span]
        for mention in found:
            for link in self.links:
                for a, b in ((link.source, link.resolved), (link.resolved, link.source)):
                    if a and b and b not in found and self._overlap(a, mention):
                        found.append(b)
        return found


def kind_right(predicted: GoldLink, gold: GoldLink) -> bool:
    """Tell whether two links are of one kind, near-synonyms in the scheme taken together."""
    return _ALIKE.get(predicted.kind, predicted.kind) == _ALIKE.get(gold.kind, gold.kind)
