"""Tells which addresses may be fetched: web addresses whose host is on the public internet."""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import httpcore

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

# Query parameters that follow a reader and do not change the page.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LONGEST_ADDRESS = 2_083
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"


class PrivateAddressError(httpcore.ConnectError):
    """A host's name leads to an address that is not on the public internet."""


def fault_of_address(url: str) -> str | None:
    """Return why this is no address of a web page, or None where it is one."""
    if len(url) > _LONGEST_ADDRESS:
        return f"longer than {_LONGEST_ADDRESS:,} characters"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme.lower() not in {"http", "https"}:
        return f"the scheme {parts.scheme!r} is not http or https"
    if not parts.hostname:
        return "no host is named"
    if parts.username is not None or parts.password is not None:
        return "it carries a user name or a password"
    if port == 0:
        return "port 0 is none"
    return None


def normal_address(url: str) -> str:
    """Return the address under which a page is kept: no fragment, no tracking parameters, one spelling.

    Raises ValueError for what `fault_of_address` finds fault with.
    """
    fault = fault_of_address(url)
    if fault:
        raise ValueError(fault)
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").encode("idna").decode() if not _is_ip(parts.hostname or "") else parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    netloc = host if parts.port in {None, default} else f"{host}:{parts.port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    query = urlencode(kept) if len(kept) != len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query
    path = quote(parts.path or "/", safe=_SAFE_PATH)
    return urlunsplit((parts.scheme.lower(), netloc, path, quote(query, safe=_SAFE_PATH + "?"), ""))


def is_public(address: Ip) -> bool:
    """Tell whether an IP address is on the public internet, seen through addresses that stand for an IPv4 one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections only to addresses that were looked up and found public; the one checked is the one used.

    A name that is looked up again when the connection opens could lead elsewhere (DNS rebinding).
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._allow_private = allow_private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a stream to the host's first address that answers; raise PrivateAddressError for a private one."""
        error: Exception | None = None
        for address in await self._look_up(host, port):
            try:
                return await self._inner.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
                error = refused
        raise error or httpcore.ConnectError(f"{host}: no address was found")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no page is behind a local socket."""
        raise PrivateAddressError(f"{path}: a local socket")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)

    async def _look_up(self, host: str, port: int) -> list[Ip]:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host}: the name cannot be resolved ({error})") from None
        addresses = list(dict.fromkeys(ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found))
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise PrivateAddressError(f"{host} leads to {private[0]}, which is not on the public internet")
        return addresses
