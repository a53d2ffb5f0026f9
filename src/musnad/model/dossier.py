"""A dossier: what a set of reports say in common, and on how many separate legs it stands."""

from dataclasses import dataclass

from musnad.model.copy import CopyFamily, CopyPair
from musnad.model.report import Report


@dataclass(frozen=True, slots=True)
class Dossier:
    """The reports that were compared, what their texts share, and the families of reports that go back to one text."""

    reports: tuple[Report, ...]
    copy_pairs: tuple[CopyPair, ...]
    copy_families: tuple[CopyFamily, ...]

    @property
    def origins(self) -> int:
        """Return the number of texts that were not taken from another one here: families and reports in none."""
        in_families = sum(len(family.members) for family in self.copy_families)
        articles = len({report.id for report in self.reports if report.article is not None})
        return articles - in_families + len(self.copy_families)
