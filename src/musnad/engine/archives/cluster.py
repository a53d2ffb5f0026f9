"""Converts parts on a Ray cluster: a pool of actors, each with the lexicons loaded once, reads a part at a time."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

from musnad.engine.archives.converting import Converted, convert_part
from musnad.engine.archives.parts import Part
from musnad.errors import UsageError

LOCAL = "local"
"""The address that means: start Ray on this machine."""


def convert_on_ray(
    parts: Sequence[Part], into: str, *, address: str = LOCAL, workers: int = 1, max_bytes: int = 20_000_000
) -> Iterator[Converted]:
    """Convert the parts by so many actors of the cluster, and yield what came of each as it is done.

    The files are those that `convert_parts` writes. An actor that dies is started anew and its part read again; what is
    there is skipped. Raises UsageError where Ray is not installed or not reached.
    """
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError(f"--ray {address}: install musnad[ray] ({error}).") from None
    if not parts:
        return iter(())
    try:
        if not ray.is_initialized():
            named: dict[str, Any] = {"num_cpus": workers} if address == LOCAL else {"address": address}
            ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR, **named)
    except (ConnectionError, ValueError) as error:
        raise UsageError(f"--ray {address}: cannot be reached ({error}); local starts one here.") from None
    ray.data.DataContext.get_current().enable_progress_bars = False
    numbered = [{"part": number} for number in range(len(parts))]
    # A block a part: Ray gives whole blocks to an actor, and parts are long enough.
    data: Any = ray.data.from_items(numbered, override_num_blocks=len(parts))
    settings = {"parts": list(parts), "into": into, "max_bytes": max_bytes}
    done = data.map(_Converter, fn_constructor_kwargs=settings, concurrency=workers, num_cpus=1)
    return (_converted(parts, row) for row in done.iter_rows())


class _Converter:
    """An actor: converts the parts that it is given by their numbers."""

    def __init__(self, parts: Sequence[Part], into: str, max_bytes: int) -> None:
        self._parts = parts
        self._into = into
        self._max_bytes = max_bytes

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        number = int(row["part"])
        done = convert_part(self._parts[number], self._into, max_bytes=self._max_bytes)
        return {
            "part": number,
            "reports": done.reports,
            "count": done.count,
            "claims": done.claims,
            "skipped": done.skipped,
            "failed": "\n".join(message.replace("\n", " ") for message in done.failed),
        }


def _converted(parts: Sequence[Part], row: dict[str, Any]) -> Converted:
    failed = tuple(row["failed"].split("\n")) if row["failed"] else ()
    part = parts[int(row["part"])]
    return Converted(part, row["reports"], int(row["count"]), int(row["claims"]), bool(row["skipped"]), failed)
