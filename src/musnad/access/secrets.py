"""Makes what only its holder knows, and the digest by which the store knows it again."""

import hashlib
import secrets

_TOKEN_PREFIX = "musnad_"
"""So that a token that slipped into a file is recognised as one."""


def new_secret() -> str:
    """Return 256 random bits in letters that a cookie may hold."""
    return secrets.token_urlsafe(32)


def new_token() -> tuple[str, str]:
    """Return the public id of a new token, and the token."""
    return secrets.token_hex(4), _TOKEN_PREFIX + new_secret()


def digest_of(secret: str) -> str:
    """Return the digest of a secret; it is random, so that no salt and no slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
