"""The map gives its places as clusters, as a table and as files, within a query and months."""

import re

from starlette.testclient import TestClient

from musnad.web.place_names import country_name, place_sort


def places(desk: TestClient, **asked: str) -> list[dict[str, object]]:
    answer = desk.get("/map/places.json", params={"zoom": "8", **asked})
    assert answer.status_code == 200
    return [place for cluster in answer.json() for place in cluster["places"]]


def test_the_table_says_what_the_map_shows(demo_desk: TestClient) -> None:
    page = demo_desk.get("/map").text
    listed = set(re.findall(r'data-place="([^"]+)" data-longitude', page))
    assert listed == {each["id"] for each in places(demo_desk)}
    assert listed


def test_months_narrow_the_map_and_the_table(demo_desk: TestClient) -> None:
    assert places(demo_desk, **{"from": "2026-01", "to": "2026-12"})
    assert places(demo_desk, **{"from": "1999-01", "to": "1999-12"}) == []
    assert "No place is named" in demo_desk.get("/map", params={"from": "1999-01", "to": "1999-12"}).text


def test_a_chosen_place_shows_its_reports(demo_desk: TestClient) -> None:
    place = places(demo_desk)[0]
    page = demo_desk.get("/map", params={"place": str(place["id"])}).text
    chosen = page.split('id="chosen"')[1].split("</aside>")[0]
    assert len(re.findall(r'href="/reports/', chosen)) == place["reports"]


def test_countries_are_named_in_the_language_of_the_page(demo_desk: TestClient) -> None:
    assert demo_desk.get("/map/countries.json", params={"lang": "ar"}).json()["760"] == "سوريا"
    assert demo_desk.get("/map/countries.json", params={"lang": "en"}).json()["760"] == "Syria"


def test_a_month_that_is_none_is_refused(demo_desk: TestClient) -> None:
    assert demo_desk.get("/map", params={"from": "soon"}).status_code == 422


def test_the_file_has_circles(demo_desk: TestClient) -> None:
    rows = demo_desk.get("/map.json").json()
    assert all(row["radius_km"] > 0 for row in rows)


def test_places_of_one_name_are_told_apart_by_kind_and_country(demo_desk: TestClient) -> None:
    page = demo_desk.get("/map", params={"lang": "ar"}).text
    rows = re.findall(r"<bdi>([^<]+)</bdi></a></th><td>([^<]*)</td><td>([^<]*)</td>", page)
    assert rows
    assert all(kind and not re.search("[A-Za-z]", kind + country) for _, kind, country in rows)


def test_a_place_has_a_sort_of_its_own() -> None:
    city, province = place_sort("gn:170654"), place_sort("adm:SY.13")
    assert (city, province) == (("مدينة", "city"), ("محافظة", "province"))
    assert place_sort("around:gn:170654") == ("أطرافها", "its surroundings")
    assert country_name("SY", "ar") == "سوريا"
