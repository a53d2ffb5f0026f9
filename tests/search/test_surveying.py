"""Timelines, maps and source graphs count the same on either database, and only what the query asks for."""

from collections.abc import Iterator
from datetime import date

import pytest
from searched_reports import searched_reports

from musnad.errors import UsageError
from musnad.search import Bucket, make_keys, place_map, source_graph, timeline
from musnad.store import Store, open_store
from musnad.store.finding.series import Area, HolderKey

CLAIMS = sum(len(report.claims) for report in searched_reports().values())


@pytest.fixture
def searched(address: str) -> Iterator[Store]:
    """Yield a store of either kind with the reports."""
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(searched_reports().values(), reader="test")
        yield store


def test_a_timeline_counts_claims_by_the_stretch_of_publication(searched: Store) -> None:
    months = timeline(searched)
    assert [bucket.start for bucket in months] == sorted({bucket.start for bucket in months})
    assert {bucket.start.day for bucket in months} == {1}
    assert sum(bucket.claims for bucket in months) == CLAIMS
    days = timeline(searched, "صاروخ", Bucket.DAY)
    assert [(bucket.start, bucket.claims, bucket.denials, bucket.anonymous) for bucket in days] == [
        (date(2025, 4, 3), 2, 1, 0),
        (date(2025, 4, 20), 1, 0, 1),
    ]
    assert [bucket.start for bucket in timeline(searched, "صاروخ", Bucket.WEEK)] == [
        date(2025, 3, 31),
        date(2025, 4, 14),
    ]
    assert [bucket.start.year for bucket in timeline(searched, "*", Bucket.YEAR)] == [2024, 2025]


def test_a_timeline_of_denials_counts_denials_alone(searched: Store) -> None:
    (bucket,) = timeline(searched, "stance:denies")
    assert (bucket.claims, bucket.denials) == (1, 1)
    assert timeline(searched, "قنبلة") == ()


def test_a_map_has_the_places_of_the_reports_that_were_found(searched: Store) -> None:
    (cluster,) = place_map(searched, "وزير")
    assert cluster.places[0].name == "دمشق"
    assert cluster.reports == 1
    assert (round(cluster.latitude), round(cluster.longitude)) == (34, 36)
    assert place_map(searched, "هدنة") == ()


def test_a_map_is_cut_to_its_area_also_over_the_date_line(searched: Store) -> None:
    assert place_map(searched, area=Area(30, 30, 40, 40))
    assert not place_map(searched, area=Area(-40, 30, -30, 40))
    assert place_map(searched, area=Area(30, 30, 40, -170))
    assert not place_map(searched, area=Area(30, 170, 40, -170))


def test_a_zoom_that_is_not_there_is_refused(searched: Store) -> None:
    with pytest.raises(UsageError, match="no zoom 17"):
        place_map(searched, zoom=17)
    with pytest.raises(UsageError, match="1 to 500"):
        source_graph(searched, most=0)


def test_a_source_graph_leads_from_pages_through_outlets_to_origins(searched: Store) -> None:
    graph = source_graph(searched, "دمشق")
    edges = {(each.holder, each.source): (each.claims, each.reports) for each in graph.citations}
    page, radio = HolderKey("page", "صحيفه افق الجنوب"), HolderKey("outlet", "اذاعه الواحه")
    assert edges == {(page, radio): (1, 1), (radio, HolderKey("anon", "", "diplomat")): (1, 1)}
    assert set(graph.holders) == {page, radio, HolderKey("anon", "", "diplomat")}


def test_a_source_graph_of_denials_has_their_chains_alone(searched: Store) -> None:
    (edge,) = source_graph(searched, "stance:denies").citations
    assert (edge.source.kind, edge.claims) == ("person", 1)
    assert "سامي الراوي" in edge.source.name
