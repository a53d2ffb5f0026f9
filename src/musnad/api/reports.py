"""One report: what was read, what is related, its versions, the captured bytes, and readers' notes."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import NOTES
from musnad.api.asking import Asked, Key, Reader, TheService, Words
from musnad.api.limits import count_try
from musnad.api.reading import ReadAsked, ReportRecord, record_of
from musnad.api.shapes import ReportRow, Shape, made
from musnad.export.contract import encode_record
from musnad.keeping.submitting import submit_note
from musnad.model import Report
from musnad.search import list_related, list_versions
from musnad.store import Store
from musnad.store.reader_notes import NewNote

router = APIRouter(prefix="/reports/{name}", tags=["reports"])

Name = Annotated[Key, Path()]
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


class RelationShape(Shape):
    """How another report is related, and by how much."""

    kind: str
    share: float


class RelatedShape(Shape):
    """Another report and what it has in common with this one."""

    report: ReportRow
    relations: list[RelationShape]


class ChangeShape(Shape):
    """Paragraphs in the place of those of the version before."""

    before: list[str]
    after: list[str]


class VersionShape(Shape):
    """A version of the page, and what is other than in the version before."""

    report: str
    seen: str | None
    changes: list[ChangeShape]
    claims_gone: list[str]
    claims_new: list[str]


class NoteShape(Shape):
    """A reader's note; the writer's e-mail address is given out by nothing."""

    number: int
    report: str
    name: str
    text: str
    state: str
    at: str


class NoteRequest(BaseModel):
    """A note to write below a report."""

    model_config = ConfigDict(extra="forbid")

    name: Words
    text: Annotated[str, Body(max_length=20_000)]
    email: Words | None = None


class DocumentForm(StrEnum):
    """How captured bytes are given: as a file to keep, or to be looked at as text."""

    FILE = "file"
    TEXT = "text"


class DocumentAsked(Asked):
    """How captured bytes are given."""

    form: DocumentForm = DocumentForm.FILE


@router.get("", response_model=ReportRecord)
def report(service: TheService, _: Reader, name: Name, asked: Annotated[ReadAsked, Query()]) -> Response:
    """Return a report by the contract of `musnad read --format json`."""
    found = _report(service.store, name)
    return Response(encode_record(record_of(found, asked.offsets)), media_type="application/json")


@router.get("/related")
def related(service: TheService, _: Reader, name: Name) -> list[RelatedShape]:
    """Return reports that contradict this one, share its text, say the same, or belong to its story."""
    _report(service.store, name)
    return [made(RelatedShape, each) for each in list_related(service.store, name)]


@router.get("/versions")
def versions(service: TheService, _: Reader, name: Name) -> list[VersionShape]:
    """Return the versions of the page that this report is one of, the one that was seen first leading."""
    _report(service.store, name)
    return [made(VersionShape, each) for each in list_versions(service.store, name)]


@router.get(
    "/document",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}, "text/plain": {}}, "description": "The bytes"}},
)
def document(service: TheService, _: Reader, name: Name, asked: Annotated[DocumentAsked, Query()]) -> Response:
    """Return the bytes that the report was read from, never as a page: as a file, or as text."""
    return captured(_report(service.store, name), asked.form)


@router.get("/notes")
def notes(service: TheService, _: Reader, name: Name) -> list[NoteShape]:
    """Return the readers' notes that were approved, the oldest first."""
    _report(service.store, name)
    return [made(NoteShape, each) for each in service.store.notes.approved(name)]


@router.post("/notes", status_code=201)
def write_note(request: Request, service: TheService, _: Reader, name: Name, note: NoteRequest) -> NoteShape:
    """Write a note below the report; it is shown once somebody approved it."""
    _report(service.store, name)
    count_try(request, "note", NOTES)
    return made(NoteShape, submit_note(service.store, NewNote(name, note.name, note.text, note.email)))


def captured(report: Report, form: DocumentForm) -> Response:
    """Return captured bytes so that no browser takes them for a page of ours: it may come from anybody."""
    headers = {"content-security-policy": SANDBOX, "x-content-type-options": "nosniff"}
    if form is DocumentForm.TEXT:
        words = report.raw.content.decode("utf-8", "replace")
        return Response(words, media_type="text/plain; charset=utf-8", headers=headers)
    headers |= {"content-disposition": f'attachment; filename="{report.id}.captured"'}
    return Response(report.raw.content, media_type="application/octet-stream", headers=headers)


def _report(store: Store, name: str) -> Report:
    found = store.report(name)
    if found is None:
        raise HTTPException(404, "there is no report of this id")
    return found
