"""Statements are compared with those that share rare words, and with no crowd of others."""

from read_reports import statement_of

from musnad.agreement.candidates import find_candidates

SAME = "أفرغت سفينة القنديل صناديق السكر في ميناء النخيل"
AGAIN = "سفينة القنديل تفرغ صناديق السكر بميناء النخيل"
OTHER = "فاز فريق الكواكب بكأس المدارس للشطرنج"


def test_two_that_share_rare_words_are_compared() -> None:
    assert list(find_candidates([statement_of(SAME), statement_of(OTHER), statement_of(AGAIN)])) == [(0, 2)]


def test_strangers_are_not() -> None:
    assert list(find_candidates([statement_of(SAME), statement_of(OTHER)])) == []


def test_a_crowd_of_one_form_costs_no_more_than_its_number() -> None:
    statements = [statement_of(f"سجلت محطة {number} هطول المطر في الوادي") for number in range(60)]
    assert len(list(find_candidates(statements))) <= 60 * 16
