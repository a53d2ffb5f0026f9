"""The gate's file is checked when it is read."""

import pytest

from musnad.errors import LanguageDataError
from musnad.stories.gate import COLUMNS, load_gate, parse_gate


def test_the_shipped_gate_weighs_every_feature() -> None:
    gate = load_gate()
    assert len(gate.weights) == len(COLUMNS)
    assert 0 < gate.keep < gate.join < 1


def test_days_apart_speak_against_one_happening() -> None:
    assert load_gate().weights[COLUMNS.index("days")] < 0


@pytest.mark.parametrize("written", ["", "intercept = ", "intercept = 1\nkeep = 0\njoin = 1\n[weights]\ncosine = 1\n"])
def test_a_broken_gate_names_its_file(written: str) -> None:
    with pytest.raises(LanguageDataError, match=r"gate\.toml is broken"):
        parse_gate(written)
