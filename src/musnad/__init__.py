"""Musnad reads news reports and says, for every claim in them, who says so and through whom."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.library import compare, open_store, read

__version__ = "0.1.0"

__all__ = ["__version__", "compare", "open_store", "read"]


def __getattr__(name: str) -> Any:
    """Load what reads and compares when it is first asked for: `musnad --help` should not wait for it."""
    if name in {"compare", "open_store", "read"}:
        return getattr(import_module("musnad.library"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
