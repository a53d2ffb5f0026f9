"""Gathers the routes of the API into one application with one description."""

from fastapi import FastAPI

from musnad import __version__
from musnad.access import Service
from musnad.api import status


def create_api(service: Service) -> FastAPI:
    """Return the application that answers under /api/v1."""
    app = FastAPI(title="Musnad", version=__version__, docs_url=None, redoc_url=None)
    app.state.service = service
    app.include_router(status.router)
    return app
