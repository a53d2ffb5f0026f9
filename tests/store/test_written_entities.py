"""Comparing the same reports again writes no entity anew, and asks for all entities at once."""

from dataclasses import replace
from typing import Any

from sqlalchemy import event

from musnad.comparing import compare_reports
from musnad.store import Store
from store_reports import demo_reports


def statements_of(store: Store, known: int) -> list[str]:
    """Return the statements that keeping the dossier of the first reports runs, those on entities alone."""
    dossier, found = compare_reports(demo_reports()[:known]), list[str]()

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if " entity " in statement or "entity_name " in statement or " naming " in statement:
            found.append(statement)

    event.listen(store.database.engine, "before_cursor_execute", note)
    try:
        store.keep_dossier(dossier, compared=[])
    finally:
        event.remove(store.database.engine, "before_cursor_execute", note)
    return found


def test_an_entity_that_did_not_change_is_not_written(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    store.keep_dossier(compare_reports(demo_reports()), compared=[])
    with store.writing() as connection:
        # One more report elsewhere names each: the entities stay when those of these reports are taken out.
        connection.exec_driver_sql("UPDATE entity SET reports = reports + 1")
    again = statements_of(store, len(demo_reports()))
    assert any("SELECT" in each for each in again)
    assert not [each for each in again if each.startswith(("UPDATE", "INSERT", "DELETE"))]


def test_what_these_reports_alone_name_is_written_once(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    store.keep_dossier(compare_reports(demo_reports()), compared=[])
    again = statements_of(store, len(demo_reports()))
    assert any("SELECT" in each for each in again)
    assert not [each for each in again if each.startswith(("UPDATE", "INSERT", "DELETE"))]


def test_a_naming_that_reads_otherwise_takes_the_place_of_the_one_before(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    dossier = compare_reports(demo_reports())
    store.keep_dossier(dossier, compared=[])
    first, *rest = dossier.namings
    changed = replace(dossier, namings=(replace(first, forms=(*first.forms, "اسم آخر")), *rest))
    store.keep_dossier(changed, compared=[])
    found = store.dossier(report.id for report in demo_reports())
    assert {each.id: each for each in found.namings} == {each.id: each for each in changed.namings}
    assert {name for each in found.entities for name in each.namings} == {each.id for each in changed.namings}
    assert len(found.merges) == len(dossier.merges)


def test_as_many_statements_write_many_entities_as_few(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    few, many = (len(statements_of(store, known)) for known in (2, len(demo_reports())))
    assert 0 < many <= few + 3
