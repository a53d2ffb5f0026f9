"""Remembers in a cookie when a visitor was here before, so that the desk can tell what is new."""

from datetime import UTC, datetime, timedelta

from starlette.requests import HTTPConnection
from starlette.responses import Response

VISIT_COOKIE = "musnad_visit"
_ONE_VISIT = timedelta(minutes=30)
"""Looks at the desk that are less apart belong to one visit."""
_A_YEAR_SECONDS = 31_536_000


def last_visit(request: HTTPConnection) -> datetime | None:
    """Return when the visit before this one ended, None at the first."""
    return _kept(request)[0]


def note_visit(request: HTTPConnection, answer: Response, now: datetime) -> None:
    """Keep in the answer when this visit took place and when the one before it did."""
    before, latest = _kept(request)
    if latest is not None and now - latest > _ONE_VISIT:
        before = latest
    written = "/".join(each.isoformat(timespec="seconds") if each else "" for each in (before, now))
    secure = request.url.scheme == "https"
    answer.set_cookie(
        VISIT_COOKIE, written, max_age=_A_YEAR_SECONDS, samesite="lax", httponly=True, secure=secure, path="/"
    )


def _kept(request: HTTPConnection) -> tuple[datetime | None, datetime | None]:
    """Return the end of the visit before this one, and the latest look; a cookie that cannot be read counts as none."""
    before, _, latest = request.cookies.get(VISIT_COOKIE, "").strip('"').partition("/")
    moments = (_read(before), _read(latest))
    if moments[1] is not None and datetime.now(UTC) - moments[1] > _ONE_VISIT:
        return moments[1], moments[1]
    return moments


def _read(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
