"""The lists of the API: pages that follow each other, filters of the search language, tags, and faults that teach."""

import pytest
from api_desk import rows_of
from starlette.testclient import TestClient

LISTS = ("/reports", "/claims", "/events", "/transfers", "/propositions", "/contradictions", "/entities", "/sources")


@pytest.mark.parametrize("path", [*LISTS, "/stories"])
def test_pages_follow_each_other_to_the_end(demo_desk: TestClient, path: str) -> None:
    whole = rows_of(demo_desk, path, limit=500)
    assert whole
    met, after = [], None
    size = max(1, len(whole) // 3)
    while True:
        query = {"limit": size} | ({"after": after} if after else {})
        page = demo_desk.get(f"/api/v1{path}", params=query).json()
        met += page["rows"]
        after = page["next"]
        if after is None:
            break
    assert met == whole


def test_filters_are_those_of_the_search_language(demo_desk: TestClient) -> None:
    denials = rows_of(demo_desk, "/claims", q="stance:denies")
    assert {row["stance"] for row in denials} == {"denies"}
    assert len(denials) < len(rows_of(demo_desk, "/claims", limit=500))


def test_rows_are_kept_to_what_they_must_belong_to(demo_desk: TestClient) -> None:
    report = rows_of(demo_desk, "/reports", limit=1)[0]
    claims = rows_of(demo_desk, "/claims", report=report["id"])
    assert claims
    assert {row["report"]["id"] for row in claims} == {report["id"]}


def test_a_claim_leads_to_its_words_its_source_and_its_proposition(demo_desk: TestClient) -> None:
    claim = next(row for row in rows_of(demo_desk, "/claims") if row["propositions"] and row["chain"])
    report = demo_desk.get(f"/api/v1/reports/{claim['report']['id']}").json()
    start, end = claim["span"]
    assert report["article"]["text"][start:end] == claim["words"]
    source = next(link["source"] for link in claim["chain"] if link["source"])
    assert demo_desk.get(f"/api/v1/sources/{source}").json()["source"]["id"] == source
    proposition = demo_desk.get(f"/api/v1/propositions/{claim['propositions'][0]['id']}").json()
    assert claim["report"]["id"] in {each["report"] for each in proposition["assertions"]}
    assert proposition["affirmed"]["graph"]["nodes"] or proposition["denied"]["graph"]["nodes"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims?limit=0", 422),
        ("/claims?limit=501", 422),
        ("/claims?unknown=1", 422),
        ("/claims?q=((", 400),
        ("/claims?after=nonsense", 400),
        ("/claims?source=nonsense", 400),
        ("/map?south=1", 422),
        ("/reports/missing", 404),
        ("/propositions/missing", 404),
        ("/entities/missing", 404),
        ("/sources/missing", 404),
        ("/stories/missing", 404),
        ("/exports/missing", 404),
        ("/missing", 404),
    ],
)
def test_what_is_wrong_is_told_as_problem_details(demo_desk: TestClient, path: str, status: int) -> None:
    answer = demo_desk.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["detail"]


def test_what_is_known_already_is_not_sent_again(demo_desk: TestClient) -> None:
    first = demo_desk.get("/api/v1/reports")
    tag = first.headers["etag"]
    again = demo_desk.get("/api/v1/reports", headers={"if-none-match": f'W/"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert demo_desk.get("/api/v1/reports", headers={"if-none-match": 'W/"other"'}).status_code == 200


def test_a_search_shows_why_a_report_was_found(demo_desk: TestClient) -> None:
    found = demo_desk.get("/api/v1/search", params={"q": "انفجار", "facets": True}).json()
    assert found["total"] == len(found["rows"]) > 0
    assert {facet["facet"] for facet in found["facets"]} >= {"month", "language"}
    hit = next(row for row in found["rows"] if row["passages"])
    text = demo_desk.get(f"/api/v1/reports/{hit['report']['id']}").json()["article"]["text"]
    start, end = hit["passages"][0]["span"]
    assert text[start:end] == hit["passages"][0]["words"]


def test_surveys_count_what_lists_hold(demo_desk: TestClient) -> None:
    claims = rows_of(demo_desk, "/claims", limit=500)
    counted = demo_desk.get("/api/v1/timeline", params={"bucket": "day"}).json()
    assert sum(row["claims"] for row in counted) == len(claims)
    assert demo_desk.get("/api/v1/map").json()[0]["places"]
    graph = demo_desk.get("/api/v1/graph").json()
    holders = graph["holders"]
    assert all(each["holder"] in holders and each["source"] in holders for each in graph["citations"])


def test_a_report_says_what_is_related_and_which_versions_it_has(demo_desk: TestClient) -> None:
    names = [row["id"] for row in rows_of(demo_desk, "/reports", limit=500)]
    related = demo_desk.get(f"/api/v1/reports/{names[0]}/related").json()
    assert {each["report"]["id"] for each in related} <= set(names) - {names[0]}
    versions = demo_desk.get(f"/api/v1/reports/{names[0]}/versions").json()
    assert names[0] in [each["report"] for each in versions]


def test_exports_lead_to_files_that_are_there(demo_desk: TestClient) -> None:
    offered = demo_desk.get("/api/v1/exports").json()
    assert {each["name"] for each in offered} >= {"jsonl", "prov-o", "transfers.svg"}
    for each in offered:
        answer = demo_desk.get(f"/api/v1/exports/{each['name']}", params={"q": "انفجار"})
        if each["name"].startswith("ftm") and answer.status_code == 400:
            assert ".[ftm]" in answer.json()["detail"]
            continue
        assert answer.status_code == 200, each["name"]
        assert answer.headers["content-type"].partition(";")[0] == each["media_type"].partition(";")[0]
        assert "attachment" in answer.headers["content-disposition"]


def test_an_export_holds_what_the_query_finds(demo_desk: TestClient) -> None:
    asked: dict[str, str | int] = {"q": "stance:denies", "table": "claims", "most": 3}
    lines = demo_desk.get("/api/v1/exports/csv", params=asked).text.splitlines()
    assert lines[0].startswith("report,address")
    assert len({line.partition(",")[0] for line in lines[1:]}) <= 3
    assert demo_desk.get("/api/v1/exports/csv", params={"table": "people"}).status_code == 422


def test_the_description_is_openapi_3_1_and_names_where_it_is(demo_desk: TestClient) -> None:
    described = demo_desk.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": "/api/v1"}]


def test_a_proposition_is_found_by_its_own_id(demo_desk: TestClient) -> None:
    named = rows_of(demo_desk, "/propositions", q="contradicted:yes")[0]
    found = rows_of(demo_desk, "/propositions", proposition=named["id"])
    assert named["id"] in [row["id"] for row in found]


def test_what_is_asked_of_claims_among_other_things_is_asked_of_other_propositions_too(demo_desk: TestClient) -> None:
    either = rows_of(demo_desk, "/propositions", q="(contradicted:yes OR nosuchword) stance:denies", limit=500)
    assert {row["id"] for row in either} <= {row["id"] for row in rows_of(demo_desk, "/propositions", limit=500)}
    assert either
