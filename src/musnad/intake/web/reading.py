"""Fetches addresses for the reader, one document after the other, in the order in which they come."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import replace

from musnad.intake.settings import IntakeSettings
from musnad.intake.web.crawling import Crawl, CrawlPlan, Visited
from musnad.intake.web.documents import document_of
from musnad.intake.web.fetching import Fetcher
from musnad.intake.web.settings import FetchSettings
from musnad.model import RawDocument


def fetch_documents(addresses: Sequence[str], settings: IntakeSettings) -> Iterator[RawDocument]:
    """Return the documents at the addresses; of a feed or a sitemap those of the pages it lists."""
    asked = FetchSettings(max_bytes=settings.max_bytes, allow_private=settings.allow_private)
    with asyncio.Runner() as runner:
        visits = _visits(tuple(addresses), asked)
        try:
            while (visited := runner.run(_next(visits))) is not None:
                if visited.fetched is not None:
                    yield _document(visited, settings)
        finally:
            runner.run(visits.aclose())


async def _visits(addresses: tuple[str, ...], asked: FetchSettings) -> AsyncGenerator[Visited, None]:
    async with Fetcher(asked) as fetcher:
        crawl = Crawl(fetcher, CrawlPlan(addresses), workers=asked.hosts_at_once)
        async for visited in crawl.visit():
            yield visited


async def _next(visits: AsyncGenerator[Visited, None]) -> Visited | None:
    return await anext(visits, None)


def _document(visited: Visited, settings: IntakeSettings) -> RawDocument:
    assert visited.fetched is not None
    page, stated = visited.page, settings.stated
    listed = replace(stated, title=stated.title or page.title, published=stated.published or page.published)
    return document_of(visited.fetched, replace(settings, stated=listed))
