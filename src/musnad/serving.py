"""Puts the desk and the API together into one application."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from musnad.access import BodyLimit, Entry, Guard, Service
from musnad.api import create_api
from musnad.web import add_pages


def create_app(service: Service) -> FastAPI:
    """Return the application: pages at /, the API under /api/v1, the guard before both."""
    app = FastAPI(openapi_url=None)
    app.state.service = service
    app.mount("/api/v1", create_api(service))
    add_pages(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(BodyLimit, most=service.settings.most_upload_bytes)
    app.add_middleware(Entry, service=service)
    app.add_middleware(Guard, hosts=service.settings.hosts)
    return app
