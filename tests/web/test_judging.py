"""Readers judge where they read: claims on their report's page, contradictions where they stand; all in one history."""

from hashlib import sha256
from pathlib import Path

from starlette.testclient import TestClient

from browsing import Desk
from desk_site import open_desk, token_of
from musnad.keeping import CompareSettings, compare_new
from musnad.model import Claim, Correction, Judgement, JudgementKind, RawDocument, Report, Stance, Stated, SubjectKind
from musnad.reading import read_reports
from musnad.search import Within, list_claims, list_contradictions
from musnad.store import Store, open_store


def read(outlet: str, text: str) -> Report:
    content = text.encode()
    stated = Stated(outlet=outlet, published="2025-01-05")
    (report,) = read_reports(RawDocument(content, "text/x-article", sha256(content).hexdigest(), stated=stated))
    return report


def post(client: TestClient, path: str, **form: str) -> int:
    token = token_of(client.get("/review").text)
    return client.post(path, data={"csrf": token, **form}, follow_redirects=False).status_code


def a_claim(desk: Desk) -> tuple[Report, Claim]:
    """Return a claim of the demonstration that asserts something, with its report."""
    reports = desk.store.reports(name for _, name in desk.store.numbers())
    return next(
        (report, claim)
        for report in reports
        for claim in report.claims
        if claim.chain.origin.stance is Stance.ASSERTS and claim.chain.origin.source and len(claim.content) == 1
    )


def verdicts(store: Store) -> list[Judgement]:
    return [each for each in store.reviews.all() if each.kind in (JudgementKind.RIGHT, JudgementKind.WRONG)]


def test_a_claim_is_judged_on_its_reports_page_and_taken_back_there(desk: Desk, demo_desk: TestClient) -> None:
    report, claim = a_claim(desk)
    path = f"/reports/{report.id}"
    for decision, kind, shown in (
        ("right", JudgementKind.RIGHT, "Read right"),
        ("wrong", JudgementKind.WRONG, "Read wrong"),
    ):
        assert post(demo_desk, f"{path}/judgements", claim=claim.id, decision=decision) == 303
        (made,) = verdicts(desk.store)
        assert (made.kind, made.by, made.places[0].report) == (kind, "local", report.id)
        assert shown in demo_desk.get(path).text
        assert post(demo_desk, "/judgements/undo", judgement=made.id, back=path) == 303
    assert not verdicts(desk.store)
    assert "Read wrong" not in demo_desk.get(path).text


def test_a_correction_keeps_the_fields_that_were_changed(desk: Desk, demo_desk: TestClient) -> None:
    report, claim = a_claim(desk)
    path, text = f"/reports/{report.id}", report.article.text if report.article else ""
    unchanged = {
        "content": claim.content[0].of(text),
        "kind": claim.chain.origin.kind.value,
        "hedge": claim.hedge.value,
    }
    form = {"claim": claim.id, "decision": "correct", "why": "كان نفيًا", **unchanged}
    assert post(demo_desk, f"{path}/judgements", **form, stance="asserts") == 400
    assert post(demo_desk, f"{path}/judgements", **form, stance="shouts") == 400
    assert post(demo_desk, f"{path}/judgements", **form, source="ليس في النص") == 400
    assert not verdicts(desk.store)
    assert post(demo_desk, f"{path}/judgements", **form, stance="denies") == 303
    (made,) = verdicts(desk.store)
    assert made.corrections == (Correction("stance", "denies"),)
    assert made.why == "كان نفيًا"
    assert "Corrected: stance" in demo_desk.get(path).text
    rows = list_claims(desk.store, within=Within(report=report.id)).rows
    assert {each.stance for each in rows if each.id == claim.id} == {"denies"}
    assert post(demo_desk, "/judgements/undo", judgement=made.id) == 303


def test_what_is_no_decision_or_not_there_is_refused(desk: Desk, demo_desk: TestClient) -> None:
    report, claim = a_claim(desk)
    assert post(demo_desk, f"/reports/{report.id}/judgements", claim=claim.id, decision="maybe") == 400
    assert post(demo_desk, f"/reports/{report.id}/judgements", claim="0" * 16, decision="right") == 404
    assert post(demo_desk, "/contradictions/judgements", left="x", right="y", decision="same") == 400
    assert post(demo_desk, "/contradictions/judgements", left="x", right="y", decision="right") == 400
    assert post(demo_desk, "/judgements/undo", judgement="x") == 404


def test_a_contradiction_that_is_none_is_gone_once_the_store_is_compared_anew(tmp_path: Path) -> None:
    first = read("أفق", "قافلة\nقال الناطق نعيم الراسي إن القافلة وصلت إلى ميناء المرساة صباح الأحد.")
    second = read("واد", "قافلة\nنفى الناطق نعيم الراسي أن القافلة وصلت إلى ميناء المرساة صباح الأحد.")
    with open_store(str(tmp_path / "store.sqlite")) as store:
        store.add_reports([first, second], reader="1")
        compare_new(store, CompareSettings(index_folder=tmp_path / "index"))
        (opposed,) = list_contradictions(store).rows
        client = open_desk(store)
        sides = {"left": opposed.left.assertion, "right": opposed.right.assertion}
        path = "/contradictions/judgements"
        assert "This is no contradiction" in page(client, "/contradictions")
        assert post(client, path, **sides, decision="not_same", back="//elsewhere.example") == 303
        (made,) = store.reviews.all()
        assert (made.about, made.kind) == (SubjectKind.PROPOSITION, JudgementKind.NOT_SAME)
        for place in ("/contradictions", "/", f"/propositions/{opposed.left.proposition}"):
            assert "they speak of two things" in page(client, place)
        compare_new(store, CompareSettings(index_folder=tmp_path / "index"))
        assert not list_contradictions(store).rows
        assert post(client, "/judgements/undo", judgement=made.id) == 303
        compare_new(store, CompareSettings(index_folder=tmp_path / "index"))
        assert len(list_contradictions(store).rows) == 1


def page(client: TestClient, path: str) -> str:
    return client.get(path, headers={"accept-language": "en"}).text
