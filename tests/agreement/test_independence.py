"""Counting independent chains: copies, citations, circles, unnamed sources, common links."""

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.agreement import count_independent
from musnad.model import (
    Anonymity,
    CopyFamily,
    CopyPair,
    CopyRelation,
    Independence,
    LinkKind,
    PassageLabel,
    SourceKind,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from planted_reports import Holder, Page, Telling, plant_family, plant_page, plant_pair

WORDS = "أن القافلة عبرت الجسر الشمالي قبل منتصف الليل"
QUOTATION = "«رأينا الشاحنات تعبر الجسر واحدة بعد الأخرى حتى الفجر»"
MINISTER = Holder(LinkKind.PERSON, "سامي الدالي")
ARMY = Holder(LinkKind.ORG, "قيادة الجيش الساحلي")
OFFICIAL = Holder(LinkKind.ANON, "مسؤول رفيع", Anonymity.OFFICIAL)
OFFICER = Holder(LinkKind.ANON, "ضابط كبير", Anonymity.MILITARY)
WITNESSES = Holder(LinkKind.ANON, "شهود", Anonymity.WITNESS)
SOURCE = Holder(LinkKind.ANON, "مصدر مطلع", Anonymity.SOURCE)
UNTOLD = Holder(LinkKind.UNKNOWN, "ذكر")


def paper(name: str) -> Holder:
    return Holder(LinkKind.OUTLET, f"صحيفة {name}")


def page(name: str, *chain: Holder, outlet: str | None = None, credit: str | None = None) -> Page:
    return plant_page(name, [Telling(chain, WORDS)], outlet=outlet, credit=credit)


def count(pages: Sequence[Page], families: Sequence[CopyFamily] = (), pairs: Sequence[CopyPair] = ()) -> Independence:
    assertions = [assertion for each in pages for assertion in each.assertions]
    return count_independent(assertions, {each.report.id: each.report for each in pages}, families, pairs, (), ())


def bounds(counted: Independence) -> tuple[int, int]:
    return counted.least, counted.most


def labels(counted: Independence, *ids: str | None) -> set[str]:
    return {node.label for node in counted.graph.nodes if node.id in ids}


def bare_labels(counted: Independence, circle: Sequence[str]) -> set[str]:
    return {label.removeprefix("صحيفة ") for label in labels(counted, *circle)}


def test_nobody_makes_no_chain() -> None:
    counted = count([])
    assert (bounds(counted), counted.credibility) == ((0, 0), 6)


def test_ten_pages_that_cite_one_person_are_one_chain() -> None:
    counted = count([page(f"p{n}", MINISTER, outlet=f"صحيفة رقم {n}") for n in range(10)])
    assert bounds(counted) == (1, 1)
    assert labels(counted, counted.common_link) == {MINISTER.words}


def test_two_named_sources_on_two_pages_are_two_chains() -> None:
    counted = count([page("a", MINISTER, outlet="المنار الشرقي"), page("b", ARMY, outlet="بريد الساحل")])
    assert bounds(counted) == (2, 2)
    assert counted.common_link is None


def test_one_page_that_cites_two_sources_is_one_chain() -> None:
    both = plant_page("a", [Telling((MINISTER,), WORDS), Telling((ARMY,), WORDS)], outlet="بريد الساحل")
    assert bounds(count([both])) == (1, 1)


def test_an_outlet_that_cites_another_adds_no_chain_and_the_other_is_the_common_link() -> None:
    pages = [page("a", paper("الميزان"), outlet="بريد الساحل"), page("b", paper("الميزان"), outlet="صدى الجبل")]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert labels(counted, counted.common_link) == {"صحيفة الميزان"}


def test_a_copy_with_or_without_credit_counts_with_its_text() -> None:
    wire = page("a", OFFICIAL, outlet="وكالة النهر")
    credited = page("b", OFFICIAL, outlet="بريد الساحل", credit="وكالة النهر")
    bare = page("c", OFFICIAL, outlet="صدى الجبل")
    pages = [wire, credited, bare]
    counted = count(
        pages, [plant_family(pages, credit="وكالة النهر")], [plant_pair(wire, credited), plant_pair(wire, bare)]
    )
    assert bounds(counted) == (1, 1)
    assert [node.members for node in counted.graph.nodes if node.kind is SourceKind.PAGE] == [("a", "b", "c")]
    assert labels(counted, counted.common_link) == {OFFICIAL.words}


def test_a_credit_makes_the_agency_the_source_without_a_copy_being_found() -> None:
    pages = [page("a", outlet="بريد الساحل", credit="وكالة النهر"), page("b", outlet="صدى الجبل", credit="وكالة النهر")]
    assert bounds(count(pages)) == (1, 1)


def test_what_a_copy_adds_of_its_own_is_no_copy() -> None:
    wire = plant_page("a", [Telling((OFFICIAL,), WORDS)], outlet="وكالة النهر")
    longer = plant_page("b", [Telling((OFFICIAL,), WORDS), Telling((ARMY,), WORDS)], outlet="بريد الساحل")
    pair = plant_pair(wire, longer, relation=CopyRelation.PARTIAL)
    assert bounds(count([wire, longer], [], [pair])) == (2, 2)


def test_a_template_is_no_copy() -> None:
    pages = [page("a", MINISTER, outlet="وكالة النهر"), page("b", ARMY, outlet="بريد الساحل")]
    pair = plant_pair(*pages, relation=CopyRelation.TEMPLATE, label=PassageLabel.TEMPLATE)
    assert bounds(count(pages, [], [pair])) == (2, 2)


def test_two_unnamed_sources_that_fit_may_be_one() -> None:
    pages = [page("a", OFFICIAL, outlet="بريد الساحل"), page("b", OFFICIAL, outlet="صدى الجبل")]
    counted = count(pages)
    assert bounds(counted) == (1, 2)
    assert any("may be one source" in reason for reason in counted.reasons)


def test_a_source_of_whom_nothing_is_told_may_be_a_named_one() -> None:
    assert bounds(count([page("a", MINISTER, outlet="بريد الساحل"), page("b", SOURCE, outlet="صدى الجبل")])) == (1, 2)


def test_two_unnamed_sources_that_do_not_fit_are_two() -> None:
    pages = [page("a", OFFICIAL, outlet="بريد الساحل"), page("b", WITNESSES, outlet="صدى الجبل")]
    assert bounds(count(pages)) == (2, 2)


def test_an_officer_may_be_the_official() -> None:
    pages = [page("a", OFFICIAL, outlet="بريد الساحل"), page("b", OFFICER, outlet="صدى الجبل")]
    assert bounds(count(pages)) == (1, 2)


@pytest.mark.parametrize("chain", [(), (UNTOLD,)], ids=["own voice", "untold source"])
def test_a_page_without_a_source_may_have_it_from_another(chain: tuple[Holder, ...]) -> None:
    pages = [page("a", MINISTER, outlet="بريد الساحل"), page("b", *chain, outlet="صدى الجبل")]
    assert bounds(count(pages)) == (1, 2)


def test_an_agency_that_names_no_source_reports_for_itself() -> None:
    pages = [page("a", MINISTER, outlet="بريد الساحل"), page("b", outlet="وكالة النهر")]
    assert bounds(count(pages)) == (2, 2)


def test_the_unnamed_source_of_one_outlet_is_one_wherever_it_is_cited() -> None:
    told = Holder(LinkKind.OUTLET, "لصحيفة الميزان")
    pages = [page("a", told, OFFICIAL, outlet="صحيفة الميزان")]
    pages += [page(f"p{n}", paper("الميزان"), OFFICIAL, outlet=f"موقع رقم {n}") for n in range(4)]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert labels(counted, counted.common_link) == {OFFICIAL.words}
    assert any("one unnamed source" in reason for reason in counted.reasons)


def test_the_same_quoted_words_are_one_utterance_of_one_speaker() -> None:
    pages = [
        plant_page("a", [Telling((OFFICIAL,), QUOTATION, is_quoted=True)], outlet="بريد الساحل"),
        plant_page("b", [Telling((WITNESSES,), QUOTATION, is_quoted=True)], outlet="صدى الجبل"),
    ]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert SourceKind.UTTERANCE in {node.kind for node in counted.graph.nodes}


def test_a_shared_quotation_found_by_the_copies_is_one_utterance() -> None:
    pages = [page("a", OFFICIAL, outlet="بريد الساحل"), page("b", WITNESSES, outlet="صدى الجبل")]
    pair = plant_pair(*pages, relation=CopyRelation.SHARED_PASSAGE, label=PassageLabel.SHARED_QUOTATION)
    assert bounds(count(pages, [], [pair])) == (1, 1)


def test_an_outlet_at_the_end_of_a_chain_is_no_speaker_of_the_words_it_quotes() -> None:
    agency = Holder(LinkKind.OUTLET, "وكالة النهر")
    pages = [
        plant_page("a", [Telling((agency,), QUOTATION, is_quoted=True)], outlet="بريد الساحل"),
        plant_page("b", [Telling((OFFICIAL,), QUOTATION, is_quoted=True)], outlet="وكالة النهر"),
    ]
    counted = count(pages)
    assert counted.graph.circles == ()
    assert labels(counted, *counted.graph.roots) == {OFFICIAL.words}


def test_a_name_that_begins_another_may_be_the_same() -> None:
    short, long = Holder(LinkKind.PERSON, "عبدالسميع"), Holder(LinkKind.PERSON, "عبد السميع فارس الغانم")
    assert bounds(count([page("a", short, outlet="بريد الساحل"), page("b", long, outlet="صدى الجبل")])) == (1, 2)


def test_a_document_without_a_name_is_no_named_source() -> None:
    counted = count([page("a", Holder(LinkKind.DOCUMENT, "تقرير سري"), outlet="بريد الساحل")])
    assert counted.credibility == 4


def test_words_that_pages_give_to_two_named_speakers_are_two_utterances() -> None:
    pages = [
        plant_page("a", [Telling((MINISTER,), QUOTATION, is_quoted=True)], outlet="بريد الساحل"),
        plant_page("b", [Telling((ARMY,), QUOTATION, is_quoted=True)], outlet="صدى الجبل"),
    ]
    assert bounds(count(pages)) == (2, 2)


@pytest.mark.parametrize("size", [2, 3, 5])
def test_outlets_that_cite_each_other_are_a_circle_and_one_chain(size: int) -> None:
    names = [f"الساحل {'أبجدهـ'[n]}" for n in range(size)]
    pages = [page(f"p{n}", paper(names[(n + 1) % size]), outlet=names[n]) for n in range(size)]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert len(counted.graph.circles) == 1
    assert bare_labels(counted, counted.graph.circles[0]) == {*names}
    assert counted.credibility == 6


def test_a_circle_with_a_source_outside_goes_back_to_that_source() -> None:
    pages = [
        page("a", paper("الميزان"), outlet="بريد الساحل"),
        page("b", paper("بريد الساحل"), outlet="الميزان"),
        page("c", MINISTER, outlet="الميزان"),
    ]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert labels(counted, *counted.graph.roots) == {MINISTER.words}
    assert len(counted.graph.circles) == 1


def test_an_outlet_that_reprints_a_text_naming_it_makes_no_circle() -> None:
    wire = page("a", paper("الميزان"), OFFICIAL, outlet="وكالة النهر")
    echo = page("b", paper("الميزان"), OFFICIAL, outlet="الميزان", credit="وكالة النهر")
    counted = count([wire, echo], [plant_family([wire, echo], credit="وكالة النهر")], [plant_pair(wire, echo)])
    assert counted.graph.circles == ()
    assert bounds(counted) == (1, 1)


def test_a_site_that_prints_a_wire_and_is_cited_for_it_leads_back_to_the_wire() -> None:
    wire = page("a", MINISTER, outlet="وكالة النهر")
    copy = page("b", MINISTER, outlet="موقع الصباح", credit="وكالة النهر")
    third = page("c", Holder(LinkKind.OUTLET, "موقع الصباح"), outlet="صدى الجبل")
    counted = count([wire, copy, third], [plant_family([wire, copy], credit="وكالة النهر")], [plant_pair(wire, copy)])
    assert bounds(counted) == (1, 1)
    assert labels(counted, *counted.graph.roots) == {MINISTER.words}


def test_members_of_one_family_that_were_not_compared_count_once() -> None:
    pages = [page(f"p{n}", outlet=f"موقع رقم {n}") for n in range(4)]
    pairs = [plant_pair(pages[0], pages[1]), plant_pair(pages[2], pages[3])]
    assert bounds(count(pages, [plant_family(pages)], pairs)) == (1, 1)


def test_members_that_share_but_a_passage_with_their_family_keep_what_is_their_own() -> None:
    pages = [page(f"p{n}", outlet=f"موقع رقم {n}") for n in range(4)]
    pairs = [
        replace(plant_pair(pages[0], pages[1], relation=CopyRelation.PARTIAL), containment=0.3),
        replace(plant_pair(pages[2], pages[1], relation=CopyRelation.PARTIAL), containment=0.3),
    ]
    # The first and the third were not compared: each took another passage of the second.
    here = [pages[0], pages[2]]
    assert bounds(count(here, [plant_family(pages[:3])], pairs)) == (1, 2)
    whole = [replace(pair, containment=0.9) for pair in pairs]
    assert bounds(count(here, [plant_family(pages[:3])], whole)) == (1, 1)


def test_a_headline_names_no_source_beside_that_of_its_text() -> None:
    below = page("a", MINISTER, outlet="بريد الساحل")
    report = below.report
    assert report.article is not None
    headline = type(below.assertions[0])("h", "a", (type(below.assertions[0].content[0])(0, 8),))
    pages = [Page(report, (headline, *below.assertions))]
    counted = count(pages)
    assert bounds(counted) == (1, 1)
    assert labels(counted, counted.common_link) == {MINISTER.words}


# -- properties ----------------------------------------------------------------------------------

HOLDERS = [MINISTER, ARMY, OFFICIAL, OFFICER, WITNESSES, SOURCE, UNTOLD, *(paper(f"الخبر {n}") for n in range(4))]
OUTLETS = [None, "وكالة النهر", *(f"صحيفة الخبر {n}" for n in range(4))]
CHAINS = st.lists(st.tuples(st.sampled_from(OUTLETS), st.lists(st.sampled_from(HOLDERS), max_size=3)), min_size=1)


def drawn(told: list[tuple[str | None, list[Holder]]]) -> list[Page]:
    return [page(f"p{n:02}", *chain, outlet=outlet) for n, (outlet, chain) in enumerate(told)]


@given(CHAINS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_the_least_is_no_more_than_the_most_and_no_more_than_the_pages(
    told: list[tuple[str | None, list[Holder]]],
) -> None:
    pages = drawn(told)
    counted = count(pages)
    assert 1 <= counted.least <= counted.most <= len(pages)


@given(CHAINS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_the_count_does_not_depend_on_the_order(
    told: list[tuple[str | None, list[Holder]]], chance: random.Random
) -> None:
    pages = drawn(told)
    expected = count(pages)
    chance.shuffle(pages)
    assert count(pages) == expected


@given(CHAINS, st.integers(0, 100), st.sampled_from(OUTLETS), st.booleans())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_adding_a_copy_never_raises_the_count(
    told: list[tuple[str | None, list[Holder]]], which: int, outlet: str | None, credits_it: bool
) -> None:
    pages = drawn(told)
    before = count(pages)
    place = which % len(pages)
    first_outlet, chain = told[place]
    copy = page("q", *chain, outlet=outlet, credit=first_outlet if credits_it else None)
    family = plant_family([pages[place], copy], origin=pages[place].report.id)
    after = count([*pages, copy], [family], [plant_pair(pages[place], copy, origin=pages[place].report.id)])
    assert after.least <= before.least
    assert after.most <= before.most


@given(CHAINS, st.integers(2, 4))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_closing_a_circle_never_raises_the_count(told: list[tuple[str | None, list[Holder]]], size: int) -> None:
    ring = [f"الحلقة {'أبجد'[n]}" for n in range(size)]
    line = [page(f"r{n}", paper(ring[n + 1]), outlet=ring[n]) for n in range(size - 1)]
    closing = page("z", paper(ring[0]), outlet=ring[-1])
    pages = drawn(told)
    before, after = count([*pages, *line]), count([*pages, *line, closing])
    assert after.least <= before.least
    assert after.most <= before.most
    assert {*ring} in [bare_labels(after, circle) for circle in after.graph.circles]
