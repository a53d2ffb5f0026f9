"""Transfers are listed, sorted, filtered, crossed and drawn, each with the way to its words."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from browsing import Desk
from musnad.export.display import tidy_name
from musnad.model import Amount
from musnad.search import PageSettings, list_claims
from musnad.store.finding.register import Flow, Party
from musnad.web.flow_picture import draw_flows
from musnad.web.pages.transfers import amount_words, party_label


def suppliers(desk: TestClient, **asked: str) -> list[str]:
    answer = desk.get("/transfers.csv", params=asked)
    return [row["supplier"] for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))]


def test_every_row_leads_to_its_words(demo_desk: TestClient) -> None:
    page = demo_desk.get("/transfers").text
    rows = page.split("<tbody>")[1].split("</tbody>")[0].split("</tr>")[:-1]
    assert rows
    assert all(re.search(r'href="/reports/[0-9a-f]{16}#(claim|span)-', row) for row in rows)


def test_the_register_is_sorted_both_ways(demo_desk: TestClient) -> None:
    up = suppliers(demo_desk, sort="recipient", down="false")
    assert len(up) > 1
    answer = demo_desk.get("/transfers", params={"sort": "recipient", "down": "false"})
    assert 'aria-sort="ascending"' in answer.text


def test_a_stage_filters_the_register(demo_desk: TestClient) -> None:
    every = demo_desk.get("/transfers.json").json()
    stage = every[0]["stage"]
    of_stage = demo_desk.get("/transfers.json", params={"stage": stage}).json()
    assert {each["stage"] for each in of_stage} == {stage}
    assert demo_desk.get("/transfers.json", params={"stage": "cancelled"}).json() == []
    assert "No transfer of arms is told" in demo_desk.get("/transfers", params={"stage": "cancelled"}).text


@pytest.mark.parametrize("view", ["table", "matrix", "flow"])
def test_every_view_opens(demo_desk: TestClient, view: str) -> None:
    assert demo_desk.get("/transfers", params={"view": view}).status_code == 200


def test_amounts_are_written_for_readers() -> None:
    assert amount_words(Amount(4, 4, "منصه")) == "4 منصه"
    assert amount_words(Amount(110e9, 110e9, "USD")) == "110 billion US dollars"
    assert amount_words(Amount(200, None)) == "≥ 200"
    assert amount_words(Amount(2, 3)) == "2 – 3"


def test_countries_are_named_in_both_languages() -> None:
    assert party_label(Party("SY", "سورية")) == ("سوريا", "Syria")
    assert party_label(Party("كتايب الوادي", "كتائب الوادي")).en == "كتائب الوادي"


def test_bands_stand_side_by_side_on_their_posts() -> None:
    one, two, three = Party("a", "أ"), Party("b", "ب"), Party("c", "ج")
    picture = draw_flows([Flow(one, two, 3, 1), Flow(one, three, 2, 1)], mirrored=False)
    (post,) = picture.suppliers
    assert post.transfers == 5
    assert post.tall == pytest.approx(sum(each.tall for each in picture.recipients))
    starts = sorted(float(band.path.split("C")[0].split()[1]) for band in picture.bands)
    assert starts[0] == post.top
    assert starts[1] > starts[0]


def test_the_picture_is_mirrored_for_arabic() -> None:
    flow = Flow(Party("a", "أ"), Party("b", "ب"), 1, 1)
    plain, mirrored = draw_flows([flow], mirrored=False), draw_flows([flow], mirrored=True)
    assert plain.suppliers[0].left < plain.recipients[0].left
    assert mirrored.suppliers[0].left > mirrored.recipients[0].left


def test_every_row_says_who_says_so_and_how(desk: Desk, demo_desk: TestClient) -> None:
    rows = demo_desk.get("/transfers.json").json()
    claims = {each.id: each for each in list_claims(desk.store, page=PageSettings(500)).rows}
    told = [row for row in rows if row["claim"] in claims]
    assert told
    assert all(row["stance"] == claims[row["claim"]].stance for row in told)
    assert all(
        row["source"] in {tidy_name(link.name) for link in claims[row["claim"]].links if link.name}
        for row in told
        if "unnamed" not in row["source"]
    )
    page = demo_desk.get("/transfers").text
    assert "Who says so" in page
    assert page.count('class="teller"') == len(rows)


def test_a_depot_is_no_recipient(demo_desk: TestClient) -> None:
    rows = demo_desk.get("/transfers.json").json()
    assert {row["recipient"] for row in rows}.isdisjoint({"المستودعات"})
    assert "المستودعات" in {row["via"] for row in rows}
