"""Finds out who asks, shows strangers the door, and notes what is changed."""

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musnad.access.guard import API, SAFE_METHODS, refusal
from musnad.access.secrets import digest_of
from musnad.access.service import Service
from musnad.access.visitors import LOCAL, STRANGER, Role, Visitor
from musnad.store.accounts import Account

SESSION_COOKIE = "musnad_session"
_OPEN = ("/login", "/login/oidc", "/login/oidc/back", "/preferences", "/api/v1/openapi.json")
_OPEN_FOLDER = "/static/"
_UNNOTED = frozenset({"/preferences", "/login", "/api/v1/read"})
"""What changes nothing that is kept; logging in is noted where it is done, with its outcome."""


class Entry:
    """Middleware: says in `request.state.visitor` who asks, by session, by token, or as the one at this machine.

    Where there are accounts a stranger sees nothing but the door, whatever page is asked for: a page that forgets
    to ask for a role is open to those who are logged in, and to nobody else.
    """

    def __init__(self, app: ASGIApp, *, service: Service) -> None:
        self.app = app
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its visitor, or answer why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        visitor = await self._visitor(request)
        scope.setdefault("state", {})["visitor"] = visitor
        path = scope["path"]
        if visitor.role is None and path not in _OPEN and not path.startswith(_OPEN_FOLDER):
            await _door(request, scope["method"])(scope, receive, send)
            return
        status = 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        await self.app(scope, receive, noted)
        if scope["method"] not in SAFE_METHODS and path not in _UNNOTED and status < 400:
            address = address_of(request)
            await run_in_threadpool(self.service.store.accounts.note, visitor.name, scope["method"], path, address)

    async def _visitor(self, request: HTTPConnection) -> Visitor:
        if not self.service.settings.accounts:
            return LOCAL
        accounts = self.service.store.accounts
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return _visitor(await run_in_threadpool(accounts.of_token, digest_of(token.strip())))
        secret = request.cookies.get(SESSION_COOKIE)
        if secret and not request.url.path.startswith(_OPEN_FOLDER):
            return _visitor(await run_in_threadpool(accounts.of_session, digest_of(secret)))
        return STRANGER


def address_of(request: HTTPConnection) -> str:
    """Return the address of the network from which is asked."""
    return request.client.host if request.client else "unknown"


def set_session(answer: Response, request: HTTPConnection, secret: str) -> None:
    """Give the browser the session's secret, out of the reach of scripts and of other sites' forms."""
    answer.set_cookie(SESSION_COOKIE, secret, httponly=True, samesite="lax", secure=request.url.scheme == "https")


def _visitor(account: Account | None) -> Visitor:
    return Visitor(account.name, Role(account.role)) if account else STRANGER


def _door(request: HTTPConnection, method: str) -> Response:
    path = request.url.path
    if path.startswith(API):
        return refusal(path, 401, "Log in, or send a token.", {"www-authenticate": "Bearer"})
    if method not in ("GET", "HEAD"):
        return refusal(path, 401, "Log in first.")
    wanted = f"{path}?{request.url.query}" if request.url.query else path
    return RedirectResponse(f"/login?{urlencode({'next': wanted})}", 303)
