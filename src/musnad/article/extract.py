"""Turns a raw document into its article, by the way that its media type asks for."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.article.credits import read_credits
from musnad.article.dates import READ_FORMS, read_date
from musnad.article.decoding import Decoded, decode_document
from musnad.article.page import read_page
from musnad.article.parts import ArticleParts
from musnad.article.scraped import read_clean_text, read_scraped_text
from musnad.languages import LANGUAGES, identify_language
from musnad.model import Article, Found, FoundDate, Problem, ProblemCode, RawDocument


def extract_article(raw: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the document's article and what was met on the way; no article only beside a fatal problem.

    A document that already arrived with a fatal problem has no article and no further problems.
    """
    if any(problem.fatal for problem in raw.problems):
        return None, ()
    media_type, _, parameters = raw.media_type.partition(";")
    is_html = media_type.strip() == "text/html"
    declared = parameters.partition("charset=")[2].strip("\"' ") or None
    decoded = decode_document(raw.content, declared=declared, is_html=is_html)
    if is_html:
        parts = read_page(decoded.text, raw)
    elif media_type.strip() == "text/x-article":
        parts = read_clean_text(decoded.text, raw)
    else:
        parts = read_scraped_text(decoded.text, raw)
    if not parts.text.strip():
        return None, (*decoded.problems, *parts.problems)
    return _assemble(raw, decoded, parts)


def _assemble(raw: RawDocument, decoded: Decoded, parts: ArticleParts) -> tuple[Article, tuple[Problem, ...]]:
    published, date_problems = _published(parts.published)
    modified = next(filter(None, map(_found_date, parts.modified)), None)
    article = Article(
        text=parts.text,
        language=identify_language(parts.text),
        has_headline=parts.has_headline,
        url=raw.url or raw.stated.url,
        canonical_url=parts.canonical_url,
        outlet=parts.outlet,
        title=parts.title,
        sub_headline=parts.sub_headline,
        byline=parts.byline,
        section=parts.section,
        tags=parts.tags,
        published=published,
        modified=modified,
        dropped=parts.dropped,
    )
    language = LANGUAGES.get(article.language)
    if language is not None:
        article = replace(article, credits=read_credits(article, language))
    return article, (*decoded.problems, *parts.problems, *date_problems)


def _published(candidates: Sequence[Found]) -> tuple[FoundDate | None, tuple[Problem, ...]]:
    """Return the first date that can be read; one that was stated and cannot be read is always said."""
    read = [(candidate, _found_date(candidate)) for candidate in candidates]
    found = next((date for _, date in read if date), None)
    unreadable = [candidate for candidate, date in read if not date and (not found or candidate.where == "stated")]
    problems = tuple(
        Problem(
            ProblemCode.UNREADABLE_DATE,
            f"The date {candidate.value[:80]!r} ({candidate.where}) cannot be read; forms that can: {READ_FORMS}.",
        )
        for candidate in unreadable
    )
    if not candidates:
        message = "No publication date is stated or found; give one with --published to anchor relative times."
        problems = (Problem(ProblemCode.NO_DATE, message),)
    return found, problems


def _found_date(candidate: Found) -> FoundDate | None:
    read = read_date(candidate.value)
    return FoundDate(*read, candidate.where) if read else None
