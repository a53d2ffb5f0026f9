"""A guarded transport reaches no private address, and there is none where httpx has no place for the guard."""

import asyncio

import httpcore
import httpx
import pytest

from musnad.intake.web import transports
from musnad.intake.web.addresses import PrivateAddressError
from news_site import Site, page


def get(url: str, *, allow_private: bool) -> int:
    async def run() -> int:
        transport = transports.guarded_transport(allow_private=allow_private)
        async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
            return (await client.get(url)).status_code

    return asyncio.run(run())


def test_a_private_address_is_refused_unless_it_is_allowed(site: Site) -> None:
    site.answers["/a"] = page("خبر")
    with pytest.raises(httpx.ConnectError) as refused:
        get(site.url("/a"), allow_private=False)
    assert isinstance(refused.value.__cause__, PrivateAddressError)
    assert not site.asked
    assert get(site.url("/a"), allow_private=True) == 200


def test_an_httpx_without_its_pool_makes_no_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unguarded:
        def __init__(self, **_: object) -> None:
            self.pool = httpcore.AsyncConnectionPool()

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Unguarded)
    with pytest.raises(RuntimeError, match="no pool to guard"):
        transports.guarded_transport(allow_private=False)
