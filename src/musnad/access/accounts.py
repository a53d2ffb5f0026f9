"""Makes accounts and tokens, logs people in and out."""

import re
from datetime import timedelta

from musnad.access.passwords import hashed, is_right
from musnad.access.rates import LOGIN, Rates
from musnad.access.secrets import digest_of, new_secret, new_token
from musnad.access.visitors import Role
from musnad.errors import UsageError
from musnad.store import Store
from musnad.store.accounts import Account, ApiToken, NewAccount, NewToken

# A name stands in judgements and in the log: no blanks at its ends, nothing that turns the direction of writing.
_NAME = re.compile(r"[\w.@-](?:[\w .@-]{0,62}[\w.@-])?")


class TooOftenError(UsageError):
    """Somebody tried too often; the message says what to do."""


def make_account(store: Store, name: str, role: Role, password: str | None, subject: str | None = None) -> Account:
    """Make an account and return it; raise UsageError where the name or the password will not do."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} cannot be a name; write letters, digits, blanks within, or . @ - _, at most 64")
    return store.accounts.add(NewAccount(name, role.value, hashed(password) if password is not None else None, subject))


def give_token(store: Store, name: str, label: str, lasts: timedelta | None = None) -> tuple[ApiToken, str]:
    """Return what is kept of a new token of an account, and the token, which is shown once."""
    identity, token = new_token()
    return store.accounts.add_token(name, NewToken(identity, digest_of(token), label, lasts)), token


def log_in(store: Store, rates: Rates, name: str, password: str, address: str) -> str | None:
    """Return the secret of a new session, None where name or password is wrong; the log tells of both.

    Raises TooOftenError after ten wrong tries in a quarter of an hour, by name or from one address.
    """
    keys = (f"log in {name[:100]}", f"log in from {address}")
    if any(rates.is_over(key, LOGIN) for key in keys):
        raise TooOftenError("too many wrong tries; wait a quarter of an hour and try again")
    if not is_right(password, store.accounts.password_of(name)):
        for key in keys:
            rates.count(key, LOGIN)
        store.accounts.note(name[:100] or "nobody", "log in refused", address=address)
        return None
    rates.forget(keys[0])
    return open_session(store, name, address)


def open_session(store: Store, name: str, address: str) -> str:
    """Return the secret of a new session of somebody who has shown who they are."""
    secret = new_secret()
    store.accounts.open_session(name, digest_of(secret))
    store.accounts.note(name, "log in", address=address)
    return secret


def log_out(store: Store, secret: str) -> None:
    """End a session."""
    store.accounts.close_session(digest_of(secret))
