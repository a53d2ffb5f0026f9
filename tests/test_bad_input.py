"""Tests that broken and hostile documents give a report or a named problem, and that the rest of a batch goes on.

The test reads a third of them, with floods of small size; `python benchmarks/bad_input.py` reads all in full size.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from hostile_containers import hostile_containers, hostile_feeds
from hostile_pages import Hostile, hostile_pages, largest_documents, page
from hostile_site import GOOD, hostile_site
from musnad.collecting import Collected, CollectSettings, Outcome, collect_pages
from musnad.intake import load_documents
from musnad.intake.feeds import BrokenListError, listed_pages
from musnad.intake.web import FetchSettings
from musnad.model import ProblemCode, Report
from musnad.reading import read_reports
from news_site import Site

HOSTILE = [*hostile_pages(1_500), *hostile_containers(1_000_000)]
QUICK = FetchSettings(
    delay=0.0, backoff=0.01, retries=0, total_timeout=0.5, longest_wait=0.1, max_bytes=200_000, allow_private=True
)


def read(paths: Sequence[Path]) -> list[Report]:
    return [report for document in load_documents([*map(str, paths)]) for report in read_reports(document)]


def test_the_corpus_holds_what_is_promised() -> None:
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE) >= 450


@pytest.mark.parametrize("hostile", HOSTILE[::3], ids=[hostile.name for hostile in HOSTILE[::3]])
def test_a_bad_document_is_read_or_its_problem_named(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.content)
    reports = read([path])
    assert reports
    for report in reports:
        assert report.failed or report.article is not None
        assert ProblemCode.READING_FAILED not in {problem.code for problem in report.problems}


def test_the_rest_of_the_batch_goes_on(tmp_path: Path) -> None:
    paths = []
    for hostile in HOSTILE[::40]:
        paths += [tmp_path / hostile.name, tmp_path / f"after-{hostile.name}.html"]
        paths[-2].write_bytes(hostile.content)
        paths[-1].write_bytes(page())
    good = [report for report in read(paths) if "after-" in (report.raw.path or "")]
    assert len(good) == len(HOSTILE[::40])
    assert all(report.claims for report in good)


def test_a_page_of_countless_tags_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page("<p>x" * 100_001))
    (report,) = read([path])
    assert [problem.code for problem in report.problems] == [ProblemCode.NO_ARTICLE]


LARGEST = list(largest_documents(30_000))


@pytest.mark.parametrize("hostile", LARGEST, ids=[hostile.name for hostile in LARGEST])
def test_the_documents_that_take_most_memory_are_what_they_claim(hostile: Hostile, tmp_path: Path) -> None:
    test_a_bad_document_is_read_or_its_problem_named(hostile, tmp_path)


FEEDS = list(hostile_feeds())


@pytest.mark.parametrize("feed", FEEDS, ids=range(len(FEEDS)))
def test_a_bad_list_names_short_addresses_or_is_refused(feed: bytes) -> None:
    pages = []
    with suppress(BrokenListError):
        pages = listed_pages(feed, "https://diffatain.example/feed")
    assert len(pages) <= 50_000
    assert all(len(listed.url) < 10_000 for listed in pages)


def test_a_bad_server_does_not_keep_the_good_page_away(site: Site, tmp_path: Path) -> None:
    addresses = hostile_site(site, size=1_000_000)
    seen: list[Collected] = []
    collect_pages(tuple(addresses), tmp_path, CollectSettings(QUICK, most_pages=50), seen.append)
    outcomes = {each.url: each for each in seen}
    assert outcomes[site.url(GOOD)].outcome is Outcome.NEW
    assert all(each.problem is not None for each in seen if each.outcome is Outcome.FAILED)
    assert {each.problem.code for each in seen if each.problem} >= {ProblemCode.TOO_LARGE, ProblemCode.TOO_SLOW}
