"""Gathers the pages, what they are drawn with, and the pages for what went wrong, into the site."""

from importlib.resources import files

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from musnad.web.faults import add_faults
from musnad.web.pages import (
    account,
    alerts,
    cases,
    contradictions,
    desk,
    feeds,
    judging,
    login,
    notes,
    place_map,
    preferences,
    proposition,
    propositions,
    report,
    review,
    search,
    settings,
    sources,
    stories,
    timeline,
    transfers,
)

PAGES = (
    desk.router,
    search.router,
    login.router,
    account.router,
    preferences.router,
    timeline.router,
    place_map.router,
    stories.router,
    review.router,
    judging.router,
    alerts.router,
    feeds.router,
    cases.router,
    settings.router,
    transfers.router,
    propositions.router,
    proposition.router,
    report.router,
    notes.router,
    sources.router,
    contradictions.router,
)


def add_pages(app: FastAPI) -> None:
    """Add the pages to the application."""
    app.mount("/static", StaticFiles(directory=str(files("musnad.web") / "static")), name="static")
    for router in PAGES:
        app.include_router(router)
    add_faults(app)
