"""Timeline: the claims that a query finds over the days of publication, with denials and unnamed origins among them."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.search import Bucket, TimelineBucket, timeline
from musnad.store import Store
from musnad.web.downloads import FileForm, as_file, rows_file
from musnad.web.languages import tongue_of
from musnad.web.queries import Asked, address, asked_by, narrowed
from musnad.web.rendering import environment, locale_of, render
from musnad.web.time_picture import NARROW, WIDTH, Bar, TimePicture, draw_timeline, fitting_bucket
from musnad.web.words import FIELD_NAMES

router = APIRouter()

_COLUMNS = ("start", "end", "claims", "denials", "unnamed")


@router.get("/timeline")
def timeline_page(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    by: Annotated[Bucket | None, Query()] = None,
) -> Response:
    """Show how many claims were made when."""
    asked = asked_by(request)
    fault, bucket, pictures = asked.fault, by or Bucket.MONTH, dict[str, TimePicture]()
    if fault is None:
        try:
            bucket, counted = _counted(service.store, asked, by)
            pictures = {
                "wide": _drawn(request, bucket, counted),
                "narrow": _drawn(request, bucket, counted, width=NARROW),
            }
        except QueryError as error:
            fault = str(error)
    bars = pictures["wide"].bars if pictures else ()
    return render(
        request,
        "timeline.html.jinja",
        asked=asked,
        fault=fault,
        bucket=bucket.value,
        buckets=[each.value for each in Bucket],
        pictures=pictures,
        bars=bars,
        links={"q": asked.written, "by": by.value if by else None},
        claims=sum(bar.claims for bar in bars),
        denials=sum(bar.denials for bar in bars),
        unnamed=sum(bar.anonymous for bar in bars),
        field_names=FIELD_NAMES,
        address=address,
        narrowed=narrowed,
    )


@router.get("/timeline.svg")
def timeline_picture(
    request: Request, service: Annotated[Service, Depends(service_of)], by: Annotated[Bucket | None, Query()] = None
) -> Response:
    """Give the picture as a file that stands alone."""
    asked = asked_by(request)
    picture = _drawn(request, *_counted(service.store, asked, by))
    speech = tongue_of(request)
    drawn = environment(speech.code).get_template("timeline.svg.jinja")
    svg = drawn.render(picture=picture, asked=asked, alone=True, direction=speech.direction, links=None)
    return as_file("timeline.svg", svg, "image/svg+xml")


@router.get("/timeline.{form}")
def timeline_file(
    request: Request,
    form: FileForm,
    service: Annotated[Service, Depends(service_of)],
    by: Annotated[Bucket | None, Query()] = None,
) -> Response:
    """Give the numbers of the timeline as a file."""
    picture = _drawn(request, *_counted(service.store, asked_by(request), by))
    return rows_file("timeline", form, _COLUMNS, (_row(bar) for bar in picture.bars))


def _row(bar: Bar) -> Mapping[str, object]:
    return {
        "start": bar.start.isoformat(),
        "end": bar.end.isoformat(),
        "claims": bar.claims,
        "denials": bar.denials,
        "unnamed": bar.anonymous,
    }


def _counted(store: Store, asked: Asked, by: Bucket | None) -> tuple[Bucket, tuple[TimelineBucket, ...]]:
    query = asked.written or "*"
    counted: tuple[TimelineBucket, ...] = timeline(store, query, by or Bucket.DAY)
    bucket = by or Bucket.MONTH
    if by is None and counted:
        bucket = fitting_bucket(counted[0].start, counted[-1].start)
        counted = counted if bucket is Bucket.DAY else timeline(store, query, bucket)
    return bucket, counted


def _drawn(request: Request, bucket: Bucket, counted: Sequence[TimelineBucket], *, width: int = WIDTH) -> TimePicture:
    speech = tongue_of(request)
    return draw_timeline(counted, bucket, locale_of(speech), mirrored=speech.direction == "rtl", width=width)
