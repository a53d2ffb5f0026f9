"""Finds who wrote an article: what its metadata names, else what its page prints near the headline."""

import re
from collections.abc import Iterator, Mapping, Sequence

from musnad.article.elements import PageElements
from musnad.article.linked_data import LinkedArticle
from musnad.article.spelling import words_key
from musnad.languages import LANGUAGES
from musnad.languages.bylines import load_byline_forms
from musnad.model import Found

_AUTHOR_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
)
_BYLINES = '[rel~="author"], [itemprop="author"], .byline, .author-name, .article-author, .post-author, .entry-author'
_LONGEST_BYLINE = 120
_NO_NAMES = ("http:", "https:", "www.", "@", "//", "developed by", "powered by", "designed by")
# (المدينة - الصحيفة); and between a name and an outlet: a dash, a bar, a full stop.
_BRACKETED = re.compile(r"\s*[(\[].*[)\]]\s*")
_PART = re.compile(r"\s+[-–—|/]\s+|\s*\|\s*|(?<=\w{3})\.\s+")
_LINES_BEFORE = 3
_LINES_AFTER = 12


def find_byline(
    page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None, outlet_names: Sequence[str]
) -> Found | None:
    """Return the by-line that the page's metadata or a by-line element gives, or None.

    What names only the outlet is no by-line: sites fill the field with their own name or account.
    """
    forms = load_byline_forms()
    for written, where in _candidates(page, metas, linked):
        if not written or len(written) > _LONGEST_BYLINE or written.lower().startswith(_NO_NAMES):
            continue
        name = forms.name(_without_outlets(written, outlet_names))
        if name and not any(_names_outlet(name, outlet) for outlet in outlet_names):
            return Found(name, where)
    return None


def find_printed_byline(lines: Sequence[str], headline: int, outlet_names: Sequence[str]) -> Found | None:
    """Return the by-line printed within some lines of the headline's, whose number is given, or None."""
    forms = load_byline_forms()
    for line in lines[max(0, headline - _LINES_BEFORE) : headline + _LINES_AFTER]:
        name = forms.read(line)
        if name and not any(_names_outlet(name, outlet) for outlet in outlet_names):
            return Found(name, "printed")
    return None


def _candidates(
    page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None
) -> Iterator[tuple[str | None, str]]:
    yield (linked.author if linked else None), "json-ld"
    for name in _AUTHOR_METAS:
        yield metas.get(name), f"meta {name}"
    for node in page.select(_BYLINES, "author", "byline")[:5]:
        yield " ".join(node.text(separator=" ").split()), "byline"


def _without_outlets(written: str, outlet_names: Sequence[str]) -> str:
    """Return the by-line without the outlet's name and the place beside it, and nothing of one in brackets.

    What stands in brackets is a dateline.
    """
    if _BRACKETED.fullmatch(written):
        return ""
    parts = _PART.split(written)
    if len(parts) < 2:
        return written
    kept = [
        part
        for part in parts
        if not any(_names_outlet(part, outlet) for outlet in outlet_names) and not _names_place(part)
    ]
    return written if len(kept) == len(parts) else " - ".join(kept)


def _names_place(part: str) -> bool:
    return not part.isascii() and any(language.gazetteer.find(words_key(part)) for language in LANGUAGES.values())


def _names_outlet(name: str, outlet: str) -> bool:
    """Tell whether the words are the outlet's name, its beginning, or its domain's name."""
    written, known = words_key(name).replace(" ", ""), words_key(outlet).replace(" ", "")
    return written == known or (len(written) > 2 and known.startswith(written))
