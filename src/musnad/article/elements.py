"""Finds a page's elements by tag or selector; selectors that no name on the page can match are not tried."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NAMED = "[class], [id], [rel], [itemprop], [itemtype]"
_NAMES = ("class", "id", "rel", "itemprop", "itemtype")


class PageElements:
    """A parsed page, and the names that its elements have in their attributes."""

    def __init__(self, parser: LexborHTMLParser) -> None:
        self.parser = parser
        found: set[str | None] = set()
        for node in parser.css(_NAMED):
            found.update(map(node.attributes.get, _NAMES))
        # In small letters, for some selectors look away from case. Gathering these costs as much as one selector.
        self._names = "\n".join(filter(None, found)).lower()

    def select(self, selector: str, *words: str) -> Sequence[LexborNode]:
        """Return the elements of a selector in which one of these words stands in each alternative."""
        return self.parser.css(selector) if any(word in self._names for word in words) else ()

    def text_of(self, tag: str) -> str:
        """Return the text of the first element with this tag that has any."""
        for node in self.parser.tags(tag):
            text = " ".join(node.text().split())
            if text:
                return text
        return ""
