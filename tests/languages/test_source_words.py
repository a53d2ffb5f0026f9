"""The words that tell for whom a source speaks."""

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.source_words import parse_source_words


def test_a_spokesman_and_a_minister_speak_for_a_body() -> None:
    words = LANGUAGES["ar"].source_words
    assert "متحدث" in words.spokes
    assert words.offices["وزير"] == "وزاره"


@pytest.mark.parametrize(
    "written",
    [
        "spokes = [",
        'spokes = ["متحدث"]',
        'spokes = ["متحدث باسم"]\ncorrespondents = []\norgans = []\ngeneral = []\n[offices]',
    ],
    ids=["no TOML", "lists missing", "two words"],
)
def test_a_broken_file_is_named(written: str) -> None:
    with pytest.raises(LanguageDataError, match=r"sources\.toml"):
        parse_source_words(written)
