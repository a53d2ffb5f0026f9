"""What is prepared elsewhere is written as what a store prepares itself, row by row."""

import pickle
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from musnad.keeping.reviewing import Reviewer, judged_claim
from musnad.model import JudgementKind
from musnad.search import make_keys
from musnad.store import Outcome, PreparedReport, Store, open_store, prepare_report, tables
from musnad.store.children import COLUMNS
from musnad.store.sources import count_sources, gather_shares
from store_reports import demo_reports, made_report


def rows_of(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with store.reading() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in tables.metadata.tables.items()
        }


def prepared(number: int) -> PreparedReport:
    sent: PreparedReport = pickle.loads(pickle.dumps(prepare_report(made_report(number), make_keys)))
    return sent


def test_reports_prepared_in_another_process_give_the_same_rows(address: str, tmp_path: Path) -> None:
    sent = [pickle.loads(pickle.dumps(prepare_report(report, make_keys))) for report in demo_reports()]

    def clock() -> datetime:
        return datetime(2026, 11, 1, 12, tzinfo=UTC)

    with (
        open_store(address, search_keys=make_keys, clock=clock) as one,
        open_store(str(tmp_path / "other.sqlite"), search_keys=make_keys, clock=clock) as other,
    ):
        assert one.add_prepared(sent, reader="1") == other.add_reports(demo_reports(), reader="1")
        assert rows_of(one) == rows_of(other)
        assert len(rows_of(one)["search_text"]) == len(demo_reports())


def test_sources_counted_from_rows_are_those_that_the_store_counts(store: Store) -> None:
    sent = [prepare_report(report) for report in demo_reports()]
    numbers = {each.id: each.number for each in store.add_prepared(sent, reader="1")}
    counted = gather_shares((numbers[each.id], each.row["day"], each.shares) for each in sent)
    with store.reading() as connection:
        assert counted == count_sources(connection, numbers.values())


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_have_every_column_of_their_table(name: str) -> None:
    assert {"report", *COLUMNS[name]} == set(tables.metadata.tables[name].columns.keys())
    assert len(set(COLUMNS[name])) == len(COLUMNS[name])


def test_a_prepared_report_is_unpacked_to_what_was_read() -> None:
    assert [prepare_report(report).unpack() for report in demo_reports()] == list(demo_reports())


def test_prepared_again_a_report_is_left_alone_or_rewritten(store: Store) -> None:
    outcomes = [
        store.add_prepared([prepare_report(made_report(1, note=note))], reader="1")[0].outcome
        for note in ("", "", " وزاد أنها كاملة.")
    ]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.REWRITTEN]
    assert store.report(made_report(1).id) == made_report(1, note=" وزاد أنها كاملة.")


def test_search_keys_that_a_prepared_report_lacks_are_made(address: str) -> None:
    with open_store(address, search_keys=make_keys) as store:
        store.add_prepared([prepare_report(made_report(1)), prepared(2)], reader="1")
        assert [row[0] for row in rows_of(store)["search_text"]] == [1, 2]


def test_a_prepared_report_heeds_what_people_judged_of_its_document(store: Store) -> None:
    store.add_prepared([prepared(1), prepared(2)], reader="1")
    judgement = judged_claim(made_report(1), made_report(1).claims[0], JudgementKind.WRONG, Reviewer("layla"), ())
    store.reviews.add(judgement)
    store.delete([made_report(1).id])
    store.add_prepared([prepared(1)], reader="1")
    rows = rows_of(store)
    assert len(rows["report"]) == 2
    assert len(rows["claim"]) == 1
    assert {row[0]: row[4] for row in rows["source"]} == {"person:الناطق نعيم الراسي": 1}
