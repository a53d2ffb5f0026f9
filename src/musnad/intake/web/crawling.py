"""Goes from addresses to pages: what turns out to be a feed or a sitemap is followed to the pages that it lists."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from dataclasses import dataclass, replace

from musnad.intake.feeds import BrokenListError, ListedPage, list_kind, listed_pages
from musnad.intake.web.addresses import normal_address
from musnad.intake.web.fetching import Fetcher
from musnad.intake.web.settings import Fetched, Validators
from musnad.model import Problem, ProblemCode

DEEPEST_LIST = 3
"""Lists within lists that are followed: an index of sitemaps, its sitemaps, and one more."""
_WAITING_RESULTS = 16  # Responses that wait to be taken: more would fill the memory when the taker is slow.


@dataclass(frozen=True, slots=True)
class CrawlPlan:
    """What to fetch. `skips` tells which listed pages need no fetch; `validators` what is known of an address.

    `most_pages` bounds the pages of one run; what is listed beyond is not fetched.
    """

    sources: tuple[str, ...]
    skips: Callable[[str], bool] = lambda _: False
    validators: Callable[[str], Validators] = lambda _: Validators()
    most_pages: int = 10_000


@dataclass(frozen=True, slots=True)
class Visited:
    """A page of the plan, as its list names it, and what came; None where it was skipped."""

    page: ListedPage
    fetched: Fetched | None


class Crawl:
    """One run over a plan: each address once, as many at a time as there are workers."""

    def __init__(self, fetcher: Fetcher, plan: CrawlPlan, *, workers: int) -> None:
        self._fetcher = fetcher
        self._plan = plan
        self._workers = workers
        self._seen: set[str] = set()
        self._waiting: asyncio.Queue[tuple[ListedPage, int]] = asyncio.Queue()
        self._visited: asyncio.Queue[Visited | None] = asyncio.Queue(_WAITING_RESULTS)
        self.beyond = 0
        """Pages that were listed beyond the most that were asked for."""

    async def visit(self) -> AsyncGenerator[Visited, None]:
        """Yield what comes of the sources and of the pages they list, in the order in which it comes."""
        self._enqueue((ListedPage(source) for source in self._plan.sources), depth=0)
        tasks = [asyncio.create_task(self._work()) for _ in range(self._workers)]
        tasks.append(asyncio.create_task(self._finish()))
        try:
            while (visited := await self._visited.get()) is not None:
                yield visited
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self) -> None:
        while True:
            page, depth = await self._waiting.get()
            visited = await self._visit(page, depth)
            if visited is not None:
                await self._visited.put(visited)
            self._waiting.task_done()

    async def _finish(self) -> None:
        await self._waiting.join()
        await self._visited.put(None)

    async def _visit(self, page: ListedPage, depth: int) -> Visited | None:
        """Return what came of a page, None for a list, whose pages are enqueued."""
        # What a caller names is asked for again, to see whether it was changed; what is listed only where it is new.
        if depth and self._plan.skips(page.url):
            return Visited(page, None)
        fetched = await self._fetcher.fetch(page.url, self._plan.validators(page.url))
        if fetched.problem is not None or list_kind(fetched.content) is None:
            return Visited(page, fetched)
        try:
            self._follow(fetched, depth)
        except BrokenListError as error:
            message = f"{page.url}: {error}; its pages were not fetched."
            return Visited(page, replace(fetched, content=b"", problem=Problem(ProblemCode.BROKEN_FEED, message)))
        return None

    def _follow(self, fetched: Fetched, depth: int) -> None:
        if depth >= DEEPEST_LIST:
            raise BrokenListError(f"is a list within {DEEPEST_LIST} others")
        pages = listed_pages(fetched.content, fetched.final_url)
        if not pages:
            raise BrokenListError("lists no page")
        self._enqueue(pages, depth=depth + 1)

    def _enqueue(self, pages: Iterable[ListedPage], *, depth: int) -> None:
        for page in pages:
            try:
                address = normal_address(page.url)
            except (ValueError, UnicodeError):
                address = page.url  # The fetch says what is wrong with it.
            if address in self._seen:
                continue
            if len(self._seen) >= self._plan.most_pages + len(self._plan.sources):
                self.beyond += 1
                continue
            self._seen.add(address)
            self._waiting.put_nowait((replace(page, url=address), depth))
