"""A state is one source by its name, its capital and its government; its ministry may be that source too."""

from itertools import combinations

import pytest
from read_reports import report_of

from musnad.agreement import SourceIndex, count_chains, match_claims
from musnad.model import Independence

DENIAL = "أن تكون طائراتها قصفت جسر الورد في بلدة السرو"
NAMES = (
    "روسيا",
    "موسكو",
    "الحكومة الروسية",
    "السلطات الروسية",
)
SAID = "أن سفينة شحن أفرغت صواريخ في ميناء النخيل فجر الثلاثاء"


def said_by(*speakers: str) -> Independence:
    """Return who says it, each on a page of its own."""
    read = [
        report_of(f"خبر {number}\nأكدت {who} {SAID}.", outlet=f"صحيفة {who}") for number, who in enumerate(speakers)
    ]
    reports = {report.id: report for report in read}
    index = SourceIndex()
    index.add(reports)
    (proposition,), _ = match_claims(reports, (), lambda assertions: count_chains(assertions, index))
    return proposition.affirmed


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_a_state_is_one_source_however_it_is_called(one: str, other: str) -> None:
    counted = said_by(one, other)
    assert (counted.least, counted.most) == (1, 1)


@pytest.mark.parametrize("state", ["روسيا", "موسكو"])
def test_a_state_may_speak_through_its_ministry(state: str) -> None:
    counted = said_by(state, "وزارة الخارجية الروسية")
    assert (counted.least, counted.most) == (1, 2)


@pytest.mark.parametrize("other", ["وزارة الخارجية الفرنسية", "باريس", "أنقرة"])
def test_two_states_are_two_sources(other: str) -> None:
    counted = said_by("موسكو", other)
    assert (counted.least, counted.most) == (2, 2)
