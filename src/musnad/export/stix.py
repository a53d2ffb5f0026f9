"""Writes a dossier as a STIX 2.1 bundle: reports, identities, and a note for what each proposition says."""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from musnad.export.extras import needs
from musnad.export.independence import count_words
from musnad.export.said import address_of, headline_of, said_in
from musnad.model import Dossier, LinkKind, Polarity, Proposition, Report

_SPACE = uuid.UUID("6b1f5a52-7d4e-5c0a-9a3e-6d75736e6164")
# STIX 2.1, appendix A: the Admiralty scale's credibility as a confidence; 6, cannot be judged, has none.
CONFIDENCE: Mapping[int, int] = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_INDIVIDUALS = frozenset({LinkKind.PERSON, LinkKind.AUTHOR})
_UNKNOWN = frozenset({LinkKind.ANON, LinkKind.UNKNOWN})


def render_stix(dossier: Dossier) -> str:
    """Return the bundle as JSON; ids follow from what is told, so the same dossier gives the same bundle.

    A page is a `report`, its outlet and the named sources are identities, a proposition is a `note` on its pages with
    the confidence of its credibility, and a denial an `opinion` on that note.
    """
    stix2 = needs("stix2", "stix")
    made: dict[str, Any] = {}
    identities = _identities(stix2, dossier, made)
    pages = _pages(stix2, dossier, identities, made)
    for proposition in dossier.propositions:
        _add_proposition(stix2, proposition, pages, made)
    bundle = stix2.Bundle(objects=list(made.values()), id=_id("bundle", *sorted(made)), allow_custom=False)
    return str(bundle.serialize(pretty=True, ensure_ascii=False)) + "\n"


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid.uuid5(_SPACE, '|'.join((kind, *parts)))}"


def _moment(report: Report) -> datetime:
    """Return when the page was published; without a date, the epoch: an import must not depend on when it is made."""
    published = report.article.published if report.article else None
    if published is None:
        return _EPOCH
    value = published.value
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _identities(stix2: Any, dossier: Dossier, made: dict[str, Any]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    named = [
        *(
            (LinkKind.OUTLET, each.article.outlet.value)
            for each in dossier.reports
            if each.article and each.article.outlet
        ),
        *((holder.kind, holder.name) for said in said_in(dossier) for holder in said.holders if holder.name),
    ]
    for kind, name in named:
        if (kind.value, name) in found:
            continue
        key = _id("identity", kind.value, name)
        made[key] = stix2.Identity(
            id=key,
            created=_EPOCH,
            modified=_EPOCH,
            name=name,
            identity_class="individual" if kind in _INDIVIDUALS else "unknown" if kind in _UNKNOWN else "organization",
            labels=[kind.value],
        )
        found[kind.value, name] = key
    return found


def _pages(
    stix2: Any, dossier: Dossier, identities: Mapping[tuple[str, str], str], made: dict[str, Any]
) -> dict[str, str]:
    """Add a `report` for each page, on its outlet and those whom it cites; one without either is left out."""
    cited: dict[str, dict[str, None]] = {}
    for said in said_in(dossier):
        named = (identities[holder.kind.value, holder.name] for holder in said.holders if holder.name)
        cited.setdefault(said.report.id, {}).update(dict.fromkeys(named))
    pages = {}
    for report in dossier.reports:
        article = report.article
        if article is None:
            continue
        outlet = identities.get((LinkKind.OUTLET.value, article.outlet.value)) if article.outlet else None
        objects = [*cited.get(report.id, ()), *([outlet] if outlet else [])]
        if not objects:
            continue
        key = _id("report", report.id)
        moment = _moment(report)
        made[key] = stix2.Report(
            id=key,
            created=moment,
            modified=moment,
            created_by_ref=outlet,
            name=headline_of(report) or report.id,
            published=moment,
            report_types=["threat-report"] if report.transfers else ["observed-data"],
            object_refs=list(dict.fromkeys(objects)),
            lang=article.language if article.language != "und" else None,
            external_references=[{"source_name": "page", "url": address_of(report)}],
        )
        pages[report.id] = key
    return pages


def _add_proposition(stix2: Any, proposition: Proposition, pages: Mapping[str, str], made: dict[str, Any]) -> None:
    on = list(dict.fromkeys(pages[each.report] for each in proposition.assertions if each.report in pages))
    if not on:
        return
    moment = max(made[page]["created"] for page in on)
    key = _id("note", proposition.id)
    affirmed = proposition.affirmed
    made[key] = stix2.Note(
        id=key,
        created=moment,
        modified=moment,
        abstract=count_words(affirmed),
        content="\n".join((proposition.label, *affirmed.reasons, *affirmed.credibility_reasons)),
        object_refs=on,
        confidence=CONFIDENCE.get(affirmed.credibility) if affirmed.most else None,
    )
    denying = [each.report for each in proposition.assertions if each.polarity is Polarity.DENIES]
    if denying:
        opinion = _id("opinion", proposition.id)
        made[opinion] = stix2.Opinion(
            id=opinion,
            created=moment,
            modified=moment,
            opinion="disagree",
            explanation=f"denied by {count_words(proposition.denied)}",
            object_refs=[key],
        )
