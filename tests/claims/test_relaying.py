"""Tests the constructions by which Arabic news relays: who is named as carrier, who as origin, and whose words."""

from pathlib import Path

import pytest
from claim_words import ClaimWords, claims_in

TABLE = Path(__file__).parent / "relaying.tsv"
CONSTRUCTIONS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


def chain_of(words: ClaimWords) -> str:
    """Return the holders of a claim's chain, the page's end first, each by its own words or where it was named."""
    named = (link.source or link.resolved for link in words.links)
    return " > ".join(span.of(words.text) if span else "" for span in named)


@pytest.mark.parametrize(("text", "content", "chain"), CONSTRUCTIONS)
def test_words_are_relayed_through_whom_the_construction_names(text: str, content: str, chain: str) -> None:
    assert (content, chain) in [(words.content, chain_of(words)) for words in claims_in(text)]
