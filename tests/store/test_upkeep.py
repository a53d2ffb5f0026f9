"""Backups are whole and go from one kind of database to the other; checking finds what is damaged."""

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from musnad.model import Amount, MentionKind
from musnad.search import list_sources
from musnad.store import Store, StoreError, open_store, tables
from musnad.store.migrations import HEAD
from musnad.store.opening import migrate_to, schema_of
from musnad.store.tables import metadata
from store_reports import demo_reports, made_report


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def test_a_backup_holds_all_and_fills_a_store_of_either_kind(store: Store, address: str, tmp_path: Path) -> None:
    store.add_reports(demo_reports(), reader="1")
    store.back_up(tmp_path / "backup.sqlite")
    store.add_reports([made_report(1)], reader="1")
    with open_store(str(tmp_path / "backup.sqlite")) as copy:
        assert tuple(copy.reports(report.id for report in demo_reports())) == demo_reports()
        assert copy.count() == len(demo_reports())
        kept = rows(copy)
    with pytest.raises(StoreError, match="holds reports"):
        store.restore(tmp_path / "backup.sqlite")
    store.delete([name for _, name in store.numbers()])
    store.restore(tmp_path / "backup.sqlite")
    assert {name: found for name, found in rows(store).items() if name != "state"} == {
        name: found for name, found in kept.items() if name != "state"
    }
    assert store.add_reports([made_report(2)], reader="1")[0].number > len(demo_reports())
    assert not list(store.check())


def test_a_backup_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is there already"):
        store.back_up(tmp_path / "there")
    with pytest.raises(StoreError, match=r"could not be written|cannot be opened"):
        store.back_up(tmp_path / "no" / "such" / "folder")


def test_a_backup_of_an_older_schema_is_restored_and_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "old.sqlite")) as old:
        old.add_reports([made_report(1)], reader="1")
        migrate_to(old.database, "r0005_search")
    store.restore(tmp_path / "old.sqlite")
    assert store.report(made_report(1).id) == made_report(1)
    assert [each.claims for each in list_sources(store).rows] == [1]
    assert schema_of(store.database) == HEAD


def test_a_restored_server_knows_how_large_its_tables_are(store: Store, tmp_path: Path) -> None:
    if store.database.is_sqlite:
        pytest.skip("SQLite plans by its indexes alone")
    with open_store(str(tmp_path / "old.sqlite")) as old:
        old.add_reports([made_report(1), made_report(2)], reader="1")
    store.restore(tmp_path / "old.sqlite")
    with store.reading() as connection:
        planned = connection.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'report'")).scalar_one()
    assert planned == 2


def test_what_is_no_backup_is_not_restored(store: Store, tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_bytes(b"not a database at all, but long enough to look at" * 20)
    with pytest.raises(StoreError, match="is no backup of a store"):
        store.restore(tmp_path / "other.sqlite")
    with pytest.raises(StoreError, match="no such file"):
        store.restore(tmp_path / "missing.sqlite")


def test_a_sound_store_has_no_fault(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    assert list(store.check()) == []


def test_damaged_bytes_and_readings_are_found(store: Store) -> None:
    reports = demo_reports()
    store.add_reports(reports, reader="1")
    with store.writing() as connection:
        damaged = update(tables.document).where(tables.document.c.sha256 == reports[0].raw.sha256)
        connection.execute(damaged.values(content=zlib.compress(b"other bytes")))
        connection.execute(update(tables.report).where(tables.report.c.id == reports[1].id).values(body=b"torn"))
    where = {fault.where for fault in store.check()}
    assert where == {f"document {reports[0].raw.sha256[:16]}", f"report {reports[1].id}"}


def test_a_missing_row_and_a_span_out_of_range_are_found(store: Store) -> None:
    report = made_report(1)
    assert report.article is not None
    cut = replace(report, article=replace(report.article, text=report.article.text[:20]))
    store.add_reports([made_report(2), made_report(3)], reader="1")
    from musnad.store.encoding import pack_report

    body, digest = pack_report(replace(cut, id=made_report(2).id, raw=made_report(2).raw))
    with store.writing() as connection:
        connection.execute(
            update(tables.report).where(tables.report.c.id == made_report(2).id).values(body=body, digest=digest)
        )
        number = connection.execute(select(tables.report.c.number).where(tables.report.c.id == made_report(3).id))
        connection.execute(tables.claim.delete().where(tables.claim.c.report == number.scalar_one()))
    found = {fault.where: fault.what for fault in store.check()}
    assert "beyond its 20 characters" in found[f"report {made_report(2).id}"]
    assert "0 rows stand for its 1 claims" in found[f"report {made_report(3).id}"]


def test_whole_numbers_where_fractions_may_stand_are_no_fault(store: Store) -> None:
    report = made_report(1)
    mention = replace(report.mentions[0], kind=MentionKind.QUANTITY, amount=Amount(5, 7, "رجل"))
    store.add_reports([replace(report, mentions=(mention,))], reader="1")
    assert list(store.check()) == []
