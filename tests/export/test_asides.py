"""What stands beside a claim's chain reaches JSON and page: carriers, circumstances, notes, what is repeated."""

from dataclasses import replace

from annotated_article import annotated_report, spot
from selectolax.lexbor import LexborHTMLParser

from musnad.export import render_page
from musnad.export.asides import claim_asides, credited_name
from musnad.export.contract import report_record
from musnad.model import (
    Circumstance,
    CircumstanceKind,
    Claim,
    Link,
    LinkBasis,
    LinkKind,
    Relation,
    Report,
)

CREDIT = Link(None, LinkKind.OUTLET, relation=Relation.RELAYS, basis=LinkBasis.CREDITED)
PAPER = spot("صحيفة «المرفأ»")
INHERITED = Link(None, LinkKind.OUTLET, PAPER, relation=Relation.RELAYS, basis=LinkBasis.INHERITED)
MEDIUM = Circumstance(CircumstanceKind.MEDIUM, spot("قرب رأس الملح"), "twitter")


def told_report() -> Report:
    """Return the annotated report, its fifth claim with all that can stand beside a chain."""
    report = annotated_report()
    claims = list(report.claims)
    claims[0] = replace(claims[0], repeats=claims[3].id)
    claims[4] = replace(
        claims[4],
        carriers=(CREDIT, INHERITED),
        circumstances=(MEDIUM,),
        verification=spot("ولم يؤكد خفر السواحل"),
    )
    return replace(report, claims=tuple(claims))


def claim_of(report: Report, number: int) -> Claim:
    return report.claims[number - 1]


def test_the_resolved_chain_is_the_literal_one_with_its_carriers_before_it() -> None:
    record = report_record(told_report())["claims"][4]
    assert [link["basis"] for link in record["resolved_chain"]] == ["credited", "inherited", "stated"]
    assert record["resolved_chain"][2:] == record["chain"]


def test_json_tells_circumstances_and_notes() -> None:
    record = report_record(told_report())["claims"][4]
    (circumstance,) = record["circumstances"]
    assert (circumstance["kind"], circumstance["platform"], circumstance["account"]) == ("medium", "twitter", None)
    assert record["verification"] == [spot("ولم يؤكد").start, spot("ولم يؤكد خفر السواحل").end]
    assert report_record(told_report())["claims"][0]["repeats"] == claim_of(told_report(), 4).id


def test_asides_name_what_stands_beside_the_chain() -> None:
    report = told_report()
    assert report.article is not None
    numbers = {claim.id: number for number, claim in enumerate(report.claims, start=1)}
    asides = claim_asides(report.article.text, claim_of(report, 5), numbers)
    assert [(aside.label.en, aside.words) for aside in asides] == [
        ("medium: twitter", "قرب رأس الملح"),
        ("verification", "ولم يؤكد خفر السواحل"),
    ]
    (repeated,) = claim_asides(report.article.text, claim_of(report, 1), numbers)
    assert repeated.claim == 4


def test_the_page_draws_carriers_apart_from_the_chain() -> None:
    page = LexborHTMLParser(render_page([told_report()]))
    card = page.css("#r1c5")[0]
    assert [" ".join(node.text().split()) for node in card.css(".implicit .name")] == ["صحيفة المرفأ", "صحيفة «المرفأ»"]
    assert "page credit" in card.css(".implicit")[0].text()
    assert "inherited" in card.css(".implicit")[1].text()
    assert card.css(".badge.unverified")
    assert [node.text() for node in card.css(".asides dd")] == ["قرب رأس الملح", "ولم يؤكد خفر السواحل"]


def test_the_card_of_a_headline_leads_to_the_claim_that_it_repeats() -> None:
    card = LexborHTMLParser(render_page([told_report()])).css("#r1c1")[0]
    assert [node.attributes["href"] for node in card.css(".asides a")] == ["#r1c4"]


def test_a_credited_link_is_named_by_its_credit() -> None:
    article = told_report().article
    assert article is not None
    assert credited_name(article, CREDIT) == "صحيفة المرفأ"
    assert credited_name(article, INHERITED) == ""
