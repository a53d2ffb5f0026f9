"""Statements are compared with those that share rare words, and with no crowd of others."""

import pytest
from read_reports import statement_of

from musnad.agreement.candidates import Entry, entry_of, find_candidates, parts_of, place_of
from musnad.spreading import InTurn

SAME = "أفرغت سفينة القنديل صناديق السكر في ميناء النخيل"
AGAIN = "سفينة القنديل تفرغ صناديق السكر بميناء النخيل"
OTHER = "فاز فريق الكواكب بكأس المدارس للشطرنج"


def entries_of(*texts: str) -> list[Entry]:
    return [entry_of(place_of(number, 0), statement_of(text)) for number, text in enumerate(texts)]


def test_two_that_share_rare_words_are_compared() -> None:
    assert find_candidates(entries_of(SAME, OTHER, AGAIN)) == [(place_of(0, 0), place_of(2, 0))]


def test_strangers_are_not() -> None:
    assert find_candidates(entries_of(SAME, OTHER)) == []


def test_a_crowd_of_one_form_costs_no_more_than_its_number() -> None:
    entries = entries_of(*(f"سجلت محطة {number} هطول المطر في الوادي" for number in range(60)))
    assert len(find_candidates(entries)) <= 60 * 16


@pytest.mark.parametrize("shards", [2, 5])
def test_parted_by_their_words_the_same_meet(shards: int) -> None:
    entries = entries_of(SAME, OTHER, AGAIN, *(f"سجلت محطة {number} هطول المطر في الوادي" for number in range(30)))
    assert find_candidates(entries, InTurn(shards)) == find_candidates(entries)


def test_a_place_tells_its_report_and_its_statement() -> None:
    assert parts_of(place_of(7, 3)) == (7, 3)
    assert place_of(0, 99) < place_of(1, 0)
