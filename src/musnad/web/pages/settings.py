"""Settings: language and colours, how the store is, who may log in, and what Musnad is."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad import __version__
from musnad.access import Role, Service, Visitor, hashed, make_account, require, service_of, visitor_of
from musnad.errors import MusnadError
from musnad.keeping.version import reader_version
from musnad.search import keys_are_current
from musnad.store.jobs import JobStatus
from musnad.web.rendering import THEMES, render
from musnad.web.words import ROLES

router = APIRouter()

_LOGGED = 40
_Service = Annotated[Service, Depends(service_of)]
_Admin = Annotated[Visitor, Depends(require(Role.ADMIN))]


@router.get("/settings")
def settings_page(request: Request, service: _Service) -> Response:
    """Show the settings."""
    return _page(request, service)


@router.post("/settings/accounts")
def add_account(
    request: Request,
    service: _Service,
    visitor: _Admin,
    name: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=1_000)],
    role: Annotated[Role, Form()] = Role.READER,
) -> Response:
    """Make an account, or say why it cannot be made."""
    _needs_accounts(service)
    try:
        make_account(service.store, name, role, password)
    except MusnadError as error:
        return _page(request, service, fault=str(error), status=400)
    service.store.accounts.note(visitor.name, "user add", name)
    return RedirectResponse("/settings#accounts", 303)


@router.post("/settings/accounts/change", dependencies=[Depends(require(Role.ADMIN))])
def change_account(
    request: Request,
    service: _Service,
    name: Annotated[str, Form(max_length=100)],
    role: Annotated[Role | None, Form()] = None,
    active: Annotated[bool | None, Form()] = None,
    password: Annotated[str, Form(max_length=1_000)] = "",
) -> Response:
    """Give an account a role or a password, let it in or shut it out."""
    _needs_accounts(service)
    accounts = service.store.accounts
    try:
        done = (
            accounts.change(name, role=role.value if role else None, active=active)
            if role or active is not None
            else True
        )
        if password:
            done = accounts.set_password(name, hashed(password))
    except MusnadError as error:
        return _page(request, service, fault=str(error), status=400)
    if not done:
        raise HTTPException(404, f"{name}: there is no account of this name")
    what = "password" if password else "role" if role else "enable" if active else "disable"
    accounts.note(visitor_of(request).name, f"user {what}", name)
    return RedirectResponse("/settings#accounts", 303)


def _page(request: Request, service: Service, fault: str | None = None, status: int = 200) -> Response:
    visitor, store = visitor_of(request), service.store
    keeps_house = service.settings.accounts and visitor.may(Role.ADMIN)
    return render(
        request,
        "settings.html.jinja",
        status=status,
        themes=THEMES,
        health=_health(service),
        release=__version__,
        reader=reader_version(),
        place=store.place if visitor.may(Role.ADMIN) else None,
        users=store.accounts.all() if keeps_house else None,
        log=store.accounts.audit(most=_LOGGED) if keeps_house else (),
        roles=[role.value for role in Role],
        role_names=ROLES,
        fault=fault,
    )


def _health(service: Service) -> Mapping[str, object]:
    store = service.store
    counts = store.queue.counts()
    return {
        "reports": store.count(),
        "uncompared": len(store.to_compare(1_000)),
        "keys": keys_are_current(store),
        "waiting": counts.get(JobStatus.WAITING, 0),
        "dead": counts.get(JobStatus.DEAD, 0),
        "failing": sum((watch.last_outcome or "").startswith("failed") for watch in store.queue.watches()),
    }


def _needs_accounts(service: Service) -> None:
    if not service.settings.accounts:
        raise HTTPException(404, "this desk has no accounts; `musnad user add NAME --role admin` makes the first")
