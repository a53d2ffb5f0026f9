"""What is answered to assistants: words with offsets, addresses and independent counts, so that they can be checked."""

from collections.abc import Iterable
from typing import Any

from musnad.errors import UsageError
from musnad.export.contract import report_record
from musnad.export.independence import count_words, independence_lines, source_branches
from musnad.export.propositions import assertion_words
from musnad.export.said import Said, address_of, headline_of, published_of, said_in
from musnad.model import Dossier, Independence, Polarity, Proposition, Report
from musnad.search import PageSettings, list_claims, list_contradictions, list_transfers
from musnad.store import Store
from musnad.store.finding.propositions import find_proposition
from musnad.store.finding.reports import Found
from musnad.store.finding.shared import ListedProposition, Side
from musnad.store.finding.told import ListedClaim, ListedLink, ListedTransfer

MOST_ROWS = 50
Answer = dict[str, Any]


def search_claims(store: Store, query: str, *, limit: int, after: str | None) -> Answer:
    """Return claims of the reports that a query asks for, each with its chain and the count of its proposition."""
    page = list_claims(store, query, page=PageSettings(_limit(limit), after))
    pages = _pages(store, (row.report for row in page.rows))
    rows = [{**pages[row.report.id], **_listed_claim(row)} for row in page.rows]
    return {"claims": rows, "next": page.next}


def get_report(store: Store, name: str) -> Answer:
    """Return a report's text and its claims with the chains they rest on; raise UsageError where there is none."""
    report = _report(store, name)
    said = list(said_in(Dossier((report,), (), ())))
    return {
        **_page(report),
        "text": report.article.text if report.article else None,
        "claims": [_claim(each) for each in said],
        "problems": report_record(report)["problems"],
    }


def proposition(store: Store, name: str) -> Answer:
    """Return what a proposition says, who asserts and who denies it, and on how many independent chains."""
    found = _proposition(store, name)
    reports = {report.id: report for report in store.reports({each.report for each in found.assertions})}
    return {
        "proposition": found.id,
        "label": found.label,
        "affirmed": _count(found.affirmed),
        "denied": _count(found.denied),
        "assertions": [
            {
                **_page(reports[each.report]),
                "stands": each.polarity.value,
                "claim": each.claim,
                "spans": [[span.start, span.end] for span in each.content],
                "words": assertion_words(each, reports[each.report]),
            }
            for each in found.assertions
            if each.report in reports
        ],
        "reasons": list(found.reasons),
    }


def chains(store: Store, name: str) -> Answer:
    """Return through whom a proposition came: the tree of its sources, roots first, and what is odd about it."""
    found = _proposition(store, name)
    return {
        "proposition": found.id,
        "label": found.label,
        **{
            polarity.value: {**_count(independence), "tree": _tree(independence)}
            for polarity, independence in ((Polarity.AFFIRMS, found.affirmed), (Polarity.DENIES, found.denied))
        },
    }


def contradictions(store: Store, query: str, *, limit: int, after: str | None) -> Answer:
    """Return contradictions with a side in the reports that a query asks for, both sides with their words."""
    page = list_contradictions(store, query, page=PageSettings(_limit(limit), after))
    pages = _pages(store, (side.report for row in page.rows for side in (row.left, row.right)))
    rows = [
        {
            "differ_in": row.slot,
            "left": {**pages[row.left.report.id], **_side(row.left)},
            "right": {**pages[row.right.report.id], **_side(row.right)},
            "reasons": list(row.reasons),
        }
        for row in page.rows
    ]
    return {"contradictions": rows, "next": page.next}


def transfers(store: Store, query: str, *, limit: int, after: str | None) -> Answer:
    """Return arms transfers that the reports tell of, with the claim that reports each, None for the page's voice."""
    page = list_transfers(store, query, page=PageSettings(_limit(limit), after))
    pages = _pages(store, (row.report for row in page.rows))
    rows = [{**pages[row.report.id], **_transfer(row)} for row in page.rows]
    return {"transfers": rows, "next": page.next}


# -- the pieces ----------------------------------------------------------------------------------


def _limit(limit: int) -> int:
    if not 1 <= limit <= MOST_ROWS:
        raise UsageError(f"{limit} rows cannot be given; ask for 1 to {MOST_ROWS}")
    return limit


def _report(store: Store, name: str) -> Report:
    found = store.report(name)
    if found is None:
        raise UsageError(f"there is no report {name}; search_claims names the reports of what it finds")
    return found


def _proposition(store: Store, name: str) -> Proposition:
    found = find_proposition(store, name)
    if found is None:
        raise UsageError(f"there is no proposition {name}; search_claims names the propositions of what it finds")
    return found


def _pages(store: Store, found: Iterable[Found]) -> dict[str, Answer]:
    return {report.id: _page(report) for report in store.reports(each.id for each in found)}


def _page(report: Report) -> Answer:
    article = report.article
    return {
        "report": report.id,
        "url": address_of(report),
        "outlet": article.outlet.value if article and article.outlet else None,
        "published": published_of(report) or None,
        "headline": headline_of(report),
    }


def _claim(said: Said) -> Answer:
    return {
        "claim": said.claim.id,
        "spans": [[span.start, span.end] for span in said.claim.content],
        "words": said.words,
        "chain": [
            {
                "name": holder.name or None,
                "kind": holder.kind.value,
                "unnamed": holder.anonymity.value if holder.anonymity else None,
                "relation": holder.relation.value,
                "stance": holder.stance.value,
                "negated": holder.negated,
            }
            for holder in said.holders
        ],
        "hedge": said.claim.hedge.value,
    }


def _listed_claim(row: ListedClaim) -> Answer:
    return {
        "claim": row.id,
        "spans": [[row.span.start, row.span.end]],
        "words": row.words,
        "chain": [_link(link) for link in row.links],
        "stance": row.stance,
        "hedge": row.hedge,
        "propositions": [_listed_proposition(each) for each in row.propositions],
    }


def _link(link: ListedLink) -> Answer:
    return {
        "name": link.name,
        "kind": link.kind,
        "unnamed": link.anonymity,
        "relation": link.relation,
        "stance": link.stance,
        "negated": link.negated,
    }


def _listed_proposition(row: ListedProposition) -> Answer:
    return {
        "proposition": row.id,
        "label": row.label,
        "independent_chains": list(row.affirmed),
        "denied_by_chains": list(row.denied),
        "contradicted": row.contradicted,
        "circular": row.circular,
    }


def _count(independence: Independence) -> Answer:
    return {
        "independent_chains": [independence.least, independence.most],
        "in_words": count_words(independence),
        "why": independence_lines(independence),
    }


def _tree(independence: Independence) -> list[Answer]:
    return [{"depth": depth, "who": who, "note": note} for depth, who, note in source_branches(independence)]


def _side(side: Side) -> Answer:
    return {
        "claim": side.claim,
        "proposition": side.proposition,
        "spans": [[side.span.start, side.span.end]],
        "words": side.words,
    }


def _transfer(row: ListedTransfer) -> Answer:
    return {
        "transfer": row.id,
        "spans": [[row.span.start, row.span.end]],
        "words": row.words,
        "supplier": row.supplier,
        "recipient": row.recipient,
        "stage": row.stage,
        "earliest": row.earliest,
        "latest": row.latest,
        "said_in": row.said_in,
    }
