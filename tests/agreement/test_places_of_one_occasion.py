"""Two places of one occasion conflict where they exclude each other, and not where both sides name one of them."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

CONFLICTS = [
    # Where it leads, of who comes there; both name what the talks are about.
    (
        "وصل وزير الري الصومالي عادل الصفدي إلى الخرطوم الاثنين لبحث تقاسم مياه إقليم دارفور مع نظيره",
        "بدأ وزير الري الصومالي عادل الصفدي الاثنين زيارة إلى نواكشوط يبحث خلالها تقاسم مياه إقليم دارفور مع نظيره",
    ),
    # "Not there": the one place is set against the other.
    (
        "دشن الموسيقي رائف السمان الخميس مهرجان العود العاشر في صنعاء بمشاركة أربعين عازفا",
        "دشن الموسيقي رائف السمان في عدن دون صنعاء الخميس مهرجان العود العاشر بمشاركة أربعين عازفا",
    ),
    # A name's own words say nothing: the crossing is called "new", the convoy is no other one.
    (
        "عبر 370 صيادا سوريا الثلاثاء معبر جديدة يابوس في قافلة نظمتها نقابة الصيادين",
        "عبر 370 صيادا سوريا الثلاثاء معبر العريضة في قافلة نظمتها نقابة الصيادين",
    ),
]
NO_CONFLICTS = [
    (
        "وصل وزير الري عادل الصفدي إلى الخرطوم الاثنين لبحث تقاسم مياه النيل مع نظيره",
        "حطت طائرة وزير الري عادل الصفدي الاثنين في مطار الخرطوم الدولي لبحث تقاسم مياه النيل مع نظيره",
    ),
    (
        "دشن الموسيقي رائف السمان الخميس مهرجان العود العاشر في صنعاء بمشاركة أربعين عازفا",
        "بمشاركة أربعين عازفا جاؤوا من عدن دشن رائف السمان الخميس في صنعاء مهرجان العود العاشر",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_two_places_of_one_occasion_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.PLACE), found.reasons


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_a_place_that_both_name_does_not(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
