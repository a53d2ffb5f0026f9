"""Every opposition of the language pack conflicts in its example, and in its counterexample does not."""

import pytest

from musnad.agreement import compare_statements
from musnad.evaluation.agreement import StatementReader
from musnad.languages import LANGUAGES
from musnad.languages.agreement import Opposition
from musnad.model import Agreement, Slot

LEXICON = LANGUAGES["ar"].agreement
READ = StatementReader(whole=True)

every_opposition = pytest.mark.parametrize("opposition", LEXICON.oppositions, ids=lambda opposition: opposition.name)


@every_opposition
def test_the_example_conflicts_in_polarity(opposition: Opposition) -> None:
    one, other = opposition.example
    found = compare_statements(READ(one), READ(other), LEXICON)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.POLARITY), found.reasons


@every_opposition
def test_the_counterexample_does_not(opposition: Opposition) -> None:
    one, other = opposition.counterexample
    found = compare_statements(READ(one), READ(other), LEXICON)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
