"""Asks other extractors for their text of a page, and takes the one that most agree with where none bears ours out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from selectolax.lexbor import LexborHTMLParser

from musnad.article.linked_body import linked_paragraphs
from musnad.article.linked_data import read_linked_article
from musnad.article.parts import ArticleParts
from musnad.article.spelling import same_words
from musnad.article.tail import boilerplate_reasons, gather_dropped
from musnad.errors import UsageError

_SHINGLE = 4  # words
# Shared shingles from which two texts are one. Without it extractors that keep the same list of related stories outvote
# the text that is right; set on the Arabic and the English pages that benchmarks/pages.py measures.
_BORNE_OUT = 0.8
Shingles = frozenset[tuple[str, ...]]


def require_opinions() -> None:
    """Raise UsageError where the extractors that Quality.BEST asks are not installed."""
    try:
        for name in ("trafilatura", "resiliparse.extract.html2text"):
            import_module(name)
    except ImportError as error:
        message = f"--quality best: install musnad[best] for the extractors that it asks ({error})."
        raise UsageError(message) from None


def with_agreed_text(parts: ArticleParts, html: str) -> ArticleParts:
    """Return the parts as they are where another extractor bears their text out, else with the text of the medoid.

    The medoid is the text that shares most with all others. The slow extractor is asked last and only where it is
    needed. What is known about the article stays as it was found; own paragraphs that go are in `dropped`.
    """
    headline = parts.title.value if parts.has_headline and parts.title else None
    own = tuple(parts.text.splitlines()[1:] if headline else parts.text.splitlines())
    opinions = [own]
    shingles = [_shingles(own)]
    for opinion in _opinions(html, headline or ""):
        opinions.append(opinion)
        shingles.append(_shingles(opinion))
        if _agreement(shingles[0], shingles[-1]) >= _BORNE_OUT:
            return parts
    chosen = opinions[_medoid(shingles)]
    if chosen == own:
        return parts
    kept = set(chosen)
    dropped = [(piece.text, piece.reason) for piece in parts.dropped if piece.text not in kept]
    dropped += [(paragraph, "outside_article") for paragraph in own if paragraph not in kept]
    text = "\n".join((headline, *chosen) if headline else chosen)
    return replace(parts, text=text, dropped=gather_dropped(dropped))


def _opinions(html: str, headline: str) -> Iterator[tuple[str, ...]]:
    """Yield the texts of the others that have one, the quickest first."""
    linked = read_linked_article(LexborHTMLParser(html))
    if linked and linked.body:
        yield linked_paragraphs(linked.body, headline)
    asked: tuple[Callable[[str], str | None], ...] = (_resiliparse, _trafilatura)
    texts = (_lines(_answer(ask, html), headline) for ask in asked)
    yield from filter(None, texts)


def _answer(ask: Callable[[str], str | None], html: str) -> str:
    try:
        return ask(html) or ""
    except Exception:
        # Another library's defect at a broken page: it has no opinion then.
        return ""


def _trafilatura(html: str) -> str | None:
    import trafilatura

    found: str | None = trafilatura.extract(html, include_comments=False, include_formatting=False)
    return found


def _resiliparse(html: str) -> str | None:
    from resiliparse.extract.html2text import extract_plain_text

    found: str | None = extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False)
    return found


def _lines(text: str, headline: str) -> tuple[str, ...]:
    lines = [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
    # What our own rules know by its words (اقرأ أيضا) is no part of a text, whoever else takes it for one.
    reasons = boilerplate_reasons(lines)
    kept = (line for line, reason in zip(lines, reasons, strict=True) if reason is None)
    return tuple(line for line in kept if not same_words(line, headline))


def _medoid(shingles: Sequence[Shingles]) -> int:
    """Return the place of the text that shares most with all others; of equals the first, which is Musnad's own."""
    agreements = [sum(_agreement(one, other) for other in shingles) for one in shingles]
    return max(range(len(shingles)), key=lambda place: (agreements[place], -place))


def _agreement(one: Shingles, other: Shingles) -> float:
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 1.0


def _shingles(paragraphs: Sequence[str]) -> Shingles:
    words = " ".join(paragraphs).split()
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))
