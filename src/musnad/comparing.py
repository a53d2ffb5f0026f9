"""Compares reports: the flow from reports to a dossier, one line a step."""

from collections.abc import Iterable

from musnad.agreement import ChainCounter, Judged, SourceIndex, match_claims, redate_copies
from musnad.copies import find_copies
from musnad.entities import Judgements, merge_entities
from musnad.model import Dossier, Report
from musnad.spreading import IN_TURN, Spread
from musnad.stories import cluster_stories


def compare_reports(
    reports: Iterable[Report],
    *,
    judgements: Judgements | None = None,
    judged: Judged | None = None,
    spread: Spread = IN_TURN,
) -> Dossier:
    """Return the dossier of the reports, the same whatever their order; of reports with one id the first counts.

    `judgements` are what people decided of pairs of namings, by id: True for one entity, False for two.
    `judged` is the same for two pieces of text: whether both say one thing. `spread` runs the work, in whatever parts:
    what comes of it is the same.
    """
    distinct = tuple({report.id: report for report in reports}.values())
    pairs, families = find_copies(distinct, spread)
    namings, merges, entities = merge_entities(distinct, judgements, spread)
    stories, story_changes = cluster_stories(distinct, families, spread)
    dated = redate_copies({report.id: report for report in distinct}, families, pairs)
    index = SourceIndex()
    index.add(dated, families, pairs, entities, namings)
    # Stories are not told to it. Tried on 798 reports of May 2018: a long story joins reports ten days apart, and most
    # of the twenty relations that this added were wrong; one wrong contradiction went.
    propositions, contradictions = match_claims(dated, pairs, (), ChainCounter(index), judged, spread)
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
