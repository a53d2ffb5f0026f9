"""Copies are found passage by passage, told from quotations and stock phrases, and gathered into families."""

import random

import pytest
from copy_reports import prose, report
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.copies import find_copies
from musnad.model import CopyPair, CopyRelation, PassageLabel, Report

NOT_TOLD = "the first print is not known: 2 of 3 members are of the first day, 2024-05-09"


def only_pair(*reports: Report) -> CopyPair:
    pairs, _ = find_copies(reports)
    assert len(pairs) == 1
    return pairs[0]


def families(reports: list[Report]) -> set[frozenset[str]]:
    return {frozenset(family.members) for family in find_copies(reports)[1]}


def text_of(source: Report) -> str:
    assert source.article is not None
    return source.article.text


def test_a_verbatim_copy_is_one_passage_without_edits() -> None:
    body = prose(90, 1)
    pair = only_pair(report("a", body), report("b", body, headline="عنوان آخر للنص"))
    assert pair.relation is CopyRelation.SAME_TEXT
    assert pair.one_origin
    assert [(passage.label, passage.words, passage.edits) for passage in pair.passages] == [
        (PassageLabel.VERBATIM, 90, 0)
    ]


def test_a_passage_points_at_the_same_words_in_both_texts() -> None:
    shared = prose(40, 2)
    first = report("a", f"{prose(30, 3)} {shared} {prose(10, 4)}")
    second = report("b", f"{shared} {prose(35, 5)}")
    (passage,) = only_pair(first, second).passages
    assert passage.left.of(text_of(first)) == passage.right.of(text_of(second)) == shared


def test_changed_words_are_counted_as_edits() -> None:
    words = prose(80, 6).split()
    changed = [*words[:20], "كلمة", *words[21:50], "زائدة", *words[50:]]
    pair = only_pair(report("a", " ".join(words)), report("b", " ".join(changed)))
    assert [(passage.label, passage.edits) for passage in pair.passages] == [(PassageLabel.EDITED, 2)]


def test_paragraphs_that_changed_places_are_found() -> None:
    parts = [prose(40, seed) for seed in (7, 8, 9)]
    pair = only_pair(report("a", "\n".join(parts)), report("b", "\n".join(reversed(parts))))
    assert pair.relation is CopyRelation.SAME_TEXT
    assert sorted(passage.words for passage in pair.passages) == [40, 40, 40]


def test_a_text_within_a_longer_one_is_partial() -> None:
    shared = prose(60, 10)
    pair = only_pair(report("a", f"{shared} {prose(60, 11)}"), report("b", f"{prose(120, 12)} {shared}"))
    assert pair.relation is CopyRelation.PARTIAL
    assert pair.one_origin


def test_one_quotation_in_two_reports_is_no_copying() -> None:
    quotation = f"«{prose(25, 13)}»"
    pair = only_pair(report("a", f"{prose(60, 14)} {quotation}"), report("b", f"{prose(50, 15)} {quotation}"))
    assert [passage.label for passage in pair.passages] == [PassageLabel.SHARED_QUOTATION]
    assert not pair.one_origin
    assert find_copies([report("a", quotation), report("b", prose(30, 16))])[1] == ()


def test_words_printed_on_many_days_are_a_template() -> None:
    form = prose(60, 17)
    issues = [
        report(f"day{day}", f"{form} {prose(25, 100 + day)}", published=f"2024-05-{day:02d}") for day in range(1, 9)
    ]
    pairs, found = find_copies(issues)
    assert found == ()
    assert not any(pair.one_origin for pair in pairs)


def test_a_wire_printed_by_many_outlets_in_two_days_is_no_template() -> None:
    wire = prose(80, 18)
    prints = [
        report(f"outlet{number}", f"{wire} {prose(5, 200 + number)}", published=f"2024-05-0{1 + number % 2}")
        for number in range(12)
    ]
    assert families(prints) == {frozenset(f"outlet{number}" for number in range(12))}


def test_one_form_filled_for_two_places_is_a_template() -> None:
    opening, closing = prose(30, 19), prose(30, 20)
    pair = only_pair(
        *(
            report(
                name,
                f"{opening} بلدة {place} {closing} في {place} وأهل {place} {prose(8, seed)}",
                headline=f"لقاء في {place}",
            )
            for name, place, seed in (("a", "الزيتونة", 21), ("b", "المنحدر", 22))
        )
    )
    assert pair.relation is CopyRelation.TEMPLATE
    assert not pair.one_origin


def test_unrelated_reports_make_no_pair() -> None:
    assert find_copies([report("a", prose(200, 23)), report("b", prose(200, 24))]) == ((), ())


def test_a_report_without_an_article_has_no_part() -> None:
    body = prose(60, 25)
    empty = report("c", body)
    without = Report("c", empty.raw, None, (), ())
    assert families([report("a", body), report("b", body), without]) == {frozenset({"a", "b"})}


def test_the_credited_outlet_is_the_maker() -> None:
    body = prose(70, 26)
    pair = only_pair(
        report("a", body, outlet="صحيفة الضفة", published="2024-05-01T08:00", credits=["وكالة الغدير"]),
        report("b", body, outlet="وكالة الغدير", published="2024-05-01T09:00"),
    )
    assert pair.origin == "b"
    (family,) = find_copies(
        [
            report("a", body, outlet="صحيفة الضفة", published="2024-05-01T08:00", credits=["وكالة الغدير"]),
            report("b", body, outlet="وكالة الغدير", published="2024-05-01T09:00"),
        ]
    )[1]
    assert (family.origin, family.credit) == ("b", "وكالة الغدير")


@pytest.mark.parametrize(
    ("dates", "origin"),
    [
        (("2024-05-02", "2024-05-01"), "b"),
        (("2024-05-01T10:00", "2024-05-01T10:05"), "a"),
        (("2024-05-01", "2024-05-01"), None),
        ((None, "2024-05-01"), None),
    ],
)
def test_the_earlier_print_is_the_first_where_dates_tell(dates: tuple[str | None, str], origin: str | None) -> None:
    body = prose(70, 27)
    pair = only_pair(*(report(name, body, published=date) for name, date in zip("ab", dates, strict=True)))
    assert pair.origin == origin
    assert len(pair.reasons) == 1


def test_a_shared_agency_leaves_the_first_print_open() -> None:
    body = prose(70, 28)
    pair = only_pair(
        report("a", body, published="2024-05-01", credits=["رويترز"]),
        report("b", body, published="2024-05-02", credits=["رويترز"]),
    )
    assert (pair.origin, pair.reasons) == (None, ("both credit رويترز",))


@pytest.mark.parametrize(
    ("days", "origin", "reason"),
    [
        (("11", "11", "09"), "c", "first print: published 2 days earlier"),
        (("10", "09", "12"), "b", "first print: published one day earlier"),
        (("09", "09", "11"), None, NOT_TOLD),
        (("09T08:00", "09T07:00", "11"), "b", "first print: published 60 minutes earlier"),
        (
            ("09T08:00", "09", "11"),
            None,
            NOT_TOLD,
        ),
    ],
)
def test_the_first_print_is_that_of_the_first_day(days: tuple[str, ...], origin: str | None, reason: str) -> None:
    body = prose(70, 29)
    prints = [report(name, body, published=f"2024-05-{day}") for name, day in zip("abc", days, strict=True)]
    (family,) = find_copies(prints)[1]
    assert (family.origin, family.reasons[-1]) == (origin, reason)


def test_a_family_that_credits_two_outlets_alike_has_no_known_maker() -> None:
    body = prose(70, 31)
    prints = [report(name, body, credits=[credit]) for name, credit in (("a", "وكالة الغدير"), ("b", "وكالة المرفأ"))]
    (family,) = find_copies(prints)[1]
    assert family.credit is None
    assert family.reasons[0] == "as many members credit وكالة الغدير as وكالة المرفأ"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), min_size=2, max_size=12),
    st.randoms(use_true_random=False),
)
def test_families_do_not_depend_on_the_order_of_arrival(kinds: list[tuple[int, int]], shuffle: random.Random) -> None:
    reports = [
        report(f"r{number}", f"{prose(60, 300 + story)} {prose(40 * own, 400 + number)}")
        for number, (story, own) in enumerate(kinds)
    ]
    expected = families(reports)
    shuffled = reports[:]
    shuffle.shuffle(shuffled)
    assert families(shuffled) == expected
    assert all(len({kinds[int(name[1:])][0] for name in family}) == 1 for family in expected)
