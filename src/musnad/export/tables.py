"""Writes a dossier as tables, one thing a row: for spreadsheets, statistics and Parquet."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musnad.errors import UsageError
from musnad.export.display import outlet_name
from musnad.export.propositions import assertion_words, assertions_by_id
from musnad.export.said import address_of, headline_of, published_of, said_in
from musnad.export.spreadsheet import safe_cell
from musnad.model import Amount, Dossier, Report, Span

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and what yields the rows."""

    columns: tuple[str, ...]
    rows: Callable[[Dossier], Iterator[Row]]


def render_table(dossier: Dossier, name: str, *, delimiter: str = ",", with_mark: bool = False) -> str:
    """Return one table of the dossier as CSV; `with_mark` begins it with the mark by which Excel knows UTF-8.

    A cell that a spreadsheet would take for a formula begins with an apostrophe. Raises UsageError for an unknown name.
    """
    table = table_named(name)
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in table.rows(dossier))
    return (_MARK if with_mark else "") + written.getvalue()


def table_named(name: str) -> Table:
    """Return the table with this name; raise UsageError where there is none."""
    try:
        return TABLES[name]
    except KeyError:
        raise UsageError(f"there is no table {name}; choose one of {', '.join(TABLES)}") from None


# -- what a report says ----------------------------------------------------------------------------

_REPORT = ("report", "address", "outlet", "published")


def _report(report: Report) -> Row:
    return report.id, address_of(report), outlet_name(report), published_of(report)


def _reports(dossier: Dossier) -> Iterator[Row]:
    families = {name: family for family in dossier.copy_families for name in family.members}
    stories = {name: story for story in dossier.stories for name in story.reports}
    for report in dossier.reports:
        family, story = families.get(report.id), stories.get(report.id)
        yield (
            *_report(report),
            headline_of(report),
            report.article.language if report.article else None,
            len(report.claims),
            len(report.events),
            len(report.transfers),
            family.id if family else None,
            family.origin if family else None,
            story.id if story else None,
            " ".join(problem.code for problem in report.problems),
        )


def _claims(dossier: Dossier) -> Iterator[Row]:
    for said in said_in(dossier):
        claim, proposition = said.claim, said.proposition
        yield (
            *_report(said.report),
            claim.id,
            said.words,
            _spans(claim.content),
            " > ".join(holder.name or f"({holder.kind})" for holder in said.holders),
            said.origin.name,
            said.origin.kind.value,
            said.origin.anonymity.value if said.origin.anonymity else None,
            said.origin.relation.value,
            said.origin.stance.value,
            said.origin.negated,
            len(said.holders),
            claim.mode.value,
            claim.hedge.value,
            claim.author_stance.value,
            claim.in_headline,
            proposition.id if proposition else None,
            proposition.affirmed.least if proposition else None,
            proposition.affirmed.most if proposition else None,
            proposition.denied.most if proposition else None,
            claim.rule,
            claim.confidence,
        )


def _events(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.reports:
        text = report.article.text if report.article else ""
        for event in report.events:
            yield (
                *_report(report),
                event.id,
                event.type.value,
                event.mode,
                event.cameo,
                event.trigger.of(text),
                _spans((event.trigger,)),
                _words(text, event.agents),
                _words(text, event.targets),
                event.place.of(text) if event.place else None,
                _day(event.earliest),
                _day(event.latest),
                *_amount(event.killed),
                *_amount(event.wounded),
                _words(text, event.weapons),
                event.status.value,
                event.background,
                event.said_in,
                event.rule,
                event.confidence,
            )


def _transfers(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.reports:
        text = report.article.text if report.article else ""
        for transfer in report.transfers:
            parties = (transfer.supplier, transfer.recipient, transfer.end_user, transfer.via)
            yield (
                *_report(report),
                transfer.id,
                transfer.item.of(text),
                _spans((transfer.item,)),
                *(party.of(text) if party else None for party in parties),
                *_amount(transfer.quantity),
                *_amount(transfer.value),
                transfer.value.unit if transfer.value else None,
                _day(transfer.earliest),
                _day(transfer.latest),
                transfer.stage.value,
                transfer.covert,
                transfer.said_in,
                transfer.rule,
                transfer.confidence,
            )


def _mentions(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.reports:
        text = report.article.text if report.article else ""
        for mention in report.mentions:
            place = mention.candidates[0] if mention.candidates else None
            yield (
                *_report(report),
                mention.kind.value,
                mention.span.of(text),
                _spans((mention.span,)),
                mention.entry,
                mention.country,
                place.id if place else None,
                place.latitude if place else None,
                place.longitude if place else None,
                place.radius_km if place else None,
                mention.confidence,
            )


# -- what reports have in common -------------------------------------------------------------------


def _propositions(dossier: Dossier) -> Iterator[Row]:
    opposed = {name for each in dossier.contradictions for name in (each.left, each.right)}
    for each in dossier.propositions:
        nodes = {node.id: node.label for node in each.affirmed.graph.nodes}
        yield (
            each.id,
            each.label,
            len(each.assertions),
            len({assertion.report for assertion in each.assertions}),
            each.affirmed.least,
            each.affirmed.most,
            each.denied.least,
            each.denied.most,
            nodes.get(each.affirmed.common_link or ""),
            each.affirmed.credibility,
            any(assertion.id in opposed for assertion in each.assertions),
            " ".join(sorted({flag.oddity for flag in (*each.affirmed.flags, *each.denied.flags)})),
            "; ".join(each.affirmed.reasons),
        )


def _contradictions(dossier: Dossier) -> Iterator[Row]:
    reports = {report.id: report for report in dossier.reports}
    assertions = assertions_by_id(dossier)
    for each in dossier.contradictions:
        cells: list[Cell] = [each.slot.value]
        for name, span in ((each.left, each.left_span), (each.right, each.right_span)):
            assertion = assertions[name]
            report = reports[assertion.report]
            assert report.article is not None
            cells += [
                *_report(report),
                assertion.claim,
                assertion_words(assertion, report),
                span.of(report.article.text),
            ]
        yield (*cells, "; ".join(each.reasons))


def _entities(dossier: Dossier) -> Iterator[Row]:
    reports = {naming.id: naming.report for naming in dossier.namings}
    for entity in dossier.entities:
        yield (
            entity.id,
            entity.kind.value,
            entity.label,
            " | ".join(entity.names),
            entity.country,
            " ".join(f"{scheme}:{name}" for scheme, name in entity.external),
            len({reports[name] for name in entity.namings if name in reports}),
        )


def _spans(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(span.of(text) for span in spans)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _amount(amount: Amount | None) -> tuple[float | None, float | None]:
    return (amount.least, amount.most) if amount else (None, None)


_SAID = ("words", "spans", "chain", "origin", "origin_kind", "anonymity", "relation", "stance", "negated", "links")
_MANNER = ("mode", "hedge", "author_stance", "in_headline")
_STANDING = ("proposition", "independent_least", "independent_most", "denied_most")
_EVIDENCE = ("rule", "confidence")
_TOLL = ("killed_least", "killed_most", "wounded_least", "wounded_most")
_SIDE = (*_REPORT, "claim", "words", "clash")

TABLES: Mapping[str, Table] = {
    "claims": Table((*_REPORT, "claim", *_SAID, *_MANNER, *_STANDING, *_EVIDENCE), _claims),
    "reports": Table(
        (
            *_REPORT,
            "headline",
            "language",
            "claims",
            "events",
            "transfers",
            "copy_family",
            "copy_origin",
            "story",
            "problems",
        ),
        _reports,
    ),
    "events": Table(
        (
            *_REPORT,
            *("event", "type", "mode", "cameo", "trigger", "spans", "agents", "targets", "place", "earliest", "latest"),
            *_TOLL,
            *("weapons", "status", "background", "said_in"),
            *_EVIDENCE,
        ),
        _events,
    ),
    "transfers": Table(
        (
            *_REPORT,
            *("transfer", "item", "spans", "supplier", "recipient", "end_user", "via"),
            *("quantity_least", "quantity_most", "value_least", "value_most", "currency", "earliest", "latest"),
            *("stage", "covert", "said_in"),
            *_EVIDENCE,
        ),
        _transfers,
    ),
    "mentions": Table(
        (
            *_REPORT,
            *(
                "kind",
                "words",
                "spans",
                "entry",
                "country",
                "place",
                "latitude",
                "longitude",
                "radius_km",
                "confidence",
            ),
        ),
        _mentions,
    ),
    "propositions": Table(
        (
            *("proposition", "label", "assertions", "reports", "independent_least", "independent_most"),
            *("denied_least", "denied_most", "common_link", "credibility", "contradicted", "flags", "reasons"),
        ),
        _propositions,
    ),
    "contradictions": Table(
        (
            "slot",
            *(f"left_{name}" for name in _SIDE),
            *(f"right_{name}" for name in _SIDE),
            "reasons",
        ),
        _contradictions,
    ),
    "entities": Table(("entity", "kind", "label", "names", "country", "external", "reports"), _entities),
}
