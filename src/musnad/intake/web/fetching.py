"""Fetches addresses over HTTP: robots.txt, a pause between requests, retries, redirects, limits on size and time."""

import asyncio
import email.utils
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from musnad.intake.web.addresses import PrivateAddressError, fault_of_address
from musnad.intake.web.robots import RobotsRules, robots_address, robots_rules
from musnad.intake.web.settings import Fetched, FetchSettings, Validators
from musnad.intake.web.transports import guarded_transport
from musnad.intake.web.unpacking import ACCEPTED, BrokenPackingError, TooLargeError, Unpacker
from musnad.model import Problem, ProblemCode

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOTHING_KNOWN = Validators()
_KEPT_SECONDS = 15.0  # a connection, after its last use


@dataclass(slots=True)
class _Host:
    """What is kept of a host during a run: one request at a time, the time of the last, its robots.txt."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    robots_lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    last_request: float = float("-inf")
    rules: RobotsRules | None = None
    silence: Problem | None = None  # why its robots.txt did not come


class Fetcher:
    """An HTTP client with manners, to be used as `async with Fetcher(settings) as fetcher`."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._hosts: dict[str, _Host] = {}
        self._open_hosts = asyncio.Semaphore(settings.hosts_at_once)
        transport = guarded_transport(
            allow_private=settings.allow_private,
            http2=True,
            connections=4 * settings.hosts_at_once,
            keepalive=_KEPT_SECONDS,
        )
        self._client = httpx.AsyncClient(
            transport=transport,
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": ACCEPTED, "Accept-Language": "ar,en;q=0.7"},
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def fetch(self, url: str, known: Validators = _NOTHING_KNOWN) -> Fetched:
        """Return what the address answers, or the problem; `known` makes the request conditional."""
        current = url
        for _ in range(self._settings.redirects + 1):
            fault = fault_of_address(current)
            if fault:
                message = f"{_shown(url, current)}: {fault}; give the address of a page on the web."
                return self._failed(url, current, ProblemCode.BAD_ADDRESS, message)
            fetched = await self._ask(url, current, known)
            target = fetched.headers.get("location")
            if fetched.problem or fetched.status not in _REDIRECTS or not target:
                return fetched
            try:
                current = urljoin(current, target).partition("#")[0]
            except ValueError:
                message = f"{_shown(url, current)}: redirects to what is no address ({target[:80]!r})."
                return self._failed(url, current, ProblemCode.BAD_ADDRESS, message)
        message = f"{url}: redirects more than {self._settings.redirects} times; fetch the page's final address."
        return self._failed(url, current, ProblemCode.TOO_MANY_REDIRECTS, message)

    # -- manners -------------------------------------------------------------------------------

    async def _ask(self, url: str, current: str, known: Validators) -> Fetched:
        """Fetch one address, once its host allows it, as often as it is worth."""
        host = self._hosts.setdefault(urlsplit(current).netloc.lower(), _Host())
        if self._settings.obey_robots:
            rules = await self._rules(host, current)
            if rules.unreachable and host.silence:
                return self._failed(url, current, host.silence.code, host.silence.message)
            if not rules.allows(current, self._settings.user_agent):
                why = "fails to give its robots.txt" if rules.unreachable else "forbids it in its robots.txt"
                message = f"{_shown(url, current)}: the host {why}; it was not fetched."
                return self._failed(url, current, ProblemCode.ROBOTS_DISALLOWED, message)
        fetched = self._failed(url, current, ProblemCode.UNREACHABLE, f"{current}: was not fetched")
        for attempt in range(self._settings.retries + 1):
            async with self._turn(host):
                fetched = await self._exchange(url, current, known)
            wait = self._wait_after(fetched, attempt)
            if wait is None:
                break
            await asyncio.sleep(wait)
        return fetched

    async def _rules(self, host: _Host, url: str) -> RobotsRules:
        async with host.robots_lock:
            if host.rules is None:
                place = robots_address(url)
                async with self._turn(host):
                    fetched = await self._exchange(place, place, _NOTHING_KNOWN)
                for _ in range(self._settings.redirects):
                    target = fetched.headers.get("location")
                    if fetched.status not in _REDIRECTS or not target:
                        break
                    place = urljoin(place, target)
                    if fault_of_address(place):
                        break
                    fetched = await self._exchange(place, place, _NOTHING_KNOWN)
                private = fetched.problem is not None and fetched.problem.code is ProblemCode.PRIVATE_ADDRESS
                # A private host is refused by the fetch itself, with a message that says so.
                host.silence = fetched.problem if fetched.status == 0 else None
                host.rules = RobotsRules() if private else robots_rules(fetched.status, fetched.content)
            return host.rules

    @asynccontextmanager
    async def _turn(self, host: _Host) -> AsyncIterator[None]:
        """Wait until the host may be asked again, and hold it until the answer is there."""
        async with host.lock:
            asked = host.rules.delay(self._settings.user_agent) if host.rules else 0.0
            delay = min(max(self._settings.delay, asked), self._settings.longest_wait)
            await asyncio.sleep(max(0.0, host.last_request + delay - time.monotonic()))
            async with self._open_hosts:
                try:
                    yield
                finally:
                    host.last_request = time.monotonic()

    def _wait_after(self, fetched: Fetched, attempt: int) -> float | None:
        """Return the seconds to wait before the next try, None where there is none worth making."""
        transient = fetched.status in _TRY_AGAIN or (
            fetched.problem is not None and fetched.problem.code in {ProblemCode.UNREACHABLE, ProblemCode.TOO_SLOW}
        )
        if not transient or attempt >= self._settings.retries:
            return None
        asked = _retry_after(fetched.headers.get("retry-after"))
        if asked is not None and asked > self._settings.longest_wait:
            return None
        return max(asked or 0.0, self._settings.backoff * 2.0**attempt)

    # -- one exchange --------------------------------------------------------------------------

    async def _exchange(self, url: str, current: str, known: Validators) -> Fetched:
        headers = {}
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        try:
            async with asyncio.timeout(self._settings.total_timeout):
                return await self._receive(url, current, headers)
        except (PrivateAddressError, httpx.ConnectError) as error:
            # httpx wraps what the backend raises; its cause is the backend's own error.
            code, advice = ProblemCode.UNREACHABLE, "check the address, and that there is a connection"
            if isinstance(error, PrivateAddressError) or isinstance(error.__cause__, PrivateAddressError):
                code, advice = ProblemCode.PRIVATE_ADDRESS, "--allow-private lifts the guard for hosts of your own"
            return self._failed(url, current, code, f"{_shown(url, current)}: {error}; {advice}.")
        except (TimeoutError, httpx.TimeoutException):
            limit = f"{self._settings.total_timeout:g} seconds in all, {self._settings.read_timeout:g} without a byte"
            message = f"{_shown(url, current)}: took too long (limits: {limit}); try again later."
            return self._failed(url, current, ProblemCode.TOO_SLOW, message)
        except TooLargeError:
            limit = f"{self._settings.max_bytes:,} bytes"
            message = f"{_shown(url, current)}: over the limit of {limit} once unpacked; raise it with --max-bytes."
            return self._failed(url, current, ProblemCode.TOO_LARGE, message)
        except (BrokenPackingError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            reason = str(error) or type(error).__name__
            message = f"{_shown(url, current)}: the answer cannot be read ({reason}); try again later."
            return self._failed(url, current, ProblemCode.UNREACHABLE, message)

    async def _receive(self, url: str, current: str, headers: dict[str, str]) -> Fetched:
        async with self._client.stream("GET", current, headers=headers) as response:
            fetched = Fetched(
                url,
                current,
                response.status_code,
                datetime.now(UTC).replace(microsecond=0),
                headers={name.lower(): value for name, value in response.headers.items()},
            )
            if response.status_code in _REDIRECTS or response.status_code == 304:
                return fetched
            if response.status_code >= 400:
                message = f"{_shown(url, current)}: the server answered {response.status_code} {response.reason_phrase}"
                problem = Problem(ProblemCode.HTTP_ERROR, f"{message.rstrip()}; look whether the page still exists.")
                return replace(fetched, problem=problem)
            unpacker = Unpacker(response.headers.get("content-encoding", ""), self._settings.max_bytes)
            async for piece in response.aiter_raw():
                unpacker.feed(piece)
            return replace(fetched, content=unpacker.content)

    def _failed(self, url: str, current: str, code: ProblemCode, message: str) -> Fetched:
        now = datetime.now(UTC).replace(microsecond=0)
        return Fetched(url, current, 0, now, problem=Problem(code, message))


def _shown(url: str, current: str) -> str:
    return url if url == current else f"{url} (at {current})"


def _retry_after(value: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for, a number or a date; None where there is none."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
