"""Tests that the word lists that reading asks for by name are there and hold words."""

import re
from pathlib import Path

from musnad.languages.ar.events import load_events
from musnad.languages.ar.lexicons import load_grammar

CLAIMS = Path(__file__).resolve().parents[2] / "src" / "musnad" / "claims"
ASKED = re.compile(r'grammar\.words\["(\w+)"\]|\bwords\["(\w+)"\]|\.within\([^"()]*(?:\([^()]*\))?[^"()]*"(\w+)"\)')


def test_every_list_that_the_claims_step_asks_for_holds_words() -> None:
    words = load_grammar().words
    asked = {
        name
        for path in CLAIMS.glob("*.py")
        for found in ASKED.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    assert {"manners", "sole_offices", "quantity_heads"} <= asked
    assert not {name for name in asked if not words.get(name)}


def test_nouns_that_stand_for_who_was_named_are_words_of_the_pack() -> None:
    words = load_events().words
    assert {"رجل", "محكمه"} <= words["anaphors"]
    assert "اخر" in words["further_ones"]
