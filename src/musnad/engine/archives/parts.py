"""What is converted as one: an archive, a stretch of a large one, a file of records, or the loose pages of a folder."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from musnad.engine.archives.places import Place
from musnad.errors import UsageError
from musnad.intake import KNOWN_SUFFIXES, WARC_SUFFIXES, is_archive, load_documents, load_warc_range, record_offsets
from musnad.model import RawDocument

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are read as one; of a single WARC file perhaps only its bytes [start, end)."""

    paths: tuple[str, ...]
    start: int = 0
    end: int | None = None

    @property
    def name(self) -> str:
        """Return what it is called in messages."""
        first = self.paths[0] if len(self.paths) == 1 else f"{os.path.dirname(self.paths[0])} ({len(self.paths)} files)"
        return first if self.end is None else f"{first} bytes {self.start:,} to {self.end:,}"


def plan_parts(sources: Sequence[str], *, part_bytes: int = 1_000_000_000) -> list[Part]:
    """Return the parts of the sources: WARC files beyond `part_bytes` are cut between records.

    A source is a file, a folder, or s3://bucket/file.warc.gz. Raises UsageError where there is nothing at one.
    """
    return [part for source in sources for part in _parts_of(source, part_bytes)]


def load_part(part: Part, *, max_bytes: int = 20_000_000) -> Iterator[RawDocument]:
    """Return the documents of the part, as `load_documents` gives them."""
    if not _is_warc(part.paths[0]) or not (part.end is not None or "://" in part.paths[0]):
        yield from load_documents(part.paths, max_bytes=max_bytes)
        return
    place = Place(part.paths[0])
    with place.opened() as stream:
        stream.seek(part.start)
        stretch = cast(BinaryIO, _Stretch(stream, (part.end or place.size()) - part.start))
        yield from load_warc_range(stretch, part.paths[0], part.start, max_bytes=max_bytes)


def hash_of(part: Part) -> str:
    """Return 16 hex digits of the part's bytes."""
    digest = hashlib.sha256()
    for path in part.paths:
        place = Place(path)
        with place.opened() as stream:
            stream.seek(part.start)
            stretch = _Stretch(stream, (part.end if part.end is not None else place.size()) - part.start)
            if len(part.paths) > 1:
                digest.update(f"{os.path.basename(path)}\0{stretch.left}\0".encode("utf-8", "surrogateescape"))
            while chunk := stretch.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()[:16]


def _parts_of(source: str, part_bytes: int) -> Iterator[Part]:
    if "://" not in source and os.path.isdir(source):
        loose: list[str] = []
        found = False
        for folder, folders, names in os.walk(source):
            folders.sort()
            for path in (os.path.join(folder, name) for name in sorted(names)):
                if not path.lower().endswith(KNOWN_SUFFIXES) or not os.path.isfile(path):
                    continue
                found = True
                if is_archive(path) or path.lower().endswith(".jsonl"):
                    yield from _parts_of(path, part_bytes)
                else:
                    loose.append(path)
        if loose:
            yield Part(tuple(loose))
        if not found:
            raise UsageError(f"{source}: holds no {', '.join(KNOWN_SUFFIXES)} file; name another folder.")
        return
    if not Place(source).exists():
        raise UsageError(f"{source}: there is no such file or folder; check the spelling.")
    yield from _cut(source, part_bytes) if _is_warc(source) else (Part((source,)),)


def _is_warc(path: str) -> bool:
    return path.partition("?")[0].lower().endswith(WARC_SUFFIXES)


def _cut(source: str, part_bytes: int) -> Iterator[Part]:
    place = Place(source)
    size = place.size()
    if size <= part_bytes:
        yield Part((source,))
        return
    start = 0
    # The records are walked through, not guessed from the bytes: what a page says may look like the head of a record.
    with place.opened() as stream:
        for offset in record_offsets(stream):
            if offset - start >= part_bytes:
                yield Part((source,), start, offset)
                start = offset
    yield Part((source,), start, size)


class _Stretch:
    """The next so many bytes of a stream."""

    def __init__(self, stream: BinaryIO, left: int) -> None:
        self._stream = stream
        self._read = 0
        self.left = left

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` of the bytes that are left."""
        found = self._stream.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(found)
        self._read += len(found)
        return found

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._read
