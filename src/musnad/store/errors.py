"""Turns what a database says into what went wrong, where, and what to do; no password is ever repeated."""

import re

from sqlalchemy.exc import DBAPIError

from musnad.errors import UsageError

_PASSWORD = re.compile(r"(://[^:/@\s]*):[^@/\s]*@|(password=)\S+", re.IGNORECASE)


class StoreError(UsageError):
    """The store cannot do what was asked; the message says why and what to change. Nothing was half done."""


_ADVICE = (
    (
        ("database or disk is full", "no space left", "could not extend file", "disk i/o error", "disk full"),
        "the disk is full, and nothing of the last step was kept; make room and run it again",
    ),
    (
        ("readonly database", "read-only transaction", "permission denied"),
        "it may be read but not written; give write permission to the file and its folder, or name another store",
    ),
    (
        ("unable to open database file",),
        "the file cannot be opened; check that its folder exists and may be written to",
    ),
    (
        ("file is not a database", "malformed"),
        "the file is no sound SQLite database; restore it from a backup (musnad restore)",
    ),
    (
        ("database is locked", "lock timeout", "deadlock detected"),
        "another program holds it and did not let go; try again when that one is done",
    ),
    (
        (
            "server closed the connection",
            "terminating connection",
            "connection is lost",
            "in recovery mode",
            "is starting up",
            "is shutting down",
            "not yet accepting connections",
        ),
        "the server went away, and nothing of the last step was kept; its log says why, perhaps its disk is full; "
        "start it and run this again",
    ),
    (
        ("connection refused", "could not translate host", "connection failed", "name or service not known"),
        "no server answers there; check the address, and that PostgreSQL runs",
    ),
    (
        ("password authentication failed", "no password supplied"),
        "the server does not accept the user and password; check MUSNAD_STORE or the file that holds it",
    ),
)


def without_password(words: str) -> str:
    """Return the words with every password in an address or a setting left out."""
    return _PASSWORD.sub(lambda found: f"{found[1]}:***@" if found[1] else f"{found[2]}***", words)


def teach(error: DBAPIError, place: str) -> StoreError:
    """Return the error to raise for one of the database at `place`."""
    said = str(error.orig).strip().splitlines()[0] if error.orig and str(error.orig).strip() else str(error)
    folded = str(error.orig).lower()
    for signs, advice in _ADVICE:
        if any(sign in folded for sign in signs):
            return StoreError(f"{place}: {advice} ({without_password(said)}).")
    return StoreError(f"{place}: the database refused ({without_password(said)}).")
