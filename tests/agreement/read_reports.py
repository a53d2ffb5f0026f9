"""Reads sentences of tests into reports, statements and comparisons."""

import hashlib

from musnad.agreement import Evidence, compare_statements
from musnad.agreement.statements import Statement, state_report
from musnad.languages import LANGUAGES
from musnad.model import Comparison, RawDocument, Report, Stated
from musnad.reading import read_document

LEXICON = LANGUAGES["ar"].agreement


def report_of(text: str, published: str | None = "2026-03-12", outlet: str | None = None) -> Report:
    """Return the report that the text makes: its first line is the headline."""
    content = text.encode("utf-8")
    stated = Stated(published=published, outlet=outlet)
    digest = hashlib.sha256(content + (outlet or "").encode()).hexdigest()
    return read_document(RawDocument(content, "text/x-article", digest, stated=stated))


def statement_of(sentence: str, published: str | None = "2026-03-12") -> Statement:
    """Return what the sentence says as a whole."""
    return state_report(report_of(sentence, published), LEXICON, whole=True)


def compare(left: str, right: str, *, later: str | None = None, evidence: Evidence | None = None) -> Comparison:
    """Return how two sentences stand to each other; `later` is when the right one was published."""
    one, other = statement_of(left), statement_of(right, later or "2026-03-12")
    return compare_statements(one, other, LEXICON, evidence or Evidence())
