"""Comparing in a process of its own, while reports are added: what comes of it is what one process gives."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from signal import SIGKILL
from typing import Any

import pytest
from sqlalchemy import select

from databases import Server
from musnad.engine.adding import ready_documents
from musnad.engine.comparing import ComparingProcess, open_comparer
from musnad.intake import load_documents
from musnad.keeping import AddSummary, CompareSettings, Watcher, add_documents
from musnad.keeping.copies import only_one
from musnad.model import RawDocument
from musnad.search import make_keys
from musnad.store import ANY_NUMBER, Outcome, Store, StoreError, open_store, tables
from store_reports import demo_folder, demo_reports

EVERY = 4
"""So few that the bundled reports come in several slices."""
_CHANGING = {"stored", "seen"}


def documents() -> list[RawDocument]:
    return list(load_documents([str(demo_folder())]))


def settings(folder: Path) -> CompareSettings:
    return CompareSettings(index_folder=folder / "index", every=EVERY)


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but the jobs, save when it was stored."""
    with store.reading() as connection:
        return {
            table.name: sorted(
                (
                    tuple(row)
                    for row in connection.execute(select(*(each for each in table.c if each.name not in _CHANGING)))
                ),
                key=repr,
            )
            for table in tables.metadata.sorted_tables
            if table.name not in {"job", "fact"}
        }


def comparers() -> list[int]:
    return [child.pid or 0 for child in active_children() if child.name == "musnad-comparer"]


def add(store: Store, folder: Path, *, workers: int, kept: Callable[[str, Outcome], None] | None = None) -> AddSummary:
    asked = settings(folder)
    watcher = Watcher(kept=kept) if kept else None
    with open_comparer(store, workers=workers, settings=asked) as comparer:
        read = partial(ready_documents, workers=workers, keys=store.search_keys)
        return add_documents(store, documents(), watcher=watcher, compare=asked, read=read, comparer=comparer)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    """Return what a store holds into which one process added the bundled reports."""
    folder = tmp_path_factory.mktemp("alone")
    with open_store(str(folder / "store.sqlite"), search_keys=make_keys) as store:
        add(store, folder, workers=1)
        return content(store)


def test_what_two_processes_keep_is_what_one_keeps(tmp_path: Path, alone: dict[str, list[tuple[Any, ...]]]) -> None:
    assert len(demo_reports()) >= 3 * EVERY
    assert alone["proposition"]
    assert alone["contradiction"]
    assert alone["copy_family"]
    with open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        assert add(store, tmp_path, workers=2).compared == len(demo_reports())
        assert content(store) == alone
    assert not comparers()


def test_however_late_a_slice_is_compared_it_sees_no_report_that_came_after_it(
    tmp_path: Path, alone: dict[str, list[tuple[Any, ...]]]
) -> None:
    left = len(demo_reports())
    with ExitStack() as held, open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        held.enter_context(only_one(settings(tmp_path).index_folder, store.place))

        def let_go_at_the_end(_: str, __: Outcome) -> None:
            nonlocal left
            left -= 1
            if not left:
                assert comparers()
                assert len(store.to_compare(99)) == len(demo_reports())
                held.close()

        add(store, tmp_path, workers=2, kept=let_go_at_the_end)
        assert content(store) == alone


@pytest.mark.parametrize("place", [EVERY + 1, 14])
def test_what_a_comparer_leaves_that_is_killed_this_process_does(
    tmp_path: Path, place: int, alone: dict[str, list[tuple[Any, ...]]]
) -> None:
    kept = 0

    def kill(_: str, __: Outcome) -> None:
        nonlocal kept
        kept += 1
        if kept == place:
            (pid,) = comparers()
            os.kill(pid, SIGKILL)

    with open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        summary = add(store, tmp_path, workers=2, kept=kill)
        assert summary.outcomes == {Outcome.ADDED: len(demo_reports())}
        assert content(store) == alone
    assert not comparers()


def test_on_postgresql_too_the_slices_are_compared_beside(server: Server, tmp_path: Path) -> None:
    with open_store(server.new_database()) as store:
        assert add(store, tmp_path, workers=2).compared == len(demo_reports())
        assert not store.to_compare(1)
        assert not list(store.check())
        found = store.dossier(report.id for report in demo_reports())
    assert found.propositions
    assert found.copy_families


def test_an_interruption_ends_the_process_and_is_taken_up_again(tmp_path: Path) -> None:
    kept = 0

    def interrupt(_: str, __: Outcome) -> None:
        nonlocal kept
        kept += 1
        if kept == 3 * EVERY:
            assert comparers()
            raise KeyboardInterrupt

    with open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        with pytest.raises(KeyboardInterrupt):
            add(store, tmp_path, workers=2, kept=interrupt)
        assert not comparers()
        assert store.to_compare(1)
        assert add(store, tmp_path, workers=2).outcomes[Outcome.ADDED] == len(demo_reports()) - kept
        assert not store.to_compare(1)
        assert not list(store.check())


def test_a_fault_of_the_store_is_told_by_this_process(tmp_path: Path) -> None:
    asked = CompareSettings(index_folder=tmp_path / "a file" / "index")
    (tmp_path / "a file").write_text("no folder can be made here")
    with open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        add_documents(store, documents(), compare=settings(tmp_path), comparer=_Nobody())
        with open_comparer(store, workers=2, settings=asked) as comparer:
            assert isinstance(comparer, ComparingProcess)
            comparer.compare(ANY_NUMBER)
            with pytest.raises(StoreError, match="index of copies cannot be kept"):
                comparer.finish()
    assert not comparers()


class _Nobody:
    """A comparer that compares nothing."""

    def came(self, names: list[str]) -> None:
        """Do nothing."""

    def compare(self, upto: int) -> None:
        """Do nothing."""

    def finish(self) -> int:
        """Do nothing."""
        return 0


def test_few_reports_and_one_worker_need_no_process(tmp_path: Path) -> None:
    many = CompareSettings(index_folder=tmp_path / "index", every=100)
    with (
        open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store,
        open_comparer(store, workers=2, settings=many) as beside,
    ):
        assert isinstance(beside, ComparingProcess)
        assert add_documents(store, documents(), compare=many, comparer=beside).compared == len(demo_reports())
        assert beside.pid is None
    with open_store(str(tmp_path / "other.sqlite")) as store:

        def nobody(_: str, __: Outcome) -> None:
            assert not comparers()

        add(store, tmp_path / "other", workers=1, kept=nobody)


def test_a_store_in_memory_is_compared_in_this_process(tmp_path: Path) -> None:
    with open_store(":memory:") as store:
        assert store.address is None
        assert add(store, tmp_path, workers=2).compared == len(demo_reports())


def test_an_old_reading_that_is_replaced_leaves_the_rest_to_the_end(tmp_path: Path) -> None:
    told: list[str] = []

    class Noting(_Nobody):
        """A comparer that notes what it is told."""

        def compare(self, upto: int) -> None:
            """Note it."""
            told.append("slice")

        def finish(self) -> int:
            """Note it."""
            told.append("end")
            return 0

    with open_store(str(tmp_path / "store.sqlite"), search_keys=make_keys) as store:
        first = demo_reports()[0]
        store.add_reports([replace(first, problems=(), claims=())], reader="an older one")
        add_documents(store, documents(), compare=settings(tmp_path), comparer=Noting())
    assert told == ["end"]
