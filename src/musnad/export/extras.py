"""Loads the libraries that single formats need, and says how to get one that is missing."""

from importlib import import_module
from typing import Any

from musnad.errors import ExportError


def needs(library: str, extra: str) -> Any:
    """Return a library that an extra of Musnad brings; raise ExportError where it is not installed."""
    try:
        return import_module(library)
    except ImportError:
        found = f"this format needs {library}; in Musnad's folder install it with: pip install '.[{extra}]'"
        raise ExportError(found) from None
