"""Reads one document: the flow from bytes to report, one line a step."""

import hashlib
from dataclasses import dataclass

from musnad.article import extract_article
from musnad.claims import Reasons, trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES, Language
from musnad.mentions import find_mentions
from musnad.model import (
    Article,
    Claim,
    Event,
    Mention,
    Problem,
    ProblemCode,
    RawDocument,
    Report,
    TimeExpression,
    Transfer,
)
from musnad.times import resolve_times


def read_document(raw: RawDocument, *, reasons: Reasons | None = None) -> Report:
    """Return the report of one document; whatever is wrong with it stands in `Report.problems`.

    Where `reasons` is given, it is filled with why each claim was read as it was.
    """
    if any(problem.fatal for problem in raw.problems):
        return Report(_report_id(raw), raw, None, (), raw.problems)
    article: Article | None = None
    try:
        article, met = extract_article(raw)
        found = _read(article, reasons) if article is not None else _Found()
    except Exception as error:
        # A defect of ours must not stop the batch; it is named so that it can be reported.
        return Report(_report_id(raw), raw, article, (), (*raw.problems, _defect(raw, error)))
    return Report(
        _report_id(raw),
        raw,
        article,
        found.claims,
        (*raw.problems, *met, *found.problems),
        mentions=found.mentions,
        times=found.times,
        events=found.events,
        transfers=found.transfers,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What the steps read from an article."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    problems: tuple[Problem, ...] = ()


def _read(article: Article, reasons: Reasons | None) -> _Found:
    language = LANGUAGES.get(article.language)
    if language is None:
        return _Found(problems=(_unread_language(article.language),))
    return _steps(article, language, reasons)


def _steps(article: Article, language: Language, reasons: Reasons | None) -> _Found:
    mentions, unnamed = find_mentions(article, language)
    times, undated = resolve_times(article, language)
    claims, unclear = trace_claims(article, language, reasons)
    events, transfers = code_events(article, language, mentions, times, claims)
    return _Found(mentions, times, claims, events, transfers, (*unnamed, *undated, *unclear))


def _unread_language(code: str) -> Problem:
    read = ", ".join(f"{known.name} ({code})" for code, known in sorted(LANGUAGES.items()))
    if code == "und":
        message = f"the text's language was not recognised; nothing was read from it (Musnad reads {read})"
        return Problem(ProblemCode.LANGUAGE_UNKNOWN, message)
    message = f"the text's language is {code}; nothing was read from it (Musnad reads {read})"
    return Problem(ProblemCode.LANGUAGE_NOT_SUPPORTED, message)


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
