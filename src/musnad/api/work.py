"""What is to be read and told: documents, feeds, jobs, saved searches and the alerts that they raise."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from musnad.api.asking import Analyst, Asked, Key, PageAsked, Reader, TheService, Words
from musnad.api.limits import count_try, in_time
from musnad.api.reading import sent_document
from musnad.api.shapes import Rows, Shape, made, paged
from musnad.keeping import Watcher, add_documents
from musnad.keeping.delivery import render_atom
from musnad.keeping.submitting import submitted_address, submitted_channel
from musnad.search import list_alerts, parse_query
from musnad.store import Outcome
from musnad.store.alerts import SavedSearch, Trigger
from musnad.store.finding.kept import AlertFilter
from musnad.store.jobs import JobStatus, NewJob
from musnad.store.watches import FETCH, Watch

router = APIRouter(tags=["work"])

_Address = Annotated[str, Field(min_length=1, max_length=2_083)]


class Sent(BaseModel):
    """What a request sends; what is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class AddressRequest(Sent):
    """An address to fetch once."""

    address: _Address


class FeedRequest(Sent):
    """A feed, a sitemap or a page, and how often it is fetched."""

    address: _Address
    every_seconds: int = Field(900, ge=60, le=31_536_000)


class SearchRequest(Sent):
    """A search whose new finds raise alerts; channels are webhook:https://... and email:NAME@HOST."""

    query: Words
    triggers: list[Trigger] = Field(default_factory=lambda: list(Trigger))
    channels: list[Key] = Field(default_factory=list, max_length=10)


class AddedShape(BaseModel):
    """Reports that were kept, by id, and what became of each."""

    reports: dict[str, Outcome]


class QueuedShape(BaseModel):
    """Whether a job was made; false where one of the same kind waits already."""

    queued: bool


class FeedShape(Shape):
    """A watched address; moments in ISO 8601, UTC."""

    address: str
    every_seconds: int
    due: str
    last_run: str | None
    last_outcome: str | None


class JobShape(Shape):
    """A job, and where it stands."""

    number: int
    kind: str
    subject: str
    status: JobStatus
    due: str
    tries: int
    most_tries: int
    reason: str | None


class JobsShape(BaseModel):
    """How many jobs there are of each status, and those of the one that was asked for."""

    counts: dict[JobStatus, int]
    rows: list[JobShape]


class SearchShape(Shape):
    """A saved search."""

    name: str
    query: str
    triggers: list[Trigger]
    channels: list[str]


class AlertShape(Shape):
    """What a saved search raised."""

    number: int
    at: str
    search: str
    trigger: Trigger
    subject: str
    title: str
    body: str
    address: str | None


class JobsAsked(Asked):
    """Which jobs are shown."""

    status: JobStatus = JobStatus.DEAD


class AlertsAsked(PageAsked):
    """Which alerts are shown."""

    search: Key | None = None
    trigger: Trigger | None = None


class FeedAsked(Asked):
    """Which feed."""

    address: _Address


_PAGE = {
    "requestBody": {
        "required": True,
        "content": {"text/html": {"schema": {"type": "string"}}, "text/plain": {"schema": {"type": "string"}}},
    }
}


@router.post("/documents", status_code=201, openapi_extra=_PAGE)
async def add(request: Request, service: TheService, _: Analyst) -> AddedShape:
    """Keep a page or a text that is sent as text/html or text/plain, and compare it with what is there."""
    if request.headers.get("content-type", "").partition(";")[0].strip() not in ("text/html", "text/plain"):
        raise HTTPException(415, "send the page as text/html or text/plain")
    count_try(request, "add")
    raw = await sent_document(request)
    kept: dict[str, Outcome] = {}

    def keep(name: str, outcome: Outcome) -> None:
        kept[name] = outcome

    summary = await in_time(request, lambda: add_documents(service.store, [raw], watcher=Watcher(kept=keep)))
    if summary.failed:
        raise HTTPException(422, "no article was found in it")
    return AddedShape(reports=kept)


@router.post("/documents/addresses", status_code=202)
def add_address(service: TheService, _: Analyst, asked: AddressRequest) -> QueuedShape:
    """Have an address fetched by the worker (`musnad run`), and kept."""
    address = submitted_address(asked.address, allow_private=service.settings.allow_private)
    return QueuedShape(queued=service.store.queue.enqueue([NewJob(FETCH, address)]) > 0)


@router.get("/feeds")
def feeds(service: TheService, _: Reader) -> list[FeedShape]:
    """Return what is fetched again and again."""
    return [_feed(each) for each in service.store.queue.watches()]


@router.post("/feeds", status_code=201)
def add_feed(service: TheService, _: Analyst, asked: FeedRequest) -> FeedShape:
    """Have a feed, a sitemap or a page fetched again and again, or as often as this from now on."""
    address = submitted_address(asked.address, allow_private=service.settings.allow_private)
    service.store.queue.watch(address, timedelta(seconds=asked.every_seconds))
    return next(_feed(each) for each in service.store.queue.watches() if each.address == address)


@router.delete("/feeds", status_code=204)
def remove_feed(service: TheService, _: Analyst, asked: Annotated[FeedAsked, Query()]) -> None:
    """Fetch an address no more; what came from it stays."""
    if not service.store.queue.unwatch(asked.address):
        raise HTTPException(404, "this address is not watched")


@router.get("/jobs")
def jobs(service: TheService, _: Analyst, asked: Annotated[JobsAsked, Query()]) -> JobsShape:
    """Return how many jobs there are, and those of a status; laid aside ones, with their reasons, if none is named."""
    rows = [made(JobShape, each) for each in service.store.queue.jobs(asked.status)]
    return JobsShape(counts=service.store.queue.counts(), rows=rows)


@router.post("/jobs/{number}/retry")
def retry(service: TheService, _: Analyst, number: Annotated[int, Path(ge=1, le=2**53)]) -> QueuedShape:
    """Let a job that was laid aside be tried again."""
    if not service.store.queue.revive(number):
        raise HTTPException(404, "no job that was laid aside has this number")
    return QueuedShape(queued=True)


@router.get("/searches")
def searches(service: TheService, _: Analyst) -> list[SearchShape]:
    """Return the saved searches."""
    return [made(SearchShape, each) for each in service.store.alerts.searches()]


@router.put("/searches/{name}")
def save_search(service: TheService, _: Analyst, name: Annotated[Key, Path()], asked: SearchRequest) -> SearchShape:
    """Keep a search under a name, in the place of one of that name."""
    parse_query(asked.query)
    for channel in asked.channels:
        submitted_channel(channel, allow_private=service.settings.allow_private)
    saved = SavedSearch(name, asked.query, tuple(asked.triggers), tuple(asked.channels))
    service.store.alerts.save(saved)
    return made(SearchShape, saved)


@router.delete("/searches/{name}", status_code=204)
def remove_search(service: TheService, _: Analyst, name: Annotated[Key, Path()]) -> None:
    """Delete a saved search with its alerts."""
    if not service.store.alerts.remove(name):
        raise HTTPException(404, "no search of this name is saved")


@router.get(
    "/searches/{name}/feed",
    response_class=Response,
    responses={200: {"content": {"application/atom+xml": {}}, "description": "An Atom feed (RFC 4287)"}},
)
def feed(service: TheService, _: Reader, name: Annotated[Key, Path()]) -> Response:
    """Return what a saved search raised as an Atom feed, for readers of feeds that send a token."""
    if name not in {each.name for each in service.store.alerts.searches()}:
        raise HTTPException(404, "no search of this name is saved")
    found = service.store.alerts.all(search=name)
    return Response(render_atom(name, found), media_type="application/atom+xml")


@router.get("/alerts")
def alerts(service: TheService, _: Reader, asked: Annotated[AlertsAsked, Query()]) -> Rows[AlertShape]:
    """Return what saved searches raised, the latest leading."""
    return paged(AlertShape, list_alerts(service.store, AlertFilter(asked.search, asked.trigger), asked.page))


def _feed(watch: Watch) -> FeedShape:
    values: Mapping[str, Any] = {
        "address": watch.address,
        "every_seconds": int(watch.every.total_seconds()),
        "due": watch.due,
        "last_run": watch.last_run,
        "last_outcome": watch.last_outcome,
    }
    return FeedShape(**values)
