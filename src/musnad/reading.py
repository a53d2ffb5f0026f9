"""Reads one document: the flow from bytes to its report, or reports, one line a step."""

import hashlib
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.article import extract_article, extract_articles, require_opinions
from musnad.claims import Reasons, trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES, Language
from musnad.mentions import find_mentions
from musnad.model import (
    Article,
    Claim,
    Event,
    Mention,
    MentionKind,
    Problem,
    ProblemCode,
    Quality,
    RawDocument,
    Report,
    TimeExpression,
    Transfer,
)
from musnad.times import resolve_times


def read_document(raw: RawDocument, *, reasons: Reasons | None = None) -> Report:
    """Return the one report of a document, a live blog's entries as one text; `Report.problems` tell what is wrong.

    Where `reasons` is given, it is filled with why each claim was read as it was.
    """
    if any(problem.fatal for problem in raw.problems):
        return Report(_report_id(raw), raw, None, (), raw.problems)
    try:
        article, met = extract_article(raw)
    except Exception as error:
        return _failed(raw, None, error)
    return _report(raw, article, met, reasons=reasons)


def read_reports(
    raw: RawDocument, *, quality: Quality = Quality.DEFAULT, reasons: Reasons | None = None
) -> tuple[Report, ...]:
    """Return a document's reports: one for each entry of a live blog, else one; what is wrong stands in each.

    Ids follow from the bytes, the address and the entry's place, so that each is distinct and stays. `reasons` is
    filled as by `read_document`. Raises UsageError where what `quality` needs is not installed.
    """
    if quality is Quality.BEST:
        require_opinions()
    if any(problem.fatal for problem in raw.problems):
        return (Report(_report_id(raw), raw, None, (), raw.problems),)
    try:
        articles, met = extract_articles(raw, quality=quality)
    except Exception as error:
        return (_failed(raw, None, error),)
    if len(articles) < 2:
        return (_report(raw, next(iter(articles), None), met, reasons=reasons),)
    return tuple(_report(raw, article, met, entry=entry, reasons=reasons) for entry, article in enumerate(articles, 1))


def failed_report(raw: RawDocument, problem: Problem) -> Report:
    """Return the report of a document from which nothing was read because of the problem."""
    return Report(_report_id(raw), raw, None, (), (*raw.problems, problem))


def count_reports(raw: RawDocument) -> int:
    """Return how many reports `read_reports` makes of a document, without reading their claims."""
    if any(problem.fatal for problem in raw.problems) or not raw.media_type.startswith("text/html"):
        return 1
    try:
        return max(1, len(extract_articles(raw)[0]))
    except Exception:
        return 1  # as read_reports, which makes a report of the failure


def _report(
    raw: RawDocument,
    article: Article | None,
    met: Sequence[Problem],
    *,
    entry: int | None = None,
    reasons: Reasons | None = None,
) -> Report:
    try:
        found = _read(article, reasons) if article is not None else _Found()
    except Exception as error:
        return _failed(raw, article, error, entry=entry)
    return Report(
        _report_id(raw, entry),
        raw,
        article,
        found.claims,
        (*raw.problems, *met, *found.problems),
        mentions=found.mentions,
        times=found.times,
        events=found.events,
        transfers=found.transfers,
    )


def _failed(raw: RawDocument, article: Article | None, error: Exception, *, entry: int | None = None) -> Report:
    # A defect of ours must not stop the batch; it is named so that it can be reported.
    return Report(_report_id(raw, entry), raw, article, (), (*raw.problems, _defect(raw, error)))


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
    people = tuple(mention.span for mention in mentions if mention.kind is MentionKind.PERSON)
    times, undated = resolve_times(article, language, people)
    claims, unclear = trace_claims(article, language, reasons, people=people)
    events, transfers = code_events(article, language, mentions, times, claims)
    return _Found(mentions, times, claims, events, transfers, (*unnamed, *undated, *unclear))


def _unread_language(code: str) -> Problem:
    read = ", ".join(f"{known.name} ({code})" for code, known in sorted(LANGUAGES.items()))
    if code == "und":
        message = f"the text's language was not recognised; nothing was read from it (Musnad reads {read})"
        return Problem(ProblemCode.LANGUAGE_UNKNOWN, message)
    message = f"the text's language is {code}; nothing was read from it (Musnad reads {read})"
    return Problem(ProblemCode.LANGUAGE_NOT_SUPPORTED, message)


def _report_id(raw: RawDocument, entry: int | None = None) -> str:
    key = f"{raw.sha256}|{raw.url or raw.stated.url or ''}"
    if entry is not None:
        key = f"{key}|entry {entry}"
    return hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _defect(raw: RawDocument, error: Exception) -> Problem:
    name = raw.path or raw.url or raw.sha256[:12]
    if isinstance(error, MemoryError):
        return Problem(ProblemCode.OUT_OF_MEMORY, f"{name}: reading it needs more memory than this process may take")
    return Problem(
        ProblemCode.READING_FAILED,
        f"{name}: reading stopped at a defect in Musnad ({type(error).__name__}: {error}{_place_of(error)}); "
        "please report it with the page",
    )


def _place_of(error: Exception) -> str:
    """Return the last line of ours on the way to the error, an empty string where there is none."""
    ours = ""
    for frame in traceback.extract_tb(error.__traceback__):
        _, found, path = frame.filename.rpartition("musnad/")
        if found:
            ours = f", at {path}:{frame.lineno}"
    return ours
