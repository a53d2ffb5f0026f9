"""Reads many documents at once, in several processes; archives/ keeps what comes of it as Parquet, also on clusters."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.engine.reading import Rendered, read_documents, render_documents
    from musnad.engine.spreads import open_spread

__all__ = ["Rendered", "open_spread", "read_documents", "render_documents"]

_READING = {"Rendered", "read_documents", "render_documents"}


def __getattr__(name: str) -> Any:
    """Load what reads when it is first asked for: who starts a pool early has it loaded there at the same time."""
    if name in _READING:
        return getattr(import_module("musnad.engine.reading"), name)
    if name == "open_spread":
        return import_module("musnad.engine.spreads").open_spread
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
