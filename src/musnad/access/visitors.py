"""Who asks, and what the role allows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from fastapi import HTTPException
from starlette.requests import HTTPConnection, Request


class Role(StrEnum):
    """What a visitor may do: a reader looks; an analyst also adds and judges; an admin also keeps the house."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"

    def covers(self, needed: "Role") -> bool:
        """Tell whether this role allows what the needed one does."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the name that judgements carry, and the role; None where nobody has logged in."""

    name: str
    role: Role | None

    def may(self, needed: Role) -> bool:
        """Tell whether the visitor may do what the needed role may."""
        return self.role is not None and self.role.covers(needed)


# On this machine alone, without accounts, whoever sits at it may do everything.
LOCAL = Visitor("local", Role.ADMIN)
STRANGER = Visitor("stranger", None)


def visitor_of(request: HTTPConnection) -> Visitor:
    """Return who asks."""
    return cast(Visitor, getattr(request.state, "visitor", STRANGER))


def require(needed: Role) -> Callable[[Request], Visitor]:
    """Return a dependency that gives the visitor, or refuses: 401 to a stranger, 403 to a lesser role."""

    def check(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if visitor.role is None:
            raise HTTPException(401, "log in first")
        if not visitor.may(needed):
            raise HTTPException(403, f"this takes the role {needed}; {visitor.name} has {visitor.role}")
        return visitor

    return check
