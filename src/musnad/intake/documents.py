"""Reads one document's bytes, never more than the limit, and says what kept it from being read."""

import hashlib
import os
from dataclasses import replace
from typing import BinaryIO

from musnad.intake.settings import KNOWN_SUFFIXES, IntakeSettings
from musnad.intake.sniffing import binary_kind, media_type_of
from musnad.intake.wrapped import UnwrappingError, is_mhtml, is_pdf, page_of_mhtml, text_of_pdf
from musnad.model import Problem, ProblemCode, RawDocument


def load_document(
    stream: BinaryIO, path: str, settings: IntakeSettings, *, suffix: str, first: bytes = b""
) -> RawDocument:
    """Return the document of an open stream; `first` are bytes of it that were read already."""
    content = first + stream.read(max(0, settings.max_bytes + 1 - len(first)))
    if len(content) > settings.max_bytes:
        return failed_document(path, ProblemCode.TOO_LARGE, too_large(path, _size(stream, len(content)), settings))
    return check_document(content, path, settings, suffix=suffix)


def check_document(content: bytes, path: str, settings: IntakeSettings, *, suffix: str) -> RawDocument:
    """Return the document of these bytes, with a fatal problem where they are empty, binary or no report."""
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        what = "is empty" if not content else "holds nothing but blanks"
        return failed_document(path, ProblemCode.EMPTY_DOCUMENT, f"{path}: {what}; nothing can be read from it.")
    if is_pdf(content) or is_mhtml(content):
        return _unwrapped(content, path, settings)
    kind = binary_kind(content)
    if kind:
        message = f"{path}: is {kind}, not text; save the report as HTML or plain text first."
        return failed_document(path, ProblemCode.BINARY_DOCUMENT, message, content)
    media_type = media_type_of(content, suffix, plain=settings.plain)
    if media_type is None:
        message = f"{path}: is neither HTML nor plain text; Musnad reads {', '.join(KNOWN_SUFFIXES)} files."
        return failed_document(path, ProblemCode.UNSUPPORTED_TYPE, message, content)
    document = raw_document(content, path, media_type)
    return replace(document, url=settings.stated.url, stated=settings.stated)


def _unwrapped(content: bytes, path: str, settings: IntakeSettings) -> RawDocument:
    """Return the document inside a PDF or an MHTML file; its digest is that of the whole file."""
    stated = settings.stated
    damage: str | None = None
    try:
        if is_pdf(content):
            text, damage = text_of_pdf(content, max_bytes=settings.max_bytes)
            inner, media_type = text.encode("utf-8", "replace"), "text/plain"
        else:
            inner, charset, address = page_of_mhtml(content)
            media_type = f"text/html; charset={charset}" if charset else "text/html"
            stated = replace(stated, url=stated.url or address)
    except UnwrappingError as error:
        return failed_document(path, ProblemCode.BINARY_DOCUMENT, f"{path}: {error}; nothing was read.", content)
    document = raw_document(inner, path, media_type)
    message = f"{path}: the PDF has {damage}; compare what was read with the file."
    problems = (Problem(ProblemCode.INCOMPLETE_PDF, message),) if damage else ()
    sha256 = hashlib.sha256(content).hexdigest()
    return replace(document, sha256=sha256, url=stated.url, stated=stated, problems=problems)


def raw_document(content: bytes, path: str, media_type: str) -> RawDocument:
    """Return a document that arrived in good order."""
    return RawDocument(content, media_type, hashlib.sha256(content).hexdigest(), path)


def failed_document(path: str, code: ProblemCode, message: str, content: bytes = b"") -> RawDocument:
    """Return a document that could not be loaded, carrying the reason."""
    document = raw_document(content, path, "application/octet-stream")
    return replace(document, problems=(Problem(code, message),))


def too_large(place: str, size: str, settings: IntakeSettings) -> str:
    """Return the message for a document beyond the limit, naming the option that lifts it."""
    limit = f"{settings.max_bytes:,} bytes"
    return f"{place}: {size}, over the limit of {limit}; raise the limit with --max-bytes to read it."


def _size(stream: BinaryIO, read: int) -> str:
    try:
        size = os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        size = 0
    # A pipe has no size of its own: all that is known is what was read.
    return f"{size:,} bytes" if size >= read else f"more than {read - 1:,} bytes"
