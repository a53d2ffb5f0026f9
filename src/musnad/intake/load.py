"""Goes through the places a user names (files, folders, standard input) and loads the documents there."""

import io
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from musnad.errors import UsageError
from musnad.intake.archives import is_archive, load_archive, load_range
from musnad.intake.documents import failed_document, load_document
from musnad.intake.records import is_record, load_records
from musnad.intake.remote import is_remote, open_remote
from musnad.intake.settings import KNOWN_SUFFIXES, IntakeSettings
from musnad.model import ProblemCode, RawDocument, Stated

STANDARD_INPUT = "-"
_NOTHING_STATED = Stated()


def load_documents(
    paths: Sequence[str] | str,
    *,
    plain: bool = False,
    stated: Stated = _NOTHING_STATED,
    max_bytes: int = 20_000_000,
    allow_private: bool = False,
) -> Iterator[RawDocument]:
    """Return the documents at `paths` in order; one that cannot be loaded carries a fatal problem.

    A lone path need not be in a list. A path may be an address on the web; neighbouring ones are fetched together.

    A .jsonl record's own url, title, published and outlet outrank `stated`, which fills in what it lacks; its
    path is the file's with the line number (reports.jsonl:12). Raises UsageError for a limit below one byte.
    """
    if max_bytes < 1:
        raise UsageError(f"--max-bytes {max_bytes}: give a number of bytes greater than 0")
    places = [paths] if isinstance(paths, str) else paths
    return _load_places(places, IntakeSettings(plain, stated, max_bytes, allow_private))


def load_content(
    content: bytes, *, plain: bool = False, stated: Stated = _NOTHING_STATED, max_bytes: int = 20_000_000
) -> RawDocument:
    """Return the document of these bytes, HTML or text by their looks; unreadable ones carry a fatal problem."""
    settings = IntakeSettings(plain, stated, max_bytes)
    return load_document(io.BytesIO(content), "-", settings, suffix="")


def load_warc_range(stream: BinaryIO, path: str, start: int, *, max_bytes: int = 20_000_000) -> Iterator[RawDocument]:
    """Return the documents of a stretch of a WARC file: `stream` holds its bytes from the record at `start` on.

    They are those that `load_documents` gives there; a stretch without a page gives none.
    """
    return load_range(stream, path, start, IntakeSettings(False, _NOTHING_STATED, max_bytes))


def _load_places(paths: Sequence[str], settings: IntakeSettings) -> Iterator[RawDocument]:
    for on_web, group in itertools.groupby(paths, _is_address):
        if on_web:
            # Imported here: files are read without what fetching needs.
            from musnad.intake.web.reading import fetch_documents

            yield from fetch_documents(tuple(group), settings)
        else:
            for path in group:
                yield from _load_place(path, settings)


def _is_address(path: str) -> bool:
    return path.lower().startswith(("http://", "https://"))


def _load_place(path: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    if path == STANDARD_INPUT:
        return _load_standard_input(settings)
    if is_remote(path):
        return _load_remote(path, settings)
    if os.path.isdir(path):
        return _load_folder(path, settings)
    return _load_file(path, settings)


def _load_folder(folder: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    refused: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(place, name)
            # Only regular files: a pipe or a device inside a folder would never end.
            if name.lower().endswith(KNOWN_SUFFIXES) and (os.path.isfile(path) or os.path.islink(path)):
                found = True
                yield from _load_file(path, settings)
    for error in refused:
        yield _refused(str(error.filename), error)
    if not found and not refused:
        message = f"{folder}: holds no {', '.join(KNOWN_SUFFIXES)} file; name a file itself to have it read."
        yield failed_document(folder, ProblemCode.EMPTY_DOCUMENT, message)


def _load_file(path: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    try:
        with open(path, "rb") as stream:
            yield from _load_stream(stream, path, settings)
    except (OSError, ValueError) as error:
        yield _refused(path, error)


def _load_remote(path: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    found = False
    try:
        for name, stream in open_remote(path):
            found = True
            yield from _load_stream(stream, name, settings)
    except (OSError, ValueError) as error:
        yield _refused(path, error)
        return
    if not found:
        message = f"{path}: holds no {', '.join(KNOWN_SUFFIXES)} file; name a file itself to have it read."
        yield failed_document(path, ProblemCode.EMPTY_DOCUMENT, message)


def _load_stream(stream: BinaryIO, path: str, settings: IntakeSettings) -> Iterator[RawDocument]:
    suffix = Path(path).suffix.lower()
    if is_archive(path):
        yield from load_archive(stream, path, settings)
    elif suffix == ".jsonl":
        yield from load_records(stream, path, settings)
    else:
        yield load_document(stream, path, settings, suffix=suffix)


def _load_standard_input(settings: IntakeSettings) -> Iterator[RawDocument]:
    stream = sys.stdin.buffer
    try:
        first = stream.readline(settings.max_bytes + 1)
        if not settings.plain and is_record(first):
            yield from load_records(stream, STANDARD_INPUT, settings, first=first)
        else:
            yield load_document(stream, STANDARD_INPUT, settings, suffix="", first=first)
    except OSError as error:
        yield _refused(STANDARD_INPUT, error)


def _refused(path: str, error: OSError | ValueError) -> RawDocument:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    advice = "check that it is a file that can be read"
    if isinstance(error, FileNotFoundError):
        advice = "check the spelling of the path"
    elif isinstance(error, PermissionError):
        advice = "ask for the right to read it"
    return failed_document(path, ProblemCode.UNREADABLE_FILE, f"{path}: cannot be read ({reason}); {advice}.")
