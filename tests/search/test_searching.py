"""The same queries find the same reports, in the same order, on either database, and show what they found."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from searched_reports import searched_reports

from musnad.errors import QueryError, UsageError
from musnad.search import Order, SearchSettings, make_keys, search
from musnad.store import Store, open_store
from musnad.store.finding import ranking


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield an SQLite store with the reports."""
    address = str(tmp_path_factory.mktemp("search") / "store.sqlite")
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(searched_reports().values(), reader="test")
        yield store


def names(store: Store, query: str, order: Order = Order.RELEVANCE) -> list[str]:
    by_id = {report.id: name for name, report in searched_reports().items()}
    results = search(store, query, SearchSettings(order=order))
    assert results.total == len(results.hits)
    return [by_id[hit.found.id] for hit in results.hits]


FINDS = [
    ("صاروخ", {"missile", "missiles"}),
    ("الصواريخ", {"missile", "missiles"}),
    ("صاروخ ميناء", {"missile"}),
    ("صاروخ -ميناء", {"missiles"}),
    ("صاروخ OR هدنة", {"missile", "missiles", "truce"}),
    ("(صاروخ OR هدنة) NOT الصحراء", {"missile", "truce"}),
    ('"وقف إطلاق النار"', {"truce"}),
    ("وقف إطلاق النار", {"truce", "stopped"}),
    ("إس-300", {"system", "glued"}),
    ("إس 300", {"system", "glued"}),
    ("S-300", {"system", "glued"}),
    ("S300", {"system", "glued"}),
    ("missile", {"english", "missile", "missiles"}),
    ("سوري", {"visit"}),
    ("title:صاروخ", {"missile", "missiles"}),
    ("title:قائد", set()),
    ('outlet:"أفق الجنوب"', {"missile", "truce", "visit"}),
    ("language:en", {"english"}),
    ("date:2025-04", {"missile", "missiles", "english"}),
    ("date:2025-04..2025-05 صاروخ", {"missile", "missiles"}),
    ("date:<2025", {"visit"}),
    ("anonymous:yes صاروخ", {"missiles"}),
    ("anonymous:military", {"missiles"}),
    ("stance:denies", {"missile"}),
    ('source:"سامي الراوي"', {"missile"}),
    ('source:"سامي الراوي" stance:denies', {"missile"}),
    ('source:"نادر الخطيب" stance:denies', set()),
    ('source:"إذاعة الواحة"', {"visit"}),
    ("kind:anon", {"missiles", "visit", "system"}),
    ("place:دمشق", {"visit"}),
    ("place:Damascus", {"visit"}),
    ("place:SY", {"visit"}),
    ("Damascus", {"visit"}),
    ("weapon:S-300", {"system", "glued"}),
    ("weapon:صاروخ", {"missile", "missiles"}),
    ("NOT صاروخ date:2025-04", {"english"}),
    ("contradicted:yes", set()),
    ("independent:>=1", set()),
    ("*", set(searched_reports())),
    ("قنبلة", set()),
]


@pytest.mark.parametrize(("query", "expected"), FINDS, ids=[query for query, _ in FINDS])
def test_a_query_finds(searched: Store, query: str, expected: set[str]) -> None:
    assert set(names(searched, query)) == expected


def test_both_databases_find_the_same_in_the_same_order(searched: Store, server: object) -> None:
    address: str = server.new_database()  # type: ignore[attr-defined]  # the fixture's class is no module of the tests
    with open_store(address, search_keys=make_keys) as other:
        other.add_reports(searched_reports().values(), reader="test")
        for query, _ in FINDS:
            for order in Order:
                assert names(other, query, order) == names(searched, query, order), query
            one, same = (search(store, query, SearchSettings(with_facets=True)) for store in (searched, other))
            assert one.facets == same.facets
            assert [hit.passages for hit in one.hits] == [hit.passages for hit in same.hits]


def test_the_newest_come_first_where_asked(searched: Store) -> None:
    assert names(searched, "date:2025-05..2025-06", Order.NEWEST) == ["glued", "system", "stopped", "truce"]


def test_words_side_by_side_and_in_the_headline_come_before_the_same_words_apart(searched: Store) -> None:
    assert names(searched, "وقف إطلاق النار")[0] == "truce"


def test_what_was_found_is_highlighted_in_the_text_itself(searched: Store) -> None:
    hit = next(hit for hit in search(searched, "صاروخ مخزن").hits)
    marked = [span.of(hit.text) for passage in hit.passages for span in passage.marks]
    assert marked == ["مخزن", "والصواريخ"]
    assert [span.of(hit.text) for span in hit.title_marks] == ["مخزن", "للصواريخ"]
    assert all(passage.span.contains(span) for passage in hit.passages for span in passage.marks)


def test_a_weapon_found_under_another_spelling_is_highlighted(searched: Store) -> None:
    hits = search(searched, "weapon:S-300").hits
    assert {span.of(hit.text) for hit in hits for span in hit.title_marks} == {"إس-300", "إس 300"}


def test_the_claims_that_were_asked_for_are_told(searched: Store) -> None:
    (hit,) = search(searched, "stance:denies").hits
    assert [claim.span.of(hit.text) for claim in hit.claims] == ["سقوط قتلى"]


@pytest.mark.parametrize("looked_at", [1, 2, 3, 200])
@pytest.mark.parametrize("query", ["وزير دمشق", "صاروخ OR (وزير دمشق)", "وقف إطلاق النار", "الوزير هشام"])
def test_pages_are_whole_wherever_looking_for_words_side_by_side_ends(
    searched: Store, query: str, looked_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "_LOOKED_AT", looked_at)
    whole = [hit.found for hit in search(searched, query).hits]
    assert [found.score for found in whole] == sorted((found.score for found in whole), reverse=True)
    paged, after = [], None
    for _ in range(len(whole) + 1):
        page = search(searched, query, SearchSettings(limit=1, after=after))
        paged += [hit.found for hit in page.hits]
        after = page.next
        if after is None:
            break
    assert paged == whole


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("query", ["*", "صاروخ OR هدنة OR النار OR إس OR وزير", "date:2025"])
def test_pages_follow_each_other_without_gap_or_overlap(searched: Store, query: str, order: Order) -> None:
    whole = [hit.found.id for hit in search(searched, query, SearchSettings(order=order)).hits]
    paged: list[str] = []
    after = None
    for _ in range(len(whole)):
        page = search(searched, query, SearchSettings(order=order, limit=1, after=after))
        assert page.total == len(whole)
        paged += [hit.found.id for hit in page.hits]
        after = page.next
    assert after is None
    assert paged == whole


def test_a_cursor_of_another_query_or_no_cursor_is_refused(searched: Store) -> None:
    after = search(searched, "*", SearchSettings(limit=1)).next
    with pytest.raises(QueryError, match="another query"):
        search(searched, "صاروخ", SearchSettings(after=after))
    with pytest.raises(QueryError, match="cannot be read"):
        search(searched, "*", SearchSettings(after="?!"))
    with pytest.raises(UsageError, match="1 to 500"):
        search(searched, "*", SearchSettings(limit=0))


def test_facets_count_the_reports_that_were_found(searched: Store) -> None:
    facets = search(searched, "صاروخ OR missile", SearchSettings(with_facets=True)).facets
    counted = {(facet.facet, facet.value): facet.reports for facet in facets}
    assert counted[("language", "ar")] == 2
    assert counted[("language", "en")] == 1
    assert counted[("month", "2025-04")] == 3
    assert sum(facet.reports for facet in facets if facet.facet == "outlet") == 3


def test_function_words_alone_are_refused_and_beside_others_told(searched: Store) -> None:
    with pytest.raises(QueryError, match='quotation marks: "في من"'):
        search(searched, "في من")
    assert search(searched, "صاروخ في").ignored == ("في",)


_SIGNS = ["(", ")", "-", "OR", "NOT", "*", "في", "صاروخ", "S-300", "Damascus", "Sabbagh", "NATO", "،", '"إطلاق"']
_FIELDS = [
    "title:هدنة",
    "source:سامي",
    "stance:denies",
    "place:%",
    "date:2025",
    "event:ASSAULT",
    "kind:anon",
    "weapon:_",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_SIGNS + _FIELDS), min_size=1, max_size=8).map(" ".join))
def test_whatever_can_be_read_can_be_asked_of_a_store(searched: Store, query: str) -> None:
    try:
        found = search(searched, query, SearchSettings(with_facets=True)).total
    except QueryError:
        found = 0
    assert 0 <= found <= len(searched_reports())
