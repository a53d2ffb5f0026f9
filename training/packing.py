"""Writes the tables of a language pack gzipped, the same bytes for the same lines."""

import gzip
from pathlib import Path


def write_table(path: Path, lines: list[str]) -> None:
    """Write the lines gzipped, with no time stamp in the file."""
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")
