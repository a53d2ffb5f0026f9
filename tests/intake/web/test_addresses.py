"""Only web addresses on the public internet are fetched, and one page has one address."""

import ipaddress
import re

import pytest

from musnad.intake.web import fault_of_address, normal_address
from musnad.intake.web.addresses import is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:192.168.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_private_addresses_are_told(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("ftp://example.org/a", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http:///a", "no host"),
        ("http://user:secret@example.org/", "user name"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "[Pp]ort"),
        ("http://example.org/" + "a" * 3000, "longer"),
        ("http://[::1/", ""),
    ],
)
def test_what_is_no_page_address_is_named(url: str, fault: str) -> None:
    found = fault_of_address(url)
    assert found is not None
    assert re.search(fault, found)


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a#part", "https://example.org/a"),
        ("https://example.org/a?utm_source=rss&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&b=%D8%A7", "https://example.org/a?id=7&b=%D8%A7"),
        ("https://example.org/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org:8080/", "https://example.org:8080/"),
        ("http://موقع.example/", "http://xn--4gbrim.example/"),
    ],
)
def test_a_page_has_one_address(url: str, normal: str) -> None:
    assert normal_address(url) == normal
    assert normal_address(normal) == normal
