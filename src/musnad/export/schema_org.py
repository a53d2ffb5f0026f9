"""Writes reports, claims and what stands behind them in the vocabulary of schema.org, as JSON-LD."""

from typing import Any

import msgspec

from musnad.export.contract import encode_record
from musnad.export.independence import count_words
from musnad.export.propositions import assertion_words
from musnad.export.said import Holder, Said, address_of, headline_of, published_of, said_in
from musnad.model import Dossier, LinkKind, Proposition, Report

CONTEXT = "https://schema.org"
_PERSONS = frozenset({LinkKind.PERSON, LinkKind.ANON, LinkKind.AUTHOR, LinkKind.UNKNOWN})


def render_schema_org(dossier: Dossier) -> str:
    """Return a graph of NewsArticle, Claim and ClaimReview.

    A ClaimReview rates the independence of a proposition's sources, with its reasons, never its truth: `ratingValue` is
    the least number of independent chains.
    """
    reports = {report.id: report for report in dossier.reports}
    graph = [
        *(_article(report) for report in dossier.reports if report.article),
        *(_claim(said) for said in said_in(dossier)),
        *(_review(proposition, reports) for proposition in dossier.propositions if proposition.assertions),
    ]
    return msgspec.json.format(encode_record({"@context": CONTEXT, "@graph": graph}), indent=1).decode() + "\n"


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    assert article is not None
    found = {
        "@type": "NewsArticle",
        "@id": address_of(report),
        "url": article.canonical_url or article.url,
        "headline": headline_of(report),
        "datePublished": published_of(report),
        "dateModified": article.modified.iso if article.modified else None,
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": article.byline.value} if article.byline else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.value} if article.outlet else None,
        "articleSection": article.section.value if article.section else None,
        "keywords": [tag.value for tag in article.tags],
    }
    return _known(found)


def _claim(said: Said) -> dict[str, Any]:
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:musnad:claim:{said.id}",
            "text": said.words,
            "inLanguage": said.report.article.language if said.report.article else None,
            "author": _agent(said.origin),
            "provider": [_agent(holder) for holder in said.holders[:-1] if holder.name],
            "appearance": {"@id": address_of(said.report)},
        }
    )


def _agent(holder: Holder) -> dict[str, Any]:
    kind = "Person" if holder.kind in _PERSONS else "Organization"
    if holder.kind in (LinkKind.OUTLET, LinkKind.OUTLET_GROUP):
        kind = "NewsMediaOrganization"
    if holder.kind is LinkKind.DOCUMENT:
        kind = "CreativeWork"
    described = {"@type": kind, "name": holder.name or "(not named)"}
    if holder.anonymity:
        described["disambiguatingDescription"] = f"unnamed source: {holder.anonymity}"
    return described


def _review(proposition: Proposition, reports: dict[str, Report]) -> dict[str, Any]:
    affirmed = proposition.affirmed
    first = proposition.assertions[0]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:musnad:proposition:{proposition.id}",
        "claimReviewed": proposition.label,
        "author": {"@type": "SoftwareApplication", "name": "Musnad"},
        "itemReviewed": {
            "@type": "Claim",
            "text": assertion_words(first, reports[first.report]),
            "appearance": [
                {"@id": name} for name in sorted({address_of(reports[e.report]) for e in proposition.assertions})
            ],
        },
        "reviewAspect": "independence of the sources, not truth",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": affirmed.least,
            "worstRating": 0,
            "ratingExplanation": "; ".join((count_words(affirmed), *affirmed.reasons)),
        },
    }


def _known(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value not in (None, "", [])}
