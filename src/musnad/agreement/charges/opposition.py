"""Makes contradictions of denials set against accusations: one for each accuser and denier of one matter."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from musnad.agreement.charges.anchors import Filed
from musnad.agreement.charges.opposing import Opposed
from musnad.agreement.charges.reading import Answer
from musnad.agreement.statements import Statement, is_part_of
from musnad.agreement.words import Wording
from musnad.model import Agreement, Assertion, Comparison, Polarity, Report, Slot, Span
from musnad.spreading import connect

OPPOSED = "one side accuses of it whom the other side clears"
"""The reason that every accusation with its denial has."""
ANSWERED = "one side denies what stands right before"
"""The reason of a denial that only points at what was said."""
_SHOWN = 4  # words that both tell


def oppose_charges(opposed: Sequence[Opposed], answers: Sequence[tuple[Filed, Answer]]) -> list[Comparison]:
    """Return the conflicts of charges.

    `answers` are denials that only point, with the assertions right before them: these count where nobody is accused.
    """
    comparisons = []
    for one in _chosen(opposed):
        spans = one.accusation.charge.span, one.denial.charge.span
        sides = one.accusation.assertion, one.denial.assertion
        comparisons.append(Comparison(*sides, Agreement.CONFLICT, _reasons(one), *spans, Slot.POLARITY))
    answered = {one.denial.assertion for one in opposed}
    told: set[tuple[str, ...]] = set()
    for filed, answer in answers:
        # Copies tell it again.
        words = (*_words_of(filed), " ".join(sorted(filed.around)))
        if filed.assertion not in answered and words not in told:
            told.add(words)
            spans = filed.charge.span, answer.span
            sides = filed.assertion, answer.assertion
            comparisons.append(Comparison(*sides, Agreement.CONFLICT, (ANSWERED,), *spans, Slot.POLARITY))
    return comparisons


def _reasons(one: Opposed) -> tuple[str, ...]:
    """Return why the two are of one matter; that one report tells of the same things twice says nothing."""
    if one.accusation.report == one.denial.report or not one.shared:
        return (OPPOSED,)
    return OPPOSED, f"both tell of {'، '.join(one.shared[:_SHOWN])}"


def told_by_charges(
    comparisons: Sequence[Comparison], clashes: Sequence[Comparison], home: Mapping[str, str]
) -> set[int]:
    """Return the numbers of those conflicts that tell again, word by word, what charges tell."""
    of: dict[frozenset[str], list[dict[str, Span]]] = defaultdict(list)
    for clash in clashes:
        sides = {home[clash.left]: clash.left_span, home[clash.right]: clash.right_span}
        of[frozenset(sides)].append(sides)
    found = set()
    for number, each in enumerate(comparisons):
        sides = {home[each.left]: each.left_span, home[each.right]: each.right_span}
        if each.slot is not None and any(
            all(sides[report].overlaps(told[report]) for report in sides) for told in of.get(frozenset(sides), ())
        ):
            found.add(number)
    return found


def state_charges(filed: Sequence[Filed], report: Report) -> tuple[Statement, ...]:
    """Return the statements of the report's charges: their words are compared with no others."""
    assert report.article is not None
    text = report.article.text
    stated = {}
    for each in filed:
        charge = each.charge
        polarity = Polarity.DENIES if charge.denies else Polarity.AFFIRMS
        assertion = Assertion(each.assertion, each.report, (charge.span,), charge.claim, None, polarity)
        told = Wording((), frozenset()), (), (), (), each.published
        stated[each.assertion] = Statement(assertion, text, *told, is_charge=True, is_part=is_part_of(assertion, text))
    return tuple(stated.values())


def _words_of(filed: Filed) -> tuple[str, ...]:
    """Return who is accused and the words, so that copies meet."""
    return *sorted(filed.charge.accused), str(filed.charge.denies), filed.words


def _chosen(opposed: Sequence[Opposed]) -> list[Opposed]:
    """Return of each matter its denials with one accusation, the surest first, and a pair of each other accuser."""
    matters = connect(
        {number: (_words_of(one.accusation), _words_of(one.denial)) for number, one in enumerate(opposed)}
    )
    chosen = []
    for group in matters:
        chosen += _of_matter([opposed[number] for number in group])
    return chosen


def _of_matter(links: Sequence[Opposed]) -> list[Opposed]:
    """Return the pairs of one matter that are kept: those of its clearest accusation, and one of each other accuser."""
    of: dict[str, list[Opposed]] = defaultdict(list)
    for one in links:
        of[one.accusation.assertion].append(one)
    centre = max(of.values(), key=_clearness)
    first = max(centre, key=_rank)
    kept = [first]
    denials = {one.denial.assertion: one for one in sorted(links, key=_rank)}
    kept += [
        replace(one, accusation=first.accusation, shared=first.shared)
        for one in sorted(denials.values(), key=lambda each: each.denial.order)
        if one.denial.assertion != first.denial.assertion
    ]
    heard = [first.accusation.charge.speaker]
    for held in sorted(of.values(), key=_clearness, reverse=True):
        best = max(held, key=_rank)
        speaker = best.accusation.charge.speaker
        if speaker and all(not other & speaker for other in heard):
            heard.append(speaker)
            kept.append(best)
    return kept


def _clearness(held: Sequence[Opposed]) -> tuple[bool, bool, int, float, tuple[datetime, str, int, int]]:
    accusation = held[0].accusation
    denied_here = any(one.denial.report == accusation.report for one in held)
    return (
        bool(accusation.charge.speaker),
        bool(accusation.own) and denied_here,
        len({one.denial.report for one in held}),
        max(one.score for one in held),
        accusation.order,
    )


def _rank(one: Opposed) -> tuple[bool, bool, float, tuple[datetime, str, int, int]]:
    """Return what is shown first: a denial that tells the deed, in the report of the accusation."""
    is_told = one.denial.charge.deed is not None
    return one.accusation.report == one.denial.report, is_told, one.score, one.denial.order
