"""What is asked of the fetching, and what comes back of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from musnad import __version__
from musnad.model import Problem

USER_AGENT = f"Musnad/{__version__} (reads news reports; obeys robots.txt)"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits of one fetch and manners towards a host; times in seconds.

    `max_bytes` is the most bytes of one document, unpacked. `delay` is the least time between two requests to a
    host; a longer crawl-delay of its robots.txt counts, up to `longest_wait`, as does a Retry-After.
    `allow_private` lifts the guard against private addresses; it is for tests and for intranets that one owns.
    """

    max_bytes: int = 20_000_000
    connect_timeout: float = 15.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    delay: float = 1.0
    longest_wait: float = 60.0
    retries: int = 2
    backoff: float = 1.0
    redirects: int = 8
    hosts_at_once: int = 8
    allow_private: bool = False
    obey_robots: bool = True
    user_agent: str = USER_AGENT


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier response said of its version, for a conditional request (RFC 9110, section 13)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The outcome of one fetch: the response, or the problem that kept it away.

    `url` is the address asked for, `final_url` the one that answered. `content` is unpacked. `status` is 0 where no
    response came; 304 says that nothing changed. `headers` have lower-case names.
    """

    url: str
    final_url: str
    status: int
    fetched_at: datetime
    content: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    problem: Problem | None = None

    @property
    def unchanged(self) -> bool:
        """Tell whether the server says that the version known is the current one."""
        return self.status == 304

    @property
    def media_type(self) -> str:
        """Return the media type as the server states it, without parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """Return the charset as the server states it."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None

    @property
    def validators(self) -> Validators:
        """Return what a later conditional request needs."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))
