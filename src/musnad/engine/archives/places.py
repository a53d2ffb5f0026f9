"""Folders and files of this machine or of S3, whose files are read anywhere and written whole or not at all."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from musnad.errors import UsageError

_CHUNK = 1 << 20
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or a file by its name: a path of this machine, or s3://bucket/name as pyarrow reads it.

    Of S3, `s3://bucket/name?endpoint_override=host:port&scheme=http` names a server other than Amazon's; who asks
    stands in the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY).
    """

    name: str

    def under(self, name: str) -> "Place":
        """Return the place of this name in this folder."""
        head, mark, options = self.name.partition("?") if self._remote else (self.name, "", "")
        return Place(f"{head.rstrip('/')}/{name}{mark}{options}")

    def exists(self) -> bool:
        """Tell whether a file is there."""
        system, path = self._system()
        return bool(system.get_file_info(path).type.name == "File")

    def size(self) -> int:
        """Return the bytes of the file."""
        system, path = self._system()
        return int(system.get_file_info(path).size or 0)

    def files(self, suffix: str) -> list["Place"]:
        """Return the files in this folder whose names end so, in the order of their names."""
        from pyarrow import fs

        system, path = self._system()
        found = system.get_file_info(fs.FileSelector(path, allow_not_found=True))
        names = sorted(each.base_name for each in found if each.base_name.endswith(suffix))
        return [self.under(name) for name in names]

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Yield the file to read from, at any place in it."""
        system, path = self._system()
        with system.open_input_file(path) as stream:
            yield cast(BinaryIO, stream)

    @contextmanager
    def written(self) -> Iterator[BinaryIO]:
        """Yield a file to write to, which stands under its name only once the block has ended well."""
        system, path = self._system()
        if self._remote:
            # Sent only once it is whole: a stream to S3 that is let go of half written still leaves an object.
            with tempfile.TemporaryFile() as whole:
                yield cast(BinaryIO, whole)
                whole.seek(0)
                with system.open_output_stream(path) as sent:
                    shutil.copyfileobj(whole, sent, _CHUNK)
            return
        folder = Path(path).parent
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".{Path(path).name}.{os.getpid()}.part"
        try:
            with unfinished.open("wb") as local:
                yield local
                local.flush()
                os.fsync(local.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)

    @property
    def _remote(self) -> bool:
        return _SCHEME.match(self.name) is not None

    def _system(self) -> tuple[Any, str]:
        try:
            from pyarrow import fs
        except ImportError as error:
            raise UsageError(f"{self.name}: for Parquet files install musnad[parquet] ({error}).") from None
        if not self._remote:
            return fs.LocalFileSystem(), os.path.abspath(self.name)
        try:
            system, path = fs.FileSystem.from_uri(self.name)
        except (OSError, ValueError) as error:
            raise UsageError(f"{self.name}: cannot be reached ({error}); name a folder or s3://bucket/name.") from None
        return system, str(path)
