"""Compares reports: the flow from reports to a dossier, one line a step."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain

from musnad.agreement import (
    ChainCounter,
    FoundPairs,
    Judged,
    SourceIndex,
    StatedReport,
    match_claims,
    redate_copies,
    state_claims,
)
from musnad.copies import Arrival, arrival_of, find_copies
from musnad.entities import Judgements, NamedReport, merge_entities, name_report
from musnad.model import Dossier, Report
from musnad.spreading import IN_TURN, Spread, cut
from musnad.stories import StoryText, cluster_stories, text_of_report


@dataclass(frozen=True, slots=True)
class ToldReport:
    """What each step makes of a report by itself, before any other is looked at; it can be sent elsewhere."""

    report: str
    arrival: Arrival
    named: NamedReport
    text: StoryText | None
    stated: StatedReport | None


def tell_report(report: Report, *, keyed: bool = False) -> ToldReport:
    """Return what each step makes of a report: most of what comparing costs, and it needs no other report.

    With the keys of its names where it is to be `keyed`, for a comparing in shards.
    """
    # One step after the other on one report: the words are cut once for all.
    return ToldReport(
        report.id, arrival_of(report), name_report(report, keyed=keyed), text_of_report(report), state_claims(report)
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the collector of cycles from its rounds meanwhile: comparing makes many small values, none in a cycle."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


@_collector_at_rest()
def compare_reports(
    reports: Iterable[Report],
    *,
    judgements: Judgements | None = None,
    judged: Judged | None = None,
    spread: Spread = IN_TURN,
    known: Mapping[str, ToldReport] | None = None,
    found: FoundPairs | None = None,
) -> Dossier:
    """Return the dossier of the reports, the same whatever their order; of reports with one id the first counts.

    `judgements` are what people decided of pairs of namings, by id: True for one entity, False for two.
    `judged` is the same for two pieces of text: whether both say one thing. `spread` runs the work, in whatever parts:
    what comes of it is the same. `known` is what `tell_report` made of some of these reports before, by id; `found`
    is what came of pairs of their statements, and is told what comes of others.
    """
    distinct = tuple({report.id: report for report in reports}.values())
    told = _read_each(distinct, known or {}, spread)
    pairs, families = find_copies(distinct, spread, told.arrivals)
    namings, merges, entities = merge_entities(distinct, judgements, spread, told.named)
    stories, story_changes = cluster_stories(distinct, pairs, spread, told.texts)
    dated = redate_copies({report.id: report for report in distinct}, families, pairs)
    index = SourceIndex()
    index.add(dated, families, pairs, entities, namings)
    # Stories are not told to it. Tried on 145 reports of five months on Gaza: two reports of two stories are then set
    # side by side however many days lie between, and most relations that this added were wrong. Told of one story
    # alone, it found the same propositions and contradictions as without, there and on 260 others.
    stated = _stated_anew(told.stated, distinct, dated)
    settled = found.without(name for name, each in told.stated.items() if stated[name] is not each) if found else None
    propositions, contradictions = match_claims(stated, pairs, ChainCounter(index), judged, spread, settled)
    return Dossier(
        distinct,
        pairs,
        families,
        namings,
        merges,
        entities,
        stories,
        propositions,
        contradictions,
        story_changes,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What each step makes of a report by itself, by the report's id."""

    arrivals: dict[str, Arrival]
    named: dict[str, NamedReport]
    texts: dict[str, StoryText]
    stated: dict[str, StatedReport]


def _read_each(reports: Sequence[Report], known: Mapping[str, ToldReport], spread: Spread) -> _Told:
    """Return what the steps make of each report: all of one report before the next, for its words are cut once."""
    # What is known was made without keys, which a comparing in one shard does not look at.
    held = known if spread.shards == 1 else {}
    asked = [report for report in reports if report.id not in held]
    made = spread.each(partial(_read, keyed=spread.shards > 1), cut(asked, 4 * spread.shards))
    found = {each.report: each for each in chain.from_iterable(made)}
    told = _Told({}, {}, {}, {})
    for report in reports:
        each = found.get(report.id) or held[report.id]
        told.arrivals[report.id], told.named[report.id] = each.arrival, each.named
        if each.text is not None:
            told.texts[report.id] = each.text
        if each.stated is not None:
            told.stated[report.id] = each.stated
    return told


def _read(reports: Iterable[Report], *, keyed: bool) -> list[ToldReport]:
    return [tell_report(report, keyed=keyed) for report in reports]


def _stated_anew(
    stated: Mapping[str, StatedReport], reports: Iterable[Report], dated: Mapping[str, Report]
) -> dict[str, StatedReport]:
    """Return the statements, anew of those reports whose dates became others."""
    found = dict(stated)
    for report in reports:
        if report.id in found and dated[report.id] != report:
            made = state_claims(dated[report.id])
            if made is not None:
                found[report.id] = made
    return found
