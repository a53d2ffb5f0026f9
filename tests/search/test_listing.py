"""Lists page through what a store holds, the same on either database, and what belongs to a report is found."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial
from typing import Any

import pytest
from searched_reports import searched_reports

from musnad.comparing import compare_reports
from musnad.errors import QueryError, UsageError
from musnad.keeping.reviewing import Reviewer, marked
from musnad.model import Dossier, JudgementKind, Span
from musnad.search import (
    Page,
    PageSettings,
    Within,
    list_alerts,
    list_cases,
    list_claims,
    list_contradictions,
    list_entities,
    list_events,
    list_judgements,
    list_propositions,
    list_related,
    list_reports,
    list_sources,
    list_stories,
    list_transfers,
    list_versions,
    make_keys,
    profile_source,
)
from musnad.store import Store, open_store
from musnad.store.alerts import NewAlert, SavedSearch, Trigger
from musnad.store.finding.kept import AlertFilter, JudgementFilter
from musnad.store.finding.newest import fetch_newest
from musnad.store.finding.reports import Found, find_numbered
from musnad.store.finding.shared import EntityFilter, EntityOrder
from musnad.store.finding.sources import SourceFilter, SourceOrder
from store_reports import demo_reports, made_report

MINISTER = "person:الوزير هشام الصباغ"


@cache
def compared() -> Dossier:
    """Return what the bundled reports have in common."""
    return compare_reports(demo_reports())


@pytest.fixture
def compared_store(address: str) -> Iterator[Store]:
    """Yield a store of either kind with the bundled reports, compared."""
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(demo_reports(), reader="test")
        store.keep_copies(compared().copy_pairs, compared().copy_families)
        store.keep_dossier(compared(), compared=[number for number, _ in store.numbers()])
        yield store


@pytest.fixture
def searched(address: str) -> Iterator[Store]:
    """Yield a store of either kind with the reports that are searched."""
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(searched_reports().values(), reader="test")
        yield store


def every(fetch: Callable[..., Page[Any]], limit: int) -> list[Any]:
    """Return the rows of all pages."""
    rows: list[Any] = []
    after = None
    while True:
        page = fetch(page=PageSettings(limit, after))
        assert len(page.rows) <= limit
        rows += page.rows
        if page.next is None:
            return rows
        after = page.next


LISTS: dict[str, Callable[..., Page[Any]]] = {
    "reports": list_reports,
    "claims": list_claims,
    "events": list_events,
    "transfers": list_transfers,
    "propositions": list_propositions,
    "contradictions": list_contradictions,
    "entities": list_entities,
    "most named": partial(list_entities, asked=EntityFilter(order=EntityOrder.MOST_NAMED)),
    "sources": list_sources,
    "most claims": partial(list_sources, asked=SourceFilter(order=SourceOrder.MOST_CLAIMS)),
    "stories": list_stories,
}


def test_pages_of_every_list_hold_each_row_once_whatever_their_length(compared_store: Store) -> None:
    for name, fetch in LISTS.items():
        whole = every(partial(fetch, compared_store), 500)
        for limit in (1, 2, 7):
            assert every(partial(fetch, compared_store), limit) == whole, name
        assert whole, name


def test_lists_count_what_the_dossier_holds(compared_store: Store) -> None:
    whole = {name: len(every(partial(fetch, compared_store), 500)) for name, fetch in LISTS.items()}
    dossier = compared()
    assert whole["reports"] == len([report for report in dossier.reports if report.article])
    assert whole["claims"] == sum(len(report.claims) for report in dossier.reports)
    assert whole["events"] == sum(len(report.events) for report in dossier.reports)
    assert whole["transfers"] == sum(len(report.transfers) for report in dossier.reports)
    assert whole["propositions"] == len(dossier.propositions)
    assert whole["contradictions"] == len({(each.left, each.right, each.slot) for each in dossier.contradictions})
    assert whole["entities"] == len(dossier.entities)
    assert whole["stories"] == len(dossier.stories)


def test_reports_and_claims_come_newest_first_and_those_without_a_date_last(searched: Store) -> None:
    undated = made_report(1)
    assert undated.article is not None
    searched.add_reports([replace(undated, article=replace(undated.article, published=None))], reader="test")
    published = [report.published for report in every(partial(list_reports, searched), 3)]
    assert published == sorted(published, reverse=True)
    assert published[-1] == ""
    claims = every(partial(list_claims, searched), 2)
    assert [claim.report.published for claim in claims] == sorted(
        (claim.report.published for claim in claims), reverse=True
    )
    assert claims[-1].report.id == undated.id


def test_a_report_that_arrives_between_two_pages_neither_repeats_nor_drops_a_row(searched: Store) -> None:
    first = list_reports(searched, page=PageSettings(3))
    before = every(partial(list_reports, searched), 500)
    newest = made_report(27)
    searched.add_reports([newest], reader="test")
    second = list_reports(searched, page=PageSettings(500, first.next))
    assert [*first.rows, *(each for each in second.rows if each.id != newest.id)] == before


def test_what_a_query_asks_of_claims_is_asked_of_each_claim(searched: Store) -> None:
    (denial,) = list_claims(searched, "stance:denies").rows
    assert (denial.stance, denial.report.id) == ("denies", searched_reports()["missile"].id)
    assert denial.words in searched_reports()["missile"].article.text  # type: ignore[union-attr]
    assert denial.links[-1].kind == "person"
    assert {claim.anonymous for claim in list_claims(searched, "anonymous:yes").rows} == {True}
    assert {claim.report.id for claim in list_claims(searched, "هدنة").rows} == {searched_reports()["truce"].id}


def test_a_claim_comes_with_its_chain_and_what_it_asserts(compared_store: Store) -> None:
    claims = every(partial(list_claims, compared_store), 100)
    asserted = {(said.report, said.claim): each for each in compared().propositions for said in each.assertions}
    told = [claim for claim in claims if claim.propositions]
    assert told
    for claim in told:
        proposition = asserted[claim.report.id, claim.id]
        assert proposition.id in {each.id for each in claim.propositions}
        first = next(each for each in claim.propositions if each.id == proposition.id)
        assert first.affirmed == (proposition.affirmed.least, proposition.affirmed.most)
    read = {(report.id, claim.id): claim for report in demo_reports() for claim in report.claims}
    for claim in claims:
        chain = read[claim.report.id, claim.id].resolved_chain
        assert [(link.kind, link.stance) for link in claim.links] == [(link.kind, link.stance) for link in chain]


def test_independent_and_contradicted_are_asked_of_propositions(compared_store: Store) -> None:
    for query, holds in (
        ("independent:>=2", lambda each: each.affirmed[0] >= 2),
        ("contradicted:yes", lambda each: each.contradicted),
        ("contradicted:no", lambda each: not each.contradicted),
    ):
        rows = every(partial(list_propositions, compared_store, query), 50)
        whole = every(partial(list_propositions, compared_store), 50)
        assert rows == [each for each in whole if holds(each)]
        assert rows, query


def test_claims_of_propositions_that_are_confirmed_or_contradicted_are_found(compared_store: Store) -> None:
    propositions = {each.id: each for each in compared().propositions}
    for query, numbers in (("independent:>=2", range(2, 99)), ("independent:1", range(1, 2))):
        wanted = {
            (said.report, said.claim)
            for each in propositions.values()
            if each.affirmed.least in numbers
            for said in each.assertions
            if said.claim
        }
        claims = every(partial(list_claims, compared_store, query), 50)
        assert {(claim.report.id, claim.id) for claim in claims} == wanted
        assert wanted, query
    contradicted = every(partial(list_claims, compared_store, "contradicted:yes"), 50)
    others = every(partial(list_claims, compared_store, "contradicted:no"), 50)
    assert contradicted
    assert all(any(each.contradicted for each in claim.propositions) for claim in contradicted)
    assert not any(each.contradicted for claim in others for each in claim.propositions)
    assert len(contradicted) + len(others) == sum(len(report.claims) for report in demo_reports())


def test_rows_within_a_story_an_entity_a_proposition_and_a_report(compared_store: Store) -> None:
    dossier = compared()
    story = max(dossier.stories, key=lambda each: len(each.reports))
    found = list_reports(compared_store, within=Within(story=story.id)).rows
    assert {each.id for each in found} == set(story.reports)
    entity = max(dossier.entities, key=lambda each: len(each.namings))
    named = {naming.report for naming in dossier.namings if naming.id in entity.namings}
    assert {each.id for each in list_reports(compared_store, within=Within(entity=entity.id)).rows} == named
    proposition = max(dossier.propositions, key=lambda each: len(each.assertions))
    claims = every(partial(list_claims, compared_store, within=Within(proposition=proposition.id)), 2)
    assert {claim.id for claim in claims} == {said.claim for said in proposition.assertions if said.claim}
    report = claims[0].report.id
    of_report = every(partial(list_claims, compared_store, within=Within(report=report)), 3)
    assert len(of_report) == len(next(each for each in demo_reports() if each.id == report).claims)


def test_contradictions_that_a_comparing_replaces_meanwhile_are_still_listed_whole(
    compared_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list_contradictions(compared_store).rows

    def fetch_and_compare(*given: Any, **named: Any) -> Any:
        rows = fetch_newest(*given, **named)
        nothing = replace(compared(), propositions=(), contradictions=())
        compared_store.keep_dossier(nothing, compared=[number for number, _ in compared_store.numbers()])
        return rows

    monkeypatch.setattr("musnad.store.finding.shared.fetch_newest", fetch_and_compare)
    assert before
    assert list_contradictions(compared_store).rows == before
    monkeypatch.undo()
    assert not list_contradictions(compared_store).rows


def test_a_contradiction_whose_report_is_removed_meanwhile_is_left_out(
    compared_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list_contradictions(compared_store).rows
    gone = before[0].left.report.id

    def find_others(*given: Any) -> dict[int, Found]:
        return {number: found for number, found in find_numbered(*given).items() if found.id != gone}

    monkeypatch.setattr("musnad.store.finding.shared.find_numbered", find_others)
    left = [each for each in before if gone not in (each.left.report.id, each.right.report.id)]
    assert list(list_contradictions(compared_store).rows) == left


def test_a_contradiction_shows_the_words_of_both_sides(compared_store: Store) -> None:
    texts = {report.id: report.article.text for report in demo_reports() if report.article}
    rows = every(partial(list_contradictions, compared_store), 3)
    for row in rows:
        for side in (row.left, row.right):
            assert side.words == side.span.of(texts[side.report.id])
        assert row.reasons
    assert [row.day for row in rows] == sorted((row.day for row in rows), reverse=True)


def test_entities_are_listed_by_kind_and_name(compared_store: Store) -> None:
    people = every(partial(list_entities, compared_store, asked=EntityFilter(("person",))), 9)
    assert people
    assert {each.kind for each in people} == {"person"}
    label = people[0].label
    named = list_entities(compared_store, asked=EntityFilter(name=label)).rows
    assert people[0].id in {each.id for each in named}
    most = list_entities(compared_store, asked=EntityFilter(order=EntityOrder.MOST_NAMED)).rows
    assert [each.reports for each in most] == sorted((each.reports for each in most), reverse=True)


def test_sources_are_counted_as_the_claims_say(searched: Store) -> None:
    sources = {each.id: each for each in every(partial(list_sources, searched), 4)}
    minister = sources[MINISTER]
    assert (minister.claims, minister.origins, minister.denials, minister.reports) == (1, 1, 0, 1)
    page = sources["page:صحيفه افق الجنوب"]
    reports = [each for each in searched_reports().values() if each.article and each.article.outlet]
    ours = [each for each in reports if each.article.outlet.value == "صحيفة أفق الجنوب"]  # type: ignore[union-attr]
    assert page.claims == sum(len(each.claims) for each in ours)
    assert (page.reports, page.denials, page.first_day, page.day) == (3, 1, "2024-12-30", "2025-05-11")
    assert [each.id for each in list_sources(searched, "دمشق", SourceFilter(("anon",))).rows] == ["anon:diplomat"]
    assert MINISTER in {each.id for each in list_sources(searched, asked=SourceFilter(name="الصباغ")).rows}


def test_counts_of_sources_follow_when_reports_go_and_are_read_anew(searched: Store) -> None:
    before = set(every(partial(list_sources, searched), 500))
    report = searched_reports()["missile"]
    searched.delete([report.id])
    left = {each.id: each for each in every(partial(list_sources, searched), 500)}
    assert "person:المتحدث باسم الحكومه سامي الراوي" not in left
    assert left["page:صحيفه افق الجنوب"].reports == 2
    searched.add_reports([replace(report, claims=report.claims[:1])], reader="test")
    searched.add_reports([report], reader="another")
    assert set(every(partial(list_sources, searched), 500)) == before


def test_a_source_tells_on_whose_word_it_speaks_and_who_has_it_from_there(searched: Store) -> None:
    radio = profile_source(searched, "outlet:اذاعه الواحه")
    assert radio is not None
    assert [(each.id, each.claims) for each in radio.held_from] == [("anon:diplomat", 1)]
    assert [(each.id, each.claims) for each in radio.relayed_by] == [("page:صحيفه افق الجنوب", 1)]
    paper = profile_source(searched, "page:صحيفه افق الجنوب")
    assert paper is not None
    assert "outlet:اذاعه الواحه" in {each.id for each in paper.held_from}
    assert profile_source(searched, "person:لا احد") is None
    said = list_claims(searched, within=Within(source="outlet:اذاعه الواحه")).rows
    assert [claim.report.id for claim in said] == [searched_reports()["visit"].id]


def test_what_came_of_what_a_source_says_is_counted(compared_store: Store) -> None:
    propositions = {each.id: each for each in compared().propositions}
    for source in every(partial(list_sources, compared_store), 500):
        profile = profile_source(compared_store, source.id)
        assert profile is not None
        claims = every(partial(list_claims, compared_store, within=Within(source=source.id)), 500)
        assert profile.outcomes.of_claims == source.claims == len(claims)
        said = {each.id for claim in claims for each in claim.propositions}
        assert profile.outcomes.propositions == len(said)
        assert profile.outcomes.confirmed == sum(propositions[name].affirmed.least >= 2 for name in said)
        assert profile.outcomes.alone == sum(propositions[name].affirmed.most <= 1 for name in said)
        assert profile.outcomes.first <= profile.outcomes.confirmed


def test_related_reports_are_those_of_the_text_the_story_and_what_is_said(compared_store: Store) -> None:
    family = max(compared().copy_families, key=lambda each: len(each.members))
    related = list_related(compared_store, family.members[0])
    copies = {each.report.id for each in related if "copy" in {relation.kind for relation in each.relations}}
    pairs = {
        name
        for pair in compared().copy_pairs
        if pair.one_origin and family.members[0] in (pair.left, pair.right)
        for name in (pair.left, pair.right)
    }
    assert copies == pairs - {family.members[0]}
    assert family.members[0] not in {each.report.id for each in related}
    assert list_related(compared_store, "0" * 16) == ()


def test_versions_of_a_page_say_what_was_changed(store: Store) -> None:
    first, second = made_report(5), made_report(5, note=" وتأخرت سفينة أخرى.")
    assert first.article is not None
    assert first.raw.fetched_at is None
    seen = store.clock()
    earlier = replace(first, raw=replace(first.raw, fetched_at=seen))
    later = replace(second, id="f" * 16, raw=replace(second.raw, fetched_at=seen + timedelta(hours=1)))
    store.add_reports([earlier, later], reader="test")
    one, two = list_versions(store, later.id)
    assert (one.report, one.changes) == (earlier.id, ())
    (change,) = two.changes
    assert change.after[0].endswith("وتأخرت سفينة أخرى.")
    assert change.before[0] + " وتأخرت سفينة أخرى." == change.after[0]
    assert list_versions(store, "0" * 16) == ()


def test_judgements_cases_and_alerts_are_listed_the_latest_first(searched: Store) -> None:
    report = searched_reports()["missile"]
    for number in range(3):
        reviewer = Reviewer(f"reviewer {number % 2}")
        searched.reviews.add(marked(report, Span(0, 5), JudgementKind.NOTE, f"note {number}", reviewer))
    searched.reviews.add(marked(report, None, JudgementKind.IN_CASE, "port", Reviewer("reviewer 1")))
    whole = every(partial(list_judgements, searched), 2)
    assert [each.judgement.value for each in whole] == ["port", "note 2", "note 1", "note 0"]
    searched.reviews.undo(whole[1].judgement.id, "reviewer 0")
    asked = JudgementFilter(kind="note", by="reviewer 0")
    assert [each.judgement.value for each in list_judgements(searched, asked).rows] == ["note 0"]
    assert len(list_judgements(searched, replace(asked, with_undone=True)).rows) == 2
    (case,) = list_cases(searched).rows
    assert (case.name, case.by, case.entries) == ("port", "reviewer 1", 1)
    assert [each.judgement.kind for each in list_judgements(searched, JudgementFilter(case="port")).rows] == ["in_case"]
    searched.alerts.save(SavedSearch("port", "ميناء", tuple(Trigger)))
    searched.alerts.raise_all(NewAlert("port", Trigger.CIRCLE, str(number), "title", "body") for number in range(5))
    raised = every(partial(list_alerts, searched, AlertFilter("port")), 2)
    assert [alert.subject for alert in raised] == ["4", "3", "2", "1", "0"]
    assert list_alerts(searched, AlertFilter(trigger="silent_edit")).rows == ()


@pytest.mark.parametrize("cursor", ["!", "bm9wZQ", base64.urlsafe_b64encode(b'["x","","\\u0000"]').decode()])
def test_a_cursor_that_is_none_is_refused(searched: Store, cursor: str) -> None:
    with pytest.raises(QueryError, match="start again at the first page"):
        list_claims(searched, page=PageSettings(2, cursor))


def test_a_cursor_of_another_list_or_query_is_refused(searched: Store) -> None:
    ended = list_reports(searched, page=PageSettings(2)).next
    others: tuple[Callable[..., Page[Any]], ...] = (
        partial(list_reports, searched, "صاروخ"),
        partial(list_stories, searched),
    )
    for fetch in others:
        with pytest.raises(QueryError, match="start again"):
            fetch(page=PageSettings(2, ended))
    with pytest.raises(UsageError, match="1 to 500"):
        list_reports(searched, page=PageSettings(0))
    with pytest.raises(UsageError, match="no id of a source"):
        list_reports(searched, within=Within(source="nobody"))
