"""Gathers the routes of the API into one application with one description."""

from fastapi import FastAPI

from musnad import __version__
from musnad.access import Service
from musnad.api import house, judging, listing, reading, reports, status, surveys, things, work
from musnad.api.etags import EntityTags
from musnad.api.faults import FAULTS, add_faults

_ABOUT = """What the desk shows, as JSON. Musnad reports what texts say; it does not decide what is true.

Lists give a page and the cursor of the next one. Spans are [start, end) in code points of a report's text, or in UTF-16
units with offsets=utf16. What goes wrong is told as application/problem+json."""
ROUTERS = (status, listing, things, reports, surveys, reading, judging, work, house)


def create_api(service: Service) -> FastAPI:
    """Return the application that answers under /api/v1."""
    api = FastAPI(
        title="Musnad",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        responses=FAULTS,
    )
    api.state.service = service
    for each in ROUTERS:
        api.include_router(each.router)
    add_faults(api)
    api.add_middleware(EntityTags)
    return api
