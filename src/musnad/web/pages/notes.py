"""Readers' notes: what anybody writes below a report, and the page on which analysts let it be shown."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Service, Visitor, address_of, require, service_of
from musnad.access.rates import NOTES
from musnad.access.visitors import Role
from musnad.store.reader_notes import NewNote, NoteState
from musnad.web.pages.report import found_report
from musnad.web.rendering import render

router = APIRouter()

_LONGEST_NAME, _LONGEST_EMAIL, _LONGEST_TEXT = 80, 200, 4_000


@router.post("/reports/{name}/notes")
def leave_note(
    request: Request,
    name: str,
    service: Annotated[Service, Depends(service_of)],
    writer: Annotated[str, Form()] = "",
    email: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Keep a note until somebody lets it be shown."""
    found_report(service.store, name)
    writer, text, email = writer.strip(), text.strip(), email.strip()
    fits = len(writer) <= _LONGEST_NAME and len(email) <= _LONGEST_EMAIL and len(text) <= _LONGEST_TEXT
    if not (writer and text and fits):
        return RedirectResponse(f"/reports/{name}?note=incomplete#notes", 303)
    if not service.rates.allow(f"note {address_of(request)}", NOTES):
        raise HTTPException(429, "that is many notes in one hour; come back later")
    service.store.notes.submit(NewNote(name, writer, text, email or None))
    return RedirectResponse(f"/reports/{name}?note=kept#notes", 303)


@router.get("/notes")
def waiting_notes(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    visitor: Annotated[Visitor, Depends(require(Role.ANALYST))],
) -> Response:
    """Show the notes that wait for somebody to look at them."""
    notes = service.store.notes.all(NoteState.WAITING)
    titles = {report.id: report for report in service.store.reports(note.report for note in notes)}
    return render(request, "notes.html.jinja", notes=notes, titles=titles)


@router.post("/notes/{number}")
def moderate(
    number: int,
    service: Annotated[Service, Depends(service_of)],
    visitor: Annotated[Visitor, Depends(require(Role.ANALYST))],
    state: Annotated[NoteState, Form()],
) -> Response:
    """Let a note be shown, or not."""
    if service.store.notes.moderate(number, state, visitor.name) is None:
        raise HTTPException(404, f"there is no note {number}")
    return RedirectResponse("/notes", 303)
