"""The schema: made by migrations alone, equal to the tables, up and down on both databases, with data kept."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, inspect, select, text

from musnad.store import SearchKeys, Store, StoreError, open_store
from musnad.store.migrations import HEAD
from musnad.store.opening import migrate_to, open_database, schema_of
from musnad.store.tables import metadata, report, source
from store_reports import demo_reports, made_report

_OF_THE_DATABASE = ("search_index", "ix_search_text", "keys_vector", "exact_vector")


def test_migrations_make_the_tables_that_the_code_works_with(store: Store) -> None:
    settings = {"compare_type": True, "include_object": _is_ours}
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=settings), metadata)
    assert not differences


def _is_ours(_: object, name: str | None, *__: object) -> bool:
    return name is not None and not name.startswith((*_OF_THE_DATABASE, "alembic"))


def test_every_table_says_what_it_is_for() -> None:
    assert not [table.name for table in metadata.tables.values() if not table.comment]


def test_the_schema_goes_down_to_nothing_and_up_again(address: str) -> None:
    database = open_database(address)
    assert schema_of(database) == HEAD
    migrate_to(database, "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    migrate_to(database, "head")
    assert schema_of(database) == HEAD
    database.engine.dispose()


def test_reports_outlast_a_step_down_and_up_again(address: str) -> None:
    with open_store(address) as store:
        store.add_reports([made_report(1), made_report(2)], reader="1")
        migrate_to(store.database, "r0001_reports")
    with open_store(address) as store:
        assert schema_of(store.database) == HEAD
        assert store.report(made_report(2).id) == made_report(2)


def test_sources_are_counted_alike_as_reports_come_and_by_the_migration(address: str) -> None:
    with open_store(address) as store:
        store.add_reports(demo_reports(), reader="1")
        counted = _sources(store)
        assert counted
        migrate_to(store.database, "r0005_search")
    with open_store(address) as store:
        assert _sources(store) == counted


def _sources(store: Store) -> dict[str, tuple[object, ...]]:
    """Return the counts by id; of several ways to write a name either may be kept."""
    shown = [column for column in source.c if column.name != "name"]
    with store.reading() as connection:
        return {row[0]: tuple(row) for row in connection.execute(select(*shown))}


def test_a_schema_of_a_newer_musnad_is_refused(address: str) -> None:
    with open_store(address) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999_later'")
    with pytest.raises(StoreError, match="newer Musnad"):
        open_store(address)


def test_opening_a_store_again_changes_nothing(address: str) -> None:
    with open_store(address) as store:
        store.add_reports([made_report(1)], reader="1")
    with open_store(address) as store, store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(report)).scalar() == 1


def test_the_documents_tell_of_every_table(repository: Path) -> None:
    page = (repository / "docs" / "store.md").read_text(encoding="utf-8")
    assert not [name for name in metadata.tables if f"`{name}`" not in page]


def test_long_search_keys_stand_outside_their_rows_on_postgresql(address: str) -> None:
    keys = " ".join(f"كلمه{number}" for number in range(2_000))
    with open_store(address, search_keys=lambda report: SearchKeys("", keys, keys)) as store:
        if store.database.is_sqlite:
            pytest.skip("SQLite keeps its index apart from the keys")
        migrate_to(store.database, "r0007_accounts")
        store.add_reports(map(made_report, range(40)), reader="1")
    with open_store(address) as store, store.reading() as connection:
        pages = connection.execute(text("SELECT relpages FROM pg_class WHERE relname = 'search_text'"))
        assert pages.scalar_one() == 1
