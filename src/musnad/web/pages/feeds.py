"""Feeds: addresses that are fetched again and again, the jobs that do it, live, and those that were laid aside."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Query
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from musnad.access import Role, Service, Visitor, require, service_of
from musnad.intake.web import fault_of_address, normal_address
from musnad.store.jobs import Job, JobStatus, NewJob
from musnad.store.watches import FETCH, Watch
from musnad.web.downloads import FileForm, rows_file
from musnad.web.languages import tongue_of
from musnad.web.rendering import environment, render
from musnad.web.words import JOB_STATUSES, label_of

router = APIRouter()

EVERY = {"15m": 900, "1h": 3_600, "6h": 21_600, "1d": 86_400}
"""How often an address may be fetched, in seconds."""
_SHOWN_JOBS = 15
_MOST_DEAD = 200
_LOOK_SECONDS = 1.0
_LONGEST_LOOKS = 1_800
_WAITS_TOO_LONG = timedelta(minutes=2)
_COLUMNS = ("address", "every_seconds", "due", "last_run", "last_outcome")
_DEAD_COLUMNS = ("number", "kind", "subject", "reason", "tries")
_Service = Annotated[Service, Depends(service_of)]
_Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]


@router.get("/feeds")
def feeds_page(request: Request, service: _Service) -> Response:
    """Show what is watched and what comes of it."""
    return _page(request, service)


@router.post("/feeds")
def add_feed(
    request: Request,
    service: _Service,
    visitor: _Analyst,
    url: Annotated[str, Form(max_length=2_100)],
    every: Annotated[str, Form(max_length=10)] = "1h",
) -> Response:
    """Watch an address, or fetch it once, or say why it cannot be fetched."""
    given = url.strip()
    fault = fault_of_feed(given)
    if fault is not None:
        return _page(request, service, url=given, fault=fault, status=400)
    wanted = normal_address(given)
    if every == "once":
        service.store.queue.enqueue([NewJob(FETCH, wanted)])
    elif every in EVERY:
        service.store.queue.watch(wanted, timedelta(seconds=EVERY[every]))
    else:
        raise HTTPException(400, f"{every}: choose one of {', '.join(EVERY)}, or once")
    service.store.accounts.note(visitor.name, "watch" if every != "once" else "fetch", wanted)
    return RedirectResponse("/feeds", 303)


@router.post("/feeds/now")
def fetch_now(service: _Service, visitor: _Analyst, address: Annotated[str, Form(max_length=2_100)]) -> Response:
    """Fetch a watched address now."""
    if address not in {watch.address for watch in service.store.queue.watches()}:
        raise HTTPException(404, f"{address}: is not watched")
    service.store.queue.enqueue([NewJob(FETCH, address)])
    return RedirectResponse("/feeds", 303)


@router.post("/feeds/remove")
def remove_feed(service: _Service, visitor: _Analyst, address: Annotated[str, Form(max_length=2_100)]) -> Response:
    """Watch an address no more; what came of it stays."""
    if not service.store.queue.unwatch(address):
        raise HTTPException(404, f"{address}: is not watched")
    service.store.accounts.note(visitor.name, "unwatch", address)
    return RedirectResponse("/feeds", 303)


@router.post("/feeds/retry")
def retry(service: _Service, visitor: _Analyst, number: Annotated[int | None, Form()] = None) -> Response:
    """Let jobs that were laid aside be tried again: one, or all."""
    service.store.queue.revive(number)
    return RedirectResponse("/feeds", 303)


@router.get("/feeds/live")
async def live(request: Request, service: _Service) -> Response:
    """Tell, as it changes, what the jobs are at: server-sent events, each the part of the page that shows it."""
    code = tongue_of(request).code

    async def told() -> AsyncIterator[str]:
        last = ""
        for _ in range(_LONGEST_LOOKS):
            part = await run_in_threadpool(_jobs_part, service, code)
            if part != last:
                last = part
                lines = "\n".join(f"data: {line}" for line in part.splitlines())
                yield f"event: jobs\n{lines}\n\n"
            else:
                yield ": still here\n\n"
            if await request.is_disconnected():
                return
            await asyncio.sleep(_LOOK_SECONDS)

    return StreamingResponse(told(), media_type="text/event-stream", headers={"cache-control": "no-store"})


@router.get("/feeds.{form}")
def feeds_file(service: _Service, form: FileForm, dead: Annotated[bool, Query()] = False) -> Response:
    """Give the watched addresses, or the jobs that were laid aside, as a file."""
    queue = service.store.queue
    if dead:
        return rows_file("laid-aside", form, _DEAD_COLUMNS, map(_dead_row, queue.jobs(JobStatus.DEAD, _MOST_DEAD)))
    return rows_file("feeds", form, _COLUMNS, map(_watch_row, queue.watches()))


def fault_of_feed(url: str) -> str | None:
    """Return why an address may not be given here: files and this machine's own network are out of reach."""
    fault = fault_of_address(url)
    if fault:
        return f"{fault}; give an address that begins with http:// or https://"
    host = (urlsplit(url).hostname or "").lower().rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return f"{host} is a name of a private network, which is not fetched from"
    try:
        found = ip_address(host)
    except ValueError:
        return None  # What the name leads to is looked at when it is fetched, at each redirect too.
    return None if found.is_global else f"{host} is not on the public internet"


def _page(request: Request, service: Service, url: str = "", fault: str | None = None, status: int = 200) -> Response:
    queue = service.store.queue
    return render(
        request,
        "feeds.html.jinja",
        status=status,
        watches=queue.watches(),
        dead=queue.jobs(JobStatus.DEAD, _MOST_DEAD),
        url=url,
        fault=fault,
        every=EVERY,
        **_jobs(service),
    )


def _jobs(service: Service) -> Mapping[str, object]:
    queue, now = service.store.queue, service.store.clock()
    waiting = queue.jobs(JobStatus.WAITING, _SHOWN_JOBS)
    running = queue.jobs(JobStatus.LEASED, _SHOWN_JOBS)
    overdue = any(now - _moment(job.due, now) > _WAITS_TOO_LONG for job in waiting)
    return {
        "counts": queue.counts(),
        "statuses": list(JobStatus),
        "status_names": JOB_STATUSES,
        "label_of": label_of,
        "running": running,
        "waiting": waiting,
        "nobody": overdue and not running,
    }


def _jobs_part(service: Service, code: str) -> str:
    return environment(code).get_template("jobs.html.jinja").render(**_jobs(service))


def _moment(written: str, now: datetime) -> datetime:
    found = datetime.fromisoformat(written)
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)


def _watch_row(watch: Watch) -> Mapping[str, object]:
    return {
        "address": watch.address,
        "every_seconds": int(watch.every.total_seconds()),
        "due": watch.due,
        "last_run": watch.last_run,
        "last_outcome": watch.last_outcome,
    }


def _dead_row(job: Job) -> Mapping[str, object]:
    return {name: getattr(job, name) for name in _DEAD_COLUMNS}
