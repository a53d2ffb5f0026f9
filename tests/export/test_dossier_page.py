"""The page of a dossier: propositions with their chains, contradictions side by side, inert whatever the words."""

import sys
from dataclasses import replace
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from musnad.agreement import count_independent
from musnad.export import render_dossier_page
from musnad.model import (
    Anonymity,
    Contradiction,
    Dossier,
    Independence,
    LinkKind,
    Polarity,
    Proposition,
    Slot,
    Story,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from planted_reports import Holder, Page, Telling, plant_family, plant_page, plant_pair

HOSTILE = "<img src=x onerror=alert(1)>\u202e</style>"
OFFICIAL = Holder(LinkKind.ANON, "مسؤول رفيع", Anonymity.OFFICIAL)
ARMY = Holder(LinkKind.ORG, "جيش الساحل")


def dossier(words: str = "أن الجسر انهار", outlet: str = "بريد الساحل") -> Dossier:
    pages = [
        plant_page("a", [Telling((OFFICIAL,), words)], outlet="وكالة النهر", published="2026-05-01T08:00:00+03:00"),
        plant_page("b", [Telling((OFFICIAL,), words)], outlet=outlet, credit="وكالة النهر"),
        plant_page("c", [Telling((ARMY,), f"{words} كله")], outlet="صدى الجبل"),
    ]
    reports = {page.report.id: page.report for page in pages}
    families = (plant_family(pages[:2], origin="a", credit="وكالة النهر"),)
    pairs = (plant_pair(pages[0], pages[1], origin="a"),)

    def count(chosen: list[Page]) -> Independence:
        told = [assertion for page in chosen for assertion in page.assertions]
        return count_independent(told, reports, families, pairs, (), ())

    denial = pages[2].assertions[0]
    denial = replace(denial, polarity=Polarity.DENIES)
    affirmed, denied = count(pages[:2]), count(pages[2:])
    said = (*pages[0].assertions, *pages[1].assertions, denial)
    proposition = Proposition("p", words, said, affirmed, denied, ("the same words",))
    contradiction = Contradiction(
        "a/0", "c/0", Slot.POLARITY, ("one denies it",), said[0].content[0], denial.content[0]
    )
    story = Story("s", "انهيار الجسر", ("a", "b", "c"), None, None, ("الجسر", "انهار"), ())
    return Dossier(tuple(reports.values()), pairs, families, (), (), (), (story,), (proposition,), (contradiction,))


def test_each_proposition_has_its_chains_as_a_picture_inside_the_page() -> None:
    picture = page(dossier()).css_first(".said .picture svg")
    assert picture is not None
    assert "جيش الساحل" in picture.text()
    assert "وكالة النهر" in picture.text()


def test_a_picture_keeps_hostile_words_inert() -> None:
    shown = page(dossier(outlet=HOSTILE))
    assert shown.css_first(".picture svg") is not None
    assert shown.css_first("img") is None


def page(told: Dossier) -> LexborHTMLParser:
    return LexborHTMLParser(render_dossier_page(told))


def test_a_proposition_shows_both_sides_with_their_counts_and_grades() -> None:
    shown = page(dossier())
    assert [node.text().strip() for node in shown.css(".chains .ar")] == ["سلسلة مستقلة واحدة"] * 2
    assert [node.text() for node in shown.css(".grade b")] == ["4", "3"]
    assert len(shown.css(".side.denies")) == 2


def test_the_tree_leads_from_the_source_to_the_pages() -> None:
    tree = page(dossier()).css(".tree")[0]
    assert [node.text() for node in tree.css(".named")] == ["مسؤول رفيع", "وكالة النهر"]
    assert tree.css("li li .note")[0].text() == "صفحتان 2 pages"


def test_contradicting_words_stand_side_by_side() -> None:
    marks = page(dossier()).css("#against mark")
    assert [mark.text() for mark in marks] == ["أن الجسر انهار", "أن الجسر انهار كله"]


def test_propositions_stand_in_a_list_that_opens_one_by_one() -> None:
    told = dossier()
    (said,) = (replace(each, label="أن الجسر الشرقي انهار مساء") for each in told.propositions)
    fragment = replace(said, id="f" * 16, label="ردا على ذلك")
    rows = page(replace(told, propositions=(fragment, said))).css("details.proposition")
    assert [row.css("summary h3 bdi")[0].text() for row in rows] == ["الجسر الشرقي انهار مساء", "ردا على ذلك"]
    assert ["open" in row.attributes for row in rows] == [True, False]
    assert "سلسلة مستقلة واحدة" in rows[0].css("summary")[0].text()


def test_a_contradiction_says_in_plain_words_what_differs() -> None:
    told = dossier()
    (opposed,) = told.contradictions
    assert page(told).css("#against .plainly")[0].text().startswith("الثاني ينفي ما يثبته الأول")
    counted = page(replace(told, contradictions=(replace(opposed, slot=Slot.NUMBER),)))
    assert "العدد مختلف: «أن الجسر انهار» / «أن الجسر انهار كله»" in counted.css("#against .plainly")[0].text()


def test_reasons_are_told_in_both_languages() -> None:
    told = {" ".join(each.text().split()) for each in page(dossier()).css(".why li")}
    assert any(each.startswith("تُعدّ") or "تُعدّ مرة واحدة" in each for each in told)
    assert any("counted once" in each for each in told)


def test_sums_stand_behind_what_they_count() -> None:
    sums = [" ".join(each.text().split()) for each in page(dossier()).css(".sums li")]
    assert sums[0] == "التقارير reports 3"
    assert sums[3] == "التناقضات contradictions 1"


def test_only_a_side_that_denies_is_red() -> None:
    told = dossier()
    (opposed,) = told.contradictions
    turned = replace(
        opposed,
        left=opposed.right,
        right=opposed.left,
        left_span=opposed.right_span,
        right_span=opposed.left_span,
    )
    red = page(replace(told, contradictions=(turned,))).css("#against .side.denies mark")
    assert [mark.text() for mark in red] == ["أن الجسر انهار كله"]
    (said,) = told.propositions
    affirming = tuple(replace(each, polarity=Polarity.AFFIRMS) for each in said.assertions)
    shown = page(replace(told, propositions=(replace(said, assertions=affirming),)))
    assert len(shown.css("#against .side")) == 2
    assert not shown.css("#against .side.denies")


def test_a_story_lists_its_reports() -> None:
    story = page(dossier()).css("#stories article")[0]
    assert story.css("h3")[0].text() == "انهيار الجسر"
    assert [node.text() for node in story.css(".house")] == ["وكالة النهر", "بريد الساحل", "صدى الجبل"]


def test_words_of_the_reports_stand_apart_in_english_reasons() -> None:
    reasons = page(dossier()).css(".why bdi")
    assert "مسؤول رفيع" in {reason.text() for reason in reasons}


def test_hostile_words_stay_words_and_nothing_is_loaded() -> None:
    shown = page(dossier(words=HOSTILE, outlet=HOSTILE))
    assert shown.css("img, script, link, iframe, object, form") == []
    policy = shown.css("meta[http-equiv]")[0].attributes["content"] or ""
    assert policy.startswith("default-src 'none'")
    assert "\u202e" not in render_dossier_page(dossier(words=HOSTILE, outlet=HOSTILE))


def test_an_empty_dossier_says_so() -> None:
    shown = page(Dossier((), (), ()))
    assert len(shown.css("p.none")) == 4
