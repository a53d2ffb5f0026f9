"""The visitor's own account: its tokens for programs, and its password."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, give_token, hashed, require, service_of
from musnad.access.passwords import is_right
from musnad.errors import UsageError
from musnad.web.rendering import render

router = APIRouter()

_LASTS_DAYS = (30, 365)
_Service = Annotated[Service, Depends(service_of)]
_Visitor = Annotated[Visitor, Depends(require(Role.READER))]


@router.get("/account")
def account(request: Request, service: _Service, visitor: _Visitor) -> Response:
    """Show the account."""
    return _page(request, service, visitor)


@router.post("/account/tokens")
def make_token(
    request: Request,
    service: _Service,
    visitor: _Visitor,
    label: Annotated[str, Form(max_length=200)],
    days: Annotated[int, Form()] = _LASTS_DAYS[0],
) -> Response:
    """Make a token and show it, this once."""
    if days not in _LASTS_DAYS:
        raise UsageError(f"{days} days: choose {' or '.join(map(str, _LASTS_DAYS))}")
    _own(service)
    _, token = give_token(service.store, visitor.name, label, timedelta(days=days))
    return _page(request, service, visitor, token=token)


@router.post("/account/tokens/{token}/revoke")
def revoke_token(service: _Service, visitor: _Visitor, token: str) -> Response:
    """Take a token back."""
    _own(service)
    if not service.store.accounts.revoke(token, account=visitor.name):
        raise HTTPException(404, "no token of yours has this id")
    return RedirectResponse("/account", 303)


@router.post("/account/password")
def change_password(
    service: _Service, visitor: _Visitor, old: Annotated[str, Form()], new: Annotated[str, Form()]
) -> Response:
    """Put a new password in the place of the old one, and log out everywhere."""
    _own(service)
    if not is_right(old, service.store.accounts.password_of(visitor.name)):
        raise HTTPException(403, "the old password is another one")
    service.store.accounts.set_password(visitor.name, hashed(new))
    return RedirectResponse("/login", 303)


def _page(request: Request, service: Service, visitor: Visitor, token: str | None = None) -> Response:
    _own(service)
    held = service.store.accounts.find(visitor.name)
    tokens = service.store.accounts.tokens(visitor.name)
    has_password = held is not None and held.has_password
    return render(
        request, "account.html.jinja", tokens=tokens, token=token, has_password=has_password, lasts=_LASTS_DAYS
    )


def _own(service: Service) -> None:
    if not service.settings.accounts:
        raise HTTPException(404, "without accounts there is none of yours")
