"""What was compared comes back from the store as the dossier that was kept."""

from dataclasses import replace
from datetime import UTC, datetime

from musnad.comparing import compare_reports
from musnad.model import Dossier, StoryChange, StoryChangeKind
from musnad.store import Store, in_common
from store_reports import demo_reports, made_report


def kept(store: Store) -> Dossier:
    """Keep the bundled reports as compared, and return their dossier."""
    dossier = compare_reports(demo_reports())
    store.add_reports(dossier.reports, reader="test")
    store.keep_copies(dossier.copy_pairs, dossier.copy_families)
    store.keep_dossier(dossier, compared=[number for number, _ in store.numbers()])
    return dossier


def in_order(dossier: Dossier) -> Dossier:
    """Return the dossier with every part by its ids, whatever order it came in."""
    return replace(
        dossier,
        reports=tuple(sorted(dossier.reports, key=lambda each: each.id)),
        copy_pairs=tuple(sorted(dossier.copy_pairs, key=lambda each: (each.left, each.right))),
        copy_families=tuple(sorted(dossier.copy_families, key=lambda each: each.id)),
        namings=tuple(sorted(dossier.namings, key=lambda each: each.id)),
        merges=tuple(sorted(dossier.merges, key=lambda each: (each.left, each.right))),
        entities=tuple(sorted(dossier.entities, key=lambda each: each.id)),
        stories=tuple(sorted(dossier.stories, key=lambda each: each.id)),
        propositions=tuple(sorted(dossier.propositions, key=lambda each: each.id)),
        contradictions=tuple(sorted(dossier.contradictions, key=lambda each: (each.left, each.right, each.slot))),
    )


def test_the_whole_dossier_comes_back(store: Store) -> None:
    dossier = kept(store)
    assert in_order(store.dossier(report.id for report in dossier.reports)) == in_order(dossier)


def test_a_part_of_it_names_no_report_that_is_left_out(store: Store) -> None:
    dossier = kept(store)
    some = {report.id for report in dossier.reports[:6]}
    part = store.dossier(some)
    assert {report.id for report in part.reports} == some
    assert {each.report for proposition in part.propositions for each in proposition.assertions} <= some
    assert all({pair.left, pair.right} <= some for pair in part.copy_pairs)
    names = {each.id for proposition in part.propositions for each in proposition.assertions}
    assert all({each.left, each.right} <= names for each in part.contradictions)
    assert part.propositions
    assert part.contradictions


def test_what_became_of_stories_comes_back_until_the_reports_are_compared_anew(store: Store) -> None:
    dossier = kept(store)
    first, second, *_ = sorted(report.id for report in dossier.reports)
    changes = (
        StoryChange(StoryChangeKind.SPLIT, second, (second, first), None, ("two groups",)),
        StoryChange(StoryChangeKind.MERGED, first, (second,), datetime(2024, 3, 4, 6, tzinfo=UTC), ("near",)),
    )
    numbers = [number for number, _ in store.numbers()]
    store.keep_dossier(replace(dossier, story_changes=changes), compared=numbers)
    assert store.dossier(report.id for report in dossier.reports).story_changes == changes
    assert store.dossier([first]).story_changes == changes[1:]
    store.keep_dossier(replace(dossier, story_changes=()), compared=numbers)
    assert store.dossier(report.id for report in dossier.reports).story_changes == ()


def test_compared_reports_are_told_from_where_an_earlier_list_ended(store: Store) -> None:
    reports = [made_report(number) for number in range(4)]
    numbers = [added.number for added in store.add_reports(reports, reader="1")]

    def compare(*places: int) -> None:
        with store.writing() as connection:
            in_common.mark_compared(connection, [numbers[place] for place in places])

    compare(0, 2)
    first, known = store.compared_reports()
    assert first == [reports[0].id, reports[2].id]
    assert store.compared_reports(known) == ([], known)
    compare(3)
    assert store.compared_reports(known)[0] == [reports[3].id]
    compare(1)  # before the last that was known: the earlier list no longer holds
    assert store.compared_reports(known)[0] == [report.id for report in reports]
