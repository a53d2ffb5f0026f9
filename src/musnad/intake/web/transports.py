"""Makes the transports of HTTP clients, which connect to no private address unless that is allowed."""

import ssl

import httpcore
import httpx

from musnad.intake.web.addresses import GuardedBackend

_POOL = "_pool"


def guarded_transport(
    *, allow_private: bool, http2: bool = False, connections: int = 10, keepalive: float | None = None
) -> httpx.AsyncHTTPTransport:
    """Return a transport that connects to the very address that it looked up and found public; proxies are not asked.

    `connections` are open at most, each for `keepalive` seconds after its last use. Raises RuntimeError where httpx no
    longer keeps its connections where the guard is put.
    """
    transport = httpx.AsyncHTTPTransport(http2=http2, trust_env=False)
    # httpx takes no network backend; the pool behind it does. TLS still checks the name, not the address.
    if not isinstance(getattr(transport, _POOL, None), httpcore.AsyncConnectionPool):
        raise RuntimeError(
            "this httpx has no pool to guard, and nothing is fetched: install the httpx that Musnad names"
        )
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=ssl.create_default_context(),
        http2=http2,
        max_connections=connections,
        keepalive_expiry=keepalive,
        network_backend=GuardedBackend(allow_private=allow_private),
    )
    return transport
