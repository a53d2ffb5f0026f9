"""Reads what a page says of itself: headline, outlet, by-line, dates, address, and where each was found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from musnad.article.bylines import find_byline
from musnad.article.dates import date_in_url
from musnad.article.elements import PageElements
from musnad.article.linked_data import LinkedArticle, read_linked_article
from musnad.article.spelling import same_words
from musnad.article.topics import read_section, read_tags
from musnad.languages import LANGUAGES
from musnad.model import Found, Stated

_PUBLISHED_METAS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "datecreated",
    "publish_date",
    "publish-date",
    "publishdate",
    "published_time",
    "publication_date",
    "pubdate",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "og:pubdate",
    "dc.date.created",
    "dcsext.articlefirstpublished",
    "rnews:datepublished",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "publication-date",
    "release_date",
    "iso-8601-publish-date",
    "shareaholic:article_published_time",
    "bt:pubdate",
    "displaydate",
    "created",
    "timestamp",
)
_MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
_LOGOS = 'img[class*="logo"][alt], [class*="logo"] img[alt], [id*="logo"] img[alt], a[rel~="home"][title]'
_LONGEST_LOGO = 40
_MOST_HEADINGS = 20
_LEAST_HEADING_BLANKS = 3  # a heading of three words or fewer may be a section's name
_TITLE_END = re.compile(r"\s+(?:[-|–—»:/]|::)\s+|\s*\|\s*")
_HOSTING = frozenset({"Blogger", "WordPress", "Medium"})  # what blog hosts put where the outlet belongs
_MOST_SUFFIX_WORDS = 5
_URL = re.compile(r"https?:|www\.|^@|^//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; dates are candidates as written, the most trusted first.

    `headlines` are all the forms in which it words its headline, that of `title` first.
    """

    headlines: tuple[str, ...]
    title: Found | None
    outlet: Found | None
    sub_headline: Found | None
    byline: Found | None
    section: Found | None
    tags: tuple[Found, ...]
    published: tuple[Found, ...]
    modified: tuple[Found, ...]
    canonical_url: str | None
    says_article: bool
    linked: LinkedArticle | None
    outlet_names: tuple[str, ...]


def read_metadata(parser: LexborHTMLParser, stated: Stated, url: str | None) -> PageMetadata:
    """Return the page's metadata; what is `stated` of the document comes before what the page says."""
    metas = _metas(parser)
    linked = read_linked_article(parser)
    canonical = _canonical(parser, metas)
    page = PageElements(parser)
    outlets = list(_outlets(page, metas, linked, stated, url or canonical))
    outlet_names = [outlet.value for outlet in outlets if outlet.where != "domain"]
    outlet = outlets[0] if outlets else None
    hosted = [*outlet_names, *_host_names(url or canonical)]
    titles = list(_titles(page, metas, linked, stated, outlet_names))
    # With the outlet's name left on as well: pages print their <title> as it is.
    written = (metas.get("og:title", ""), page.text_of("title"))
    return PageMetadata(
        headlines=tuple(dict.fromkeys([*(title.value for title in titles), *filter(None, written)])),
        title=titles[0] if titles else None,
        outlet=outlet,
        sub_headline=Found(linked.sub_headline, "json-ld") if linked and linked.sub_headline else None,
        byline=Found(stated.byline, "stated") if stated.byline else find_byline(page, metas, linked, hosted),
        section=read_section(page, metas, linked),
        tags=read_tags(page, metas, linked, [*(title.value for title in titles), *hosted]),
        published=tuple(_published(page, metas, linked, stated)),
        modified=tuple(_dates(metas, _MODIFIED_METAS, linked.modified if linked else None)),
        canonical_url=canonical,
        says_article=linked is not None or metas.get("og:type") == "article",
        linked=linked,
        outlet_names=tuple(hosted),
    )


def outlet_of_url(url: str | None) -> Found | None:
    """Return the domain of a URL as the outlet's name, or None where there is no domain."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return Found(host.removeprefix("www."), "domain") if host else None


def day_in_url(url: str | None) -> Found | None:
    """Return the day that a URL spells out as a date candidate, or None."""
    day = date_in_url(url) if url else None
    return Found(day.date().isoformat(), "url") if day else None


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in page.tags("meta"):
        attributes = node.attributes
        content = " ".join((attributes.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = attributes.get(key)
            if name and content:
                metas.setdefault(name.strip().lower(), content)
    return metas


def _canonical(page: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    link = page.css_first('link[rel="canonical"][href]')
    address = (link.attributes.get("href") or "").strip() if link else ""
    address = address or metas.get("og:url", "")
    return address if address.startswith(("http://", "https://")) else None


def _outlets(
    page: PageElements,
    metas: dict[str, str],
    linked: LinkedArticle | None,
    stated: Stated,
    url: str | None,
) -> Iterator[Found]:
    suffix = _title_suffix(page, metas)
    candidates = (
        (stated.outlet, "stated"),
        (linked.publisher if linked else None, "json-ld"),
        (metas.get("og:site_name"), "og:site_name"),
        (metas.get("application-name"), "application-name"),
        (suffix, "title"),
        (_logo_text(page), "logo"),
        (_lexicon_name(url), "outlet lexicon"),
    )
    for name, where in candidates:
        if name and not _URL.search(name) and name not in _HOSTING:
            yield Found(name, where)
    domain = outlet_of_url(url)
    if domain:
        yield domain


def _host_names(url: str | None) -> list[str]:
    """Return the host of a URL and the site's own part of it: sites sign with either."""
    host = outlet_of_url(url)
    return [host.value, *host.value.split(".")[:-1]] if host else []


def _lexicon_name(url: str | None) -> str | None:
    host = outlet_of_url(url)
    for language in LANGUAGES.values() if host else ():
        names = language.outlet_names
        entry = names.of_host(host.value) if host else None
        if entry:
            return names.entries[entry].name
    return None


def _logo_text(page: PageElements) -> str | None:
    """Return what the site's logo says, if it is short enough for a name."""
    for node in page.select(_LOGOS, "logo", "home")[:5]:
        text = " ".join((node.attributes.get("alt") or node.attributes.get("title") or "").split())
        if 2 < len(text) <= _LONGEST_LOGO and text.lower() not in {"logo", "home", "الرئيسية", "شعار"}:
            return text
    return None


def _title_suffix(page: PageElements, metas: dict[str, str]) -> str | None:
    """Return the last part of `<title>` where it names the site: short, and no part of the headline."""
    parts = _TITLE_END.split(page.text_of("title"))
    suffix = parts[-1].strip()
    if len(parts) < 2 or not suffix or len(suffix.split()) > _MOST_SUFFIX_WORDS:
        return None
    headlines = [headline for headline in (metas.get("og:title"), page.text_of("h1")) if headline]
    if any(headline.endswith(suffix) for headline in headlines):
        return None
    return suffix


def _titles(
    page: PageElements,
    metas: dict[str, str],
    linked: LinkedArticle | None,
    stated: Stated,
    outlet_names: list[str],
) -> Iterator[Found]:
    candidates = (
        (stated.title, "stated"),
        (linked.headline if linked else None, "json-ld"),
        (metas.get("og:title"), "og:title"),
        (page.text_of("h1"), "h1"),
        (_heading_in(page, page.text_of("title")), "title"),
    )
    for written, where in candidates:
        headline = " ".join((written or "").split())
        if where != "stated":
            headline = _without_outlet(headline, outlet_names)
        # A page that names only its outlet there has no headline in that place.
        if headline and (where == "stated" or not any(same_words(headline, name) for name in outlet_names)):
            yield Found(headline, where)


def _heading_in(page: PageElements, title: str) -> str:
    """Return the heading that the title repeats beside other words, as the name of a blog, or the title itself."""
    for node in page.parser.css("h1, h2, h3")[:_MOST_HEADINGS] if title else ():
        heading = " ".join(node.text().split())
        if heading.count(" ") >= _LEAST_HEADING_BLANKS and (title.endswith(heading) or title.startswith(heading)):
            return heading
    return title


def _without_outlet(headline: str, outlet_names: list[str]) -> str:
    parts = list(_TITLE_END.finditer(headline))
    if not parts:
        return headline
    if any(same_words(headline[parts[-1].end() :], name) for name in outlet_names):
        return headline[: parts[-1].start()]
    if any(same_words(headline[: parts[0].start()], name) for name in outlet_names):
        return headline[parts[0].end() :]
    return headline


def _published(
    page: PageElements,
    metas: dict[str, str],
    linked: LinkedArticle | None,
    stated: Stated,
) -> Iterator[Found]:
    if stated.published:
        yield Found(stated.published, "stated")
    yield from _dates(metas, _PUBLISHED_METAS, linked.published if linked else None)
    for node in page.select('[itemprop="datePublished"]', "datepublished")[:2]:
        attributes = node.attributes
        yield Found(attributes.get("content") or attributes.get("datetime") or node.text(), "datePublished")


def _dates(metas: dict[str, str], names: tuple[str, ...], linked: str | None) -> Iterator[Found]:
    if linked:
        yield Found(linked, "json-ld")
    for name in names:
        if name in metas:
            yield Found(metas[name], f"meta {name}")
