"""Opens the store that a command is given: by its option, by the environment, or the file in the current folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.store import Store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="The store: a file, or postgresql://... (else MUSNAD_STORE, else musnad.sqlite here).",
    ),
]


def open_given(place: str | None, *, must_exist: bool = False) -> "Store":
    """Return the store at this place, or at the one that is set; UsageError where it `must_exist` and does not."""
    # Imported here: `musnad --help` has no use for a database.
    from musnad.search import make_keys
    from musnad.settings import DEFAULT_STORE, STORE, setting
    from musnad.store import open_store

    address = place or setting(STORE) or DEFAULT_STORE
    if must_exist and "://" not in address and not Path(address).exists():
        raise UsageError(f"{address}: there is no store; `musnad add SOURCE...` makes one, --store names another.")
    return open_store(address, search_keys=make_keys)


def renew_search_keys(store: "Store") -> None:
    """Make the search keys that are missing or of another version, saying so: that takes minutes for a large store."""
    from musnad.search import keys_are_current, renew_keys

    if not keys_are_current(store) and store.count():
        typer.echo(f"{store.place}: making the search keys anew", err=True)
    renew_keys(store)
