"""Keeps what a count looks up of reports and copies, so that it costs no more than its own assertions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from musnad.agreement.identities import NamesOfReport, Source, names_of, outlet_of
from musnad.model import Claim, CopyFamily, CopyPair, Entity, Naming, Report


@dataclass(slots=True)
class SourceIndex:
    """Reports, copies and things named, by the keys under which a count needs them; `add` takes in later ones.

    What was worked out of a report (whom its links are) is kept until something new is told of that report.
    """

    reports: dict[str, Report] = field(default_factory=dict)
    _pairs: dict[str, dict[str, CopyPair]] = field(default_factory=dict, repr=False)
    _families: dict[str, CopyFamily] = field(default_factory=dict, repr=False)
    _namings: dict[str, dict[str, Naming]] = field(default_factory=dict, repr=False)
    _named_in: dict[str, str] = field(default_factory=dict, repr=False)
    _entities: dict[str, Entity] = field(default_factory=dict, repr=False)
    _claims: dict[str, dict[str, Claim]] = field(default_factory=dict, repr=False)
    _names: dict[str, NamesOfReport] = field(default_factory=dict, repr=False)
    _outlets: dict[str, Source | None] = field(default_factory=dict, repr=False)
    _chains: dict[tuple[str, str], tuple[Source | None, ...]] = field(default_factory=dict, repr=False)

    def add(
        self,
        reports: Mapping[str, Report],
        families: Iterable[CopyFamily] = (),
        pairs: Iterable[CopyPair] = (),
        entities: Iterable[Entity] = (),
        namings: Iterable[Naming] = (),
    ) -> None:
        """Take in reports and what is told of them; a family or entity replaces what its members belonged to."""
        self.reports |= reports
        told = tuple(families)
        for member in (member for family in told for member in family.members):
            if member in self._families:  # who is not named anew has left
                for left in self._families[member].members:
                    self._families.pop(left, None)
        for family in told:
            self._families |= dict.fromkeys(family.members, family)
        for pair in pairs:
            self._pairs.setdefault(pair.left, {})[pair.right] = pair
            self._pairs.setdefault(pair.right, {})[pair.left] = pair
        changed = set(reports)
        for naming in namings:
            self._namings.setdefault(naming.report, {})[naming.id] = naming
            self._named_in[naming.id] = naming.report
            changed.add(naming.report)
        moved = {naming: entity for entity in entities for naming in entity.namings}
        self._entities |= moved
        changed |= {self._named_in[naming] for naming in moved if naming in self._named_in}
        self._forget(changed)

    def claim(self, report: str, claim: str) -> Claim | None:
        """Return a claim of a report by its id, None where the report has no such claim."""
        if report not in self._claims:
            self._claims[report] = {each.id: each for each in self.reports[report].claims}
        return self._claims[report].get(claim)

    def pairs_of(self, report: str) -> Mapping[str, CopyPair]:
        """Return the pairs that the report makes, by the other report's id."""
        return self._pairs.get(report, {})

    def family_of(self, report: str) -> CopyFamily | None:
        """Return the copy family that the report belongs to."""
        return self._families.get(report)

    def names(self, report: str) -> NamesOfReport:
        """Return what the report names."""
        if report not in self._names:
            namings: Sequence[Naming] = tuple(self._namings.get(report, {}).values())
            self._names[report] = names_of(self.reports[report], namings, self._entities)
        return self._names[report]

    def outlet(self, report: str) -> Source | None:
        """Return the outlet that published the report, if it is known."""
        if report not in self._outlets:
            self._outlets[report] = outlet_of(self.reports[report])
        return self._outlets[report]

    def sources(self, report: str, claim: Claim) -> tuple[Source | None, ...]:
        """Return who each link of the claim's resolved chain is; None for the page's own writer."""
        key = (report, claim.id)
        if key not in self._chains:
            names = self.names(report)
            self._chains[key] = tuple(names.source_of(link) for link in claim.resolved_chain)
        return self._chains[key]

    def part(self, reports: Iterable[str]) -> "SourceIndex":
        """Return an index that tells the same of these reports: theirs, their copies' and their families' entries."""
        asked = [report for report in reports if report in self.reports]
        near = dict.fromkeys(asked)
        for report in asked:
            near |= dict.fromkeys(self.pairs_of(report))
            family = self.family_of(report)
            near |= dict.fromkeys(family.members if family else ())
        here = sorted(report for report in near if report in self.reports)
        namings = {report: self._namings[report] for report in here if report in self._namings}
        # Who else an entity was named by says nothing of a source, and may be thousands.
        bare = {
            naming: replace(self._entities[naming], namings=())
            for named in namings.values()
            for naming in named
            if naming in self._entities
        }
        return SourceIndex(
            {report: self.reports[report] for report in here},
            {report: self._pairs[report] for report in here if report in self._pairs},
            {report: self._families[report] for report in here if report in self._families},
            namings,
            {naming: report for report in here for naming in namings.get(report, ())},
            bare,
        )

    def _forget(self, reports: Iterable[str]) -> None:
        for report in reports:
            self._names.pop(report, None)
            self._outlets.pop(report, None)
            for claim in self._claims.pop(report, {}):
                self._chains.pop((report, claim), None)
