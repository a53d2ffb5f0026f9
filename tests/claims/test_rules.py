"""Tests that every rule of the Arabic grammar reads its own example and leaves its counterexample alone."""

import pytest
from claim_words import ClaimWords, claims_in

from musnad.languages import LANGUAGES
from musnad.languages.grammar import Rule

RULES = LANGUAGES["ar"].grammar.rules


def found_by(rule: Rule, sentence: str) -> list[ClaimWords]:
    """Return the claims that the rule finds in a sentence."""
    claims = claims_in(sentence, headline=rule.name.startswith("headline"))
    return [words for words in claims if words.claim.rule == rule.name]


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_finds_the_words_of_its_example(name: str) -> None:
    rule = RULES[name]
    found = [
        {
            "source": words.sources[-1],
            "cue": next((cue for cue in reversed(words.cues) if cue), ""),
            "content": words.content,
        }
        for words in found_by(rule, rule.example)
    ]
    assert rule.finds in found


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_leaves_its_counterexample_alone(name: str) -> None:
    rule = RULES[name]
    assert [words.content for words in found_by(rule, rule.counterexample)] == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_is_complete(name: str) -> None:
    rule = RULES[name]
    assert set(rule.finds) == {"source", "cue", "content"}
    assert all(span in rule.example for span in rule.finds["content"].split(" | "))
    assert rule.counterexample != rule.example
    assert 0 < rule.confidence <= 1
