"""Writes propositions and contradictions for the JSON of a dossier: who asserts, who denies, with the words."""

from collections.abc import Iterator, Mapping
from typing import Any

from musnad.export.independence import independence_record
from musnad.model import Assertion, Contradiction, Dossier, Proposition, Report, Span


def proposition_records(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield each proposition with its assertions, their words, and the count of those who affirm and who deny it."""
    reports = {report.id: report for report in dossier.reports}
    for proposition in dossier.propositions:
        yield proposition_record(proposition, reports)


def proposition_record(proposition: Proposition, reports: Mapping[str, Report]) -> dict[str, Any]:
    """Return one proposition as the JSON of a dossier has it."""
    return {
        "id": proposition.id,
        "label": proposition.label,
        "assertions": [_assertion_record(assertion, reports) for assertion in proposition.assertions],
        "affirmed": independence_record(proposition.affirmed),
        "denied": independence_record(proposition.denied),
        "reasons": list(proposition.reasons),
    }


def _assertion_record(assertion: Assertion, reports: Mapping[str, Report]) -> dict[str, Any]:
    return {
        "id": assertion.id,
        "report": assertion.report,
        "claim": assertion.claim,
        "happening": assertion.happening,
        "polarity": assertion.polarity,
        "content": [[span.start, span.end] for span in assertion.content],
        "text": assertion_words(assertion, reports[assertion.report]),
    }


def assertion_words(assertion: Assertion, report: Report) -> str:
    """Return the words of an assertion, its stretches joined by an ellipsis."""
    assert report.article is not None
    return " … ".join(span.of(report.article.text).strip() for span in assertion.content)


def contradiction_records(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield each contradiction with both assertions, the words that clash, and the writer's own marker if any."""
    reports = {report.id: report for report in dossier.reports}
    assertions = assertions_by_id(dossier)
    for contradiction in dossier.contradictions:
        yield _contradiction_record(contradiction, assertions, reports)


def assertions_by_id(dossier: Dossier) -> dict[str, Assertion]:
    """Return the assertions of all propositions; every side of a contradiction is among them."""
    return {assertion.id: assertion for each in dossier.propositions for assertion in each.assertions}


def _contradiction_record(
    contradiction: Contradiction, assertions: Mapping[str, Assertion], reports: Mapping[str, Report]
) -> dict[str, Any]:
    left, right = assertions[contradiction.left], assertions[contradiction.right]
    return {
        "slot": contradiction.slot,
        "left": _assertion_record(left, reports) | {"clash": _clash(left, contradiction.left_span, reports)},
        "right": _assertion_record(right, reports) | {"clash": _clash(right, contradiction.right_span, reports)},
        "reasons": list(contradiction.reasons),
        "marker": [contradiction.marker.start, contradiction.marker.end] if contradiction.marker else None,
    }


def _clash(assertion: Assertion, span: Span, reports: Mapping[str, Report]) -> dict[str, Any]:
    article = reports[assertion.report].article
    assert article is not None
    return {"span": [span.start, span.end], "text": span.of(article.text)}
