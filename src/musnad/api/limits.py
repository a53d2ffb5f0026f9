"""Does work that takes the processor: few at a time, each within a limit of time."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread
from fastapi import HTTPException
from starlette.requests import Request

from musnad.access import READINGS, Limit, address_of, service_of, visitor_of

_AT_ONCE = 2
_SECONDS = 30.0
Made = TypeVar("Made")


async def in_time(request: Request, work: Callable[[], Made]) -> Made:
    """Return what the work makes; 503 where it takes over 30 s: it then goes on, and keeps its place until it ends."""
    state = request.app.state
    if not hasattr(state, "places"):
        state.places = anyio.CapacityLimiter(_AT_ONCE)
    with anyio.move_on_after(_SECONDS):
        return await anyio.to_thread.run_sync(work, limiter=state.places, abandon_on_cancel=True)
    raise HTTPException(503, "this takes too long just now; try again later, or with less text", {"retry-after": "30"})


def count_try(request: Request, what: str, limit: Limit = READINGS) -> None:
    """Count what a visitor asks for, by name or, where everybody has one name, by address; 429 where it is too often.

    The visitor at this machine alone is not counted.
    """
    service, visitor = service_of(request), visitor_of(request)
    if not service.settings.accounts:
        return
    if not service.rates.allow(f"{what} {visitor.name} {address_of(request)}", limit):
        headers = {"retry-after": str(int(limit.seconds))}
        raise HTTPException(429, f"{limit.times} times in {limit.seconds:,.0f} s are the limit; wait a while", headers)
