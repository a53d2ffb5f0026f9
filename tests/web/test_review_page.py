"""Only those who may judge decide, and only what there is to decide."""

import pytest
from starlette.testclient import TestClient

from browsing import Desk
from desk_site import token_of
from musnad.model import JudgementKind
from musnad.store.finding.questions import (
    claim_questions,
    count_claim_questions,
    count_merge_questions,
    merge_questions,
)


def post(client: TestClient, path: str, **form: str) -> int:
    token = token_of(client.get("/review").text)
    return client.post(path, data={"csrf": token, **form}, follow_redirects=False).status_code


def test_a_decision_on_names_that_are_not_asked_about_is_refused(demo_desk: TestClient) -> None:
    assert post(demo_desk, "/review/names", left="x", right="y", decision="same") == 404


@pytest.mark.parametrize("path", ["/review/names", "/review/claims"])
def test_a_decision_that_is_none_is_refused(demo_desk: TestClient, path: str) -> None:
    assert post(demo_desk, path, left="x", right="y", report="x", claim="y", decision="maybe") == 400


def test_a_decision_needs_the_token_of_a_form(demo_desk: TestClient) -> None:
    assert demo_desk.post("/review/names", data={"left": "x", "right": "y", "decision": "same"}).status_code == 403


def test_what_was_decided_is_asked_no_more_until_it_is_taken_back(desk: Desk, demo_desk: TestClient) -> None:
    before = count_claim_questions(desk.store)
    asked = claim_questions(desk.store, most=1)[0]
    form = {"report": asked.words.report.id, "claim": asked.id, "decision": "right"}
    assert post(demo_desk, "/review/claims", **form) == 303
    assert asked.id not in {each.id for each in claim_questions(desk.store, most=500)}
    assert count_claim_questions(desk.store) == before - 1
    (made,) = [each for each in desk.store.reviews.all() if each.kind is JudgementKind.RIGHT]
    assert post(demo_desk, "/review/undo", judgement=made.id, about="claims") == 303
    assert claim_questions(desk.store, most=1)[0].id == asked.id
    rows = {row["id"]: row for row in demo_desk.get("/review.json").json()}
    assert rows[made.id]["undone_by"] == "local"


def test_the_likeliest_pair_is_asked_first(desk: Desk) -> None:
    scores = [each.merge.score for each in merge_questions(desk.store, most=100)]
    assert scores == sorted(scores, reverse=True)
    assert scores


def test_a_pair_that_was_decided_is_asked_no_more(desk: Desk, demo_desk: TestClient) -> None:
    before = count_merge_questions(desk.store)
    asked = merge_questions(desk.store, most=1)[0].merge
    assert post(demo_desk, "/review/names", left=asked.left, right=asked.right, decision="not_same") == 303
    assert count_merge_questions(desk.store) == before - 1
    assert asked not in {each.merge for each in merge_questions(desk.store, most=100)}
    (made,) = [each for each in desk.store.reviews.all() if each.kind is JudgementKind.NOT_SAME]
    assert post(demo_desk, "/review/undo", judgement=made.id) == 303
    assert count_merge_questions(desk.store) == before
