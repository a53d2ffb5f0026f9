"""Gathers the assertions that are one text on several pages, and those that are one utterance of one speaker."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from musnad.agreement.chains.source_index import SourceIndex
from musnad.model import Assertion, CopyPair, CopyRelation, PassageLabel, Report, Span
from musnad.text import fold_word

_WORD = re.compile(r"[^\W_]+")
_COVERED = 0.5
"""Share of an assertion's characters that a passage must hold: more of it is copied than not."""
_MOSTLY = 0.5
"""Share of the shorter text's words from which on two reports are mostly one text."""
_SHORTEST_QUOTATION = 5
"""Words that two quotations share before they are one utterance: shorter ones (لا تعليق) are everyone's."""
_LONG = 25
"""Words of a passage that is copied whoever is named beside it; the copies finder calls such a run partial."""
_COPIED = frozenset({PassageLabel.VERBATIM, PassageLabel.EDITED})
_QUOTED = frozenset({PassageLabel.SHARED_QUOTATION, PassageLabel.SHARED_STATEMENT})


@dataclass(slots=True)
class Groups:
    """A partition of the numbers below `len(parents)` (union-find with path halving: Tarjan and van Leeuwen, 1984)."""

    parents: list[int]

    def head(self, number: int) -> int:
        """Return the number that stands for the group of `number`."""
        while self.parents[number] != number:
            self.parents[number] = number = self.parents[self.parents[number]]
        return number

    def join(self, left: int, right: int) -> None:
        """Make one group of two; its least number stands for it."""
        left, right = self.head(left), self.head(right)
        self.parents[max(left, right)] = min(left, right)

    def lists(self) -> list[list[int]]:
        """Return the groups, each in ascending order."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self.parents)):
            groups.setdefault(self.head(number), []).append(number)
        return list(groups.values())


def group_texts(assertions: Sequence[Assertion], index: SourceIndex) -> Groups:
    """Return which assertions, by place, stand in one text: in one report, or copied from one report to another.

    Copied is what lies in a passage that two reports share, and all that is said in reports of the same text. A
    headline goes with the text below it. Reports of one family that were never compared count as copies where each
    shares most of its text with a member.
    """
    groups = Groups(list(range(len(assertions))))
    places: dict[str, list[int]] = defaultdict(list)
    for place, assertion in enumerate(assertions):
        places[assertion.report].append(place)
    copied: set[int] = set()
    for report in places:
        for other, pair in index.pairs_of(report).items():
            if report < other and other in places:
                for left, right in _copies(assertions, pair, places, index):
                    groups.join(left, right)
                    copied |= {left, right}
    _join_families(places, index, groups, copied)
    for here in places.values():
        headline = frozenset(place for place in here if in_headline(assertions[place], index.reports))
        _join_own(here, headline, groups, copied)
    return groups


def _copies(
    assertions: Sequence[Assertion], pair: CopyPair, places: Mapping[str, list[int]], index: SourceIndex
) -> Iterator[tuple[int, int]]:
    """Yield the assertions, by place, of two reports that are one text.

    A shared passage of a sentence or so is none where the chains have nobody in common: both may quote one statement.
    """
    if pair.relation is CopyRelation.SAME_TEXT:
        yield from product(places[pair.left], places[pair.right])
        return
    passages = [passage for passage in pair.passages if passage.label in _COPIED]
    if pair.relation is CopyRelation.TEMPLATE or not passages:
        return
    long = frozenset(number for number, passage in enumerate(passages) if passage.words >= _LONG)
    lefts = {n: _passages_with(assertions[n].content, [p.left for p in passages]) for n in places[pair.left]}
    rights = {n: _passages_with(assertions[n].content, [p.right for p in passages]) for n in places[pair.right]}
    for left, right in product(lefts, rights):
        shared = lefts[left] & rights[right]
        if shared & long or (shared and _may_share_chain(assertions[left], assertions[right], index)):
            yield left, right


def _may_share_chain(left: Assertion, right: Assertion, index: SourceIndex) -> bool:
    one, other = _holders(left, index), _holders(right, index)
    return not one or not other or not one.isdisjoint(other)


def _holders(assertion: Assertion, index: SourceIndex) -> set[str]:
    """Return the keys of whom the assertion names as its sources, of unnamed ones what they are called."""
    claim = index.claim(assertion.report, assertion.claim) if assertion.claim else None
    sources = index.sources(assertion.report, claim) if claim else ()
    return {source.key or f"{source.kind}:{source.anonymity}" for source in sources if source}


def _passages_with(content: Iterable[Span], passages: Sequence[Span]) -> frozenset[int]:
    spans = tuple(content)
    length = sum(map(len, spans))
    return frozenset(
        number
        for number, passage in enumerate(passages)
        if sum(max(0, min(s.end, passage.end) - max(s.start, passage.start)) for s in spans) >= _COVERED * length
    )


def _join_families(places: dict[str, list[int]], index: SourceIndex, groups: Groups, copied: set[int]) -> None:
    """Join copies within one family between which no pair was judged: a finder compares only some of them."""
    families: dict[str, list[str]] = defaultdict(list)
    for report in places:
        family = index.family_of(report)
        if family is not None:
            families[family.id].append(report)
    for members in families.values():
        if len(members) > 1:
            _join_family(members, places, index, groups, copied)


def _join_family(
    members: Sequence[str], places: dict[str, list[int]], index: SourceIndex, groups: Groups, copied: set[int]
) -> None:
    present = set(members)
    prints: dict[int, set[str]] = defaultdict(set)
    for member in members:
        is_judged = not present.isdisjoint(index.pairs_of(member)) or _shares_little(member, index)
        for place in places[member]:
            if place in copied or not is_judged:
                copied.add(place)
                prints[groups.head(place)].add(member)
    if not prints:
        return
    (first, known), *others = prints.items()
    for head, reports in others:
        if not any(known.intersection(index.pairs_of(report)) for report in reports):
            groups.join(first, head)
            known |= reports


def _shares_little(member: str, index: SourceIndex) -> bool:
    """Tell whether a member is of its family by single passages alone, so that most of what it says may be its own."""
    shares = [pair.containment for pair in index.pairs_of(member).values() if pair.one_origin]
    return bool(shares) and max(shares) < _MOSTLY


def _join_own(here: Sequence[int], headline: frozenset[int], groups: Groups, copied: set[int]) -> None:
    """Join what a report says of its own, and its headline to what stands below it."""
    own = [place for place in here if place not in copied]
    below = [place for place in here if place not in headline] or here
    for place in own:
        if place in headline:
            groups.join(below[0], place)
    rest = [place for place in own if place not in headline]
    for place in rest:
        groups.join(rest[0], place)


def in_headline(assertion: Assertion, reports: Mapping[str, Report]) -> bool:
    """Tell whether all words of the assertion stand in its report's headline."""
    article = reports[assertion.report].article
    if article is None or not article.has_headline:
        return False
    end = article.text.find("\n")
    return end >= 0 and all(span.end <= end for span in assertion.content)


def group_utterances(assertions: Sequence[Assertion], index: SourceIndex) -> Groups:
    """Return which assertions, by place, quote one utterance: the same words in quotation marks on both pages."""
    groups = Groups(list(range(len(assertions))))
    quoted = [_quotations(assertion, index) for assertion in assertions]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, quotations in enumerate(quoted):
        runs = {run for words in quotations for run in _runs(words)}
        for run in runs:
            holders[run].append(place)
    for places in holders.values():
        for place in places[1:]:
            if _share_utterance(quoted[places[0]], quoted[place]):
                groups.join(places[0], place)
    _join_shared_quotations(assertions, index, groups)
    return groups


def _quotations(assertion: Assertion, index: SourceIndex) -> list[tuple[str, ...]]:
    claim = index.claim(assertion.report, assertion.claim) if assertion.claim else None
    article = index.reports[assertion.report].article
    if claim is None or article is None:
        return []
    spans = [span for span in claim.verbatim if any(span.overlaps(words) for words in assertion.content)]
    quotations = [tuple(map(fold_word, _WORD.findall(span.of(article.text)))) for span in spans]
    return [words for words in quotations if len(words) >= _SHORTEST_QUOTATION]


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[at : at + _SHORTEST_QUOTATION] for at in range(len(words) - _SHORTEST_QUOTATION + 1)]


def _share_utterance(left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether most runs of the shorter of two quotations are in the longer: a page may cut or mend words."""
    for one in left:
        for other in right:
            shorter, longer = sorted((set(_runs(one)), set(_runs(other))), key=len)
            if 2 * len(shorter & longer) >= len(shorter):
                return True
    return False


def _join_shared_quotations(assertions: Sequence[Assertion], index: SourceIndex, groups: Groups) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for place, assertion in enumerate(assertions):
        if assertion.claim is not None:
            places[assertion.report].append(place)
    for report, here in places.items():
        for other, pair in index.pairs_of(report).items():
            if report >= other or other not in places:
                continue
            passages = [passage for passage in pair.passages if passage.label in _QUOTED]
            here_left = report == pair.left
            for left in here:
                spans = [p.left if here_left else p.right for p in passages]
                inside = _passages_with(assertions[left].content, spans)
                for right in places[other] if inside else ():
                    spans = [p.right if here_left else p.left for p in passages]
                    if inside & _passages_with(assertions[right].content, spans):
                        groups.join(left, right)
