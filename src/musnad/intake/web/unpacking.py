"""Unpacks a response as it arrives, so that a small one that unpacks to a huge one is stopped on the way."""

import zlib

_ENCODINGS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
ACCEPTED = "gzip, deflate"


class TooLargeError(ValueError):
    """More bytes come out than the limit allows."""


class BrokenPackingError(ValueError):
    """The bytes are not packed in the way that the server states."""


class Unpacker:
    """Takes the bytes of a body one piece after the other; `content` is what came out, never more than `limit`."""

    def __init__(self, encoding: str, limit: int) -> None:
        name = encoding.strip().lower()
        if name not in {"", "identity", *_ENCODINGS}:
            raise BrokenPackingError(f"packed as {name!r}, which was not asked for")
        self._packed = name in _ENCODINGS
        self._raw_deflate = name == "deflate"
        self._inflater = zlib.decompressobj(_ENCODINGS.get(name, zlib.MAX_WBITS))
        self._limit = limit
        self._started = False
        self._pieces: list[bytes] = []
        self._size = 0

    @property
    def content(self) -> bytes:
        """Return what has come out so far."""
        return b"".join(self._pieces)

    def feed(self, piece: bytes) -> None:
        """Unpack a piece; raise TooLargeError beyond the limit, BrokenPackingError where it cannot be unpacked."""
        if self._packed:
            piece = self._inflate(piece)
        self._size += len(piece)
        if self._size > self._limit:
            raise TooLargeError
        if piece:
            self._pieces.append(piece)

    def _inflate(self, piece: bytes) -> bytes:
        if self._inflater.eof:
            return b""
        room = self._limit - self._size + 1
        try:
            return self._inflater.decompress(piece, room)
        except zlib.error as error:
            # Some servers send deflate without its wrapper.
            if self._raw_deflate and not self._started:
                self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
                self._raw_deflate = False
                return self._inflate(piece)
            raise BrokenPackingError(str(error)) from None
        finally:
            self._started = True
