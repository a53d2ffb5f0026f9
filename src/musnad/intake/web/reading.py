"""Fetches addresses for the reader, one document after the other, in the order in which they come."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import replace

from musnad.intake.settings import IntakeSettings
from musnad.intake.web.crawling import Crawl, CrawlPlan, Visited
from musnad.intake.web.documents import document_of
from musnad.intake.web.fetching import Fetcher
from musnad.intake.web.settings import FetchSettings
from musnad.model import RawDocument


def fetch_documents(
    addresses: Sequence[str],
    settings: IntakeSettings,
    *,
    skips: Callable[[str], bool] | None = None,
    fetch: FetchSettings | None = None,
) -> Iterator[RawDocument]:
    """Return the documents at the addresses; of a feed or a sitemap those of the pages it lists.

    `skips` tells which listed pages are not to be fetched; `fetch` the manners, if others than usual.
    """
    plan = CrawlPlan(tuple(addresses), skips) if skips else CrawlPlan(tuple(addresses))
    asked = fetch or FetchSettings(max_bytes=settings.max_bytes, allow_private=settings.allow_private)
    with asyncio.Runner() as runner:
        visits = _visits(plan, asked)
        try:
            while (visited := runner.run(_next(visits))) is not None:
                if visited.fetched is not None:
                    yield _document(visited, settings)
        finally:
            runner.run(visits.aclose())


async def _visits(plan: CrawlPlan, asked: FetchSettings) -> AsyncGenerator[Visited, None]:
    async with Fetcher(asked) as fetcher:
        crawl = Crawl(fetcher, plan, workers=asked.hosts_at_once)
        async for visited in crawl.visit():
            yield visited


async def _next(visits: AsyncGenerator[Visited, None]) -> Visited | None:
    return await anext(visits, None)


def _document(visited: Visited, settings: IntakeSettings) -> RawDocument:
    assert visited.fetched is not None
    page, stated = visited.page, settings.stated
    listed = replace(stated, title=stated.title or page.title, published=stated.published or page.published)
    # Under the listed address, where that leads elsewhere, the page is known the next time.
    asked = page.url if page.url != visited.fetched.final_url else None
    return document_of(visited.fetched, replace(settings, stated=listed), path=asked)
