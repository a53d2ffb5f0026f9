"""The door: logging in by name and password or by an identity provider, and logging out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import (
    SESSION_COOKIE,
    Service,
    TooOftenError,
    address_of,
    log_in,
    log_out,
    open_session,
    service_of,
    set_session,
    visitor_of,
)
from musnad.access.oidc import OidcError, OidcSettings, OidcTry, account_of, address_at_provider, claims_of_code
from musnad.web.paths import inside
from musnad.web.rendering import render

router = APIRouter()

_TRY_COOKIE = "musnad_oidc"
_TRY_SECONDS = 600
_WRONG, _TOO_OFTEN = "wrong", "too often"


@router.get("/login")
def door(request: Request, service: Annotated[Service, Depends(service_of)], next: str = "/") -> Response:
    """Show the door; whoever is in already goes on."""
    if visitor_of(request).role is not None:
        return RedirectResponse(inside(next), 303)
    return _door(request, service, next)


@router.post("/login")
def enter(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Let in who knows the password."""
    try:
        secret = log_in(service.store, service.rates, name.strip(), password, address_of(request))
    except TooOftenError:
        return _door(request, service, next, _TOO_OFTEN, 429)
    if secret is None:
        return _door(request, service, next, _WRONG, 401)
    answer = RedirectResponse(inside(next), 303)
    set_session(answer, request, secret)
    return answer


@router.post("/logout")
def leave(request: Request, service: Annotated[Service, Depends(service_of)]) -> Response:
    """End the session."""
    log_out(service.store, request.cookies.get(SESSION_COOKIE, ""))
    answer = RedirectResponse("/login" if service.settings.accounts else "/", 303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


@router.get("/login/oidc")
async def go_to_provider(request: Request, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Send the browser to the identity provider."""
    provider, tried = _provider(service), OidcTry.new()
    try:
        address = await address_at_provider(provider, tried, _back(request))
    except OidcError as error:
        raise HTTPException(502, str(error)) from None
    answer = RedirectResponse(address, 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(
        _TRY_COOKIE, tried.cookie(), max_age=_TRY_SECONDS, path="/login", httponly=True, samesite="lax", secure=secure
    )
    return answer


@router.get("/login/oidc/back")
async def come_back(
    request: Request, service: Annotated[Service, Depends(service_of)], code: str = "", state: str = ""
) -> Response:
    """Let in whom the identity provider vouches for."""
    provider, tried = _provider(service), OidcTry.kept(request.cookies.get(_TRY_COOKIE, ""))
    if tried is None or not code or state != tried.state:
        raise HTTPException(400, "this way in is over; begin again at the login page")
    try:
        account = account_of(service.store, provider, await claims_of_code(provider, tried, code, _back(request)))
    except OidcError as error:
        raise HTTPException(403, str(error)) from None
    answer = RedirectResponse("/", 303)
    set_session(answer, request, open_session(service.store, account.name, address_of(request)))
    answer.delete_cookie(_TRY_COOKIE, path="/login")
    return answer


def _door(request: Request, service: Service, next: str, fault: str = "", status: int = 200) -> Response:
    has_provider = service.settings.oidc is not None
    return render(
        request, "login.html.jinja", status=status, wanted=inside(next), fault=fault, has_provider=has_provider
    )


def _provider(service: Service) -> OidcSettings:
    if service.settings.oidc is None:
        raise HTTPException(404, "no identity provider is set up")
    return service.settings.oidc


def _back(request: Request) -> str:
    return str(request.url_for("come_back"))
