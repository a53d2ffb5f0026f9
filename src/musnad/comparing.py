"""Compares reports: the flow from reports to a dossier, one line a step."""

from collections.abc import Iterable

from musnad.copies import find_copies
from musnad.model import Dossier, Report


def compare_reports(reports: Iterable[Report]) -> Dossier:
    """Return the dossier of the reports, the same whatever their order; of reports with one id the first counts."""
    distinct = tuple({report.id: report for report in reports}.values())
    pairs, families = find_copies(distinct)
    return Dossier(distinct, pairs, families)
