"""Names the reader: the release, and a digest of everything that decides what is read from a document."""

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from musnad import __version__
from musnad.settings import LEXICONS, setting

_DECIDES = ("article", "mentions", "times", "claims", "events", "languages", "text", "model", "reading.py")
_COMPILED = frozenset({".so", ".pyd"})


@cache
def reader_version() -> str:
    """Return the version under which readings are kept: 0.1.0+3f9c12ab; any change of a rule or list changes it."""
    root = Path(str(resources.files("musnad")))
    digest = hashlib.sha256()
    for name in _DECIDES:
        place = root / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            # What mypyc compiled reads the same: a store need not be read again for it.
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in _COMPILED:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    own = setting(LEXICONS)
    for path in sorted(Path(own).rglob("*.toml")) if own else ():
        digest.update(path.relative_to(str(own)).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:8]}"
