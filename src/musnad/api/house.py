"""The service itself: who asks, the log, accounts, readers' notes that wait, and the files that pages give."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from musnad.access import Role
from musnad.api.asking import Admin, Analyst, Asked, Asking, Key, Reader, TheService
from musnad.api.reports import NoteShape
from musnad.api.shapes import Shape, made
from musnad.store.reader_notes import NoteState

router = APIRouter(tags=["service"])

_PAGES = ("map", "search", "stories", "timeline", "transfers")
EXPORTS = (*(f"{page}.{form}" for page in _PAGES for form in ("csv", "json")), "timeline.svg", "transfers.svg")
"""The files that the desk's pages give; each takes the query of its page."""
_Number = Annotated[int, Path(ge=1, le=2**53)]


class VisitorShape(BaseModel):
    """Who asks, and the role."""

    name: str
    role: Role | None


class AuditShape(Shape):
    """What was changed, by whom, and from where."""

    number: int
    at: str
    by: str
    action: str
    subject: str | None
    address: str | None


class AccountShape(Shape):
    """Who may log in."""

    name: str
    role: Role
    active: bool
    created: str
    has_password: bool


class NotesAsked(Asked):
    """Which readers' notes, after the one of a number."""

    state: NoteState = NoteState.WAITING
    after: int = Field(0, ge=0, le=2**53)
    limit: int = Field(50, ge=1, le=500)


class ModerationRequest(BaseModel):
    """Whether a note may be shown."""

    model_config = ConfigDict(extra="forbid")

    state: NoteState


class AuditAsked(Asked):
    """How much of the log, before the entry of a number."""

    before: int | None = Field(None, ge=1, le=2**53)
    limit: int = Field(100, ge=1, le=500)


class ExportAsked(Asked):
    """What the file is to hold."""

    q: Asking = "*"


@router.get("/me")
def me(visitor: Reader) -> VisitorShape:
    """Return who asks."""
    return VisitorShape(name=visitor.name, role=visitor.role)


@router.get("/audit")
def audit(service: TheService, _: Admin, asked: Annotated[AuditAsked, Query()]) -> list[AuditShape]:
    """Return what was changed through the service, the latest leading."""
    entries = service.store.accounts.audit(before=asked.before, most=asked.limit)
    return [made(AuditShape, each) for each in entries]


@router.get("/accounts")
def accounts(service: TheService, _: Admin) -> list[AccountShape]:
    """Return who may log in; `musnad user` changes it."""
    return [made(AccountShape, each) for each in service.store.accounts.all()]


@router.get("/notes")
def notes(service: TheService, _: Analyst, asked: Annotated[NotesAsked, Query()]) -> list[NoteShape]:
    """Return readers' notes of a state, the oldest first; those that wait if none is named."""
    found = service.store.notes.all(asked.state, after=asked.after, most=asked.limit)
    return [made(NoteShape, each) for each in found]


@router.post("/notes/{number}")
def moderate(service: TheService, visitor: Analyst, number: _Number, asked: ModerationRequest) -> NoteShape:
    """Approve or reject a reader's note."""
    note = service.store.notes.moderate(number, asked.state, visitor.name)
    if note is None:
        raise HTTPException(404, "no note has this number")
    return made(NoteShape, note)


@router.get("/exports")
def exports(_: Reader) -> list[str]:
    """Return the names of the files that the desk's pages give."""
    return list(EXPORTS)


@router.get(
    "/exports/{name}",
    status_code=307,
    response_class=Response,
    responses={307: {"description": "Where the file is"}},
)
def export(_: Reader, name: Annotated[Key, Path()], asked: Annotated[ExportAsked, Query()]) -> Response:
    """Lead to the file of what a query finds."""
    if name not in EXPORTS:
        raise HTTPException(404, f"there is no such file; choose from {', '.join(EXPORTS)}")
    return RedirectResponse(f"/{name}?{urlencode({'q': asked.q})}", 307)
