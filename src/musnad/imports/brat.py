"""Reads standoff files of brat, as `musnad export --as brat` writes them, into gold articles for `musnad evaluate`."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from musnad.errors import UsageError

_LINKED = re.compile(r"(Source|Resolved|Cue)(\d)")
_TOLD = re.compile(r"(Kind|Stance|Relation|Negated)(\d)")
_MOST_BYTES = 50_000_000

Spans = list[list[int]]


@dataclass(slots=True)
class _Claim:
    """What the lines of a file tell of one content."""

    spans: Spans
    links: dict[int, dict[str, Any]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def link(self, place: str) -> dict[str, Any]:
        return self.links.setdefault(int(place), {})


def read_brat(place: Path) -> dict[str, dict[str, Any]]:
    """Return the gold articles of a folder or a ZIP file of .txt and .ann files, by name (docs/evaluation.md).

    Raises UsageError naming the file and line that cannot be read.
    """
    files = dict(_archived(place) if place.is_file() else _in_folder(place))
    articles = {}
    for name in sorted(files):
        if name.endswith(".ann") and f"{name[:-4]}.txt" in files:
            articles[Path(name).stem] = _article(name, files[f"{name[:-4]}.txt"], files[name])
    if not articles:
        raise UsageError(f"{place}: holds no .txt with its .ann; give a folder or a ZIP file of brat's")
    return articles


def _in_folder(folder: Path) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: is no folder and no ZIP file")
    for path in sorted(folder.glob("*.[at][nx][nt]")):
        yield path.name, _decoded(path.name, path.read_bytes())


def _archived(path: Path) -> Iterator[tuple[str, str]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageError(f"{path}: is no ZIP file ({error})") from None
    if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
        raise UsageError(f"{path}: holds more than {_MOST_BYTES:,} bytes; unpack it, and give the folder")
    for each in archive.infolist():
        if each.filename.endswith((".txt", ".ann")):
            yield each.filename, _decoded(each.filename, archive.read(each))


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: is not in UTF-8 ({error})") from None


def _article(name: str, text: str, annotations: str) -> dict[str, Any]:
    bound: dict[str, tuple[str, Spans]] = {}
    claims: dict[str, _Claim] = {}
    lines = [(number, line) for number, line in enumerate(annotations.splitlines(), start=1) if line.strip()]
    # Text-bound lines may follow those that name them.
    for sort in "TRA":
        for number, line in lines:
            if line[0] == sort:
                try:
                    _READERS[sort](line.split("\t"), text, bound, claims)
                except (ValueError, KeyError, IndexError) as error:
                    raise UsageError(f"{name}, line {number}: cannot be read ({error}): {line[:80]}") from None
    return {
        "id": Path(name).stem,
        "text": text,
        "attributions": [_attribution(claim) for claim in sorted(claims.values(), key=lambda claim: claim.spans)],
    }


def _read_bound(parts: list[str], text: str, bound: dict[str, tuple[str, Spans]], claims: dict[str, _Claim]) -> None:
    kind, _, places = parts[1].partition(" ")
    pieces = [[int(end) for end in piece.split()] for piece in places.split(";")]
    spans: Spans = []
    for start, end in pieces:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}) lies outside the text")
        # What a line's end parted is one stretch again.
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1][1] = end
        else:
            spans.append([start, end])
    bound[parts[0]] = (kind, spans)
    if kind == "Content":
        claims[parts[0]] = _Claim(spans)


def _read_relation(parts: list[str], text: str, bound: dict[str, tuple[str, Spans]], claims: dict[str, _Claim]) -> None:
    kind, first, second = parts[1].split()
    found = _LINKED.fullmatch(kind)
    if found is not None:
        span = bound[second.removeprefix("Arg2:")][1]
        claims[first.removeprefix("Arg1:")].link(found[2])[found[1].lower()] = [span[0][0], span[-1][1]]


def _read_attribute(
    parts: list[str], text: str, bound: dict[str, tuple[str, Spans]], claims: dict[str, _Claim]
) -> None:
    name, target, *value = parts[1].split()
    if target not in claims:
        return
    found = _TOLD.fullmatch(name)
    if found is None:
        claims[target].told[name.lower()] = value[0] if value else "true"
    else:
        told = value[0] if value else "true"
        claims[target].link(found[2])[found[1].lower()] = told == "true" if found[1] == "Negated" else told


_READERS = {"T": _read_bound, "R": _read_relation, "A": _read_attribute}


def _attribution(claim: _Claim) -> Mapping[str, Any]:
    return {
        "content": claim.spans,
        "mode": claim.told.get("mode", "indirect"),
        "hedge": claim.told.get("hedge", "none"),
        "author": claim.told.get("author", "neutral"),
        "chain": [
            {
                "source": link.get("source"),
                "resolved": link.get("resolved"),
                "kind": link.get("kind", "unknown"),
                "cue": link.get("cue"),
                "negated": link.get("negated", False),
                "stance": link.get("stance", "asserts"),
                "relation": link.get("relation", "says"),
            }
            for _, link in sorted(claim.links.items())
        ]
        or [{"source": None, "resolved": None, "kind": "unknown", "cue": None}],
    }
