"""`musnad serve`: the desk and the API on a store, at an address of this machine or, with accounts, of a network."""

import ipaddress
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given, renew_search_keys
from musnad.cli.output import command_errors
from musnad.cli.reports import AllowPrivateOption
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.access import ServeSettings
    from musnad.store import Store

_WAITING = 128  # connections that may wait to be taken
_GRACE_SECONDS = 5  # for answers under way when the service is told to end

HostOption = Annotated[str, typer.Option(metavar="ADDRESS", help="The address that it listens on.")]
PortOption = Annotated[int, typer.Option(metavar="N", min=0, max=65_535, help="The port; 0 for any free one.")]


def serve(
    store: StoreOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    host_name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name under which others reach it; may be repeated.")
    ] = None,
    allow_private: AllowPrivateOption = False,
    proxy: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The proxy before it, whose X-Forwarded headers are believed.")
    ] = None,
) -> None:
    """Open the desk and the API on a store, until Ctrl-C.

    Exit status: 0 ended, 2 wrong usage, such as an address that others reach without accounts.
    """
    with command_errors():
        from musnad.access import ServeSettings
        from musnad.access.oidc import oidc_settings

        with open_given(store) as opened:
            renew_search_keys(opened)
            opened.accounts.remove_expired()
            provider = oidc_settings()
            settings = ServeSettings(
                host=host,
                port=port,
                accounts=opened.accounts.any() or provider is not None,
                hosts=(*(host_name or ()), host),  # an address may be asked for by itself
                proxy=proxy,
                allow_private=allow_private,
                oidc=provider,
            )
            open_desk(opened, settings)


def open_desk(store: "Store", settings: "ServeSettings") -> None:
    """Serve the store until the process is told to end, saying where; UsageError where it may not or cannot."""
    with listening_for(settings) as listener:
        serve_on(listener, store, settings)


def listening_for(settings: "ServeSettings") -> socket.socket:
    """Return a socket that listens where the settings say; UsageError where it may not or cannot."""
    if not is_loopback(settings.host) and not settings.accounts:
        raise UsageError(
            f"--host {settings.host}: others reach this address, and the store has no accounts; "
            "make one first with `musnad user add NAME --role admin`, or leave --host out"
        )
    return listening(settings.host, settings.port)


def serve_on(listener: socket.socket, store: "Store", settings: "ServeSettings") -> None:
    """Serve the store on a socket that listens until the process is told to end, saying where."""
    # Imported here: the server and the pages take a while, which a refusal need not wait for.
    import uvicorn

    from musnad.access import Service
    from musnad.serving import create_app

    bound = listener.getsockname()[1]
    app = create_app(Service(store, settings))
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    typer.echo(f"{store.place}: the desk is open at http://{shown}:{bound} (Ctrl-C ends it)")
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=settings.proxy is not None,
        forwarded_allow_ips=settings.proxy or "",
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address; a name counts where it means this machine everywhere."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; UsageError where it cannot."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
            listener.listen(_WAITING)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{host} port {port}: cannot be listened on ({reason}); choose another --port") from None
    return listener
