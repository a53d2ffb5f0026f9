"""What a row of words of time begins with is the same whether it was met before or is too long to be kept."""

import pytest

from musnad.languages import LANGUAGES

_GRAMMAR = LANGUAGES["ar"].times
_WEEKDAY, _NUMBER, _MONTH = (_GRAMMAR.codes[kind] for kind in ("weekday", "number", "month_name"))


@pytest.mark.parametrize("copies", [1, 20])
def test_a_row_begins_with_the_rules_whose_patterns_match_it(copies: int) -> None:
    row = (_WEEKDAY + _NUMBER + _MONTH) * copies
    found = _GRAMMAR.matches(row)
    wanted = {(match.end(), rule.name) for rule in _GRAMMAR.rules if (match := rule.pattern.match(row))}
    assert {(length, rule.name) for length, rule in found} == wanted
    assert len(wanted) > 1
    assert [length for length, _ in found] == sorted((length for length, _ in found), reverse=True)
    assert _GRAMMAR.matches(row) == found


def test_a_row_that_no_rule_begins_has_no_match() -> None:
    assert _GRAMMAR.matches(_GRAMMAR.codes["and"]) == ()
