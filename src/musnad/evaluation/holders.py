"""Judges whether a link of a predicted chain names the holder that the gold chain names."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.evaluation.words import characters, share_words
from musnad.model import Chain, Link, LinkKind, Span

# Near-synonyms in the scheme, on which careful readers differ.
_SAME_KIND = {LinkKind.OUTLET_GROUP: LinkKind.OUTLET, LinkKind.GROUP: LinkKind.ORG}


@dataclass(frozen=True, slots=True)
class HolderJudge:
    """Judges links of one article; `gold_links` tell which of its mentions are one holder."""

    text: str
    gold_links: tuple[Link, ...]

    def same_holder(self, link: Link, gold: Link) -> bool:
        """Tell whether two links have one holder: a stated source overlaps, an elided one is resolved alike."""
        if gold.source is not None:
            return link.source is not None and self._touch(link.source, gold.source)
        if gold.resolved is None:
            return link.source is None
        named = link.source or link.resolved
        if named is None:
            return False
        return any(
            self._touch(named, mention) or share_words(self.text, named, mention)
            for mention in self._mentions(gold.resolved)
        )

    def right(self, link: Link, gold: Link) -> bool:
        """Tell whether the link has the gold link's holder and kind."""
        return same_kind(link, gold) and self.same_holder(link, gold)

    def links_in_order(self, chain: Sequence[Link], gold: Sequence[Link]) -> int:
        """Return how many links are right, in order (the longest common subsequence)."""
        best = [0] * (len(gold) + 1)
        for link in chain:
            before = best
            best = [0]
            for column, wanted in enumerate(gold):
                met = before[column] + self.right(link, wanted)
                best.append(max(before[column + 1], best[column], met))
        return best[-1]

    def _mentions(self, first: Span) -> list[Span]:
        """Return every mention that gold links tie to `first`, in one step or several; any of them is right."""
        tied = [(link.source, link.resolved) for link in self.gold_links]
        found = [first]
        for mention in found:
            for pair in tied:
                for here, there in (pair, pair[::-1]):
                    if here and there and there not in found and self._touch(here, mention):
                        found.append(there)
        return found

    def _touch(self, first: Span, second: Span) -> bool:
        return not characters(self.text, [first]).isdisjoint(characters(self.text, [second]))


def same_kind(link: Link, gold: Link) -> bool:
    """Tell whether two links are of one kind, near-synonyms counted as one."""
    return _SAME_KIND.get(link.kind, link.kind) is _SAME_KIND.get(gold.kind, gold.kind)


def held_links(chain: Chain) -> tuple[Link, ...]:
    """Return the links that somebody holds, or all of them where nobody is named."""
    return tuple(link for link in chain if link.kind is not LinkKind.UNKNOWN) or chain.links
