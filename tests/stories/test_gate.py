"""The gate's file is checked when it is read."""

import numpy as np
import pytest
from story_reports import reports_of

from musnad.errors import LanguageDataError
from musnad.stories import StoryFinder, story_text
from musnad.stories.gate import COLUMNS, Gate, Model, load_gate, parse_gate


def test_the_shipped_gate_weighs_what_it_was_taught() -> None:
    gate = load_gate()
    assert all(gate.headed.weights[COLUMNS.index(name)] for name in ("lead", "names_astray", "day_shared", "days"))
    assert all(gate.other.weights[COLUMNS.index(name)] for name in ("cosine", "nearest_less", "days"))
    assert 0 < gate.keep < gate.join < 1


def test_days_apart_speak_against_one_happening() -> None:
    finder = StoryFinder()
    finder.add([story_text(each.id, each.article) for each in reports_of("bridge", "ship", "prize") if each.article])
    rows = finder.compared()[1][:1].repeat(2, axis=0)
    rows[:, COLUMNS.index("days")] = 0.2, 6.0
    soon, late = load_gate().probabilities(rows).tolist()
    assert soon > late


def test_squares_and_products_are_weighed() -> None:
    products = np.zeros((len(COLUMNS), len(COLUMNS)))
    products[0, 0], products[0, 1] = 2.0, 3.0
    rows = np.zeros((1, len(COLUMNS)))
    rows[0, :2] = 0.5, 2.0
    model = Model(np.zeros(len(COLUMNS)), products, -3.5)
    assert model.evidence(rows).tolist() == [0.0]


def test_reports_with_headlines_have_a_model_of_their_own() -> None:
    nothing = np.zeros(len(COLUMNS))
    products = np.zeros((len(COLUMNS), len(COLUMNS)))
    gate = Gate(Model(nothing, products, 40.0), Model(nothing, products, -40.0), 0.1, 0.5)
    rows = np.zeros((2, len(COLUMNS)))
    rows[1, COLUMNS.index("headed")] = 1.0
    assert gate.probabilities(rows).round().tolist() == [0, 1]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "keep = ",
        "keep = 0\njoin = 1\n[headed]\nintercept = 1\n[headed.weights]\ncosine = 1\n",
        "keep = 0\njoin = 1\n[headed]\nintercept = 1\n[headed.weights]\ncosines = 1\n",
    ],
)
def test_a_broken_gate_names_its_file(written: str) -> None:
    with pytest.raises(LanguageDataError, match=r"gate\.toml is broken"):
        parse_gate(written)
