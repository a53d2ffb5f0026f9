"""Spreads pure work over parts of the data: in turn in this process, unless an engine with more of them is given."""

import itertools
import pickle
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from zlib import crc32

Part = TypeVar("Part")
Piece = TypeVar("Piece")
Made = TypeVar("Made")
Held = TypeVar("Held")
Member = TypeVar("Member", bound=Hashable)


class Spread(Protocol):
    """What runs functions on parts. They are pure, and can be pickled, as their parts and results can."""

    @property
    def shards(self) -> int:
        """Return into how many parts work is cut."""

    def each(self, work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        """Return what the function makes of each part, in order."""

    def shuffle(
        self,
        split: Callable[[Part], Sequence[Piece]],
        gather: Callable[[Sequence[Piece]], Made],
        parts: Sequence[Part],
    ) -> list[Made]:
        """Split each part into a piece a shard, and return what is made of each shard's pieces, in order."""


@dataclass(frozen=True, slots=True)
class InTurn:
    """Runs one part after the other in this process; several shards give what one gives."""

    shards: int = 1

    def each(self, work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        """Return what the function makes of each part, in order."""
        return [work(part) for part in parts]

    def shuffle(
        self,
        split: Callable[[Part], Sequence[Piece]],
        gather: Callable[[Sequence[Piece]], Made],
        parts: Sequence[Part],
    ) -> list[Made]:
        """Split each part into a piece a shard, and return what is made of each shard's pieces, in order."""
        pieces = [split(part) for part in parts]
        return [gather([each[shard] for each in pieces]) for shard in range(self.shards)]


IN_TURN = InTurn()


class Parcel(Generic[Held]):
    """A value that stays packed on its way through processes that only pass it on."""

    __slots__ = ("_packed", "_value")

    def __init__(self, value: Held) -> None:
        self._value: Held | None = value
        self._packed: bytes | None = None

    def open(self) -> Held:
        """Return the value, unpacked once."""
        if self._value is None and self._packed is not None:
            self._value = pickle.loads(self._packed)
        return self._value  # type: ignore[return-value] # there is a value wherever nothing is packed

    def __reduce__(self) -> tuple[Callable[[bytes], "Parcel[Any]"], tuple[bytes]]:
        return _packed, (self._packed or pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL),)


def _packed(content: bytes) -> Parcel[Any]:
    parcel: Parcel[Any] = Parcel(None)
    parcel._packed = content
    return parcel


def cut(members: Sequence[Member], parts: int) -> list[Sequence[Member]]:
    """Return the members in so many runs of nearly one length, in order; fewer where there are not so many."""
    count = max(1, min(parts, len(members)))
    edges = [len(members) * number // count for number in range(count + 1)]
    return [members[start:end] for start, end in itertools.pairwise(edges) if start < end]


def shard_of(key: Sequence[str], shards: int) -> int:
    """Return the shard that a key belongs to, its words taken together: the same on every machine."""
    return crc32(" ".join(key).encode("utf-8", "surrogatepass")) % shards if shards > 1 else 0


def connect(keys: Mapping[Member, Iterable[Hashable]]) -> list[list[Member]]:
    """Return the groups of members that share a key, directly or through others; members and groups in order."""
    above: dict[Member, Member] = {member: member for member in keys}

    def head(member: Member) -> Member:
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    first: dict[Hashable, Member] = {}
    for member, named in keys.items():
        for key in named:
            above[head(member)] = head(first.setdefault(key, member))
    groups: dict[Member, list[Member]] = {}
    for member in keys:
        groups.setdefault(head(member), []).append(member)
    return list(groups.values())


def pack(groups: Iterable[Sequence[Member]], parts: int) -> list[list[Sequence[Member]]]:
    """Return the groups in at most so many lots, each group whole, the lots about equally full."""
    lots: list[list[Sequence[Member]]] = [[] for _ in range(parts)]
    filled = [0] * parts
    for group in sorted(groups, key=len, reverse=True):
        least = filled.index(min(filled))
        lots[least].append(group)
        filled[least] += len(group)
    return [lot for lot in lots if lot]
