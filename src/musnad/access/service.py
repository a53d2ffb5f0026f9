"""What every request is served from: the store, and how the service is set up."""

from dataclasses import dataclass
from typing import cast

from starlette.requests import HTTPConnection

from musnad.store import Store


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How the service is set up; `accounts` are needed wherever others can reach it.

    `hosts` are the names under which it answers besides those of this machine: other names are refused, so that no page
    elsewhere reaches a desk on this machine under a name of its own.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    accounts: bool = False
    hosts: tuple[str, ...] = ()
    most_upload_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Service:
    """The store that is shown, and the settings."""

    store: Store
    settings: ServeSettings = ServeSettings()


def service_of(request: HTTPConnection) -> Service:
    """Return what this request is served from."""
    return cast(Service, request.app.state.service)
