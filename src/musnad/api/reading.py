"""Reads what is sent, without keeping it."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from musnad.api.asking import Asked, Reader, TheService
from musnad.api.limits import count_try, in_time
from musnad.api.offsets import Counter, OffsetUnit
from musnad.export import report_record
from musnad.export.contract import encode_record
from musnad.intake.load import load_content
from musnad.intake.settings import IntakeSettings
from musnad.intake.web import Fetcher, FetchSettings, document_of
from musnad.keeping.submitting import submitted_address
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_reports

router = APIRouter(tags=["reading"])

MOST_BYTES = 2_000_000
_FETCH_SECONDS = 20.0
_PLAIN, _TYPES = "text/x-article", ("application/json", "text/html", "text/plain", "text/x-article")


class ReadRequest(BaseModel):
    """What is to be read: the HTML of a page, or text, or the address of a page; what is known of it outranks it."""

    model_config = ConfigDict(extra="forbid")

    html: str | None = Field(None, max_length=MOST_BYTES)
    text: str | None = Field(None, max_length=MOST_BYTES, description="Headline line, then paragraphs.")
    address: str | None = Field(None, max_length=2_083)
    url: str | None = Field(None, max_length=2_083)
    title: str | None = Field(None, max_length=1_000)
    published: str | None = Field(None, max_length=40, description="YYYY-MM-DD or a moment in ISO 8601.")
    outlet: str | None = Field(None, max_length=200)

    @property
    def stated(self) -> Stated:
        """Return what is known of it."""
        return Stated(self.url, self.title, self.published, self.outlet)


class ReportRecord(BaseModel):
    """A report by the contract of `musnad read --format json`; spans are [start, end)."""

    id: str
    raw: dict[str, Any]
    article: dict[str, Any] | None
    mentions: list[dict[str, Any]]
    times: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    events: list[dict[str, Any]]
    transfers: list[dict[str, Any]]
    problems: list[dict[str, Any]]


class ReadAsked(Asked):
    """What spans count."""

    offsets: OffsetUnit = OffsetUnit.CODEPOINTS


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ReadRequest.model_json_schema()},
            "text/html": {"schema": {"type": "string"}},
            "text/plain": {"schema": {"type": "string"}},
        },
    }
}


@router.post("/read", openapi_extra=_BODY, response_model=list[ReportRecord])
async def read(request: Request, service: TheService, _: Reader, asked: Annotated[ReadAsked, Query()]) -> Response:
    """Read a page or a text and return its reports, several for a live blog; nothing is kept.

    JSON with html, text or address, or the bytes of a page as text/html, or text as text/plain.
    """
    count_try(request, "read")
    raw = await _document(request, allow_private=service.settings.allow_private)
    reports = await in_time(request, lambda: read_reports(raw))
    return Response(encode_record([record_of(each, asked.offsets) for each in reports]), media_type="application/json")


def record_of(report: Report, unit: OffsetUnit) -> dict[str, Any]:
    """Return a report by the contract, its spans in the unit that was asked for."""
    record = report_record(report)
    text = report.article.text if report.article else ""
    turned: dict[str, Any] = Counter(text, unit).record(record)
    return turned


async def sent_document(request: Request, stated: Stated | None = None) -> RawDocument:
    """Return the document of a body that is a page or a text itself; 413 where it is too long, 422 where it is none."""
    body = await request.body()
    if len(body) > MOST_BYTES:
        raise HTTPException(413, f"{len(body):,} bytes are too many; {MOST_BYTES:,} are the limit")
    plain = request.headers.get("content-type", "").partition(";")[0].strip() == _PLAIN
    return _readable(load_content(body, plain=plain, stated=stated or Stated(), max_bytes=MOST_BYTES))


async def _document(request: Request, *, allow_private: bool) -> RawDocument:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _TYPES:
        raise HTTPException(415, f"{kind or 'nothing'} is not read; send one of {', '.join(_TYPES)}")
    if kind != "application/json":
        return await sent_document(request)
    asked = _request(await request.body())
    given = [each for each in (asked.html, asked.text, asked.address) if each is not None]
    if len(given) != 1:
        raise HTTPException(422, "give one of html, text and address")
    if asked.address is not None:
        return await fetched(asked.address, asked.stated, allow_private=allow_private)
    try:
        content = given[0].encode()
    except UnicodeEncodeError:
        raise HTTPException(422, "the text holds half a surrogate pair, which UTF-8 cannot") from None
    return _readable(load_content(content, plain=asked.text is not None, stated=asked.stated, max_bytes=MOST_BYTES * 4))


async def fetched(address: str, stated: Stated, *, allow_private: bool) -> RawDocument:
    """Return the page at an address, fetched through the guard against private networks; 422 where none comes."""
    url = submitted_address(address, allow_private=allow_private)
    manners = FetchSettings(
        max_bytes=MOST_BYTES, total_timeout=_FETCH_SECONDS, retries=0, delay=0.0, allow_private=allow_private
    )
    async with Fetcher(manners) as fetcher:
        answer = await fetcher.fetch(url)
    return _readable(document_of(answer, IntakeSettings(False, stated, MOST_BYTES, allow_private)))


def _request(body: bytes) -> ReadRequest:
    if len(body) > MOST_BYTES * 6:  # what JSON makes of two million letters, if it escapes each
        raise HTTPException(413, f"{len(body):,} bytes are too many; {MOST_BYTES:,} letters are the limit")
    try:
        return ReadRequest.model_validate(msgspec.json.decode(body))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise HTTPException(422, "the body is no JSON") from None
    except ValidationError as error:
        told = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:10])
        raise HTTPException(422, "; ".join(told)) from None


def _readable(raw: RawDocument) -> RawDocument:
    fatal = next((problem for problem in raw.problems if problem.fatal), None)
    if fatal is not None:
        raise HTTPException(422, fatal.message)
    return raw
