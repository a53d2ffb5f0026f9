"""Writes small web archives for the tests."""

import gzip
import io
from collections.abc import Iterable
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from musnad.intake import load_documents

REPORTS = Path(__file__).resolve().parents[2] / "src" / "musnad" / "demo" / "reports"


def record(url: str, html: bytes) -> bytes:
    """Return a response as it stands in an archive."""
    written = WarcRecord()
    written.init_headers(record_type=WarcRecordType.response)
    written.headers["WARC-Target-URI"] = url
    written.headers["WARC-Date"] = "2026-03-10T12:00:00Z"
    # Ids and checks are the file's own; these keep the bytes the same in every run.
    written.headers["WARC-Record-ID"] = f"<{url}>"
    written.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {len(html)}\r\n\r\n"
    written.set_bytes_content(head.encode() + html)
    stream = io.BytesIO()
    written.write(stream)
    return stream.getvalue()


def write_warc(path: Path, pages: Iterable[bytes]) -> Path:
    """Write the pages to a WARC file, each record packed by itself where the name ends in .gz."""
    packed = path.name.endswith(".gz")
    with path.open("wb") as stream:
        for number, html in enumerate(pages):
            each = record(f"https://news.example/{number}", html)
            stream.write(gzip.compress(each, mtime=0) if packed else each)
    return path


def demo_pages(times: int = 1) -> list[bytes]:
    """Return the demonstration pages, so many times over, each with a mark of its own."""
    pages = [raw.content for raw in load_documents([str(REPORTS)]) if raw.media_type.startswith("text/html")]
    return [page + f"<!-- {number} -->".encode() for number in range(times) for page in pages]
