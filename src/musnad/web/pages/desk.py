"""The desk: what is new, and how the store is."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.web.rendering import render

router = APIRouter()


@router.get("/")
def desk(request: Request, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Show what the store holds."""
    return render(request, "desk.html.jinja", reports=service.store.count())
