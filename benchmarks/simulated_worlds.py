"""Plants one proposition: who was told what by whom, and how fifty to five hundred pages came to print it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from planted_reports import Holder, Page, Telling, plant_family, plant_page, plant_pair

from musnad.model import (
    Anonymity,
    Assertion,
    Chain,
    CopyFamily,
    CopyPair,
    CopyRelation,
    LinkBasis,
    LinkKind,
    PassageLabel,
    Report,
)

_COMPARED = 6  # Members of a family that the copies finder compares a new report with.
_CLASSES = [Anonymity.OFFICIAL, Anonymity.WITNESS, Anonymity.ACTIVIST, Anonymity.EXPERT, Anonymity.MEDIA]
_DESCRIPTIONS = {
    Anonymity.OFFICIAL: "مسؤول رفيع",
    Anonymity.WITNESS: "شهود عيان",
    Anonymity.ACTIVIST: "ناشطون",
    Anonymity.EXPERT: "خبير",
    Anonymity.MEDIA: "صحافي",
}
_WORDS = "أن الشحنة الأخيرة وصلت إلى المستودع الغربي عند الفجر"


@dataclass(frozen=True, slots=True)
class Noise:
    """What reading gets wrong, as shares: links that are lost, copies that are not found."""

    lost_links: float = 0.0
    missed_copies: float = 0.0


@dataclass(slots=True)
class Planted:
    """A planted proposition: its pages and copies, and the truth about them.

    `roots` is the number of independent origins, `circles` the outlets that cite each other; `is_ambiguous` tells that
    pages leave open who an unnamed source is, or name none.
    """

    roots: int
    is_ambiguous: bool
    pages: list[Page] = field(default_factory=list)
    pairs: list[CopyPair] = field(default_factory=list)
    families: list[CopyFamily] = field(default_factory=list)
    circles: list[frozenset[str]] = field(default_factory=list)

    @property
    def assertions(self) -> list[Assertion]:
        """Return the assertions of all pages."""
        return [assertion for page in self.pages for assertion in page.assertions]

    @property
    def reports(self) -> dict[str, Report]:
        """Return the reports by id."""
        return {page.report.id: page.report for page in self.pages}


@dataclass(frozen=True, slots=True)
class _Root:
    """An independent origin: its outlet, its speaker, its first page, and the pages that copy that one."""

    outlet: str
    speaker: Holder
    first: Page
    copies: list[Page]
    citing: list[str]


@dataclass(slots=True)
class _Press:
    """Prints pages under names that nobody else has."""

    name: str
    chance: random.Random
    noise: Noise
    sites: list[str] = field(default_factory=list)
    printed: int = 0

    def print(
        self,
        *chain: Holder,
        outlet: str | None = None,
        credit: str | None = None,
        is_quoted: bool = False,
        words: str = "",
    ) -> Page:
        self.printed += 1
        told = Telling(chain, words or f"{_WORDS} {self.name}", is_quoted=is_quoted)
        page = plant_page(f"{self.name}-{self.printed:04}", [told], outlet=outlet or self.outlet(), credit=credit)
        return _misread(page, self.chance, self.noise)

    def outlet(self) -> str:
        """Return a site that has printed nothing on the matter: one of those given, else one of a name of its own."""
        return self.sites.pop() if self.sites else f"موقع {self.name} رقم {self.printed}"


def plant_proposition(name: str, chance: random.Random, size: int, noise: Noise, *, is_ambiguous: bool) -> Planted:
    """Return a proposition that `size` pages print, which go back to one to six origins."""
    press = _Press(name, chance, noise)
    roots = [_plant_root(press, number, is_ambiguous) for number in range(chance.randint(1, 6))]
    planted = Planted(len(roots), is_ambiguous, [root.first for root in roots])
    _plant_circles(planted, press, roots)
    _spread(planted, press, roots, size)
    return planted


def plant_question(
    name: str, chance: random.Random, told: dict[str, list[tuple[str, float]]], sites: list[str], size: int
) -> dict[str, Planted]:
    """Return, for each value that was told of a question, the pages that print it, `size` in all.

    `told` gives each value's origins: the outlet that first told it, and how far it spreads. The other pages are of
    `sites`, each used once.
    """
    total = sum(reach for origins in told.values() for _, reach in origins)
    planted = {}
    for number, (value, origins) in enumerate(sorted(told.items())):
        press = _Press(f"{name} {number}", chance, Noise(), sites)
        roots = []
        for place, (outlet, _) in enumerate(origins):
            speaker = Holder(LinkKind.PERSON, f"شاهد {name} {value} {place}")
            roots.append(_Root(outlet, speaker, press.print(speaker, outlet=outlet), [], []))
        planted[value] = Planted(len(roots), False, [root.first for root in roots])
        share = round(size * sum(reach for _, reach in origins) / total)
        _spread(planted[value], press, roots, share, [reach for _, reach in origins])
    return planted


def _spread(planted: Planted, press: _Press, roots: list[_Root], size: int, reach: list[float] | None = None) -> None:
    """Print pages that have it from one of the roots, until there are `size`; the first roots spread furthest."""
    weights = reach or [1 / (rank + 1) for rank in range(len(roots))]
    ways: list[tuple[Callable[[Planted, _Press, _Root], None], float]] = [
        (_copy, 0.5),
        (_cite, 0.24),
        (_cite_second_hand, 0.1),
        (_copy_partly, 0.08),
        (_quote, 0.08),
    ]
    if planted.is_ambiguous:
        ways += [(_drop_the_outlet, 0.04), (_name_nobody, 0.04)]
    while len(planted.pages) < size:
        root = press.chance.choices(roots, weights)[0]
        (way,) = press.chance.choices([way for way, _ in ways], [share for _, share in ways])
        way(planted, press, root)
    for root in roots:
        if root.copies:
            planted.families.append(plant_family([root.first, *root.copies], origin=root.first.report.id))


def _plant_root(press: _Press, number: int, is_ambiguous: bool) -> _Root:
    outlet = f"{press.chance.choice(['وكالة', 'صحيفة'])} {press.name} الأصل {number}"
    if is_ambiguous:
        anonymity = Anonymity.SOURCE if number == 0 else _CLASSES[number % len(_CLASSES)]
    else:
        anonymity = _CLASSES[number % len(_CLASSES)]
    speaker = press.chance.choice(
        [
            Holder(LinkKind.PERSON, f"شاهد {press.name} المسمى {number}"),
            Holder(LinkKind.ORG, f"هيئة {press.name} المحلية {number}"),
            # Six roots share five descriptions: the sixth is named, so that nothing is open.
            Holder(LinkKind.ANON, _DESCRIPTIONS.get(anonymity, "مصدر مطلع"), anonymity)
            if number < len(_CLASSES)
            else Holder(LinkKind.PERSON, f"ناطق {press.name} السادس"),
        ]
    )
    return _Root(outlet, speaker, press.print(speaker, outlet=outlet), [], [])


def _copy(planted: Planted, press: _Press, root: _Root) -> None:
    """Print the root's text again, in half of all cases without credit."""
    credit = root.outlet if press.chance.random() < 0.5 else None
    copy = press.print(root.speaker, credit=credit)
    others = [root.first, *root.copies]
    for other in press.chance.sample(others, min(_COMPARED, len(others))):
        if press.chance.random() >= press.noise.missed_copies:
            planted.pairs.append(plant_pair(other, copy, origin=root.first.report.id if other is root.first else None))
    root.copies.append(copy)
    planted.pages.append(copy)


def _cite(planted: Planted, press: _Press, root: _Root) -> None:
    """Tell it in other words, after the root's outlet, mostly with the speaker."""
    whole = press.chance.random() < 0.7
    outlet = press.outlet()
    chain = [Holder(LinkKind.OUTLET, root.outlet), *([root.speaker] if whole else [])]
    planted.pages.append(press.print(*chain, outlet=outlet))
    root.citing.append(outlet)


def _cite_second_hand(planted: Planted, press: _Press, root: _Root) -> None:
    """Cite an outlet that cites the root's."""
    if not root.citing:
        return _cite(planted, press, root)
    chain = [Holder(LinkKind.OUTLET, press.chance.choice(root.citing))]
    if press.chance.random() < 0.5:
        chain.append(Holder(LinkKind.OUTLET, root.outlet))
    planted.pages.append(press.print(*chain))
    return None


def _copy_partly(planted: Planted, press: _Press, root: _Root) -> None:
    """Print the passage of the root's text inside an own article."""
    copy = press.print(root.speaker)
    if press.chance.random() >= press.noise.missed_copies:
        planted.pairs.append(plant_pair(root.first, copy, relation=CopyRelation.PARTIAL, label=PassageLabel.EDITED))
    planted.pages.append(copy)


def _quote(planted: Planted, press: _Press, root: _Root) -> None:
    """Quote the speaker's words, without telling who had them first."""
    page = press.print(root.speaker)
    label = PassageLabel.SHARED_QUOTATION
    planted.pairs.append(plant_pair(root.first, page, relation=CopyRelation.SHARED_PASSAGE, label=label))
    planted.pages.append(page)


def _drop_the_outlet(planted: Planted, press: _Press, root: _Root) -> None:
    """Tell it after an unnamed source, as if it had spoken to this page."""
    planted.pages.append(press.print(Holder(LinkKind.ANON, "مصدر مطلع", Anonymity.SOURCE)))


def _name_nobody(planted: Planted, press: _Press, root: _Root) -> None:
    """Tell it in the page's own voice."""
    planted.pages.append(press.print())


def _plant_circles(planted: Planted, press: _Press, roots: list[_Root]) -> None:
    """Plant up to two circles of two to four outlets, one of which has it from a root."""
    for number in range(press.chance.choice([0, 0, 1, 1, 2])):
        size = press.chance.randint(2, 4)
        outlets = [f"صحيفة {press.name} الدائرة {number} {place}" for place in range(size)]
        for place, outlet in enumerate(outlets):
            following = Holder(LinkKind.OUTLET, outlets[(place + 1) % size])
            planted.pages.append(press.print(following, outlet=outlet))
        root = press.chance.choice(roots)
        planted.pages.append(press.print(Holder(LinkKind.OUTLET, root.outlet), outlet=outlets[0]))
        planted.circles.append(frozenset(outlets))


def _misread(page: Page, chance: random.Random, noise: Noise) -> Page:
    """Return the page as a reader gives it that loses some links; a claim without any is the page's own voice."""
    report = page.report
    claims = []
    for claim in report.claims:
        kept = tuple(link for link in claim.chain if chance.random() >= noise.lost_links)
        if kept:
            carriers = tuple(link for link in claim.carriers if link.basis is LinkBasis.CREDITED)
            claims.append(replace(claim, chain=Chain(kept), carriers=carriers))
    known = {claim.id for claim in claims}
    assertions = tuple(
        each if each.claim is None or each.claim in known else replace(each, claim=None) for each in page.assertions
    )
    return Page(replace(report, claims=tuple(claims)), assertions)
