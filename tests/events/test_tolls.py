"""Every way to tell a toll finds it in its example and finds none in its counterexample."""

import pytest

from musnad.claims import trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES
from musnad.languages.tolls import TollRule
from musnad.mentions import find_mentions
from musnad.model import Amount, Article, Event

ARABIC = LANGUAGES["ar"]
RULES = ARABIC.load_events().tolls.rules


def tolls_in(text: str) -> tuple[Amount | None, Amount | None]:
    article = Article(text=text, language="ar", has_headline=False)
    mentions, _ = find_mentions(article, ARABIC)
    claims, _ = trace_claims(article, ARABIC)
    events = code_events(article, ARABIC, mentions=mentions, claims=claims)[0]
    return _first(events, "killed"), _first(events, "wounded")


def _first(events: tuple[Event, ...], name: str) -> Amount | None:
    found = {getattr(event, name) for event in events} - {None}
    assert len(found) < 2, f"several tolls in one sentence: {found}"
    return found.pop() if found else None


def amount(bounds: tuple[int, int | None] | None) -> Amount | None:
    return Amount(*bounds) if bounds is not None else None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_the_toll_of_its_example(rule: TollRule) -> None:
    assert tolls_in(rule.example) == (amount(rule.killed), amount(rule.wounded))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_no_toll_in_its_counterexample(rule: TollRule) -> None:
    assert tolls_in(rule.counterexample) == (None, None)


def test_the_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) >= 30
