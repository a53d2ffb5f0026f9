"""Takes the page out of what wraps it: the text layer of a PDF, the main part of an MHTML file."""

import email
import email.policy
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

MOST_PAGES = 400
"""Pages of a PDF that are read: a news report has few."""
_MHTML = re.compile(
    rb"^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:|Content-Type: multipart/related)", re.M
)
_HEAD_BYTES = 2_048
# A saved page has some hundred parts; each takes 2 kB, a line of a head 300 bytes.
_MOST_PARTS = 10_000
_MOST_LINES = 500_000
_MOST_UNPACKED = 20_000_000  # bytes of one stream of a PDF
_QUOTED_NOTES = 3
_LONGEST_TOLD = 300


class UnwrappingError(ValueError):
    """Nothing that can be read is inside; the message says why."""


def is_pdf(content: bytes) -> bool:
    """Tell whether the bytes are a PDF's."""
    return content.startswith(b"%PDF-")


def is_mhtml(content: bytes) -> bool:
    """Tell whether the bytes are a page saved as MHTML."""
    head = content[:_HEAD_BYTES]
    return len(_MHTML.findall(head)) >= 2 and b"multipart/related" in head


def text_of_pdf(content: bytes, *, max_bytes: int) -> tuple[str, str | None]:
    """Return the text layer of a PDF, page after page, and what is missing or mended in it, or None.

    Raises UnwrappingError where there is no text.
    """
    # Imported here: few documents are PDFs, and the library is slow to load.
    import pypdf

    # Its own limits let one stream of a PDF unpack to 75 MB.
    limits = pypdf.apply_configuration(
        zlib_maximum_output_length=_MOST_UNPACKED,
        lzw_maximum_output_length=_MOST_UNPACKED,
        run_length_maximum_output_length=_MOST_UNPACKED,
        array_based_stream_maximum_output_length=_MOST_UNPACKED,
    )
    with _noted_damage() as damage, limits:
        try:
            reader = pypdf.PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnwrappingError("is locked with a password")
            text = "\n".join(_pages(reader, max_bytes, damage))
        except UnwrappingError:
            raise
        except _pdf_errors() as error:
            raise UnwrappingError(f"is a broken PDF ({type(error).__name__}: {error})") from None
    if not text.strip():
        raise UnwrappingError("is a PDF without a text layer, such as a scan; have its text recognised first")
    return text, damage.told


def _pdf_errors() -> tuple[type[Exception], ...]:
    """Return what broken PDFs raise: they break the library in many ways, and none of them is ours to mend."""
    from pypdf.errors import PyPdfError

    return (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError)


def _pages(reader: "object", max_bytes: int, damage: "_Damage") -> Iterator[str]:
    size = 0
    pages = reader.pages  # type: ignore[attr-defined]  # pypdf is loaded late
    errors = _pdf_errors()
    for number, page in enumerate(pages):
        if number >= MOST_PAGES or size > max_bytes:
            damage.note(f"only its first {number} pages were read")
            return
        try:
            text = page.extract_text()
        except errors as error:
            damage.note(f"page {number + 1} cannot be read ({type(error).__name__})")
            continue
        size += len(text)
        yield text


class _Damage(logging.Handler):
    """Notes what pypdf mends on its way, which it would otherwise print for a programmer to read."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._notes: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning of the library."""
        self.note(record.getMessage())

    def note(self, what: str) -> None:
        """Note one thing that is missing or was mended."""
        self._notes.append(what)

    @property
    def told(self) -> str | None:
        """Return what was noted, in a sentence that quotes the first notes, or None for nothing."""
        if not self._notes:
            return None
        quoted = "; ".join(list(dict.fromkeys(self._notes))[:_QUOTED_NOTES])
        return f"{len(self._notes)} defects ({quoted})"[:_LONGEST_TOLD]


@contextmanager
def _noted_damage() -> Iterator[_Damage]:
    """Take the warnings of pypdf away from standard error while a PDF is read."""
    damage = _Damage()
    logger = logging.getLogger("pypdf")
    passes_on = logger.propagate
    logger.addHandler(damage)
    logger.propagate = False
    try:
        yield damage
    finally:
        logger.removeHandler(damage)
        logger.propagate = passes_on


def page_of_mhtml(content: bytes) -> tuple[bytes, str | None, str | None]:
    """Return the page of an MHTML file: bytes, stated charset and address; raise UnwrappingError if there is none."""
    if content.count(b"\n--") > _MOST_PARTS or content.count(b"\n") > _MOST_LINES:
        raise UnwrappingError(f"is an MHTML file of more than {_MOST_PARTS:,} parts or {_MOST_LINES:,} lines")
    message = email.message_from_bytes(content, policy=email.policy.default)
    start = str(message.get_param("start") or "").strip("<>")
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    chosen = next((part for part in pages if start and start in str(part.get("Content-ID", ""))), None)
    part = chosen or (pages[0] if pages else None)
    if not isinstance(part, EmailMessage):
        raise UnwrappingError("is an MHTML file without a page")
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise UnwrappingError("is an MHTML file whose page is empty")
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    return body, part.get_content_charset(), str(address).strip() if address else None
