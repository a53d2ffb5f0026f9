"""Finds the word lists that users add to the pack: names and outlets of their own, in the pack's notation."""

from collections.abc import Iterator
from pathlib import Path

from musnad.errors import LanguageDataError
from musnad.settings import LEXICONS, setting


def own_lexicons(sort: str) -> Iterator[tuple[str, str]]:
    """Yield place and text of the user's lists of a sort (`names`, `outlets`), by name; none where none are set.

    They lie in the folder that MUSNAD_LEXICONS names, under ar/names and ar/outlets. Raises LanguageDataError where one
    cannot be read.
    """
    folder = setting(LEXICONS)
    if folder is None:
        return
    for path in sorted((Path(folder) / "ar" / sort).glob("*.toml")):
        try:
            yield str(path), path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise LanguageDataError(f"{path} cannot be read: {error}") from error
