"""Every collocation of the language pack conflicts in its example, and in its counterexample does not."""

import pytest

from musnad.agreement import compare_statements
from musnad.errors import LanguageDataError
from musnad.evaluation.agreement import StatementReader
from musnad.languages import LANGUAGES
from musnad.languages.agreement import Collocation
from musnad.languages.ar import collocations
from musnad.model import Agreement

LEXICON = LANGUAGES["ar"].agreement
READ = StatementReader(whole=True)
FOUND = {found.name: found for held in LEXICON.collocations.values() for found in held}

every_collocation = pytest.mark.parametrize("collocation", FOUND.values(), ids=FOUND)


@every_collocation
def test_the_example_conflicts(collocation: Collocation) -> None:
    one, other = collocation.example
    found = compare_statements(READ(one), READ(other), LEXICON)
    assert found.agreement is Agreement.CONFLICT, found.reasons


@every_collocation
def test_the_counterexample_does_not(collocation: Collocation) -> None:
    one, other = collocation.counterexample
    found = compare_statements(READ(one), READ(other), LEXICON)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


def test_a_broken_entry_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collocations, "read_toml", lambda _: {"collocation": [{"name": "halved", "with": ["السلاح"]}]})
    with pytest.raises(LanguageDataError, match=r"collocations\.toml, collocation 1 'halved'"):
        collocations.load_collocations(lambda _: (), lambda _: ())
