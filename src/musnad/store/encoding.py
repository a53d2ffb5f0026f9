"""Packs model values into bytes for a column, and unpacks them to equal values."""

import hashlib
import json
import zlib
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from musnad.model import (
    Article,
    Claim,
    Event,
    Mention,
    Problem,
    RawDocument,
    Report,
    TimeExpression,
    Transfer,
)

Value = TypeVar("Value")

# Level 1 packs a report to a quarter in half a millisecond; level 6 takes three times as long for a tenth less.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read from a document: a Report without the document."""

    id: str
    article: Article | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[Event, ...]
    transfers: tuple[Transfer, ...]


def pack_bytes(content: bytes) -> bytes:
    """Return the bytes packed."""
    return zlib.compress(content, _LEVEL)


def unpack_bytes(packed: bytes) -> bytes:
    """Return the bytes as they were."""
    return zlib.decompress(packed)


def pack_report(report: Report) -> tuple[bytes, str]:
    """Return the report packed, without the document's bytes, and a digest of what was read.

    The digest does not depend on where and when the document was fetched.
    """
    reading = _encode(
        _Reading(
            report.id,
            report.article,
            report.claims,
            report.problems,
            report.mentions,
            report.times,
            report.events,
            report.transfers,
        )
    )
    raw = _encode(replace(report.raw, content=b""))
    return pack_bytes(raw + b"\n" + reading), _digest(reading)


def digest_of(packed: bytes) -> str:
    """Return the digest of what was read, as `pack_report` gave it.

    It is that of the kept words: packing an equal report may write 5.0 where 5 stood.
    """
    return _digest(unpack_bytes(packed).partition(b"\n")[2])


def _digest(reading: bytes) -> str:
    return hashlib.sha256(reading).hexdigest()[:16]


def unpack_report(packed: bytes, content: bytes) -> Report:
    """Return the report that was packed, with the bytes of its document."""
    first, _, second = unpack_bytes(packed).partition(b"\n")
    raw, reading = _decode(first, RawDocument), _decode(second, _Reading)
    return Report(
        reading.id,
        replace(raw, content=content),
        reading.article,
        reading.claims,
        reading.problems,
        mentions=reading.mentions,
        times=reading.times,
        events=reading.events,
        transfers=reading.transfers,
    )


def pack_value(value: Any) -> bytes:
    """Return a model value packed."""
    return pack_bytes(_encode(value))


def unpack_value(packed: bytes, kind: type[Value]) -> Value:
    """Return the model value of this kind that was packed."""
    return _decode(unpack_bytes(packed), kind)


def _encode(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        # Half a surrogate pair, which broken pages hold, has no UTF-8; JSON can write it as an escape.
        return json.dumps(msgspec.to_builtins(value)).encode("ascii")


def _decode(words: bytes, kind: type[Value]) -> Value:
    decoder: msgspec.json.Decoder[Value] = _decoder(cast(Hashable, kind))
    try:
        return decoder.decode(words)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.convert(json.loads(words), kind)


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
