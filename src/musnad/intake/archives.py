"""Reads the pages kept in web archives: WARC files, packed or not, and WACZ files."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecordType

from musnad.intake.documents import check_document, failed_document, too_large
from musnad.intake.settings import IntakeSettings
from musnad.model import ProblemCode, RawDocument

WARC_SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


def is_archive(path: str) -> bool:
    """Tell by its name whether a file is a web archive."""
    return path.lower().endswith((*WARC_SUFFIXES, ".wacz"))


def load_archive(stream: BinaryIO, path: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    """Return the document of every page in the archive that answered well; its path is the file's with the offset.

    What is no page (pictures, scripts, redirects, errors) is passed over. An archive that breaks off gives what
    stands before the break, and a document that carries the problem.
    """
    if not path.lower().endswith(".wacz"):
        yield from _load_warc(stream, path, settings)
        return
    try:
        with zipfile.ZipFile(stream) as packed:
            members = [name for name in packed.namelist() if name.lower().endswith(WARC_SUFFIXES)]
            for name in members:
                with packed.open(name) as member:
                    yield from _load_warc(cast(BinaryIO, member), f"{path}/{name}", settings)
            if not members:
                yield _broken(path, "holds no WARC file")
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        yield _broken(path, f"cannot be unpacked ({error})")


def load_range(stream: BinaryIO, path: str, start: int, settings: IntakeSettings) -> Iterator[RawDocument]:
    """Return the documents of a stretch of a WARC file: `stream` holds its bytes from the record at `start` on.

    They are those that reading the whole file gives there; a stretch without a page gives none.
    """
    return _load_warc(stream, path, settings, start)


def record_offsets(stream: BinaryIO) -> Iterator[int]:
    """Yield where each record of a WARC file begins, packed or not, as far as the file can be read."""
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False):
            yield record.stream_pos
    except (OSError, ValueError, EOFError):
        return  # reading the last stretch tells of it


def _load_warc(
    stream: BinaryIO, path: str, settings: IntakeSettings, start: int | None = None
) -> Iterator[RawDocument]:
    kinds = WarcRecordType.response | WarcRecordType.resource
    pages = 0
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
            document = _load_record(record, f"{path}@{(start or 0) + record.stream_pos}", settings)
            if document is not None:
                pages += 1
                yield document
    except (OSError, ValueError, EOFError) as error:
        yield _broken(path, f"breaks off ({str(error) or type(error).__name__}) after {pages} pages")
        return
    if not pages and start is None:
        message = f"{path}: holds no page; Musnad reads its responses of type HTML and plain text."
        yield failed_document(path, ProblemCode.EMPTY_DOCUMENT, message)


def _load_record(record: Any, place: str, settings: IntakeSettings) -> RawDocument | None:
    media_type = str(record.http_content_type or record.headers.get("Content-Type") or "")
    kind = media_type.partition(";")[0].strip().lower()
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if kind not in _PAGE_TYPES or status is None or not 200 <= status < 300:
        return None
    content = record.reader.read(settings.max_bytes + 1)
    if len(content) < record.content_length <= settings.max_bytes:
        raise EOFError("the last record is not whole")
    if len(content) > settings.max_bytes:
        message = too_large(place, f"more than {settings.max_bytes:,} bytes", settings)
        return failed_document(place, ProblemCode.TOO_LARGE, message)
    url = record.headers.get("WARC-Target-URI")
    stated = replace(settings.stated, url=settings.stated.url or (url.strip("<>") if url else None))
    suffix = ".txt" if kind == "text/plain" else ".html"
    document = check_document(content, place, replace(settings, stated=stated), suffix=suffix)
    charset = record.http_charset
    if charset and not document.problems:
        document = replace(document, media_type=f"{document.media_type}; charset={charset}")
    return replace(document, fetched_at=_moment(record.record_date))


def _moment(date: datetime | None) -> datetime | None:
    return date.astimezone(UTC) if date is not None and date.tzinfo is not None else date


def _broken(path: str, why: str) -> RawDocument:
    message = f"{path}: {why}; what could be read before that was read."
    return failed_document(path, ProblemCode.BROKEN_ARCHIVE, message)
