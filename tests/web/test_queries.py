"""A query of an address: its filters, narrowing it, and writing addresses."""

import pytest

from musnad.search import parse_query
from musnad.web.queries import address, asked_in, narrowed


def test_fields_outside_brackets_are_filters_that_can_be_taken_off() -> None:
    asked = asked_in('صاروخ outlet:bbc NOT stance:denies مصدر:"وزارة الدفاع"')
    assert [(each.field, each.value, each.negated) for each in asked.filters] == [
        ("outlet", "bbc", False),
        ("stance", "denies", True),
        ("source", "وزارة الدفاع", False),
    ]
    assert asked.filters[1].without == 'صاروخ outlet:bbc مصدر:"وزارة الدفاع"'


def test_a_choice_has_no_filters() -> None:
    assert asked_in("هدنة OR outlet:bbc").filters == ()


def test_what_cannot_be_read_says_why_and_asks_for_everything() -> None:
    asked = asked_in('"open')
    assert asked.query == "*"
    assert "not closed" in (asked.fault or "")


@pytest.mark.parametrize("query", ["", "*", "صاروخ", "هدنة OR تهدئة", "(هدنة OR تهدئة) غزة"])
@pytest.mark.parametrize("value", ["bbc", "وزارة الدفاع", "gn:98182", "2025-04"])
def test_a_narrowed_query_can_be_read(query: str, value: str) -> None:
    field = "date" if value[:2] == "20" else "outlet"
    read = repr(parse_query(narrowed(query, field, value)))
    assert value.split("-")[0] in read
    for word in ("صاروخ", "هدنة", "تهدئة", "غزة"):
        assert (word in query) == (word in read)


def test_a_choice_is_narrowed_as_a_whole() -> None:
    assert narrowed("هدنة OR تهدئة", "outlet", "bbc") == "(هدنة OR تهدئة) outlet:bbc"


def test_addresses_leave_out_what_is_not_asked() -> None:
    assert address("/search", {"q": "a b", "order": None}, after="") == "/search?q=a+b"
