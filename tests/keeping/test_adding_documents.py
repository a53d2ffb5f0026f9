"""Documents go into a store once, are compared as they arrive, and leave it with all that came of them."""

import hashlib
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import func, select

from musnad.comparing import compare_reports
from musnad.intake import load_documents
from musnad.keeping import CompareSettings, add_documents, compare_new, reread
from musnad.keeping import adding as adding_documents
from musnad.keeping.copies import StoredCopies
from musnad.keeping.version import reader_version
from musnad.model import Article, CopyFamily, FoundDate, RawDocument, Report, Stated
from musnad.store import Outcome, Store, tables
from musnad.store.encoding import unpack_value
from store_reports import demo_folder, demo_reports


def demo_documents() -> list[RawDocument]:
    return list(load_documents([str(demo_folder())]))


def families(store: Store) -> set[frozenset[str]]:
    with store.reading() as connection:
        rows = connection.execute(select(tables.copy_family.c.body)).scalars()
        return {frozenset(unpack_value(body, CopyFamily).members) for body in rows}


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of what reports have in common, without numbers that depend on the order of arrival."""
    parts = (tables.naming, tables.entity_name, tables.story, tables.proposition, tables.assertion)
    with store.reading() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(next(iter(table.primary_key))))),
                key=repr,
            )
            for table in parts
        }


@pytest.fixture
def settings(tmp_path: Path) -> CompareSettings:
    return CompareSettings(index_folder=tmp_path / "index")


def test_documents_are_read_kept_and_compared(store: Store, settings: CompareSettings) -> None:
    summary = add_documents(store, demo_documents(), compare=settings)
    assert summary.outcomes == {Outcome.ADDED: len(demo_reports())}
    assert summary.compared == len(demo_reports())
    assert tuple(store.reports(report.id for report in demo_reports())) == demo_reports()
    assert families(store) == {frozenset(each.members) for each in compare_reports(demo_reports()).copy_families}
    assert not list(store.check())


def test_adding_documents_again_reads_and_changes_nothing(
    store: Store, settings: CompareSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_documents(store, demo_documents(), compare=settings)
    monkeypatch.setattr(adding_documents, "read_reports", lambda _: pytest.fail("a document was read again"))
    summary = add_documents(store, demo_documents(), compare=settings)
    assert summary.outcomes == {Outcome.UNCHANGED: len(demo_reports())}
    assert summary.compared == 0


def test_reports_that_come_one_by_one_make_the_same_families(store: Store, settings: CompareSettings) -> None:
    for document in demo_documents():
        add_documents(store, [document], compare=settings)
    assert families(store) == {frozenset(each.members) for each in compare_reports(demo_reports()).copy_families}
    assert not list(store.check())


def test_comparing_that_was_interrupted_is_taken_up_again(
    store: Store, settings: CompareSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_: StoredCopies) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(StoredCopies, "flush", dies)
        with pytest.raises(KeyboardInterrupt):
            add_documents(store, demo_documents(), compare=settings)
    assert compare_new(store, settings) == len(demo_reports())
    assert compare_new(store, settings) == 0
    assert families(store) == {frozenset(each.members) for each in compare_reports(demo_reports()).copy_families}


def test_a_lost_index_of_copies_is_made_again(store: Store, settings: CompareSettings, tmp_path: Path) -> None:
    documents = demo_documents()
    add_documents(store, documents[:-1], compare=settings)
    elsewhere = CompareSettings(index_folder=tmp_path / "another")
    add_documents(store, documents[-1:], compare=elsewhere)
    assert families(store) == {frozenset(each.members) for each in compare_reports(demo_reports()).copy_families}


def test_a_deleted_report_takes_along_all_that_came_of_it(store: Store, settings: CompareSettings) -> None:
    add_documents(store, demo_documents(), compare=settings)
    first = min(name for members in families(store) for name in members)
    gone = store.report(first)
    assert gone is not None
    assert store.delete([first, "unknown"]) == 1
    compare_new(store, settings)
    left = [report for report in demo_reports() if report.id != first]
    assert store.report(first) is None
    assert store.read_before(gone.raw.sha256, None, reader_version()) == 0
    assert families(store) == {frozenset(each.members) for each in compare_reports(left).copy_families}
    assert not list(store.check())
    with store.reading() as connection:
        held = connection.execute(select(func.count()).where(tables.document.c.sha256 == gone.raw.sha256))
        assert held.scalar() == 0


def test_what_is_left_after_a_deletion_is_what_the_rest_alone_would_give(
    store: Store, settings: CompareSettings
) -> None:
    documents = demo_documents()
    add_documents(store, documents[1:], compare=settings)
    alone = everything(store)
    add_documents(store, documents[:1], compare=settings)
    store.delete([demo_reports()[0].id])
    compare_new(store, settings)
    assert everything(store) == alone


def test_an_entity_keeps_no_id_and_no_form_of_a_report_that_was_deleted(
    store: Store, settings: CompareSettings
) -> None:
    add_documents(store, demo_documents(), compare=settings)
    named: dict[str, set[str]] = {}
    with store.reading() as connection:
        held = set(connection.execute(select(tables.entity.c.id)).scalars())
        rows = connection.execute(select(tables.report.c.id, tables.naming.c.id).join(tables.naming))
        for report, naming in rows:
            named.setdefault(report, set()).add(sha256(f"entity|{naming}".encode()).hexdigest()[:16])
    # The one whose names gave most entities their ids, of those that others name too.
    report = max(named, key=lambda name: (len(named[name] & held), name))
    store.delete([report])
    with store.reading() as connection:
        left = set(connection.execute(select(tables.entity.c.id)).scalars())
        listed = connection.execute(select(tables.entity_name.c.entity)).scalars()
        assert left
        assert not left & named[report]
        assert set(listed) <= left
    assert not list(store.check())


def test_reports_before_a_day_are_deleted(store: Store, settings: CompareSettings) -> None:
    add_documents(store, demo_documents(), compare=settings)
    days = sorted(
        report.article.published.value.date().isoformat()
        for report in demo_reports()
        if report.article and report.article.published
    )
    assert store.delete_older_than(days[0]) == 0
    assert store.delete_older_than(days[-1]) == sum(day < days[-1] for day in days)


def test_only_what_is_read_otherwise_now_is_rewritten(
    store: Store, settings: CompareSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_documents(store, demo_documents(), compare=settings)
    numbers = {name: number for number, name in store.numbers()}
    changed = next(report for report in demo_reports() if report.claims)

    def reads_otherwise(raw: RawDocument) -> tuple[Report, ...]:
        read = next(report for report in demo_reports() if report.raw.sha256 == raw.sha256)
        return (replace(read, claims=read.claims[:-1]) if read.id == changed.id else read,)

    monkeypatch.setattr(adding_documents, "read_reports", reads_otherwise)
    monkeypatch.setattr(adding_documents, "reader_version", lambda: "next")
    summary = reread(store, compare=settings)
    assert summary.outcomes == {Outcome.REWRITTEN: 1, Outcome.UNCHANGED: len(demo_reports()) - 1}
    assert store.report(changed.id) == replace(changed, claims=changed.claims[:-1])
    assert {name: number for number, name in store.numbers()} == numbers
    assert reread(store, compare=settings).outcomes == {}
    assert not list(store.check())


def test_a_document_without_bytes_is_not_kept(store: Store, settings: CompareSettings) -> None:
    missing = list(load_documents(["no-such-file.html"]))
    summary = add_documents(store, missing, compare=settings)
    assert (summary.failed, store.count()) == (1, 0)


def wire(number: int, day: str) -> RawDocument:
    """Return a report of its own on one country and one man, published on a day."""
    text = f"افتتاح السوق {number}\nقال وزير الزراعة العراقي نبيل السفان في بغداد إن السوق {number} افتتحت اليوم."
    content, url = text.encode(), f"https://news.example/{number}"
    digest = hashlib.sha256(content).hexdigest()
    return RawDocument(content, "text/x-article", digest, url=url, stated=Stated(url=url, published=day))


def test_a_thing_named_in_reports_of_distant_days_is_one_entity_where_it_has_an_id(
    store: Store, settings: CompareSettings
) -> None:
    add_documents(store, [wire(1, "2024-01-05"), wire(2, "2024-01-06")], compare=settings)
    add_documents(store, [wire(3, "2025-06-01")], compare=settings)
    with store.reading() as connection:
        named = select(tables.entity.c.reports).join(tables.entity_name)
        towns = connection.execute(named.where(tables.entity_name.c.folded == "بغداد")).scalars().all()
    assert towns == [3]
    store.delete([next(iter(store.numbers()))[1]])
    compare_new(store, settings)
    with store.reading() as connection:
        assert connection.execute(named.where(tables.entity_name.c.folded == "بغداد")).scalars().all() == [2]
    assert not list(store.check())


def test_a_new_report_is_compared_with_those_of_the_nearest_days(store: Store) -> None:
    store.add_reports([dated(number, f"2025-04-{number:02d}") for number in range(1, 21)], reader="1")
    days = [
        int(report.raw.content)
        for report in store.reports(store.reports_around(("2025-04-10", "2025-04-11"), ("2025-04-05", "2025-04-15"), 6))
    ]
    assert days == [11, 10, 9, 12, 8, 13]
    assert len(store.reports_around(("2025-04-10", "2025-04-11"), ("2025-04-05", "2025-04-15"), 100)) == 11


def dated(number: int, day: str) -> Report:
    content = str(number).encode()
    digest = hashlib.sha256(content).hexdigest()
    article = Article("خبر", "ar", True, published=FoundDate(datetime.fromisoformat(day), False, "meta"))
    return Report(digest[:16], RawDocument(content, "text/x-article", digest), article, (), ())
