"""Converts parts on a Ray cluster: a pool of actors, each with the lexicons loaded once, reads a part at a time."""

from collections.abc import Iterator, Sequence
from typing import Any

from musnad.engine.archives.converting import Converted, convert_part
from musnad.engine.archives.parts import Part
from musnad.engine.spreads import LOCAL, reach_cluster


def convert_on_ray(
    parts: Sequence[Part], into: str, *, address: str = LOCAL, workers: int = 1, max_bytes: int = 20_000_000
) -> Iterator[Converted]:
    """Convert the parts by so many actors of the cluster, and yield what came of each as it is done.

    The files are those that `convert_parts` writes. An actor that dies is started anew and its part read again; what is
    there is skipped. Raises UsageError where Ray is not installed or not reached.
    """
    if not parts:
        return iter(())
    reach_cluster(address, workers)
    import ray.data

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
