"""Reads the weights of a linear-chain CRF from the file that CRFsuite wrote, and makes it score by sums worked out."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.errors import LanguageDataError

# The file's head: magic, size, type, version, numbers of features, labels and attributes, and where each part begins.
_HEAD = struct.Struct("<4sI4sIIIIIIIII")
_PART = struct.Struct("<4sII")
_FEATURE = struct.Struct("<IIId")
_DATABASE = struct.Struct("<4sIIIII")
_STATE, _TRANSITION = 0, 1

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CrfWeights:
    """What a CRF knows: its labels, and for each feature how much it speaks for each label more than for the first.

    `summed` is the same CRF for a caller who adds these up: the score of each label but the first is the value of the
    feature in `carriers` that stands for it. `transitions` weigh one label after another.
    """

    labels: tuple[str, ...]
    vectors: Mapping[str, Vector] = field(repr=False)
    summed: bytes = field(repr=False)
    carriers: tuple[str, ...]
    transitions: Mapping[tuple[int, int], float] = field(repr=False)


def read_crf(model: bytes, name: str) -> CrfWeights:
    """Return the weights of a CRFsuite model; raise LanguageDataError naming the file where it is none."""
    try:
        return _read(model)
    except (struct.error, ValueError, IndexError, UnicodeDecodeError) as error:
        raise LanguageDataError(f"{name} is no model of CRFsuite: {error}; see docs/models.md") from error


def _read(model: bytes) -> CrfWeights:
    magic, _, _, _, _, label_count, feature_count, features, labels_at, names_at, _, _ = _HEAD.unpack_from(model)
    if magic != b"lCRF":
        raise ValueError("it does not begin with lCRF")
    labels = _strings(model, labels_at, label_count)
    names = _strings(model, names_at, feature_count)
    rows: dict[int, list[float]] = {}
    places: dict[int, list[int]] = {}
    transitions: dict[tuple[int, int], float] = {}
    first = features + _PART.size
    for number in range(_PART.unpack_from(model, features)[2]):
        place = first + number * _FEATURE.size
        kind, source, label, weight = _FEATURE.unpack_from(model, place)
        if kind == _STATE:
            rows.setdefault(source, [0.0] * label_count)[label] = weight
            places.setdefault(source, []).append(place)
        elif kind == _TRANSITION:
            transitions[source, label] = weight
    vectors = {names[source]: tuple([weight - row[0] for weight in row[1:]]) for source, row in rows.items()}
    summed = bytearray(model)
    carriers = []
    single = (source for source, found in places.items() if len(found) == 1)
    for label in range(1, label_count):
        source = next(single, None)
        if source is None:
            raise ValueError("too few of its features have one weight")
        _FEATURE.pack_into(summed, places[source][0], _STATE, source, label, 1.0)
        carriers.append(names[source])
    return CrfWeights(labels, vectors, bytes(summed), tuple(carriers), transitions)


def _strings(model: bytes, start: int, count: int) -> tuple[str, ...]:
    """Return the strings of a part of the file by their numbers: a hash table, with an index from number to entry."""
    _, _, _, _, size, index = _DATABASE.unpack_from(model, start)
    if size < count:
        raise ValueError("its index of names is too short")
    strings = []
    for (entry,) in struct.iter_unpack("<I", model[start + index : start + index + 4 * count]):
        _, length = struct.unpack_from("<II", model, start + entry)
        at = start + entry + 8
        strings.append(model[at : at + length - 1].decode())
    return tuple(strings)
