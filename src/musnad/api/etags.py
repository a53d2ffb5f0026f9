"""Marks each answer with a tag of what it says, so that who has it already is told so rather than sent it again."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TOLD_AGAIN = frozenset({"etag", "cache-control", "vary", "content-location"})


class EntityTags:
    """Middleware: adds a weak ETag to what GET answers, and answers 304 where If-None-Match names it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and look at what comes back."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        start: Message | None = None
        body: list[bytes] = []

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if message["status"] != 200:
                    await send(message)
                    return
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            body.append(message.get("body", b""))
            if not message.get("more_body", False):
                await _answer(start, b"".join(body), known, send)

        await self.app(scope, receive, tagged)


async def _answer(start: Message, body: bytes, known: str, send: Send) -> None:
    headers = MutableHeaders(raw=start["headers"])
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers["etag"] = tag
    headers.setdefault("cache-control", "private, no-cache")
    names = {name.strip().removeprefix("W/") for name in known.split(",")}
    if "*" in names or tag.removeprefix("W/") in names:
        kept = [(name, value) for name, value in headers.raw if name.decode() in _TOLD_AGAIN]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})
