"""What is shown of a page's words is readable and harmless."""

import pytest

from musnad.export.display import readable_address


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://news.example/%D8%AC%D8%B3%D8%B1-2", "https://news.example/جسر-2"),
        ("https://news.example/a%20b?next=%2Fhome", "https://news.example/a%20b?next=%2Fhome"),
        ("https://news.example/%FF%FE", "https://news.example/%FF%FE"),
        ("https://news.example/%E2%80%AEgpj.exe", "https://news.example/gpj.exe"),
    ],
)
def test_an_address_is_shown_with_its_letters(address: str, shown: str) -> None:
    assert readable_address(address) == shown
