"""Reads files and folders that lie elsewhere than on this machine: s3://bucket/folder and what else fsspec opens."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from musnad.errors import UsageError
from musnad.intake.settings import KNOWN_SUFFIXES

_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_remote(path: str) -> bool:
    """Tell whether a path names a place by a scheme: s3://, gs://, memory:// and the like."""
    return _REMOTE.match(path) is not None


def open_remote(path: str) -> Iterator[tuple[str, BinaryIO]]:
    """Yield the path and the open stream of the file, or of every known file in the folder, in sorted order.

    Raises UsageError where the libraries that reach the place are not installed, OSError where it cannot be reached.
    """
    system, inner = _file_system(path)
    scheme = path.partition("://")[0]
    names = [inner]
    if system.isdir(inner):
        names = sorted(name for name in system.find(inner) if name.lower().endswith(KNOWN_SUFFIXES))
    for name in names:
        with system.open(name, "rb") as stream:
            yield f"{scheme}://{name.lstrip('/')}", stream


def _file_system(path: str) -> tuple[Any, str]:
    try:
        import fsspec

        system, inner = fsspec.core.url_to_fs(path)
    except ImportError as error:
        raise UsageError(f"{path}: to read from there, install musnad[s3] ({error}).") from None
    except ValueError as error:
        raise UsageError(f"{path}: cannot be read from ({error}); give a file, a folder or an address.") from None
    return system, str(inner)
