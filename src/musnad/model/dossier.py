"""A dossier: what a set of reports say in common, and on how many separate legs it stands."""

from dataclasses import dataclass

from musnad.model.copy import CopyFamily, CopyPair
from musnad.model.entity import Entity, Merge, Naming
from musnad.model.notebook import table
from musnad.model.proposition import Contradiction, Proposition
from musnad.model.report import Report
from musnad.model.story import Story, StoryChange


@dataclass(frozen=True, slots=True)
class Dossier:
    """The reports that were compared and what they have in common: texts, things named, happenings, what is said."""

    reports: tuple[Report, ...]
    copy_pairs: tuple[CopyPair, ...]
    copy_families: tuple[CopyFamily, ...]
    namings: tuple[Naming, ...] = ()
    merges: tuple[Merge, ...] = ()
    entities: tuple[Entity, ...] = ()
    stories: tuple[Story, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    story_changes: tuple[StoryChange, ...] = ()

    @property
    def origins(self) -> int:
        """Return the number of texts that were not taken from another one here: families and reports in none."""
        in_families = sum(len(family.members) for family in self.copy_families)
        articles = len({report.id for report in self.reports if report.article is not None})
        return articles - in_families + len(self.copy_families)

    def _repr_html_(self) -> str:
        """Return the propositions with their independent chains, as a notebook shows them."""
        opposed = {name for each in self.contradictions for name in (each.left, each.right)}
        rows = [
            (
                each.label,
                f"{each.affirmed.least}-{each.affirmed.most}",
                f"{each.denied.least}-{each.denied.most}",
                "yes" if any(said.id in opposed for said in each.assertions) else "",
            )
            for each in self.propositions
        ]
        caption = f"{len(self.reports)} reports, {self.origins} texts of their own"
        return table(caption, ("proposition", "independent chains", "denied by", "contradicted"), rows)
