"""Entities that a later comparison parts are kept apart, each under an id of its own."""

import hashlib

import pytest

from musnad.model import Dossier, Entity, MentionKind, Naming
from musnad.store import Store
from store_reports import made_report

REPORTS = tuple(made_report(number) for number in range(5))
NAMINGS = tuple(
    Naming(f"n{number}", report.id, MentionKind.PERSON, "نعيم الراسي", ("نعيم الراسي",), report.claims[0].content)
    for number, report in enumerate(REPORTS)
)


def entity(*namings: str) -> Entity:
    """Return the entity of these namings under the id that it has from the first."""
    key = hashlib.sha256(f"entity|{namings[0]}".encode()).hexdigest()[:16]
    return Entity(key, MentionKind.PERSON, "نعيم الراسي", ("نعيم الراسي",), namings)


def keep(store: Store, *entities: Entity) -> list[set[str]]:
    """Keep what the reports of these namings name, compared by themselves, and return what is then counted together."""
    here = {naming for each in entities for naming in each.namings}
    namings = tuple(naming for naming in NAMINGS if naming.id in here)
    reports = tuple(report for report in REPORTS if report.id in {naming.report for naming in namings})
    store.keep_dossier(Dossier(reports, (), (), namings, (), entities), compared=[])
    assert not list(store.check())
    found = store.dossier(report.id for report in REPORTS)
    assert len({each.id for each in found.entities}) == len(found.entities)
    return sorted((set(each.namings) for each in found.entities), key=min)


@pytest.fixture
def filled(store: Store) -> Store:
    store.add_reports(REPORTS, reader="test")
    return store


def test_the_part_that_an_id_is_made_of_keeps_it(filled: Store) -> None:
    keep(filled, entity("n0", "n1", "n2", "n3"))
    assert keep(filled, entity("n0"), entity("n1", "n2")) == [{"n0", "n3"}, {"n1", "n2"}]


def test_a_naming_that_went_elsewhere_and_is_parted_again_gets_another_id(filled: Store) -> None:
    keep(filled, entity("n0", "n3"), entity("n1", "n2", "n4"))
    assert keep(filled, entity("n1", "n0", "n2")) == [{"n0", "n1", "n2", "n4"}, {"n3"}]
    assert keep(filled, entity("n0"), entity("n1", "n2")) == [{"n0"}, {"n1", "n2", "n4"}, {"n3"}]
