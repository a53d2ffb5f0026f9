"""Sources are listed by what they say; each shows whom it has it from, what came of it, and its grades."""

import csv
import io
import re
from urllib.parse import quote

from starlette.testclient import TestClient

from browsing import Desk
from desk_site import token_of
from musnad.export.display import tidy_name
from musnad.search import PageSettings, list_claims, list_sources
from musnad.store.finding.sources import ListedSource
from musnad.store.finding.told import ListedClaim


def denier(desk: Desk) -> ListedSource:
    """Return a body that denies something."""
    rows = list_sources(desk.store, page=PageSettings(200)).rows
    return next(each for each in rows if each.kind == "org" and each.denials)


def test_the_list_leads_to_every_source(demo_desk: TestClient, desk: Desk) -> None:
    page = demo_desk.get("/sources").text
    links = re.findall(r'href="(/sources/[^"]+)"', page)
    assert len(links) > 20
    assert all(demo_desk.get(link).status_code == 200 for link in links[:25])


def test_outlets_are_named_as_they_write_themselves(demo_desk: TestClient) -> None:
    page = demo_desk.get("/sources?kind=page").text
    assert "وكالة السهل" in page
    assert "<bdi>وكاله السهل</bdi>" not in page


def test_unnamed_sources_are_called_by_what_is_told_of_them(demo_desk: TestClient) -> None:
    page = demo_desk.get("/sources?kind=anon").text
    assert "unnamed: security" in page
    assert page.count("a class of sources, not one") == page.count('scope="row"')
    assert "a class of sources" not in demo_desk.get("/sources?kind=person").text
    address = re.search(r'href="(/sources/anon[^"]+)"', page)
    assert address is not None
    assert "A class of sources, not one" in demo_desk.get(address.group(1)).text


def test_names_are_shown_without_what_stands_around_them() -> None:
    assert tidy_name("الرئيس الأسبق، مراد #الشاطري_الثاني،") == "الرئيس الأسبق، مراد الشاطري الثاني"
    assert tidy_name("#مجلس_البلدة:") == "مجلس البلدة"


def test_a_part_of_a_name_finds_a_source(demo_desk: TestClient) -> None:
    assert "Nobody of that name" in demo_desk.get("/sources", params={"name": "زيدان"}).text
    assert "وزارة الدفاع" in demo_desk.get("/sources", params={"name": "الدفاع"}).text


def test_a_source_shows_its_words_and_leads_to_them(demo_desk: TestClient, desk: Desk) -> None:
    source = denier(desk)
    page = demo_desk.get(f"/sources/{quote(source.id)}").text
    assert re.search(r'href="/reports/[0-9a-f]+#claim-[0-9a-f]+"', page)
    assert "On whose word" in page
    written = demo_desk.get(f"/sources/{quote(source.id)}?format=csv").content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(written)))) == source.claims


def test_what_a_source_did_not_confirm_is_marked(demo_desk: TestClient, desk: Desk) -> None:
    listed = list_claims(desk.store, page=PageSettings(200)).rows
    unproven = next(each for each in listed if each.negated)
    printer = next(each for each in list_sources(desk.store, page=PageSettings(200)).rows if _printed(each, unproven))
    page = demo_desk.get(f"/sources/{quote(printer.id)}").text
    row = next(each for each in page.split("<li>") if f"#claim-{unproven.id}" in each)
    assert "not confirmed" in row
    rows = csv.DictReader(io.StringIO(demo_desk.get(f"/sources/{quote(printer.id)}?format=csv").text))
    assert {row["negated"] for row in rows if row["claim"] == unproven.id} == {"True"}


def _printed(source: ListedSource, claim: ListedClaim) -> bool:
    return source.kind == "page" and source.key == claim.report.outlet


def test_the_propositions_of_a_source_are_its_own(demo_desk: TestClient, desk: Desk) -> None:
    source = denier(desk)
    its_own = demo_desk.get("/propositions", params={"source": source.id}).text.count('class="row"')
    assert 0 < its_own < demo_desk.get("/propositions").text.count('class="row"')


def test_a_grade_stands_in_the_history_with_its_reason(demo_desk: TestClient, desk: Desk) -> None:
    source = next(each for each in list_sources(desk.store).rows if each.kind == "org")
    token = token_of(demo_desk.get("/sources").text)
    for value, why in (("C", "سجلّ متوسط"), ("B", "صدق مرتين")):
        sent = {"source": source.id, "value": value, "why": why, "csrf": token}
        answer = demo_desk.post("/grades", data=sent)
        assert answer.status_code == 200
    assert answer.text.index("سجلّ متوسط") < answer.text.index("صدق مرتين")


def test_a_grade_off_the_scale_is_refused(demo_desk: TestClient, desk: Desk) -> None:
    token = token_of(demo_desk.get("/sources").text)
    sent = {"source": list_sources(desk.store).rows[0].id, "value": "Z", "csrf": token}
    assert demo_desk.post("/grades", data=sent).status_code == 422


def test_nobody_of_an_unknown_name_has_a_page(demo_desk: TestClient) -> None:
    assert demo_desk.get("/sources/person:nobody").status_code == 404
