"""Limits how often something is tried: so many times in a stretch of time, for each who tries."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KEYS = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many seconds."""

    times: int
    seconds: float


LOGIN = Limit(10, 900)
"""Failed logins: of one name, and from one address."""
NOTES = Limit(10, 3_600)
"""Readers' notes from one address."""
READINGS = Limit(60, 60)
"""Documents that one visitor has read, which takes up to a second of the processor each."""


class Rates:
    """Counts tries in the memory of one process; when it starts again, so does the count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: dict[str, deque[float]] = {}

    def is_over(self, key: str, limit: Limit) -> bool:
        """Tell whether the key was counted as often as the limit allows."""
        with self._lock:
            return len(self._recent(key, limit)) >= limit.times

    def count(self, key: str, limit: Limit) -> None:
        """Count a try."""
        with self._lock:
            if len(self._tries) >= _MOST_KEYS:
                # Whoever tries from ten thousand addresses must not fill the memory: the oldest key goes.
                del self._tries[next(iter(self._tries))]
            self._tries.setdefault(key, self._recent(key, limit)).append(self._clock())

    def allow(self, key: str, limit: Limit) -> bool:
        """Count a try unless the limit is reached; tell whether it was counted."""
        if self.is_over(key, limit):
            return False
        self.count(key, limit)
        return True

    def forget(self, key: str) -> None:
        """Count the key from nothing."""
        with self._lock:
            self._tries.pop(key, None)

    def _recent(self, key: str, limit: Limit) -> deque[float]:
        tries = self._tries.get(key, deque())
        while tries and tries[0] <= self._clock() - limit.seconds:
            tries.popleft()
        if not tries:
            self._tries.pop(key, None)
        return tries
