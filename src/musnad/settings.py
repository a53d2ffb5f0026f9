"""Settings from the environment; a secret may stand in a file instead, which NAME_FILE names."""

import os
from pathlib import Path

from musnad.errors import UsageError

STORE = "MUSNAD_STORE"
LEXICONS = "MUSNAD_LEXICONS"
DEFAULT_STORE = "musnad.sqlite"


def setting(name: str) -> str | None:
    """Return the setting of this name: from the environment, or from the file that NAME_FILE names; None if absent.

    Raises UsageError for a file that cannot be read. What it returns is never to be logged.
    """
    value = os.environ.get(name)
    if value:
        return value
    place = os.environ.get(f"{name}_FILE")
    if not place:
        return None
    try:
        return Path(place).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}_FILE: {place} cannot be read ({error}); name a readable text file.") from None
