"""Reads plain text: clean article text as it stands, or scraped text that still carries its page's tail."""

import re

from musnad.article.head_lines import read_head_lines
from musnad.article.metadata import day_in_url, outlet_of_url
from musnad.article.parts import ArticleParts
from musnad.article.printed import same_day
from musnad.article.spelling import words_key
from musnad.article.tail import boilerplate_reasons, gather_dropped, is_paragraph
from musnad.model import Found, Problem, ProblemCode, RawDocument

_LINE_END = re.compile(r"\r\n|\r|\n")
# Headlines in the news run to some 20 words; a first line beyond this is a paragraph.
_LONGEST_HEADLINE = 200
_FEWEST_WORDS = 8  # of two sentences: د. سالم الراشد وزيرا. is a headline still
_TWO_SENTENCES = re.compile(r"\w{3}[.!?؟]\s+\w[^.!?؟]*\w\.$")


def read_clean_text(text: str, raw: RawDocument) -> ArticleParts:
    """Return the text unchanged to the character; its first line is the headline, unless it is too long for one."""
    if not text.strip():
        return _no_article()
    first = next(line.strip() for line in _LINE_END.split(text) if line.strip())
    has_headline = len(first) <= _LONGEST_HEADLINE and not _has_two_sentences(first)
    found = Found(first, "first line") if has_headline else None
    return ArticleParts(
        text,
        has_headline=has_headline,
        title=Found(raw.stated.title, "stated") if raw.stated.title else found,
        outlet=_outlet(raw),
        byline=_byline(raw),
        published=_published(raw),
        problems=() if has_headline else _no_headline(),
    )


def read_scraped_text(text: str, raw: RawDocument) -> ArticleParts:
    """Return the text without its page's tail: the headline line, then one paragraph a line."""
    lines = [line.strip() for line in _LINE_END.split(text) if line.strip()]
    title = " ".join((raw.stated.title or "").split())
    # The words of one line of text cannot reach past a headline's; comparing whole texts would cost more.
    if title and not words_key(" ".join(lines[:3])).startswith(words_key(title)):
        lines.insert(0, title)
    if not lines:
        return _no_article()
    has_headline = bool(title) or not (
        len(lines[0]) > _LONGEST_HEADLINE or is_paragraph(lines[0]) or _has_two_sentences(lines[0])
    )
    head = read_head_lines(lines[1:] if has_headline else lines)
    reasons = boilerplate_reasons(lines)
    for number, reason in enumerate(head.reasons, start=int(has_headline)):
        reasons[number] = reason or reasons[number]
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    dropped = [(line, reason) for line, reason in zip(lines, reasons, strict=True) if reason]
    found = Found(title, "stated") if title else Found(lines[0], "first line") if has_headline else None
    return ArticleParts(
        "\n".join(kept),
        has_headline=has_headline,
        title=found,
        outlet=_outlet(raw),
        byline=_byline(raw) or head.byline,
        published=_published(raw, head.published),
        modified=head.modified,
        dropped=gather_dropped(dropped),
        problems=() if has_headline else _no_headline(),
    )


def _has_two_sentences(line: str) -> bool:
    """Tell whether a line is two sentences of which the second is ended too: no headline is, however short."""
    return line.count(" ") + 1 >= _FEWEST_WORDS and _TWO_SENTENCES.search(line) is not None


def _no_headline() -> tuple[Problem, ...]:
    message = "The text begins with a paragraph, not with a headline: it is read without one."
    return (Problem(ProblemCode.NO_HEADLINE, message),)


def _no_article() -> ArticleParts:
    message = "The text holds nothing but blanks: there is no article to read."
    return ArticleParts(problems=(Problem(ProblemCode.NO_ARTICLE, message),))


def _outlet(raw: RawDocument) -> Found | None:
    if raw.stated.outlet:
        return Found(raw.stated.outlet, "stated")
    return outlet_of_url(raw.url or raw.stated.url)


def _byline(raw: RawDocument) -> Found | None:
    byline = " ".join((raw.stated.byline or "").split())
    return Found(byline, "stated") if byline else None


def _published(raw: RawDocument, printed: tuple[Found, ...] = ()) -> tuple[Found, ...]:
    """Return the candidates, the most trusted first; a printed day that the address contradicts comes after it."""
    stated = (Found(raw.stated.published, "stated"),) if raw.stated.published else ()
    day = day_in_url(raw.url or raw.stated.url)
    if day is None:
        return (*stated, *printed)
    agree = tuple(found for found in printed if same_day(found, day))
    return (*stated, *agree, day)
