"""Finds the copies among a set of reports and gathers them into families, each with its maker and its first print."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from musnad.copies.cores import Arrival
from musnad.copies.direction import Imprint, earlier_of, imprint_of
from musnad.copies.finder import CopyFinder, Printed, printed_on, stock_of
from musnad.copies.texts import copy_text
from musnad.model import Article, CopyFamily, CopyPair, Report
from musnad.spreading import IN_TURN, Spread, cut

_NOTHING = Article(text="-", language="und", has_headline=False)


def find_copies(
    reports: Iterable[Report], spread: Spread = IN_TURN, known: Mapping[str, Arrival] | None = None
) -> tuple[tuple[CopyPair, ...], tuple[CopyFamily, ...]]:
    """Return the pairs of reports that share text and the families of those of one origin, whatever their order.

    Stock phrases are learned from all reports first. A report without an article has no part in it; of reports with
    one id the first counts. `known` is what `arrival_of` makes of the reports, where that was done before.
    """
    read = {report.id: report for report in reports if report.article is not None}
    told = sorted(read.values(), key=_arrival_key)
    if known is None:
        made = spread.each(_arrivals, cut(told, 4 * spread.shards))
        known = {each[0].report: each for some in made for each in some}
    arrivals = {report.id: known[report.id] for report in told}
    printed = cut(list(arrivals.values()), spread.shards)
    stock = spread.shuffle(partial(_by_fingerprint, shards=spread.shards), stock_of, printed)
    finder = CopyFinder(arrivals.__getitem__, np.sort(np.concatenate(stock)))
    pairs = finder.add(list(arrivals.values()))
    families = tuple(family_of(members, arrivals) for members in finder.families())
    return tuple(pairs), families


def arrival_of(report: Report) -> Arrival:
    """Return a report's words and what its page says of its making; a report without an article has none."""
    article = report.article or _NOTHING
    return copy_text(report.id, article), imprint_of(article)


def _arrivals(reports: Iterable[Report]) -> list[Arrival]:
    return [arrival_of(report) for report in reports]


def _by_fingerprint(arrivals: Iterable[Arrival], shards: int) -> list[Printed]:
    whole = printed_on(arrivals)
    shard = whole["word"] % np.uint64(shards)
    return [whole[shard == np.uint64(number)] for number in range(shards)]


def _arrival_key(report: Report) -> tuple[str, str]:
    published = report.article.published if report.article else None
    return (published.iso if published else "", report.id)


def family_of(members: Sequence[str], arrivals: Mapping[str, Arrival]) -> CopyFamily:
    """Return the family of these reports: which of them printed the text first, and whom they name as its maker."""
    imprints = {member: arrivals[member][1] for member in members}
    credit, reasons = _credit(list(imprints.values()))
    own = [member for member in members if credit is not None and imprints[member].outlet == credit]
    first, reason = _first(own or members, imprints)
    key = hashlib.sha256("|".join(sorted(members)).encode()).hexdigest()[:16]
    return CopyFamily(key, tuple(members), first, credit, (*reasons, reason))


def _credit(imprints: Sequence[Imprint]) -> tuple[str | None, tuple[str, ...]]:
    """Return the outlet that most members credit, None where two are even, and how many credit it."""
    credits = Counter(credit for imprint in imprints for credit in imprint.credits)
    if not credits:
        return None, ("no member credits another outlet",)
    (name, count), *others = sorted(credits.items(), key=lambda counted: (-counted[1], counted[0]))
    if others and others[0][1] == count:
        return None, (f"as many members credit {name} as {others[0][0]}",)
    return name, (f"{count} of {len(imprints)} members credit {name}",)


def _first(members: Sequence[str], imprints: Mapping[str, Imprint]) -> tuple[str | None, str]:
    """Return the member that printed before all others, None where dates do not tell, and the reason."""
    if len(members) == 1:
        return members[0], "first print: it is the only print by its maker"
    if any(imprints[member].published is None for member in members):
        return None, "the first print is not known: a publication date is missing"
    days = sorted({imprints[member].day for member in members})
    of_first_day = [member for member in members if imprints[member].day == days[0]]
    if len(of_first_day) > 1:
        return _first_of_day(of_first_day, imprints, len(members))
    then = next(member for member in members if imprints[member].day == days[1])
    return of_first_day[0], f"first print: {earlier_of(imprints[of_first_day[0]], imprints[then])[1]}"


def _first_of_day(members: Sequence[str], imprints: Mapping[str, Imprint], several: int) -> tuple[str | None, str]:
    """Return which of the prints of the first day was before all others, None where the hours do not tell."""
    first = members[0]
    for member in members[1:]:
        place, _ = earlier_of(imprints[first], imprints[member])
        first = member if place == 1 else first
    told = [earlier_of(imprints[first], imprints[member]) for member in members if member != first]
    if all(place == 0 for place, _ in told):
        return first, f"first print: {told[0][1]}"
    if several == 2:
        return None, f"the first print is not known: {told[0][1]}"
    published = imprints[first].published
    day = published.date().isoformat() if published else ""
    return None, f"the first print is not known: {len(members)} of {several} members are of the first day, {day}"
