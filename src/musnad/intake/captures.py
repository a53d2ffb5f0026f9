"""Keeps what was fetched: each response as a record of a WARC file, and a line of an index that finds it again."""

import gzip
import hashlib
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from musnad.errors import UsageError
from musnad.intake.web import Fetched, Validators

INDEX = "captures.index"
"""The index's name in the folder: one capture a line, in the order of fetching."""
_WARC_BYTES = 1_000_000_000  # the size at which the WARC guidelines ask for a new file


@dataclass(frozen=True, slots=True)
class Capture:
    """One response as it was kept. `warc` and `offset` say where; None where archiving is off.

    `sha256` is the hex digest of the unpacked content. `fetched_at` is in ISO 8601, UTC.
    """

    url: str
    final_url: str
    fetched_at: str
    status: int
    media_type: str
    charset: str | None
    sha256: str
    etag: str | None
    last_modified: str | None
    warc: str | None
    offset: int | None

    @property
    def validators(self) -> Validators:
        """Return what a conditional request for the same address needs."""
        return Validators(self.etag, self.last_modified)


class CaptureFolder:
    """A folder of captures, to be used as `with CaptureFolder(path) as captures`.

    A capture is in the index only once its record is written whole. A run never adds to the WARC file of another, so
    that one which died in the midst of a record spoils nothing; what its index line lacks is read as not fetched.
    """

    def __init__(self, folder: Path, *, archive: bool = True) -> None:
        self.folder = folder
        self._archive = archive
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._by_url = _read_index(folder / INDEX)
            self._index = (folder / INDEX).open("a", encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{folder}: captures cannot be kept there ({error.strerror}); name a folder.") from None
        self._warc: io.BufferedWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._index.close()
        if self._warc is not None:
            self._warc.close()

    def versions(self, url: str) -> tuple[Capture, ...]:
        """Return the captures of an address, the oldest first; two in a row differ in their content."""
        return tuple(self._by_url.get(url, ()))

    def last(self, url: str) -> Capture | None:
        """Return the newest capture of an address, or None where it was never fetched."""
        return next(reversed(self._by_url.get(url, [])), None)

    def add(self, url: str, fetched: Fetched) -> Capture:
        """Keep a response under `url` and return the capture; a response with a problem is a programmer's fault."""
        if fetched.problem is not None:
            raise ValueError(f"a failed fetch cannot be kept: {fetched.problem.message}")
        warc, offset = self._write(fetched) if self._archive else (None, None)
        validators = fetched.validators
        capture = Capture(
            url,
            fetched.final_url,
            fetched.fetched_at.isoformat(),
            fetched.status,
            fetched.media_type,
            fetched.charset,
            hashlib.sha256(fetched.content).hexdigest(),
            validators.etag,
            validators.last_modified,
            warc,
            offset,
        )
        self._index.write(json.dumps(asdict(capture), ensure_ascii=False) + "\n")
        self._index.flush()
        self._by_url.setdefault(url, []).append(capture)
        return capture

    def content(self, capture: Capture) -> bytes | None:
        """Return the bytes of a capture from its WARC file, or None where they were not kept or are gone."""
        if capture.warc is None or capture.offset is None:
            return None
        try:
            with (self.folder / capture.warc).open("rb") as stream:
                stream.seek(capture.offset)
                record = next(ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True), None)
                content = record.reader.read() if record is not None else None
        except OSError:
            return None
        return content if content is not None and hashlib.sha256(content).hexdigest() == capture.sha256 else None

    def _write(self, fetched: Fetched) -> tuple[str, int]:
        if self._warc is None or self._warc.tell() >= _WARC_BYTES:
            if self._warc is not None:
                self._warc.close()
            self._warc = _new_warc(self.folder, fetched.fetched_at)
        offset = self._warc.tell()
        self._warc.write(gzip.compress(response_record(fetched), mtime=0))
        self._warc.flush()
        os.fsync(self._warc.fileno())
        return Path(self._warc.name).name, offset


def _new_warc(folder: Path, moment: datetime) -> io.BufferedWriter:
    """Open a WARC file that no other run writes to."""
    stamp = moment.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    number = 0
    while True:
        try:
            return (folder / f"captures-{stamp}-{number:03d}.warc.gz").open("xb")
        except FileExistsError:
            number += 1


def response_record(fetched: Fetched) -> bytes:
    """Return the response as a WARC record; the body is kept unpacked, and the header says so."""
    left_out = {"content-encoding", "transfer-encoding", "content-length"}
    lines = [f"HTTP/1.1 {fetched.status}"]
    lines += [f"{name}: {value}" for name, value in fetched.headers.items() if name not in left_out]
    lines.append(f"content-length: {len(fetched.content)}")
    head = "\r\n".join(line.replace("\r", " ").replace("\n", " ") for line in lines).encode("utf-8", "replace")
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = fetched.final_url
    record.headers["WARC-Date"] = fetched.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(head + b"\r\n\r\n" + fetched.content)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()


def _read_index(path: Path) -> dict[str, list[Capture]]:
    by_url: dict[str, list[Capture]] = {}
    for capture in _captures(path):
        by_url.setdefault(capture.url, []).append(capture)
    return by_url


def _captures(path: Path) -> Iterator[Capture]:
    """Yield the captures that the index lists; drop a last line that a run left unfinished."""
    if not path.exists():
        return
    whole = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            yield _capture(line, path, number)
    if whole < path.stat().st_size:
        os.truncate(path, whole)


def _capture(line: bytes, path: Path, number: int) -> Capture:
    try:
        fields: Mapping[str, Any] = json.loads(line)
        return Capture(**fields)
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"{path}, line {number}: is no capture ({error}); remove the line, or name another folder."
        ) from None
