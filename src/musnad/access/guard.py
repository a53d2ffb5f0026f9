"""Stands before every request: the host that is asked for, forged requests, and the headers of every answer."""

import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import cast
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSRF_COOKIE = "musnad_csrf"
CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"
API = "/api/"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
_FORM = "application/x-www-form-urlencoded"
_MOST_FORM_BYTES = 1_000_000

HEADERS = {
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
# An answer may be stricter than this, never laxer: captured pages carry a policy of their own.


def csrf_token(request: HTTPConnection) -> str:
    """Return the token that this visitor's forms carry."""
    return cast(str, request.scope["musnad.csrf"])


class Guard:
    """Middleware: refuses strange hosts and forged requests, and sets the headers that keep pages safe.

    A request that changes something carries the token of the visitor's cookie, in a form's field or a header; a page
    elsewhere can send the cookie, but cannot read it. Requests with an API token need none: browsers never add one.
    """

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...] = ()) -> None:
        self.app = app
        self.hosts = _OWN_NAMES | frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        held = request.cookies.get(CSRF_COOKIE, "")
        token = held if len(held) == 43 else secrets.token_urlsafe(32)
        scope["musnad.csrf"] = token

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if token != held:
                    secure = "; Secure" if scope["scheme"] == "https" else ""
                    headers.append("set-cookie", f"{CSRF_COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict{secure}")
            await send(message)

        if not self._knows(request.headers.get("host", "")):
            answer = refusal(scope["path"], 421, "This service does not answer under that name; see --host-name.")
            await answer(scope, receive, guarded)
            return
        if scope["method"] not in SAFE_METHODS and not _has_token(request.headers):
            body, receive = await _form_body(request.headers, receive)
            given = request.headers.get(CSRF_HEADER) or (parse_qs(body).get(CSRF_FIELD) or [""])[0]
            if not (held and secrets.compare_digest(given.encode(), held.encode()) and _same_origin(request)):
                answer = refusal(scope["path"], 403, "The form is too old or not ours; load the page again.")
                await answer(scope, receive, guarded)
                return
        await self.app(scope, receive, guarded)

    def _knows(self, host: str) -> bool:
        name = host if host.endswith("]") else host.rsplit(":", 1)[0]
        return name.lower() in self.hosts


def refusal(path: str, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer that says why not: to programs as problem details (RFC 9457), to people in plain words."""
    if not path.startswith(API):
        return PlainTextResponse(detail, status, headers)
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(told, status, headers, media_type="application/problem+json")


def _has_token(headers: Headers) -> bool:
    # A browser may add a name and password of the proxy's (Basic) by itself, and never a token.
    return headers.get("authorization", "").lower().startswith("bearer ")


def _same_origin(request: HTTPConnection) -> bool:
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def _form_body(headers: Headers, receive: Receive) -> tuple[str, Receive]:
    """Return a form's body, and a receiver that gives it once more; the token of other bodies is in the header."""
    if not headers.get("content-type", "").startswith(_FORM):
        return "", receive
    parts, size, more = [], 0, True
    while more and size <= _MOST_FORM_BYTES:
        message = await receive()
        part = message.get("body", b"")
        parts.append(part)
        size += len(part)
        more = message.get("more_body", False)
    body = b"".join(parts)
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": more}

    return body.decode("utf-8", "replace"), again
