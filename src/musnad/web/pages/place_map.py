"""Map: the places that reports name, with circles of uncertainty, clusters, a slider of time, a table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.search import Bucket, MapCluster, PageSettings, list_reports, place_map, timeline
from musnad.store import Store
from musnad.store.finding.series import Area, PlaceCount
from musnad.web.downloads import FileForm, rows_file
from musnad.web.languages import tongue_of
from musnad.web.outlets import outlets_of
from musnad.web.place_names import is_wide, place_label, place_sort
from musnad.web.queries import address, asked_by, narrowed
from musnad.web.rendering import locale_of, render
from musnad.web.words import FIELD_NAMES

router = APIRouter()

_FINEST = 16
_LISTED = 100
_SHOWN_REPORTS = 30
_NAMED_IN_CLUSTER = 6
_MOST_CLUSTERS = 400
_MOST_MONTHS = 1_200
_COLUMNS = ("id", "name", "name_latin", "country", "latitude", "longitude", "radius_km", "reports")
# The base map names its countries by ISO 3166 numbers; three lie in no such list.
_UNNUMBERED = {"N. Cyprus": {"ar": "شمال قبرص"}, "Somaliland": {"ar": "أرض الصومال"}, "Kosovo": {"ar": "كوسوفو"}}
_MOST_DAYS = 92  # in as many steps the slider can still be set to one
_TIME = r"^\d{4}-\d{2}(-\d{2})?$"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks of the map beside the query: days or months, both included, and the chosen place."""

    since: Annotated[str | None, Query(alias="from", pattern=_TIME)] = None
    until: Annotated[str | None, Query(alias="to", pattern=_TIME)] = None
    place: Annotated[str | None, Query(max_length=200)] = None

    def within(self, query: str) -> str:
        """Return the query that also asks for the days."""
        if self.since is None and self.until is None:
            return query
        return narrowed(query, "date", f"{self.since or ''}..{self.until or ''}")


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that is looked at, and how near."""

    zoom: Annotated[float, Query(ge=0, le=24)] = 3
    south: Annotated[float, Query(ge=-90, le=90)] = -90
    west: Annotated[float, Query(ge=-180, le=180)] = -180
    north: Annotated[float, Query(ge=-90, le=90)] = 90
    east: Annotated[float, Query(ge=-180, le=180)] = 180


@dataclass(frozen=True, slots=True)
class Step:
    """A day or month of the slider: how the query language and people write it, and how many claims are of it."""

    key: str
    label: str
    claims: int


@router.get("/map")
def map_page(
    request: Request, service: Annotated[Service, Depends(service_of)], wanted: Annotated[Wanted, Depends()]
) -> Response:
    """Show the map, with a table of the same."""
    asked = asked_by(request)
    fault, chosen = asked.fault, None
    places: Sequence[PlaceCount] = ()
    steps: Sequence[Step] = ()
    if fault is None:
        try:
            query = wanted.within(asked.query)
            places = _places(service.store, query)
            steps = _steps(request, service.store, asked.query)
            chosen = _chosen(service.store, query, wanted.place, places) if wanted.place else None
        except QueryError as error:
            fault = str(error)
    given = {"q": asked.written, "from": wanted.since, "to": wanted.until}
    return render(
        request,
        "map.html.jinja",
        asked=asked,
        fault=fault,
        places=places[:_LISTED],
        more=max(0, len(places) - _LISTED),
        steps=steps,
        most=max((step.claims for step in steps), default=1),
        ends=_ends(steps, wanted),
        wanted=wanted,
        chosen=chosen,
        given=given,
        timed=wanted.within(asked.query),
        field_names=FIELD_NAMES,
        label=place_label,
        sort=place_sort,
        address=address,
        narrowed=narrowed,
    )


@router.get("/map/places.json")
def map_places(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    wanted: Annotated[Wanted, Depends()],
    view: Annotated[View, Depends()],
) -> Response:
    """Give the clusters of the part of the world that is looked at, for the map to draw."""
    query = wanted.within(asked_by(request).query)
    area = Area(view.south, view.west, view.north, view.east)
    clusters = place_map(service.store, query, area=area, zoom=min(int(view.zoom), _FINEST))
    code = tongue_of(request).code
    return JSONResponse([_cluster(each, code) for each in clusters[:_MOST_CLUSTERS]])


@router.get("/map/countries.json")
def map_countries(request: Request) -> Response:
    """Give the names of the base map's countries in the language of the page."""
    names = _country_names(tongue_of(request).code)
    return JSONResponse(names, headers={"cache-control": "private, max-age=86400", "vary": "Cookie, Accept-Language"})


@router.get("/map.{form}")
def map_file(
    request: Request,
    form: FileForm,
    service: Annotated[Service, Depends(service_of)],
    wanted: Annotated[Wanted, Depends()],
) -> Response:
    """Give the places as a file."""
    return rows_file("map", form, _COLUMNS, map(_row, _places(service.store, wanted.within(asked_by(request).query))))


def _places(store: Store, query: str) -> Sequence[PlaceCount]:
    found = [place for cluster in place_map(store, query, zoom=_FINEST) for place in cluster.places]
    return sorted(found, key=lambda place: (-place.reports, place.id))


def _steps(request: Request, store: Store, query: str) -> Sequence[Step]:
    """Return the days or months from the first to the last that has claims, each with how many."""
    days = timeline(store, query, Bucket.DAY)
    if not days:
        return ()
    first, last = days[0].start, days[-1].start
    by_month = (last - first).days > _MOST_DAYS
    counted: Counter[date] = Counter()
    for each in days:
        counted[each.start.replace(day=1) if by_month else each.start] += each.claims
    if by_month:
        numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        steps = [date(number // 12, number % 12 + 1, 1) for number in numbers[-_MOST_MONTHS:]]
    else:
        steps = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    written, named = ("%Y-%m", "MMMM y") if by_month else ("%Y-%m-%d", "d MMMM y")
    locale = locale_of(tongue_of(request))
    return [Step(f"{day:{written}}", format_date(day, named, locale=locale), counted[day]) for day in steps]


def _ends(steps: Sequence[Step], wanted: Wanted) -> tuple[int, int]:
    """Return where the two ends of the slider stand among its steps."""
    keys = [step.key for step in steps]
    since = keys.index(wanted.since) if wanted.since in keys else 0
    return since, keys.index(wanted.until) if wanted.until in keys else len(keys) - 1


def _chosen(store: Store, query: str, id: str, places: Sequence[PlaceCount]) -> Mapping[str, object] | None:
    place = next((each for each in places if each.id == id), None)
    if place is None:
        return None
    asked = narrowed(query, "place", id)
    page = list_reports(store, asked, page=PageSettings(limit=_SHOWN_REPORTS))
    return {"place": place, "reports": page.rows, "outlets": outlets_of(store, page.rows), "query": asked}


def _cluster(cluster: MapCluster, code: str) -> Mapping[str, object]:
    return {
        "latitude": round(cluster.latitude, 4),
        "longitude": round(cluster.longitude, 4),
        "reports": cluster.reports,
        "count": len(cluster.places),
        "bounds": [
            min(place.longitude for place in cluster.places),
            min(place.latitude for place in cluster.places),
            max(place.longitude for place in cluster.places),
            max(place.latitude for place in cluster.places),
        ],
        "places": [
            {
                "id": place.id,
                "name": getattr(place_label(place.id, place.name), code),
                "latitude": place.latitude,
                "longitude": place.longitude,
                "radius_km": place.radius_km,
                "wide": is_wide(place.id),
                "reports": place.reports,
            }
            for place in cluster.places[:_NAMED_IN_CLUSTER]
        ],
    }


@cache
def _country_names(code: str) -> Mapping[str, str]:
    names = Locale(code).territories
    found = {
        number: names[codes[0]]
        for number, codes in get_global("territory_aliases").items()
        if number.isdecimal() and len(codes) == 1 and codes[0] in names
    }
    return found | {name: others.get(code, name) for name, others in _UNNUMBERED.items()}


def _row(place: PlaceCount) -> Mapping[str, object]:
    return {
        "id": place.id,
        "name": place.name,
        "name_latin": place_label(place.id, place.name).en,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "reports": place.reports,
    }
