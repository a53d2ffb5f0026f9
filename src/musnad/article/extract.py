"""Turns a raw document into its article, by the way that its media type asks for."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from musnad.article.credits import read_credits
from musnad.article.dates import READ_FORMS, read_date
from musnad.article.decoding import Decoded, decode_document
from musnad.article.limits import cut_text, without_long_scripts, without_pictures
from musnad.article.live import LiveEntry
from musnad.article.opinions import with_agreed_text
from musnad.article.page import read_page
from musnad.article.parts import ArticleParts
from musnad.article.scraped import read_clean_text, read_scraped_text
from musnad.article.zones import in_local_time, outlet_zone
from musnad.languages import LANGUAGES, identify_language
from musnad.model import Article, Found, FoundDate, Problem, ProblemCode, Quality, RawDocument


def extract_article(
    raw: RawDocument, *, quality: Quality = Quality.DEFAULT
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the document's article and what was met on the way; no article only beside a fatal problem.

    A document that already arrived with a fatal problem has no article and no further problems.
    """
    if any(problem.fatal for problem in raw.problems):
        return None, ()
    decoded, parts = _read(raw, quality)
    if not parts.text.strip():
        return None, (*decoded.problems, *parts.problems)
    return _assemble(raw, decoded, parts)


def extract_articles(
    raw: RawDocument, *, quality: Quality = Quality.DEFAULT
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the document's articles: a live blog's entries, each with its time, or the one of any other page.

    An entry's text is its own headline, or the page's where it has none, and its paragraphs.
    Quality.BEST needs the extra `best`; `require_opinions` tells whether it is there.
    """
    if any(problem.fatal for problem in raw.problems):
        return (), ()
    decoded, parts = _read(raw, quality)
    if not parts.text.strip():
        return (), (*decoded.problems, *parts.problems)
    if not parts.entries:
        article, problems = _assemble(raw, decoded, parts)
        return (article,), problems
    told = tuple(problem for problem in parts.problems if problem.code is not ProblemCode.LIVE_BLOG)
    alone = replace(parts, dropped=(), problems=(), entries=())
    read = [
        _assemble(raw, replace(decoded, problems=()), _entry_parts(alone, entry), entry.anchor)
        for entry in parts.entries
    ]
    met = dict.fromkeys(problem for _, problems in read for problem in problems)
    return tuple(article for article, _ in read), (*decoded.problems, *told, *met)


def _entry_parts(parts: ArticleParts, entry: LiveEntry) -> ArticleParts:
    """Return the page's parts with the entry's words and time in the place of its own."""
    title = Found(entry.headline, "live entry") if entry.headline else parts.title
    lines = (title.value, *entry.paragraphs) if title else entry.paragraphs
    own = (Found(entry.published, "live entry"),) if entry.published else ()
    return replace(
        parts, text="\n".join(lines), has_headline=title is not None, title=title, published=(*own, *parts.published)
    )


def _read(raw: RawDocument, quality: Quality) -> tuple[Decoded, ArticleParts]:
    media_type, _, parameters = raw.media_type.partition(";")
    is_html = media_type.strip() == "text/html"
    declared = parameters.partition("charset=")[2].strip("\"' ") or None
    content = without_long_scripts(without_pictures(raw.content)) if is_html else raw.content
    decoded = decode_document(content, declared=declared, is_html=is_html)
    if is_html:
        parts = read_page(decoded.text, raw)
        if quality is Quality.BEST and parts.text.strip() and not parts.entries:
            parts = with_agreed_text(parts, decoded.text)
        return decoded, parts
    # Cut before its lines are parted, for a text of nothing but line ends has as many lines as characters.
    text, cut = cut_text(decoded.text)
    decoded = replace(decoded, text=text, problems=(*decoded.problems, *cut))
    if media_type.strip() == "text/x-article":
        return decoded, read_clean_text(text, raw)
    return decoded, read_scraped_text(text, raw)


def _assemble(
    raw: RawDocument, decoded: Decoded, parts: ArticleParts, anchor: str | None = None
) -> tuple[Article, tuple[Problem, ...]]:
    url = raw.url or raw.stated.url
    zone = outlet_zone(url or parts.canonical_url)
    published, date_problems = _published(parts.published, zone)
    modified = next(filter(None, map(_found_date, parts.modified)), None)
    text, cut = cut_text(parts.text)
    article = Article(
        text=text,
        language=identify_language(text),
        has_headline=parts.has_headline,
        url=f"{url}#{anchor}" if url and anchor else url,
        canonical_url=parts.canonical_url,
        outlet=parts.outlet,
        title=parts.title,
        sub_headline=parts.sub_headline,
        byline=parts.byline,
        section=parts.section,
        tags=parts.tags,
        published=published,
        modified=in_local_time(modified, (), zone) if modified else None,
        dropped=parts.dropped,
    )
    language = LANGUAGES.get(article.language)
    if language is not None:
        article = replace(article, credits=read_credits(article, language))
    return article, (*decoded.problems, *parts.problems, *cut, *date_problems)


def _published(candidates: Sequence[Found], zone: ZoneInfo | None) -> tuple[FoundDate | None, tuple[Problem, ...]]:
    """Return the first date that can be read; one that was stated and cannot be read is always said."""
    read = [(candidate, _found_date(candidate)) for candidate in candidates]
    found = next((date for _, date in read if date), None)
    if found and found.where != "stated":
        printed = [date for _, date in read if date and date.where == "printed"]
        found = in_local_time(found, printed, zone)
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
