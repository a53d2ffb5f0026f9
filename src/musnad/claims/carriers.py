"""Tells through whom a claim comes besides what its own words say: the page's credits, and how its speaker came in."""

from collections.abc import Iterable
from dataclasses import replace

from musnad.model import Credit, Link, LinkBasis, LinkKind, Relation, Span


class Carriers:
    """The page's credits, and for every holder that the article has named the links through which it came in."""

    def __init__(self, credits: Iterable[Credit], page_outlet: str | None) -> None:
        self._credited = _credit_link([credit for credit in credits if not _is_own(credit, page_outlet)])
        self._introduced: dict[int, tuple[Link, ...]] = {}

    def outside(self, links: tuple[Link, ...]) -> tuple[Link, ...]:
        """Return the links to put before a claim's own: the page's credit, then those inherited with its speaker.

        Remembers through whom the speaker comes here, for later claims whose words lead back to this mention.
        """
        origin = links[-1]
        stated = {_holder(link) for link in links}
        introduced = self._introduced.get(origin.resolved.start, ()) if origin.resolved else ()
        inherited = tuple(link for link in introduced if _holder(link) not in stated)
        mention = origin.source or origin.resolved
        if mention is not None:
            outer = (*inherited, *(_inherited(link) for link in links[:-1] if link.kind is not LinkKind.UNKNOWN))
            self._introduced.setdefault(mention.start, outer)
        credited = self._credited
        if credited is None or _holder(credited) in stated | {_holder(link) for link in inherited}:
            return inherited
        return (credited, *inherited)


def _is_own(credit: Credit, page_outlet: str | None) -> bool:
    return credit.entry is not None and credit.entry == page_outlet


def _credit_link(credits: list[Credit]) -> Link | None:
    """Return the link of the page's credits; of several outlets one cannot tell which one a claim comes through."""
    if not credits:
        return None
    if len(credits) > 1 or credits[0].is_group:
        return Link(None, LinkKind.OUTLET_GROUP, relation=Relation.RELAYS, basis=LinkBasis.CREDITED)
    (credit,) = credits
    return Link(credit.span, LinkKind.OUTLET, relation=Relation.RELAYS, entry=credit.entry, basis=LinkBasis.CREDITED)


def _inherited(link: Link) -> Link:
    """Return the link as a later claim has it: nothing in that claim's words stands for it."""
    mention = link.resolved or link.source
    return replace(link, source=None, resolved=mention, cue=None, cue_negated=False, basis=LinkBasis.INHERITED)


def _holder(link: Link) -> str | Span | None:
    """Return what tells one holder from another: an outlet's id, else its mention."""
    return link.entry or link.resolved or link.source
