"""Accusations and denials are read with who is accused and of what: each rule by its example and its counterexample."""

import pytest
from read_reports import LEXICON, report_of

from musnad.agreement.charges.lines import Charge
from musnad.agreement.charges.parties import Parties
from musnad.agreement.charges.reading import find_charges
from musnad.languages import LANGUAGES
from musnad.languages.charges import ChargeRule

GRAMMAR = LANGUAGES["ar"].charges
every_rule = pytest.mark.parametrize("rule", GRAMMAR.rules, ids=lambda rule: rule.name)


def charges_of(text: str) -> list[tuple[Charge, str, str]]:
    """Return the charges of the text below a headline, each with its words and those of its deed."""
    report = report_of(f"عنوان الخبر\n{text}")
    assert report.article is not None
    words = report.article.text
    return [
        (charge, charge.span.of(words), charge.deed.of(words) if charge.deed else "")
        for charge in find_charges(report, GRAMMAR, LEXICON)
    ]


@every_rule
def test_the_example_tells_who_is_accused_of_what(rule: ChargeRule) -> None:
    report = report_of(f"عنوان الخبر\n{rule.example}")
    assert report.article is not None
    text = report.article.text
    named = [each for each in Parties(report, GRAMMAR).all if each.span.of(text) in rule.accused]
    found = {(charge.rule, charge.denies, charge.accused, deed) for charge, _, deed in charges_of(rule.example)}
    assert (rule.name, rule.denies, named[-1].keys, rule.deed) in found


@every_rule
def test_the_counterexample_has_no_such_charge(rule: ChargeRule) -> None:
    assert rule.name not in {charge.rule for charge, _, _ in charges_of(rule.counterexample)}
