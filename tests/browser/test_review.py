"""A person decides with one key whether two names mean one thing, and takes it back."""

import pytest
from playwright.sync_api import Browser, expect

from browsing import Desk, Visit
from musnad.model import JudgementKind


@pytest.mark.parametrize(
    ("language", "key", "kind"), [("ar", "1", JudgementKind.SAME), ("en", "2", JudgementKind.NOT_SAME)]
)
def test_one_key_decides_and_another_takes_it_back(
    browser: Browser, desk: Desk, language: str, key: str, kind: JudgementKind
) -> None:
    with Visit.begin(browser, desk, language=language) as visit:
        page = visit.open("/review")
        card = page.locator("#card")
        expect(card).to_be_focused()
        names = card.locator("h3 bdi").all_inner_texts()
        page.keyboard.press(key)
        expect(page.locator(".done")).to_be_visible()
        (made,) = [each for each in desk.store.reviews.all() if each.kind is kind]
        assert len(made.places) == 2
        assert made.by == "local"
        page.keyboard.press("z")
        expect(page.locator(".done")).to_have_count(0)
        expect(card.locator("h3 bdi")).to_have_text(names)
        assert not [each for each in desk.store.reviews.all() if each.kind is kind]


def test_a_question_can_be_left_for_later(visit: Visit) -> None:
    page = visit.open("/review?about=claims")
    first = page.locator("#card [name=claim]").input_value()
    page.keyboard.press("3")
    expect(page.locator("#card [name=claim]")).not_to_have_value(first)
    verdicts = {JudgementKind.RIGHT, JudgementKind.WRONG}
    assert not [each for each in visit.desk.store.reviews.all() if each.kind in verdicts]


def test_keys_do_nothing_while_something_is_typed_elsewhere(visit: Visit) -> None:
    page = visit.open("/search")
    page.locator("#q").focus()
    page.keyboard.type("123")
    assert page.locator("#q").input_value() == "123"
