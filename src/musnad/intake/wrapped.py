"""Takes the page out of what wraps it: the text layer of a PDF, the main part of an MHTML file."""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage

MOST_PAGES = 400
"""Pages of a PDF that are read: a news report has few."""
_MHTML = re.compile(
    rb"^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:|Content-Type: multipart/related)", re.M
)
_HEAD_BYTES = 2_048


class UnwrappingError(ValueError):
    """Nothing that can be read is inside; the message says why."""


def is_pdf(content: bytes) -> bool:
    """Tell whether the bytes are a PDF's."""
    return content.startswith(b"%PDF-")


def is_mhtml(content: bytes) -> bool:
    """Tell whether the bytes are a page saved as MHTML."""
    head = content[:_HEAD_BYTES]
    return len(_MHTML.findall(head)) >= 2 and b"multipart/related" in head


def text_of_pdf(content: bytes, *, max_bytes: int) -> str:
    """Return the text layer of a PDF, a page after the other; raise UnwrappingError where there is none."""
    # Imported here: few documents are PDFs, and the library is slow to load.
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnwrappingError("is locked with a password")
        text = "\n".join(_pages(reader, max_bytes))
    except UnwrappingError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        # Broken PDFs break the library in many ways; none of them is ours to mend.
        raise UnwrappingError(f"is a broken PDF ({type(error).__name__}: {error})") from None
    if not text.strip():
        raise UnwrappingError("is a PDF without a text layer, such as a scan; have its text recognised first")
    return text


def _pages(reader: "object", max_bytes: int) -> Iterator[str]:
    size = 0
    for number, page in enumerate(reader.pages):  # type: ignore[attr-defined]  # pypdf is loaded late
        if number >= MOST_PAGES or size > max_bytes:
            return
        text = page.extract_text()
        size += len(text)
        yield text


def page_of_mhtml(content: bytes) -> tuple[bytes, str | None, str | None]:
    """Return the page of an MHTML file: bytes, stated charset and address; raise UnwrappingError if there is none."""
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
