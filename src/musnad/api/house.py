"""The service itself: who asks, the log, accounts, readers' notes that wait, and the files that pages give."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role
from musnad.api.asking import Admin, Analyst, Asked, Asking, Key, Reader, TheService
from musnad.api.limits import count_try, in_time
from musnad.api.reports import NoteShape
from musnad.api.shapes import Shape, made
from musnad.export.formats import FORMATS, ExportSettings
from musnad.export.formats import export as write_export
from musnad.export.tables import TABLES
from musnad.search import gather_dossier
from musnad.store.reader_notes import NoteState

router = APIRouter(tags=["service"])

_PAGES = ("map", "search", "stories", "timeline", "transfers")
EXPORTS = (*(f"{page}.{form}" for page in _PAGES for form in ("csv", "json")), "timeline.svg", "transfers.svg")
"""The files that the desk's pages give; each takes the query of its page."""
WRITTEN = tuple(name for name in FORMATS if name != "pdf")
"""The formats that are written when asked for; a PDF takes a browser, and a visitor has one: the page prints."""
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
    """What the file is to hold: which reports, at most so many, and which table where the format holds one."""

    q: Asking = "*"
    most: int = Field(500, ge=1, le=5_000)
    table: Literal[*TABLES] = "claims"  # type: ignore[valid-type]  # the names are those that there are
    bom: bool = False


class ExportShape(BaseModel):
    """A file that can be asked for."""

    name: str
    about: str
    media_type: str


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
def exports(_: Reader) -> list[ExportShape]:
    """Return the formats in which what a query finds can be had, and the files that the desk's pages give."""
    formats = [
        ExportShape(name=name, about=FORMATS[name].about, media_type=FORMATS[name].media_type) for name in WRITTEN
    ]
    return formats + [ExportShape(name=name, about="as on the desk", media_type=_media_type(name)) for name in EXPORTS]


@router.get(
    "/exports/{name}",
    response_class=Response,
    responses={200: {"description": "The file"}, 307: {"description": "Where the file is"}},
)
async def export(
    request: Request,
    service: TheService,
    _: Reader,
    name: Annotated[Key, Path()],
    asked: Annotated[ExportAsked, Query()],
) -> Response:
    """Return the reports that a query finds, and what they have in common, in a format; or lead to a page's file."""
    if name in EXPORTS:
        return RedirectResponse(f"/{name}?{urlencode({'q': asked.q})}", 307)
    if name not in WRITTEN:
        raise HTTPException(404, f"there is no such file; choose from {', '.join((*WRITTEN, *EXPORTS))}")
    count_try(request, "export")
    settings = ExportSettings(asked.table, asked.bom)

    def write() -> bytes:
        return write_export(gather_dossier(service.store, asked.q, most=asked.most), name, settings)

    content = await in_time(request, write)
    headers = {
        "content-disposition": f'attachment; filename="musnad-{name}{FORMATS[name].suffix}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-cache",
    }
    return Response(content, media_type=FORMATS[name].media_type, headers=headers)


def _media_type(name: str) -> str:
    return {"csv": "text/csv", "json": "application/json", "svg": "image/svg+xml"}[name.rpartition(".")[2]]
