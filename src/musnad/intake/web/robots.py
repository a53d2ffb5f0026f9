"""Asks a host's robots.txt what may be fetched and how often, once a run (RFC 9309)."""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

ROBOTS_BYTES = 512_000
"""RFC 9309 asks for 500 KiB to be read; what stands behind is ignored."""


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """A host's rules: None allows everything; `unreachable` forbids everything, as the RFC asks."""

    parsed: Protego | None = None
    unreachable: bool = False

    def allows(self, url: str, user_agent: str) -> bool:
        """Tell whether the address may be fetched."""
        if self.unreachable:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, user_agent))

    def delay(self, user_agent: str) -> float:
        """Return the seconds that the host asks to be left between two requests."""
        if self.parsed is None:
            return 0.0
        return float(self.parsed.crawl_delay(user_agent) or 0.0)


def robots_address(url: str) -> str:
    """Return where the robots.txt of the address's host is."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


def robots_rules(status: int, content: bytes) -> RobotsRules:
    """Return the rules that the response to a request for robots.txt makes; status 0 is no response."""
    if 200 <= status < 300:
        return RobotsRules(Protego.parse(content[:ROBOTS_BYTES].decode("utf-8", "replace")))
    if status == 0 or status >= 500 or status == 429:
        return RobotsRules(unreachable=True)
    return RobotsRules()
