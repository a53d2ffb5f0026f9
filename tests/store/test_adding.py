"""Reports go in and come out equal, once each; what is looked up stands in rows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from musnad.model import Article, Problem, ProblemCode, RawDocument, Report, Span
from musnad.store import Outcome, SearchKeys, Store, open_store, tables
from musnad.store.encoding import pack_report, unpack_report
from musnad.store.rows import folded_key
from store_reports import demo_reports, made_report


def count(store: Store, table: str) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(tables.metadata.tables[table])).scalar_one()


def test_every_bundled_report_comes_back_equal(store: Store) -> None:
    reports = demo_reports()
    store.add_reports(reports, reader="1")
    assert tuple(store.reports(report.id for report in reports)) == reports


def test_reports_come_back_without_the_bytes_of_their_documents_where_these_are_not_asked_for(store: Store) -> None:
    reports = demo_reports()
    store.add_reports(reports, reader="1")
    without = [replace(report, raw=replace(report.raw, content=b"")) for report in reports]
    assert list(store.reports((report.id for report in reports), bare=True)) == without


def test_what_was_read_of_a_page_is_known_by_its_bytes_its_address_and_its_reader(store: Store) -> None:
    report = made_report(1)
    store.add_reports([report], reader="1")
    sha256, url = report.raw.sha256, report.raw.url
    asked = [(sha256, url, "1"), (sha256, None, "1"), (sha256, "https://news.example/2", "1"), (sha256, url, "2")]
    assert [store.read_before(*each) for each in asked] == [1, 1, 0, 0]
    assert store.versions(f"{url}#part") == [report]
    assert store.versions("https://news.example/2") == []


def test_adding_again_changes_nothing(store: Store) -> None:
    reports = demo_reports()
    first = store.add_reports(reports, reader="1")
    before = {name: count(store, name) for name in tables.metadata.tables}
    again = store.add_reports(reports, reader="1")
    assert {added.outcome for added in first} == {Outcome.ADDED}
    assert {added.outcome for added in again} == {Outcome.UNCHANGED}
    assert [added.number for added in first] == [added.number for added in again]
    assert {name: count(store, name) for name in tables.metadata.tables} == before


def test_the_same_page_fetched_later_or_from_elsewhere_is_no_other_report(store: Store) -> None:
    report = made_report(1)
    store.add_reports([report], reader="1")
    moved = replace(report, raw=replace(report.raw, path="elsewhere.html"))
    assert store.add_reports([moved], reader="1")[0].outcome is Outcome.UNCHANGED
    assert store.report(report.id) == report


def test_what_is_read_anew_takes_the_place_of_what_was_read_before(store: Store) -> None:
    store.add_reports([made_report(1), made_report(2)], reader="1")
    better = made_report(1, note=" وزاد أنها كاملة.")
    outcomes = [added.outcome for added in store.add_reports([better, made_report(2)], reader="2")]
    assert outcomes == [Outcome.REWRITTEN, Outcome.UNCHANGED]
    assert store.report(better.id) == better
    assert count(store, "claim") == 2
    with store.reading() as connection:
        assert set(connection.execute(select(tables.report.c.reader)).scalars()) == {"2"}


def test_a_report_that_comes_twice_in_a_batch_is_kept_once(store: Store) -> None:
    added = store.add_reports([made_report(1), made_report(1, note=" ثم عاد."), made_report(2)], reader="1")
    assert [each.id for each in added] == [made_report(1).id, made_report(2).id]
    assert store.report(made_report(1).id) == made_report(1)


def test_what_a_fault_interrupts_leaves_nothing(address: str) -> None:
    def fails(report: Report) -> SearchKeys:
        if report.id == made_report(3).id:
            raise RuntimeError("no keys")
        return SearchKeys("", "", "")

    with open_store(address, search_keys=fails) as store:
        with pytest.raises(RuntimeError):
            store.add_reports([made_report(number) for number in range(5)], reader="1")
        assert {
            name: count(store, name) for name in tables.metadata.tables if name != "alembic_version"
        } == dict.fromkeys(tables.metadata.tables, 0)


def test_names_are_looked_up_folded(store: Store) -> None:
    store.add_reports([made_report(1)], reader="1")
    with store.reading() as connection:
        row = connection.execute(select(tables.link)).one()
    assert (row.folded, row.kind, row.stance, row.day) == ("الناطق نعيم الراسي", "person", "asserts", "2025-04-02")


def test_names_of_any_length_and_broken_letters_are_kept(store: Store) -> None:
    report = made_report(1)
    assert report.article is not None
    text = report.article.text + "\n" + "خ" * 9_000 + "\x00\ud800"
    long = replace(report.mentions[0], span=Span(len(report.article.text) + 1, len(text)))
    odd = replace(report, article=replace(report.article, text=text), mentions=(long,))
    store.add_reports([odd], reader="1")
    assert store.report(odd.id) == odd


def test_a_report_without_an_article_is_kept_with_its_problems(store: Store) -> None:
    raw = RawDocument(b"<html>", "text/html", "ab" * 32)
    empty = Report("e" * 16, raw, None, (), (Problem(ProblemCode.NO_ARTICLE, "no article"),))
    store.add_reports([empty], reader="1")
    assert store.report(empty.id) == empty


def test_search_keys_are_made_when_a_report_is_added_and_for_those_that_lack_them(address: str) -> None:
    def keys(report: Report) -> SearchKeys:
        return SearchKeys(f"عنوان{report.id}", "نص", "حرفي")

    with open_store(address) as store:
        store.add_reports([made_report(1)], reader="1")
    with open_store(address, search_keys=keys) as store:
        store.add_reports([made_report(2)], reader="1")
        assert count(store, "search_text") == 1
        assert store.make_search_keys() == 1
        assert store.make_search_keys() == 0
        assert store.make_search_keys(anew=True) == 2
        assert found(store, f"عنوان{made_report(1).id}") == [1]
        assert found(store, "نص") == [1, 2]


def found(store: Store, word: str) -> list[int]:
    """Return the numbers of the reports whose keys hold the word, by the database's own full-text index."""
    statement = (
        f"SELECT rowid FROM search_index WHERE search_index MATCH '\"{word}\"' ORDER BY rowid"
        if store.database.is_sqlite
        else f"SELECT report FROM search_text WHERE keys_vector @@ to_tsquery('simple', '{word}') ORDER BY report"
    )
    with store.reading() as connection:
        return list(connection.exec_driver_sql(statement).scalars())


@given(st.text(st.characters(), min_size=1), st.text(st.characters(), max_size=30))
def test_any_text_is_packed_and_unpacked(text: str, url: str) -> None:
    raw = RawDocument(b"\x00\xff", "text/html", "00", url=url)
    report = Report("0" * 16, raw, Article(text=text, language="und", has_headline=False), (), ())
    assert unpack_report(pack_report(report)[0], raw.content) == report


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("«الأفق الجديد»", "الافق الجديد"),
        ("رئيس البلدية، نعيم الراسي،", "رييس البلديه نعيم الراسي"),
        ("إس-300", "اس-300"),
    ],
)
def test_marks_around_a_name_are_no_part_of_its_key(written: str, folded: str) -> None:
    assert folded_key(written) == folded
