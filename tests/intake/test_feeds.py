"""Feeds and sitemaps name their pages, and broken or hostile ones do no harm."""

import json

import pytest

from musnad.intake.feeds import MOST_ENTRIES, BrokenListError, ListedPage, ListKind, list_kind, listed_pages

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>نشرة الوادي</title><link>http://example.org/</link>
<item><title>جسر &amp; طريق</title><link>/one</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0300</pubDate>
<content:encoded>&lt;p&gt;نص الخبر&lt;/p&gt;</content:encoded></item>
<item><guid isPermaLink="true">http://example.org/two</guid></item>
<item><guid isPermaLink="false">7</guid></item>
<item><title>مكرر</title><link>http://example.org/one</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>n</title><entry><title>خبر</title>
<link rel="enclosure" href="http://example.org/sound"/><link href="http://example.org/a"/>
<updated>2024-03-05T10:00:00Z</updated></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> http://example.org/n </loc>
<news:news><news:publication><news:name>نشرة</news:name></news:publication>
<news:publication_date>2024-03-05</news:publication_date><news:title>خبر</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://example.org/s1.xml</loc>
<lastmod>2024-03-05</lastmod></sitemap></sitemapindex>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1", "url": "http://example.org/j", "title": "خبر", "date_published": "2024-03-05"}, 7],
    }
)


def pages(text: str) -> list[ListedPage]:
    return listed_pages(text.encode(), "http://example.org/feed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RSS, ListKind.FEED),
        (ATOM, ListKind.FEED),
        (SITEMAP, ListKind.SITEMAP),
        (INDEX, ListKind.SITEMAP_INDEX),
        (JSON_FEED, ListKind.JSON_FEED),
        ("<html><body>rss</body></html>", None),
        ("", None),
        ("خبر بلا وسم", None),
    ],
)
def test_a_list_is_told_by_its_root(text: str, kind: ListKind | None) -> None:
    assert list_kind(text.encode()) is kind


def test_a_feed_names_pages_once_with_title_and_time() -> None:
    assert pages(RSS) == [
        ListedPage(
            "http://example.org/one", "جسر & طريق", "Tue, 05 Mar 2024 10:00:00 +0300", text_html="<p>نص الخبر</p>"
        ),
        ListedPage("http://example.org/two"),
    ]


def test_an_atom_entry_is_its_page_not_its_enclosure() -> None:
    assert pages(ATOM) == [ListedPage("http://example.org/a", "خبر", "2024-03-05T10:00:00Z")]


def test_a_news_sitemap_tells_title_and_time() -> None:
    assert pages(SITEMAP) == [ListedPage("http://example.org/n", "خبر", "2024-03-05")]


def test_an_index_names_lists() -> None:
    assert pages(INDEX) == [ListedPage("http://example.org/s1.xml", published="2024-03-05", is_list=True)]


def test_a_json_feed_names_pages() -> None:
    assert pages(JSON_FEED) == [ListedPage("http://example.org/j", "خبر", "2024-03-05")]


def test_a_feed_that_breaks_off_gives_what_stands_before() -> None:
    assert [page.url for page in pages(RSS[: RSS.index('<item><guid isPermaLink="false"')])] == [
        "http://example.org/one",
        "http://example.org/two",
    ]


def test_nested_entities_unpack_to_nothing() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    item = "<item><title>&l11;</title><link>/a</link></item>"
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss><channel>{item}</channel></rss>'
    assert all(len(page.title or "") < 100 for page in pages(bomb))


def test_an_entity_from_a_file_stays_out() -> None:
    leak = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><item><title>&f;</title><link>/a</link></item></rss>'
    assert "root" not in (pages(leak)[0].title or "")


def test_addresses_that_are_no_pages_are_left_out() -> None:
    links = "".join(
        f"<item><link>{link}</link></item>" for link in ("javascript:alert(1)", "file:///a", "http://[", "/ok")
    )
    assert [page.url for page in pages(f"<rss><channel>{links}</channel></rss>")] == ["http://example.org/ok"]


def test_a_list_without_end_is_cut() -> None:
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(MOST_ENTRIES + 5))
    assert len(pages(f"<rss><channel>{items}</channel></rss>")) == MOST_ENTRIES


@pytest.mark.parametrize("text", ["<html></html>", '{"version": "https://jsonfeed.org/version/1", "items": 3}'])
def test_what_is_no_list_is_named(text: str) -> None:
    with pytest.raises(BrokenListError):
        pages(text)
