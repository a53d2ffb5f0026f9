"""Reports stay in memory between comparings, at most so many, and never longer than they stand in the store."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musnad.agreement import Statement, compare_statements, relations
from musnad.comparing import ToldReport, compare_reports, tell_report
from musnad.keeping import CompareSettings, HeldReports, compare_new
from musnad.keeping import held as held_reports
from musnad.model import Comparison, Report
from musnad.store import Store, open_store, tables
from store_reports import demo_reports


def ids(reports: tuple[Report, ...]) -> list[str]:
    return [report.id for report in reports]


def common(store: Store) -> dict[str, list[str]]:
    """Return every row of what reports have in common."""
    parts = (
        *(tables.naming, tables.naming_merge, tables.entity, tables.entity_name, tables.entity_naming),
        *(tables.story, tables.story_report, tables.proposition, tables.assertion, tables.contradiction),
        *(tables.copy_pair, tables.copy_family, tables.copy_member),
    )
    with store.reading() as connection:
        return {table.name: sorted(map(repr, connection.execute(table.select()))) for table in parts}


def test_a_report_is_unpacked_and_told_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_reports(demo_reports(), reader="1")
    told: list[str] = []

    def tell(report: Report) -> ToldReport:
        told.append(report.id)
        return tell_report(report)

    monkeypatch.setattr(held_reports, "tell_report", tell)
    held = HeldReports(store)
    first, again = (held.reports(ids(demo_reports())) for _ in range(2))
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert held.told(first[0]) is held.told(again[0])
    assert told == [first[0].id]
    # Comparing has no use for the bytes of the pages.
    assert first == [replace(report, raw=replace(report.raw, content=b"")) for report in demo_reports()]


def test_a_corrected_report_is_told_anew(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store)
    report = next(each for each in held.reports(ids(demo_reports())) if each.claims)
    read = held.told(report)
    corrected = held.told(replace(report, claims=(), events=()))
    assert read.stated is not None
    assert read.stated.assertions
    assert corrected.stated is None or not corrected.stated.assertions
    assert held.told(report) is read


def test_no_more_are_held_than_asked_for(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store, most=2)
    one, two, three = ids(demo_reports())[:3]
    (first,), (second,) = held.reports([one]), held.reports([two])
    assert held.reports([one])[0] is first
    held.reports([three])
    assert held.reports([one])[0] is first
    assert held.reports([two])[0] is not second


def test_a_deleted_report_is_held_no_longer(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store)
    held.heed_epoch()
    gone = demo_reports()[0].id
    assert held.reports([gone])
    store.delete([gone])
    held.heed_epoch()
    assert held.reports([gone]) == []


def test_a_report_that_is_read_otherwise_is_compared_as_it_reads_now(store: Store, tmp_path: Path) -> None:
    store.add_reports(demo_reports(), reader="1")
    settings, held = CompareSettings(index_folder=tmp_path / "index"), HeldReports(store)
    assert compare_new(store, settings, held=held) == len(demo_reports())
    changed = next(report for report in demo_reports() if tell_report(report).named.namings)
    store.add_reports([replace(changed, mentions=())], reader="2")
    assert compare_new(store, settings, held=held)
    assert changed.id not in {each.report for each in store.dossier(ids(demo_reports())).namings}


def test_what_was_told_elsewhere_is_taken_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store)
    held.take((report, tell_report(report)) for report in demo_reports())
    monkeypatch.setattr(held_reports, "tell_report", lambda _: pytest.fail("told again"))
    assert all(held.told(report).report == report.id for report in held.reports(ids(demo_reports())))


def test_what_was_told_of_a_report_that_is_held_no_longer_is_unpacked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store, most=1)
    for report in demo_reports():
        held.tell([report.id])
    monkeypatch.setattr(held_reports, "tell_report", lambda _: pytest.fail("told again"))
    back = {report.id: held.told(report) for each in demo_reports()[:-1] for report in held.reports([each.id])}
    assert len(back) == len(demo_reports()) - 1
    assert compare_reports(demo_reports(), known=back) == compare_reports(demo_reports())


def test_no_more_is_packed_than_asked_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_reports(demo_reports(), reader="1")
    held, told = HeldReports(store, most=1, most_packed=1), list[str]()
    first = ids(demo_reports()[:2])
    for name in first:
        held.tell([name])

    def tell(report: Report) -> ToldReport:
        told.append(report.id)
        return tell_report(report)

    monkeypatch.setattr(held_reports, "tell_report", tell)
    for name in first:
        held.tell([name])
    assert told == first


def test_what_was_packed_of_a_deleted_report_is_let_go_of(store: Store) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store, most=1)
    held.heed_epoch()
    one, other = demo_reports()[:2]
    held.tell([one.id])
    held.tell([other.id])
    store.delete([one.id])
    held.heed_epoch()
    store.add_reports([replace(one, mentions=(), claims=(), events=())], reader="2")
    (read,) = held.reports([one.id])
    assert held.told(read).named.namings == ()


def test_two_reports_are_compared_once_as_long_as_both_stand_as_they_did(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_reports(demo_reports(), reader="1")
    held = HeldReports(store)
    read = held.reports(ids(demo_reports()))
    known = {report.id: held.told(report) for report in read}
    first = compare_reports(read, known=known, found=held.found(read))
    assert first == compare_reports(read, known=known)
    assert first.propositions
    dated = {each.left for each in first.copy_pairs} | {each.right for each in first.copy_pairs}
    compared: list[frozenset[str]] = []

    def compare(left: Statement, right: Statement, *rest: Any) -> Comparison:
        compared.append(frozenset((left.assertion.report, right.assertion.report)))
        return compare_statements(left, right, *rest)

    monkeypatch.setattr(relations, "compare_statements", compare)
    assert compare_reports(read, known=known, found=held.found(read)) == first
    # A copy that takes over its original's days is stated anew each time.
    assert all(pair & dated for pair in compared)
    compared.clear()
    corrected = [replace(read[0], claims=()), *read[1:]]
    anew = {report.id: held.told(report) for report in corrected}
    assert compare_reports(corrected, known=anew, found=held.found(corrected)) == compare_reports(corrected)
    assert not held.found(corrected).settled - set(ids(tuple(read[1:])))


def test_slice_by_slice_the_store_is_the_same_however_many_reports_are_held(tmp_path: Path) -> None:
    kept: list[dict[str, list[str]]] = []
    for name, most in (("held", 2_000), ("few_held", 5), ("opened_anew", 0)):
        settings = CompareSettings(index_folder=tmp_path / name)
        with open_store(str(tmp_path / f"{name}.sqlite")) as store:
            held = HeldReports(store, most) if most else None
            for start in range(0, len(demo_reports()), 4):
                store.add_reports(demo_reports()[start : start + 4], reader="1")
                assert compare_new(store, settings, held=held)
            kept.append(common(store))
    assert kept[0] == kept[1] == kept[2]
    assert any(kept[0]["proposition"])


def test_what_is_known_of_some_reports_changes_nothing() -> None:
    known = {report.id: tell_report(report) for report in demo_reports()[::2]}
    assert compare_reports(demo_reports(), known=known) == compare_reports(demo_reports())
