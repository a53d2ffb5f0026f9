"""A proposition shows through whom it came and who denies it; lists lead there, and everything can be taken along."""

import csv
import io
import json
import re
from xml.etree import ElementTree

from starlette.testclient import TestClient

from browsing import Desk
from musnad.export.chain_layout import lay_out
from musnad.model import SourceKind
from musnad.search import list_contradictions, list_propositions
from musnad.store.finding.propositions import contradictions_of, find_proposition, propositions_asserting


def contradicted(desk: Desk) -> str:
    """Return the id of a proposition that some affirm and some deny."""
    rows = list_propositions(desk.store, "contradicted:yes").rows
    return next(each.id for each in rows if each.affirmed[1] and each.denied[1])


def test_the_list_leads_to_each_proposition(demo_desk: TestClient) -> None:
    page = demo_desk.get("/propositions").text
    names = re.findall(r'href="/propositions/([0-9a-f]{16})"', page)
    assert len(names) > 5
    assert all(demo_desk.get(f"/propositions/{name}").status_code == 200 for name in names)


def test_a_proposition_shows_both_sides_and_the_contradiction(demo_desk: TestClient, desk: Desk) -> None:
    page = demo_desk.get(f"/propositions/{contradicted(desk)}").text
    assert "Who affirms it" in page
    assert "Who denies it" in page
    assert re.search(r"<mark>[^<]+</mark>", page)
    assert re.search(r'href="/reports/[^"]+#claim-[^"]+"', page)


def test_a_proposition_can_be_taken_along(demo_desk: TestClient, desk: Desk) -> None:
    name = contradicted(desk)
    rows = list(
        csv.DictReader(io.StringIO(demo_desk.get(f"/propositions/{name}?format=csv").content.decode("utf-8-sig")))
    )
    assert {row["polarity"] for row in rows} == {"affirms", "denies"}
    assert json.loads(demo_desk.get(f"/propositions/{name}?format=json").text)["id"] == name
    picture = demo_desk.get(f"/propositions/{name}/chains.svg")
    assert picture.headers["content-disposition"].startswith("attachment")
    assert ElementTree.fromstring(picture.text).tag.endswith("svg")


def test_an_unknown_proposition_is_said_to_be_missing(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/propositions/0000000000000000")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


def test_a_contradiction_has_the_words_of_both_sides(demo_desk: TestClient, desk: Desk) -> None:
    proposition = find_proposition(desk.store, contradicted(desk))
    assert proposition is not None
    opposed = contradictions_of(desk.store, proposition)
    assert opposed
    names = {name for each in opposed for name in (each.left, each.right)}
    held = {said.id for each in propositions_asserting(desk.store, sorted(names)) for said in each.assertions}
    assert names <= held
    assert demo_desk.get("/contradictions").text.count('class="clash"') >= len(opposed)


def test_a_side_is_red_where_it_denies_and_nowhere_else(demo_desk: TestClient, desk: Desk) -> None:
    listed = list_contradictions(desk.store).rows
    denying = sum(side.polarity == "denies" for each in listed for side in (each.left, each.right))
    page = demo_desk.get("/contradictions").text
    assert 0 < page.count('<div class="deny">') == denying < 2 * len(listed)


def test_pages_stand_first_and_each_source_further_than_its_holders(desk: Desk) -> None:
    proposition = find_proposition(desk.store, contradicted(desk))
    assert proposition is not None
    drawing = lay_out(proposition.affirmed, proposition.denied, mirrored=False)
    places = {spot.node.id: spot for spot in drawing.spots}
    firsts = {spot.x for spot in drawing.spots if spot.node.kind is SourceKind.PAGE}
    assert firsts == {min(spot.x for spot in drawing.spots)}
    for tie in drawing.ties:
        assert tie.is_circular or places[tie.source].x > places[tie.holder].x
    mirrored = lay_out(proposition.affirmed, proposition.denied, mirrored=True)
    assert {spot.node.id: spot.x for spot in mirrored.spots} == {
        name: drawing.width - spot.x for name, spot in places.items()
    }


def test_those_who_cite_each_other_stand_in_one_step(desk: Desk) -> None:
    circular = next(each for each in list_propositions(desk.store).rows if each.circular)
    proposition = find_proposition(desk.store, circular.id)
    assert proposition is not None
    drawing = lay_out(proposition.affirmed, proposition.denied, mirrored=False)
    in_circle = [spot for spot in drawing.spots if spot.is_circular]
    assert len(in_circle) > 1
    assert len({spot.x for spot in in_circle}) == 1
    assert len({(spot.x, spot.y) for spot in drawing.spots}) == len(drawing.spots)
