"""Claims of many reports become propositions and contradictions, whatever the order in which the reports come."""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from read_reports import report_of

from musnad.agreement import Judged, SourceIndex, count_chains, match_claims
from musnad.comparing import compare_reports
from musnad.model import Assertion, Contradiction, Polarity, Proposition, Report, Slot, Span
from store_reports import demo_reports

TEXTS = (
    "وصول صواريخ إلى ميناء النخيل\nقال مصدر عسكري إن سفينة شحن أفرغت صواريخ في ميناء النخيل فجر الثلاثاء.",
    "صواريخ في الميناء\nأفاد مصدر عسكري بأن سفينة شحن أفرغت صواريخ في ميناء النخيل فجر الثلاثاء.",
    "الوزارة تنفي\nنفت وزارة النقل أن تكون سفينة شحن أفرغت صواريخ في ميناء النخيل.",
    "انهيار جسر\nقالت الشرطة إن سبعة عمال قتلوا في انهيار جسر الورد في حمص يوم الاثنين.",
    "قتلى في حمص\nقال شهود إن ثلاثة عمال قتلوا في انهيار جسر الورد في حمص يوم الاثنين.",
    "معرض الكتاب\nقال المدير إن معرض الكتاب يستقبل زواره في قاعة المدينة.",
)


@cache
def reports() -> tuple[Report, ...]:
    return tuple(report_of(text, outlet=f"صحيفة {number}") for number, text in enumerate(TEXTS))


def match(
    chosen: tuple[Report, ...], judged: Judged | None = None
) -> tuple[tuple[Proposition, ...], tuple[Contradiction, ...]]:
    by_id = {report.id: report for report in chosen}
    index = SourceIndex()
    index.add(by_id)
    return match_claims(by_id, (), lambda assertions: count_chains(assertions, index), judged)


def told(report: Report, word: str) -> tuple[str, Span]:
    """Return a word of the report's last paragraph, as people point to it."""
    assert report.article is not None
    start = report.article.text.rindex(word)
    return report.id, Span(start, start + len(word))


def saying(propositions: tuple[Proposition, ...], word: str) -> Proposition:
    return next(each for each in propositions if word in each.label)


def of(assertions: tuple[Assertion, ...], polarity: Polarity) -> set[str]:
    return {each.report for each in assertions if each.polarity is polarity}


def test_two_who_say_one_thing_and_one_who_denies_it_make_one_proposition() -> None:
    first, second, denial = reports()[:3]
    found = saying(match(reports())[0], "أفرغت")
    assert of(found.assertions, Polarity.AFFIRMS) == {first.id, second.id}
    assert of(found.assertions, Polarity.DENIES) == {denial.id}
    assert (found.affirmed.most >= 1, found.denied.most) == (True, 1)


def test_a_denial_by_a_named_source_makes_what_is_told_doubtful() -> None:
    first, _, denial = reports()[:3]
    found = saying(match((first, denial))[0], "أفرغت")
    assert (found.affirmed.credibility, found.denied.credibility) == (4, 3)


def test_another_number_by_a_named_source_makes_what_is_told_doubtful() -> None:
    told = (
        report_of(
            "خبر\nقال العمدة فارس الدروبي إن تسعة عمال قتلوا في انهيار جسر الورد في حمص يوم الاثنين.", outlet="د"
        ),
        *reports()[3:4],
    )
    assert {each.affirmed.credibility for each in match(told)[0]} == {4}


def test_a_denial_is_a_contradiction_in_polarity() -> None:
    assert Slot.POLARITY in {each.slot for each in match(reports()[:3])[1]}


def test_two_tolls_of_one_happening_are_a_contradiction_in_number() -> None:
    found = match(reports()[3:5])[1]
    assert [each.slot for each in found] == [Slot.NUMBER]


def test_a_contradiction_in_number_shows_the_numbers() -> None:
    propositions, (found,) = match(reports()[3:5])
    texts = {report.id: report.article.text for report in reports() if report.article}
    told_in = {assertion.id: texts[assertion.report] for each in propositions for assertion in each.assertions}
    shown = {span.of(told_in[side]) for side, span in ((found.left, found.left_span), (found.right, found.right_span))}
    assert shown == {"سبعة عمال", "ثلاثة عمال"}


def test_both_sides_of_a_contradiction_are_among_the_propositions() -> None:
    propositions, contradictions = match(reports())
    known = {assertion.id for each in propositions for assertion in each.assertions}
    assert contradictions
    assert {name for each in contradictions for name in (each.left, each.right)} <= known


def test_what_one_report_alone_says_is_no_proposition() -> None:
    assert match(reports()[5:])[0] == ()


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    assert match(tuple(reports()[number] for number in order)) == match(reports())


def test_the_id_of_a_proposition_stays_when_a_later_report_joins() -> None:
    few, all_of_them = match(reports()[:2])[0], match(reports())[0]
    assert saying(few, "أفرغت").id == saying(all_of_them, "أفرغت").id


def test_a_later_count_bears_no_earlier_one_out() -> None:
    bridge = "قتلوا في انهيار جسر الورد في حمص يوم الاثنين."
    told = (
        report_of(f"خبر\nقالت الشرطة إن أربعة عمال {bridge}", outlet="أ", published="2026-03-03"),
        report_of(f"خبر\nقال الحاكم إن أربعة عمال {bridge}", outlet="ب", published="2026-03-03"),
        report_of(f"خبر\nقال شهود إن سبعة عمال {bridge}", outlet="ج", published="2026-03-04"),
    )
    (found,) = [each for each in match(told)[0] if len({one.report for one in each.assertions}) > 1]
    assert of(found.assertions, Polarity.AFFIRMS) == {told[0].id, told[1].id}


def test_what_people_hold_apart_is_neither_one_thing_nor_a_contradiction() -> None:
    first, second, denial = reports()[:3]
    apart = {(told(first, "أفرغت"), told(other, "أفرغت")): False for other in (second, denial)}
    propositions, contradictions = match((first, second, denial), apart)
    assert not any(first.id in {one.report for one in each.assertions} for each in propositions)
    assert len(contradictions) == 1


def test_what_people_hold_to_say_one_thing_is_one_proposition() -> None:
    bridge, fair = reports()[3], reports()[5]
    joined = {(told(fair, "يستقبل"), told(bridge, "قتلوا")): True}
    propositions, _ = match((bridge, fair), joined)
    assert [of(each.assertions, Polarity.AFFIRMS) for each in propositions] == [{bridge.id, fair.id}]
    assert propositions[0].reasons == ("says the same: people judged that both say one thing",)


def test_a_denial_that_people_hold_to_say_the_same_affirms() -> None:
    first, second, denial = reports()[:3]
    joined = {(told(first, "أفرغت"), told(denial, "أفرغت")): True}
    found = saying(match((first, second, denial), joined)[0], "أفرغت")
    assert of(found.assertions, Polarity.AFFIRMS) == {first.id, second.id, denial.id}


def test_reports_with_and_without_a_time_zone_are_compared() -> None:
    """Pages differ in whether they tell their zone; the order of such two is told by their days."""
    dated = []
    for place, report in enumerate(demo_reports()):
        article = report.article
        assert article is not None
        assert article.published is not None
        bare = replace(article.published, value=article.published.value.replace(tzinfo=None), has_time=False)
        dated.append(replace(report, article=replace(article, published=bare)) if place % 2 else report)
    assert compare_reports(dated).contradictions
