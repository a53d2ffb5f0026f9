"""Alerts: saved searches, what raises an alert in each and where it goes, and what they raised."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, require, service_of, visitor_of
from musnad.errors import MusnadError, UsageError
from musnad.keeping.delivery import check_channel
from musnad.search import PageSettings, list_alerts, parse_query
from musnad.store.alerts import Alert, SavedSearch, Trigger
from musnad.store.finding.kept import AlertFilter
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.queries import address
from musnad.web.rendering import render
from musnad.web.words import TRIGGERS, label_of

router = APIRouter()

_PAGE = 40
_COLUMNS = ("number", "at", "search", "trigger", "subject", "title", "body", "address")
_CHANNELS = ("webhook:", "email:")
_Service = Annotated[Service, Depends(service_of)]
_Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]


@router.get("/alerts")
def alerts_page(
    request: Request,
    service: _Service,
    search: Annotated[str | None, Query(max_length=300)] = None,
    trigger: Annotated[Trigger | None, Query()] = None,
    new: Annotated[str, Query(max_length=2_000)] = "",
    after: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Show the saved searches and what they raised; `new` is a query to save."""
    asked = AlertFilter(search or None, trigger.value if trigger else None)
    page = list_alerts(service.store, asked, PageSettings(_PAGE, after))
    return _page(request, service, page.rows, {"search": search, "trigger": trigger, "new": new, "next": page.next})


@router.post("/alerts", dependencies=[Depends(require(Role.ANALYST))])
def save_search(
    request: Request,
    service: _Service,
    name: Annotated[str, Form(max_length=120)],
    query: Annotated[str, Form(max_length=2_000)],
    trigger: Annotated[list[Trigger] | None, Form()] = None,
    channel: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keep a search, or say what keeps it from being one."""
    try:
        saved = _saved(name, query, trigger or [], channel)
    except MusnadError as error:
        typed = {"name": name, "channel": channel, "new": query, "fault": str(error)}
        page = list_alerts(service.store, page=PageSettings(_PAGE))
        return _page(request, service, page.rows, {"next": page.next, **typed}, status=400)
    service.store.alerts.save(saved)
    service.store.accounts.note(visitor_of(request).name, "save search", saved.name)
    return RedirectResponse(address("/alerts", search=saved.name), 303)


@router.post("/alerts/remove")
def remove_search(service: _Service, visitor: _Analyst, name: Annotated[str, Form(max_length=300)]) -> Response:
    """Delete a saved search with what it raised."""
    if not service.store.alerts.remove(name):
        raise HTTPException(404, f"{name}: no search is saved under this name")
    service.store.accounts.note(visitor.name, "remove search", name)
    return RedirectResponse("/alerts", 303)


@router.get("/alerts.{form}")
def alerts_file(
    service: _Service, form: FileForm, search: Annotated[str | None, Query(max_length=300)] = None
) -> Response:
    """Give the alerts as a file."""
    asked = AlertFilter(search or None)
    rows = all_rows(lambda page: list_alerts(service.store, asked, page), MOST_ROWS)
    return rows_file("alerts", form, _COLUMNS, map(_row, rows))


def _saved(name: str, query: str, triggers: list[Trigger], channel: str) -> SavedSearch:
    """Return the search; raise an error that says what is wrong with it."""
    clean = " ".join(name.split())
    if not clean:
        raise UsageError("the search needs a name, by which its alerts are known")
    parse_query(query)
    if not triggers:
        raise UsageError("choose at least one thing that raises an alert")
    where = channel.strip()
    if where:
        # Feeds are files of this machine, which a page must not name: `musnad alert add --to atom:FILE` does.
        if not where.startswith(_CHANNELS):
            raise UsageError(f"{where}: write webhook:https://host/path or email:name@host")
        check_channel(where)
    return SavedSearch(clean, query.strip(), tuple(dict.fromkeys(triggers)), (where,) if where else ())


def _page(
    request: Request, service: Service, rows: tuple[Alert, ...], shown: Mapping[str, object], status: int = 200
) -> Response:
    blank = {"search": None, "trigger": None, "new": "", "name": "", "channel": "", "fault": None, "next": None}
    return render(
        request,
        "alerts.html.jinja",
        status=status,
        searches=service.store.alerts.searches(),
        alerts=[(each, _leads_to(each)) for each in rows],
        triggers=list(Trigger),
        trigger_names=TRIGGERS,
        label_of=label_of,
        address=address,
        **{**blank, **shown},
    )


def _leads_to(alert: Alert) -> str:
    """Return the page of what an alert is about: a report, a proposition, or the contradictions."""
    match alert.trigger:
        case Trigger.SILENT_EDIT:
            return f"/reports/{alert.subject}#versions"
        case Trigger.CONTRADICTION:
            return "/contradictions"
        case _:
            return f"/propositions/{alert.subject}"


def _row(alert: Alert) -> Mapping[str, object]:
    return {name: getattr(alert, name) for name in _COLUMNS}
