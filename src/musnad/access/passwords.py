"""Hashes passwords by argon2id, and checks them: two at a time, for each takes 64 MB."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from musnad.errors import UsageError

LEAST_LETTERS = 10
MOST_LETTERS = 1_000
_AT_ONCE = threading.BoundedSemaphore(2)


def hashed(password: str) -> str:
    """Return the hash of a password; raise UsageError for one that is too short or too long."""
    if not LEAST_LETTERS <= len(password) <= MOST_LETTERS:
        raise UsageError(f"a password has {LEAST_LETTERS} to {MOST_LETTERS:,} letters; this one has {len(password)}")
    with _AT_ONCE:
        return _hasher().hash(password)


def is_right(password: str, held: str | None) -> bool:
    """Tell whether a password is the one of this hash; where there is none it takes as long to say no."""
    if len(password) > MOST_LETTERS:
        return False
    with _AT_ONCE:
        try:
            return _hasher().verify(held or _nobodys(), password) and held is not None
        except (VerificationError, InvalidHashError):
            return False


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("nobody has this password")
