"""Answers what goes wrong as problem details (RFC 9457)."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from musnad.access import TooOftenError
from musnad.errors import MusnadError

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """What is wrong with a request, and what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


FAULTS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "What is wrong with the request",
        "content": {MEDIA_TYPE: {"schema": Fault.model_json_schema()}},
    }
}
"""What every operation may answer beside what it is for."""


def add_faults(api: FastAPI) -> None:
    """Answer exceptions with problem details."""
    api.add_exception_handler(HTTPException, _refused)
    api.add_exception_handler(RequestValidationError, _misread)
    api.add_exception_handler(MusnadError, _misused)


def fault(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that says what is wrong."""
    told = Fault(title=HTTPStatus(status).phrase, status=status, detail=detail)
    return JSONResponse(told.model_dump(), status, dict(headers or {}), media_type=MEDIA_TYPE)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return fault(error.status_code, str(error.detail), error.headers)


def _misread(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:10])
    return fault(422, "; ".join(told))


def _misused(_: Request, error: Exception) -> Response:
    return fault(429 if isinstance(error, TooOftenError) else 400, str(error))
