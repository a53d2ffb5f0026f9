"""The accounts of a store: who may log in and as what, who is logged in, tokens of programs, and the audit log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from musnad.store import tables
from musnad.store.errors import StoreError
from musnad.store.opening import Database
from musnad.store.rows import keepable, moment

SESSION_IDLE = timedelta(hours=12)
"""A session ends when it was not used for so long: a working day with its breaks, and no night."""
SESSION_LONGEST = timedelta(days=7)
_NOTED_EVERY = timedelta(minutes=5)
"""How exactly it is noted when a session or token was last used: a write at every request would hold up others."""
ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Account:
    """Who may log in: the role by its name; `has_password` is false for those whom an identity provider vouches for."""

    name: str
    role: str
    active: bool
    created: str
    has_password: bool
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to make: `password` is a hash of it."""

    name: str
    role: str
    password: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class ApiToken:
    """What is known of a token once it was given out: never the token itself."""

    id: str
    account: str
    label: str
    created: str
    expires: str | None
    used: str | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token to keep: its public id, its digest, what it is for, and how long it holds."""

    id: str
    digest: str
    label: str
    lasts: timedelta | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What was done, by whom, to what, from which address of the network, and when."""

    number: int
    at: str
    by: str
    action: str
    subject: str | None
    address: str | None


class Accounts:
    """Accounts, sessions, tokens and the audit log; every method is a transaction of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    # -- accounts ------------------------------------------------------------------------------

    def add(self, new: NewAccount) -> Account:
        """Make an account; raise StoreError where the name is taken."""
        table = tables.account
        with self._database.writing() as connection:
            if _account(connection, new.name) is not None:
                raise StoreError(f"{new.name}: there is an account of this name; choose another")
            row = {"name": new.name, "role": new.role, "password": new.password, "subject": new.subject}
            connection.execute(insert(table), row | {"active": True, "created": moment(self._clock())})
            made = _account(connection, new.name)
        assert made is not None
        return made

    def all(self) -> list[Account]:
        """Return all accounts by name."""
        with self._database.reading() as connection:
            return [_made(row) for row in connection.execute(select(tables.account).order_by(tables.account.c.name))]

    def any(self) -> bool:
        """Tell whether somebody can log in."""
        with self._database.reading() as connection:
            query = select(tables.account.c.name).where(tables.account.c.active).limit(1)
            return connection.execute(query).first() is not None

    def find(self, name: str) -> Account | None:
        """Return the account of this name."""
        with self._database.reading() as connection:
            return _account(connection, name)

    def of_subject(self, subject: str) -> Account | None:
        """Return the account of whom an identity provider calls so."""
        table = tables.account
        with self._database.reading() as connection:
            row = connection.execute(select(table).where(table.c.subject == subject)).first()
        return _made(row) if row else None

    def password_of(self, name: str) -> str | None:
        """Return the hash of an active account's password."""
        table = tables.account
        with self._database.reading() as connection:
            return connection.execute(select(table.c.password).where(table.c.name == name, table.c.active)).scalar()

    def set_password(self, name: str, password: str) -> bool:
        """Put a password's hash in the place of another; who is logged in has to log in anew."""
        table = tables.account
        with self._database.writing() as connection:
            changed = connection.execute(update(table).where(table.c.name == name).values(password=password))
            connection.execute(delete(tables.session).where(tables.session.c.account == name))
        return changed.rowcount == 1

    def change(self, name: str, *, role: str | None = None, active: bool | None = None) -> bool:
        """Give an account a role, let it in or shut it out; tell whether there is one.

        Who is shut out is logged out, and the tokens are gone. Raises StoreError where no admin would be left.
        """
        values: dict[str, Any] = {"role": role} if role is not None else {}
        values |= {"active": active} if active is not None else {}
        table = tables.account
        with self._database.writing() as connection:
            held = _account(connection, name)
            if held is None:
                return False
            loses = held.role == ADMIN and held.active and (active is False or role not in (None, ADMIN))
            if loses and not _other_admins(connection, name):
                raise StoreError(f"{name}: is the last admin; make another one first")
            connection.execute(update(table).where(table.c.name == name).values(**values))
            if active is False:
                for of_account in (tables.session, tables.api_token):
                    connection.execute(delete(of_account).where(of_account.c.account == name))
        return True

    # -- sessions ------------------------------------------------------------------------------

    def open_session(self, name: str, digest: str) -> None:
        """Note that the holder of what has this digest is logged in; sessions that are over are removed."""
        now, table = self._clock(), tables.session
        row = {"digest": digest, "account": name, "created": moment(now), "seen": moment(now)}
        with self._database.writing() as connection:
            connection.execute(delete(table).where(_is_over(now)))
            connection.execute(insert(table), row | {"expires": moment(now + SESSION_LONGEST)})

    def of_session(self, digest: str) -> Account | None:
        """Return whose session this is, None where it is over or the account was shut out."""
        now, table = self._clock(), tables.session
        query = select(tables.account, table.c.seen.label("seen")).join(table, table.c.account == tables.account.c.name)
        query = query.where(table.c.digest == digest, ~_is_over(now), tables.account.c.active)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        if row.seen < moment(now - _NOTED_EVERY):
            with self._database.writing() as connection:
                connection.execute(update(table).where(table.c.digest == digest).values(seen=moment(now)))
        return _made(row)

    def close_session(self, digest: str) -> None:
        """Log out."""
        with self._database.writing() as connection:
            connection.execute(delete(tables.session).where(tables.session.c.digest == digest))

    def remove_expired(self) -> int:
        """Remove the sessions and tokens that are over; return how many."""
        now, token = self._clock(), tables.api_token
        with self._database.writing() as connection:
            gone = connection.execute(delete(tables.session).where(_is_over(now))).rowcount
            return gone + connection.execute(delete(token).where(token.c.expires <= moment(now))).rowcount

    # -- tokens --------------------------------------------------------------------------------

    def add_token(self, name: str, given: NewToken) -> ApiToken:
        """Keep what is known of a token that is given out to an account."""
        now = self._clock()
        row: dict[str, str | None] = {
            "id": given.id,
            "digest": given.digest,
            "account": name,
            "label": keepable(given.label),
            "created": moment(now),
            "expires": moment(now + given.lasts) if given.lasts else None,
            "used": None,
        }
        with self._database.writing() as connection:
            if _account(connection, name) is None:
                raise StoreError(f"{name}: there is no account of this name; `musnad user list` shows them")
            connection.execute(insert(tables.api_token), row)
        return ApiToken(given.id, name, given.label, moment(now), row["expires"], None)

    def tokens(self, name: str) -> list[ApiToken]:
        """Return the tokens of an account, the oldest first."""
        table = tables.api_token
        query = select(table).where(table.c.account == name).order_by(table.c.created, table.c.id)
        with self._database.reading() as connection:
            return [
                ApiToken(row.id, row.account, row.label, row.created, row.expires, row.used)
                for row in connection.execute(query)
            ]

    def of_token(self, digest: str) -> Account | None:
        """Return whose token this is, None where it is over or the account was shut out."""
        now, table = self._clock(), tables.api_token
        query = select(tables.account, table.c.used.label("used")).join(table, table.c.account == tables.account.c.name)
        holds = or_(table.c.expires.is_(None), table.c.expires > moment(now))
        with self._database.reading() as connection:
            row = connection.execute(query.where(table.c.digest == digest, holds, tables.account.c.active)).first()
        if row is None:
            return None
        if row.used is None or row.used < moment(now - _NOTED_EVERY):
            with self._database.writing() as connection:
                connection.execute(update(table).where(table.c.digest == digest).values(used=moment(now)))
        return _made(row)

    def revoke(self, token: str, *, account: str | None = None) -> bool:
        """Take a token back, where given only one of this account; tell whether there was one."""
        table = tables.api_token
        gone = delete(table).where(table.c.id == token)
        with self._database.writing() as connection:
            return connection.execute(gone.where(table.c.account == account) if account else gone).rowcount == 1

    # -- audit ---------------------------------------------------------------------------------

    def note(self, by: str, action: str, subject: str | None = None, address: str | None = None) -> None:
        """Note what was done."""
        row = {
            "at": moment(self._clock()),
            "by": keepable(by),
            "action": keepable(action)[:200],
            "subject": keepable(subject)[:1_000] if subject else None,
            "address": address,
        }
        with self._database.writing() as connection:
            connection.execute(insert(tables.audit), row)

    def audit(self, *, before: int | None = None, most: int = 100) -> list[AuditEntry]:
        """Return what was done, the newest first, of numbers below `before`."""
        table = tables.audit
        query = select(table).order_by(table.c.number.desc()).limit(most)
        if before is not None:
            query = query.where(table.c.number < before)
        with self._database.reading() as connection:
            return [
                AuditEntry(row.number, row.at, row.by, row.action, row.subject, row.address)
                for row in connection.execute(query)
            ]


def _account(connection: Connection, name: str) -> Account | None:
    row = connection.execute(select(tables.account).where(tables.account.c.name == name)).first()
    return _made(row) if row else None


def _made(row: Any) -> Account:
    return Account(row.name, row.role, row.active, row.created, row.password is not None, row.subject)


def _other_admins(connection: Connection, name: str) -> int:
    table = tables.account
    query = select(func.count()).where(table.c.name != name, table.c.role == ADMIN, table.c.active)
    return connection.execute(query).scalar_one()


def _is_over(now: datetime) -> Any:
    table = tables.session
    return or_(table.c.expires <= moment(now), table.c.seen <= moment(now - SESSION_IDLE))
