"""What the service is, and how much it keeps."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from musnad import __version__
from musnad.access import Service, service_of

router = APIRouter(tags=["service"])


class Status(BaseModel):
    """The release that answers, and how many reports its store keeps."""

    version: str
    reports: int = Field(ge=0)


@router.get("/status")
def status(service: Annotated[Service, Depends(service_of)]) -> Status:
    """Return the release that answers and how many reports it keeps."""
    return Status(version=__version__, reports=service.store.count())
