"""Names the tags of headings, and finds the one that prints the headline."""

from collections.abc import Sequence

from musnad.article.blocks import PageBlocks
from musnad.article.spelling import words_key

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def headline_place(page: PageBlocks, headlines: Sequence[str]) -> int:
    """Return the number of the block that prints the headline: the first heading of its words, else the first h1."""
    keys = {words_key(headline) for headline in headlines}
    headings = [(number, block) for number, block in enumerate(page.blocks) if block.tag in HEADINGS]
    printed = next((number for number, block in headings if words_key(block.text) in keys), None)
    return printed if printed is not None else next((n for n, block in headings if block.tag == "h1"), 0)
