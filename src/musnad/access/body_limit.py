"""Refuses bodies that are too long, before they are read and while they come."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musnad.access.guard import refusal


class BodyLimit:
    """Middleware: answers 413 to a body of more than `most` bytes, whether or not it says how long it is."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = f"The body is too long; {self.most:,} bytes are the limit."
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdigit() or int(length) > self.most:
            await refusal(scope["path"], 413, told)(scope, receive, send)
            return
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self.most:
                raise HTTPException(413, told)
            return message

        await self.app(scope, counted, send)
