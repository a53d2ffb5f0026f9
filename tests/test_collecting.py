"""Collecting keeps every page once, takes up where it stopped, and finds what was silently edited."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.collecting import Collected, CollectSettings, CollectSummary, Outcome, collect_pages
from musnad.intake.captures import CaptureFolder
from musnad.intake.web import FetchSettings
from musnad.model import ProblemCode
from news_site import Answer, Site, page

SETTINGS = CollectSettings(FetchSettings(delay=0.0, backoff=0.01, retries=0, allow_private=True))


def feed_of(site: Site, *paths: str) -> Answer:
    items = "".join(f"<item><link>{site.url(path)}</link></item>" for path in paths)
    return Answer(f"<rss><channel>{items}</channel></rss>".encode(), headers={"Content-Type": "application/rss+xml"})


def collect(
    folder: Path, *sources: str, settings: CollectSettings = SETTINGS
) -> tuple[CollectSummary, list[Collected]]:
    seen: list[Collected] = []
    return collect_pages(sources, folder, settings, seen.append), seen


def outcomes(summary: CollectSummary) -> dict[Outcome, int]:
    return dict(summary.outcomes)


def test_the_pages_of_a_feed_are_kept_once(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/feed": feed_of(site, "/a", "/b", "/a?utm_source=x"), "/a": page("أ"), "/b": page("ب")}
    assert outcomes(collect(tmp_path, site.url("/feed"))[0]) == {Outcome.NEW: 2}
    assert outcomes(collect(tmp_path, site.url("/feed"))[0]) == {Outcome.SKIPPED: 2}
    assert Counter(site.paths()) == {"/feed": 2, "/a": 1, "/b": 1}


def test_a_sitemap_index_is_followed_to_its_pages(site: Site, tmp_path: Path) -> None:
    xml = {"Content-Type": "application/xml"}
    index = f"<sitemapindex><sitemap><loc>{site.url('/s1')}</loc></sitemap></sitemapindex>"
    urls = f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>"
    site.answers |= {"/index": Answer(index.encode(), headers=xml), "/s1": Answer(urls.encode(), headers=xml)}
    site.answers["/a"] = page("أ")
    _, seen = collect(tmp_path, site.url("/index"))
    assert [(each.url, each.outcome) for each in seen] == [(site.url("/a"), Outcome.NEW)]


def test_lists_that_name_each_other_come_to_an_end(site: Site, tmp_path: Path) -> None:
    for here, there in (("/x", "/y"), ("/y", "/z"), ("/z", "/w"), ("/w", "/x")):
        site.answers[here] = feed_of(site, there)
    summary, _ = collect(tmp_path, site.url("/x"))
    assert summary.causes == {ProblemCode.BROKEN_FEED: 1}


def test_a_silent_edit_is_found_and_both_versions_stay(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [
        page("الجسر", "وأضاف أن العمل في الجسر وفي الطريق المؤدي إليه استغرق ثمانية أشهر."),
        page("الجسر", "وأضاف أن العمل في الجسر وفي الطريق المؤدي إليه استغرق عشرة أشهر."),
    ]
    collect(tmp_path, site.url("/a"))
    _, (edited,) = collect(tmp_path, site.url("/a"))
    assert edited.outcome is Outcome.EDITED
    assert edited.removed == ("وأضاف أن العمل في الجسر وفي الطريق المؤدي إليه استغرق ثمانية أشهر.",)
    assert edited.added == ("وأضاف أن العمل في الجسر وفي الطريق المؤدي إليه استغرق عشرة أشهر.",)
    with CaptureFolder(tmp_path) as captures:
        assert len(captures.versions(site.url("/a"))) == 2


def test_what_changes_around_the_article_is_no_edit(site: Site, tmp_path: Path) -> None:
    first = page("الجسر")
    second = replace(first, body=first.body.replace(b"</body>", b"<script>count(2)</script></body>"))
    site.answers["/a"] = [first, second]
    collect(tmp_path, site.url("/a"))
    _, (seen,) = collect(tmp_path, site.url("/a"))
    assert seen.outcome is Outcome.UNCHANGED


def test_listed_pages_are_looked_at_again_when_asked(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/feed": feed_of(site, "/a"), "/a": replace(page("أ"), headers={"ETag": '"1"'})}
    collect(tmp_path, site.url("/feed"))
    summary, _ = collect(tmp_path, site.url("/feed"), settings=replace(SETTINGS, refresh=True))
    assert outcomes(summary) == {Outcome.UNCHANGED: 1}
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_failing_page_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/feed": feed_of(site, "/gone", "/a"), "/a": page("أ")}
    summary, _ = collect(tmp_path, site.url("/feed"))
    assert outcomes(summary) == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert summary.causes == {ProblemCode.HTTP_ERROR: 1}
    site.answers["/gone"] = page("عاد")
    assert outcomes(collect(tmp_path, site.url("/feed"))[0]) == {Outcome.NEW: 1, Outcome.SKIPPED: 1}


def test_an_interrupted_run_is_taken_up(site: Site, tmp_path: Path) -> None:
    paths = [f"/{number}" for number in range(6)]
    site.answers |= {"/feed": feed_of(site, *paths), **{path: page(path) for path in paths}}
    seen: list[Collected] = []

    def stop_after_three(collected: Collected) -> None:
        seen.append(collected)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect_pages((site.url("/feed"),), tmp_path, SETTINGS, stop_after_three)
    summary, _ = collect(tmp_path, site.url("/feed"))
    assert outcomes(summary) == {Outcome.SKIPPED: 3, Outcome.NEW: 3}


def test_no_more_pages_are_fetched_than_asked_for(site: Site, tmp_path: Path) -> None:
    paths = [f"/{number}" for number in range(5)]
    site.answers |= {"/feed": feed_of(site, *paths), **{path: page(path) for path in paths}}
    summary, _ = collect(tmp_path, site.url("/feed"), settings=replace(SETTINGS, most_pages=2))
    assert (outcomes(summary), summary.beyond) == ({Outcome.NEW: 2}, 3)
