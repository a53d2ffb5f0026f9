"""The pages for what went wrong: no such page, not allowed, a query that cannot be read, a fault of ours."""

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from musnad.access.guard import HEADERS
from musnad.errors import MusnadError
from musnad.web.rendering import render


def add_faults(app: FastAPI) -> None:
    """Answer exceptions with pages that say what to do."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(MusnadError, _misused)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return render(request, "fault.html.jinja", status=error.status_code, code=error.status_code, detail=error.detail)


def _misused(request: Request, error: Exception) -> Response:
    return render(request, "fault.html.jinja", status=400, code=400, detail=str(error))


def _broken(request: Request, error: Exception) -> Response:
    """Answer a fault of ours: the server notes it with its trace; the page tells nothing of what was being done."""
    answer = render(request, "fault.html.jinja", status=500, code=500, detail=type(error).__name__)
    # This answer is made outside the guard, which sets the headers of all others.
    answer.headers.update(HEADERS)
    return answer
