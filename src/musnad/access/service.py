"""What every request is served from: the store, and how the service is set up."""

from dataclasses import dataclass, field
from typing import cast

from starlette.requests import HTTPConnection

from musnad.access.oidc import OidcSettings
from musnad.access.rates import Rates
from musnad.store import Store


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How the service is set up; `accounts` are needed wherever others can reach it.

    `hosts` are the names under which it answers besides those of this machine: other names are refused, so that no page
    elsewhere reaches a desk on this machine under a name of its own. `proxy` is the address of
    the one that stands before it.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    accounts: bool = False
    hosts: tuple[str, ...] = ()
    most_upload_bytes: int = 10_000_000
    allow_private: bool = False
    proxy: str | None = None
    oidc: OidcSettings | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """The store that is shown, the settings, and what counts how often visitors try things."""

    store: Store
    settings: ServeSettings = ServeSettings()
    rates: Rates = field(default_factory=Rates)


def service_of(request: HTTPConnection) -> Service:
    """Return what this request is served from."""
    return cast(Service, request.app.state.service)
