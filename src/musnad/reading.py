"""Reads one document: the flow from bytes to report, one line a step."""

import hashlib

from musnad.article import extract_article
from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, Claim, Problem, ProblemCode, RawDocument, Report


def read_document(raw: RawDocument) -> Report:
    """Return the report of one document; whatever is wrong with it stands in `Report.problems`."""
    if any(problem.fatal for problem in raw.problems):
        return Report(_report_id(raw), raw, None, (), raw.problems)
    article: Article | None = None
    try:
        article, met = extract_article(raw)
        claims, unclear = _trace(article) if article is not None else ((), ())
    except Exception as error:
        # A defect of ours must not stop the batch; it is named so that it can be reported.
        return Report(_report_id(raw), raw, article, (), (*raw.problems, _defect(raw, error)))
    return Report(_report_id(raw), raw, article, claims, (*raw.problems, *met, *unclear))


def _trace(article: Article) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    language = LANGUAGES.get(article.language)
    if language is not None:
        return trace_claims(article, language)
    read = ", ".join(f"{known.name} ({code})" for code, known in sorted(LANGUAGES.items()))
    if article.language == "und":
        message = f"the text's language was not recognised; claims were not traced (Musnad reads {read})"
        return (), (Problem(ProblemCode.LANGUAGE_UNKNOWN, message),)
    message = f"the text's language is {article.language}; claims were not traced (Musnad reads {read})"
    return (), (Problem(ProblemCode.LANGUAGE_NOT_SUPPORTED, message),)


def _report_id(raw: RawDocument) -> str:
    key = f"{raw.sha256}|{raw.url or raw.stated.url or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _defect(raw: RawDocument, error: Exception) -> Problem:
    name = raw.path or raw.url or raw.sha256[:12]
    return Problem(
        ProblemCode.READING_FAILED,
        f"{name}: reading stopped at a defect in Musnad ({type(error).__name__}: {error}); "
        "please report it with the page",
    )
