"""Asks the text that JSON-LD states for a second opinion on the text that was found in the page."""

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from musnad.article.blocks import read_blocks
from musnad.article.body import PageBody
from musnad.article.spelling import same_words

_LEAST_LINKED = 500  # characters; shorter ones are often the lead alone
_MUCH_LONGER = 2.0
_SAMPLES = 8
_SAMPLE_SIZE = 30  # characters


def check_with_linked(body: PageBody, linked: str | None, headline: str) -> PageBody:
    """Return the body with the paragraphs of JSON-LD where the page's own are missing, cut short or another text.

    The page's own stand first wherever both agree: they keep the paragraphs that JSON-LD often runs together.
    """
    if not linked or (body.paragraphs and len(linked) < _LEAST_LINKED):
        return body
    paragraphs = linked_paragraphs(linked, headline)
    own = " ".join(body.paragraphs)
    size = sum(map(len, paragraphs))
    if not size or (own and size < _MUCH_LONGER * len(own) and _agree(own, paragraphs)):
        return body
    moved = tuple((paragraph, "outside_article") for paragraph in body.paragraphs if paragraph not in paragraphs)
    return replace(body, paragraphs=paragraphs, dropped=(*body.dropped, *moved))


def linked_paragraphs(linked: str, headline: str) -> tuple[str, ...]:
    """Return the paragraphs of a stated text, which may be markup, without the headline."""
    if "<" in linked and ">" in linked:
        lines = [block.text for block in read_blocks(LexborHTMLParser(linked)).blocks]
    else:
        lines = [" ".join(line.split()) for line in linked.splitlines()]
    return tuple(line for line in lines if line and not same_words(line, headline))


def _agree(own: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether any of some samples of the stated text stands in the page's own."""
    whole = " ".join(paragraphs)
    step = max(1, (len(whole) - _SAMPLE_SIZE) // _SAMPLES)
    squeezed = "".join(own.split())
    samples = ("".join(whole[start : start + _SAMPLE_SIZE].split()) for start in range(0, len(whole), step))
    return any(sample in squeezed for sample in samples)
