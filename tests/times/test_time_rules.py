"""Tests that every rule of time reads its own example and leaves its counterexample alone."""

import pytest
from time_words import times_in

from musnad.languages import LANGUAGES
from musnad.languages.times.grammar import TimeRule

RULES = {rule.name: rule for rule in LANGUAGES["ar"].times.rules}
FINDING = sorted(name for name, rule in RULES.items() if rule.means != "nothing")


@pytest.mark.parametrize("name", FINDING)
def test_rule_finds_the_words_and_the_value_of_its_example(name: str) -> None:
    rule = RULES[name]
    found = [(time.words, time.value) for time in times_in(rule.example) if time.time.rule == name]
    assert (rule.finds, rule.value.replace("T00:00", "")) in found


@pytest.mark.parametrize("name", FINDING)
def test_rule_leaves_its_counterexample_alone(name: str) -> None:
    rule = RULES[name]
    assert [time.words for time in times_in(rule.counterexample) if time.time.rule == name] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_rule_is_complete(rule: TimeRule) -> None:
    assert rule.finds in rule.example
    assert rule.counterexample != rule.example


def test_names_that_look_like_times_are_no_times() -> None:
    rule = RULES["not-a-time"]
    assert times_in(rule.example) == []
    assert [time.words for time in times_in(rule.counterexample)] == ["اليوم"]


def test_rule_names_are_unique() -> None:
    assert len(RULES) == len(LANGUAGES["ar"].times.rules)


def test_no_pattern_repeats_without_a_bound() -> None:
    # An unbounded repetition makes a long list of numbers cost the square of its length.
    assert not [name for name, rule in RULES.items() if "*" in rule.pattern.pattern or "+" in rule.pattern.pattern]


def test_a_list_without_an_end_is_read_to_its_end() -> None:
    days = times_in("في 5 مارس 2019، " * 300)
    assert [time.value for time in days] == ["2019-03-05"] * 300
