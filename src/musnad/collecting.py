"""Collects pages into a folder of captures, and tells which are new, unchanged, or silently edited."""

import asyncio
import difflib
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from musnad.article import extract_article
from musnad.intake.captures import Capture, CaptureFolder
from musnad.intake.settings import IntakeSettings
from musnad.intake.web import Fetched, Fetcher, FetchSettings, Validators, document_of
from musnad.intake.web.crawling import Crawl, CrawlPlan, Visited
from musnad.model import Problem, Stated


class Outcome(StrEnum):
    """What became of one page of a run."""

    NEW = "new"
    EDITED = "edited"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Collected:
    """One page of a run: its address, what became of it, its capture, and what was edited or went wrong.

    `removed` and `added` are the paragraphs that the old or the new version of an edited article has alone; both are
    empty where the old one was not archived, or where no article can be read in one of them.
    """

    url: str
    outcome: Outcome
    capture: Capture | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    problem: Problem | None = None


@dataclass(slots=True)
class CollectSummary:
    """How many pages came to each outcome, how many failed by which cause, and how many were left for another run."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    beyond: int = 0

    def count(self, collected: Collected) -> None:
        """Add one page."""
        self.outcomes[collected.outcome] += 1
        if collected.problem is not None:
            self.causes[collected.problem.code] += 1


@dataclass(frozen=True, slots=True)
class CollectSettings:
    """What is asked of a run. `refresh` fetches again what is there already, to see whether it was edited."""

    fetch: FetchSettings
    most_pages: int = 10_000
    archive: bool = True
    refresh: bool = False


def collect_pages(
    sources: tuple[str, ...], folder: Path, settings: CollectSettings, watch: Callable[[Collected], None]
) -> CollectSummary:
    """Fetch the sources and what they list into the folder, call `watch` for each page, and return the summary.

    What the folder has is not fetched again, save the sources themselves; an interrupted run is taken up by the next.
    Raises UsageError where nothing can be kept in the folder.
    """
    with CaptureFolder(folder, archive=settings.archive) as captures:
        return asyncio.run(_collect(sources, captures, settings, watch))


async def _collect(
    sources: tuple[str, ...], captures: CaptureFolder, settings: CollectSettings, watch: Callable[[Collected], None]
) -> CollectSummary:
    def validators(url: str) -> Validators:
        last = captures.last(url)
        return last.validators if last else Validators()

    def skips(url: str) -> bool:
        return not settings.refresh and captures.last(url) is not None

    summary = CollectSummary()
    plan = CrawlPlan(sources, skips, validators, settings.most_pages)
    async with Fetcher(settings.fetch) as fetcher:
        crawl = Crawl(fetcher, plan, workers=2 * settings.fetch.hosts_at_once)
        async for visited in crawl.visit():
            collected = _keep(visited, captures)
            summary.count(collected)
            watch(collected)
        summary.beyond = crawl.beyond
    return summary


def _keep(visited: Visited, captures: CaptureFolder) -> Collected:
    url, fetched = visited.page.url, visited.fetched
    if fetched is None:
        return Collected(url, Outcome.SKIPPED, captures.last(url))
    if fetched.problem is not None:
        return Collected(url, Outcome.FAILED, problem=fetched.problem)
    last = captures.last(url)
    if fetched.unchanged and last is not None:
        return Collected(url, Outcome.UNCHANGED, last)
    if last is None:
        return Collected(url, Outcome.NEW, captures.add(url, fetched))
    if hashlib.sha256(fetched.content).hexdigest() == last.sha256:
        return Collected(url, Outcome.UNCHANGED, last)
    old = captures.content(last)
    edits = _edits(url, last, old, fetched) if old is not None else None
    if edits is not None and not any(edits):
        # Advertisements and counters change the bytes of most pages each time.
        return Collected(url, Outcome.UNCHANGED, last)
    removed, added = edits or ((), ())
    return Collected(url, Outcome.EDITED, captures.add(url, fetched), removed, added)


def _edits(url: str, last: Capture, old: bytes, fetched: Fetched) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the paragraphs that one version alone has, old and new; None where one of them holds no article."""
    content_type = f"{last.media_type}; charset={last.charset}" if last.charset else last.media_type
    earlier = Fetched(url, last.final_url, last.status, fetched.fetched_at, old, {"content-type": content_type})
    before, after = _paragraphs(earlier), _paragraphs(fetched)
    if not before or not after:
        return None
    removed: list[str] = []
    added: list[str] = []
    for change, first, first_end, second, second_end in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if change != "equal":
            removed += before[first:first_end]
            added += after[second:second_end]
    return tuple(removed), tuple(added)


def _paragraphs(fetched: Fetched) -> list[str]:
    raw = document_of(fetched, IntakeSettings(plain=False, stated=Stated(), max_bytes=len(fetched.content) + 1))
    article = extract_article(raw)[0] if not raw.problems else None
    return [line for line in article.text.splitlines() if line.strip()] if article is not None else []
