"""`musnad user`: who may log in to the service, as what, and with which tokens."""

import sys
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.access import Role
    from musnad.store import Store

PASSWORD = "MUSNAD_PASSWORD"
_BY = "command line"


class UserAction(StrEnum):
    """What is done with accounts."""

    ADD = "add"
    LIST = "list"
    ROLE = "role"
    DISABLE = "disable"
    ENABLE = "enable"
    PASSWORD = "password"
    TOKEN = "token"
    REVOKE = "revoke"
    LOG = "log"


def user(
    action: Annotated[UserAction, typer.Argument(metavar="ACTION", show_default=False)],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The account; for revoke a token's id.", show_default=False)
    ] = None,
    role: Annotated[str | None, typer.Option(metavar="ROLE", help="reader, analyst or admin.")] = None,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What a token is for.")] = "command line",
    days: Annotated[int | None, typer.Option(metavar="N", min=1, help="How long a token holds (for ever).")] = None,
    store: StoreOption = None,
) -> None:
    """Add, list, change or shut out accounts: add, list, role, disable, enable, password, token, revoke, log.

    A password is asked for, or read from MUSNAD_PASSWORD_FILE, or from standard input; never from the command line.
    """
    with command_errors(), open_given(store, must_exist=action is not UserAction.ADD) as opened:
        if action is UserAction.LIST:
            _print_all(opened)
        elif action is UserAction.LOG:
            for each in reversed(opened.accounts.audit(most=200)):
                typer.echo(f"{each.at} {each.address or '-'} {each.by}: {each.action} {each.subject or ''}".rstrip())
        elif name is None:
            raise UsageError(f"musnad user {action} needs a name")
        elif action is UserAction.TOKEN:
            from musnad.access import give_token

            _, token = give_token(opened, name, label, timedelta(days=days) if days else None)
            typer.echo("It is shown this once:", err=True)
            typer.echo(token)
        else:
            typer.echo(_change(opened, action, name, role))
        if action not in (UserAction.LIST, UserAction.LOG):
            opened.accounts.note(_BY, f"user {action}", name)


def _change(opened: "Store", action: UserAction, name: str, role: str | None) -> str:
    """Do it and return what was done; raise UsageError where there is no such account."""
    from musnad.access import Role, hashed, make_account

    match action:
        case UserAction.ADD:
            wanted = _role(role or Role.READER.value)
            if opened.accounts.find(name) is not None:
                raise UsageError(f"{name}: there is an account of this name; choose another")
            make_account(opened, name, wanted, _password())
            return f"{name}: may log in as {wanted}"
        case UserAction.ROLE:
            if role is None:
                raise UsageError("musnad user role needs --role reader, analyst or admin")
            done, told = opened.accounts.change(name, role=_role(role).value), f"is {role} now"
        case UserAction.PASSWORD:
            if opened.accounts.find(name) is None:
                raise UsageError(f"{name}: there is no account of this name; `musnad user list` shows them")
            done, told = opened.accounts.set_password(name, hashed(_password())), "has a new password"
        case UserAction.REVOKE:
            if not opened.accounts.revoke(name):
                raise UsageError(f"{name}: no token has this id; `musnad user list` shows them")
            return f"{name}: the token is taken back"
        case _:
            enabled = action is UserAction.ENABLE
            done, told = opened.accounts.change(name, active=enabled), "is let in" if enabled else "is shut out"
    if not done:
        raise UsageError(f"{name}: there is no account of this name; `musnad user list` shows them")
    return f"{name}: {told}"


def _print_all(opened: "Store") -> None:
    for each in opened.accounts.all():
        how = "by password" if each.has_password else "by identity provider"
        typer.echo(f"{each.name}: {each.role}, {how}{'' if each.active else ', shut out'}")
        for token in opened.accounts.tokens(each.name):
            until = f"until {token.expires} UTC" if token.expires else "without end"
            typer.echo(f"    token {token.id} {until}: {token.label}")


def _role(written: str) -> "Role":
    from musnad.access import Role

    try:
        return Role(written)
    except ValueError:
        raise UsageError(f"--role {written}: is no role; choose from {', '.join(Role)}") from None


def _password() -> str:
    from musnad.settings import setting

    held = setting(PASSWORD)
    if held:
        return held
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
