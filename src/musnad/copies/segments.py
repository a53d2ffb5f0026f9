"""Keeps which reports hold which fingerprints, in sorted segments that never change: small in memory, large on disk."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from musnad.copies.fingerprints import SHINGLE, WINDOW, Hashes
from musnad.errors import UsageError

SHARDS = 16
"""Parts by the first four bits of a fingerprint: each is a partition of a distributed run."""
SMALLEST = 256
"""Reports in a segment of the smallest size; the next size has GROWTH times as many."""
GROWTH = 4
LASTING = 4096
"""Reports from which on a segment is written to the folder."""

_FORMAT = {"version": 1, "shingle": SHINGLE, "window": WINDOW, "shards": SHARDS}
_MANIFEST = "manifest.json"
_LOW = np.uint64(0xFFFFFFFF)
_WORD = np.uint64(32)
_SHARD_BITS = np.uint64(60)
_KEY_BITS = np.uint64(28)

Postings = npt.NDArray[np.uint64]
"""Sorted; the upper half of each is 32 bits of a fingerprint, the lower half the ordinal of a report."""
Ordinals = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings of `reports` reports in a row, a sorted array a shard; `name` is its folder once it is written."""

    reports: int
    shards: tuple[Postings, ...] = field(repr=False)
    name: str | None = None

    @property
    def postings(self) -> int:
        """Return the number of postings in all shards."""
        return sum(map(len, self.shards))

    @property
    def rank(self) -> int:
        """Return the segment's size class, 0 for the smallest."""
        rank = 0
        while self.reports >= SMALLEST * GROWTH ** (rank + 1):
            rank += 1
        return rank


@dataclass(slots=True)
class FingerprintIndex:
    """An inverted index from fingerprints to the ordinals of reports; in `folder`, or in memory where that is None.

    Segments in a folder are memory-mapped, never changed, and named in a manifest that is replaced in one step: a
    run that dies leaves the last flushed state and goes on from there. `heads` are the callers' to keep.
    """

    folder: Path | None = None
    segments: list[Segment] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    _ordinals: dict[str, int] = field(default_factory=dict)
    _written: int = 0

    def __post_init__(self) -> None:
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            if (self.folder / _MANIFEST).exists():
                self._open(self.folder)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: str) -> bool:
        return name in self._ordinals

    def ordinal_of(self, name: str) -> int:
        """Return the ordinal of the report with this id; raise KeyError where it was not added."""
        return self._ordinals[name]

    def register(self, name: str, day: int) -> int:
        """Give a report the next ordinal and return it; what it holds is posted with its batch."""
        ordinal = len(self.names)
        self._ordinals[name] = ordinal
        self.names.append(name)
        self.days.append(day)
        self.heads.append(ordinal)
        return ordinal

    def post(self, fingerprints: Hashes, ordinals: Ordinals, reports: int) -> None:
        """Add a batch's postings as a segment, and merge small segments into larger ones."""
        packed = ((fingerprints >> _KEY_BITS) << _WORD) | ordinals.astype(np.uint64)
        shard = fingerprints >> _SHARD_BITS
        self.segments.append(
            Segment(reports, tuple(np.sort(packed[shard == np.uint64(number)]) for number in range(SHARDS)))
        )
        while len(tail := _same_rank_tail(self.segments)) >= GROWTH:
            self._merge(tail)

    def look_up(self, fingerprints: Hashes) -> tuple[Ordinals, Ordinals]:
        """Return pairs (place in the ascending `fingerprints`, ordinal) for each posting of them."""
        places: list[Ordinals] = [np.empty(0, dtype=np.int64)]
        ordinals: list[Ordinals] = [np.empty(0, dtype=np.int64)]
        starts = np.arange(SHARDS, dtype=np.uint64) << _SHARD_BITS
        cuts = [*np.searchsorted(fingerprints, starts).tolist(), len(fingerprints)]
        keys = (fingerprints >> _KEY_BITS) << _WORD
        for shard in range(SHARDS):
            begin, end = cuts[shard], cuts[shard + 1]
            if begin == end:
                continue
            for segment in self.segments:
                place, found = _postings(segment.shards[shard], keys[begin:end])
                places.append(place + begin)
                ordinals.append(found)
        return np.concatenate(places), np.concatenate(ordinals)

    def flush(self) -> None:
        """Write what is in memory alone to the folder and name it in the manifest; do nothing without a folder."""
        if self.folder is None:
            return
        fresh = [segment for segment in self.segments if segment.name is None]
        if fresh:
            self._merge(fresh, lasting=True)
        self._write_manifest(self.folder)

    # -- merging and writing -------------------------------------------------------------------

    def _merge(self, tail: Sequence[Segment], *, lasting: bool = False) -> None:
        parted = zip(*(segment.shards for segment in tail), strict=True)
        # A stable sort merges runs that are sorted already.
        shards = tuple(np.sort(np.concatenate(parts), kind="stable") for parts in parted)
        merged = Segment(sum(segment.reports for segment in tail), shards)
        if self.folder is not None and (lasting or merged.reports >= LASTING):
            merged = self._write(self.folder, merged)
        self.segments = [*self.segments[: -len(tail)], merged]

    def _write(self, folder: Path, segment: Segment) -> Segment:
        self._written += 1
        name = f"segment-{self._written:06d}"
        path = folder / name
        path.mkdir(exist_ok=True)
        for number, postings in enumerate(segment.shards):
            np.save(path / f"{number:02d}.npy", postings)
        return Segment(segment.reports, _mapped(path), name)

    def _write_manifest(self, folder: Path) -> None:
        self._written += 1
        reports = f"reports-{self._written:06d}.json"
        (folder / reports).write_text(json.dumps([self.names, self.days, self.heads]), encoding="utf-8")
        listed = [{"name": segment.name, "reports": segment.reports} for segment in self.segments]
        state = {**_FORMAT, "written": self._written, "reports": reports, "segments": listed}
        fresh = folder / f"{_MANIFEST}.new"
        fresh.write_text(json.dumps(state, indent=1), encoding="utf-8")
        os.replace(fresh, folder / _MANIFEST)
        _remove_stale(folder, {reports, *(segment.name for segment in self.segments if segment.name)})

    def _open(self, folder: Path) -> None:
        state: dict[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        if {key: state.get(key) for key in _FORMAT} != _FORMAT:
            raise UsageError(f"{folder} holds an index of another make ({state.get('version')}); name an empty folder")
        self.names, self.days, self.heads = json.loads((folder / state["reports"]).read_text(encoding="utf-8"))
        self._ordinals = {name: ordinal for ordinal, name in enumerate(self.names)}
        self._written = state["written"]
        self.segments = [
            Segment(listed["reports"], _mapped(folder / listed["name"]), listed["name"]) for listed in state["segments"]
        ]


def _remove_stale(folder: Path, live: set[str]) -> None:
    for path in folder.iterdir():
        if path.name in live:
            continue
        if path.name.startswith("reports-"):
            path.unlink()
        elif path.name.startswith("segment-"):
            for part in path.iterdir():
                part.unlink()
            path.rmdir()


def _mapped(path: Path) -> tuple[Postings, ...]:
    return tuple(np.load(path / f"{number:02d}.npy", mmap_mode="r") for number in range(SHARDS))


def _postings(postings: Postings, keys: Postings) -> tuple[Ordinals, Ordinals]:
    """Return pairs (place in `keys`, ordinal) for the postings whose upper half is one of the keys'."""
    begins = np.searchsorted(postings, keys)
    counts = np.searchsorted(postings, keys | _LOW, side="right") - begins
    places = np.repeat(np.arange(len(keys)), counts)
    within = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    found = postings[np.repeat(begins, counts) + within] & _LOW
    return places, found.astype(np.int64)


def _same_rank_tail(segments: list[Segment]) -> list[Segment]:
    """Return the last segments that are of one size class."""
    tail: list[Segment] = []
    for segment in reversed(segments):
        if tail and segment.rank != tail[-1].rank:
            break
        tail.append(segment)
    return tail[::-1]
