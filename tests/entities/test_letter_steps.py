"""The weight of an alignment is a sum over all of them, and tells the letters of a name from others."""

import numpy as np
import pytest

from musnad.entities.letter_steps import letter_keys, step_numbers, step_powers, sum_forward, weigh
from musnad.languages import LANGUAGES
from musnad.languages.transliteration import STEPS, TABLE_BITS

ARABIC = LANGUAGES["ar"]


def _weigh(name: str, *latin: str) -> list[float]:
    lengths = np.array(list(map(len, latin)))
    weights: list[float] = weigh(name, letter_keys(latin, latin=True), lengths, ARABIC).tolist()
    return weights


@pytest.mark.parametrize(
    ("arabic", "latin", "other"),
    [("خضر", "khader", "bader"), ("نذير", "nadhir", "nair"), ("شدياق", "chidiac", "ishaq")],
)
def test_the_form_of_a_name_weighs_more_than_another_name(arabic: str, latin: str, other: str) -> None:
    form, rest = _weigh(arabic, latin, other)
    assert form > rest


def test_a_name_weighs_the_same_alone_and_beside_a_longer_one() -> None:
    assert _weigh("خضر", "khader")[0] == pytest.approx(_weigh("خضر", "khader", "abderrahmane")[0], rel=1e-5)


def test_the_sum_counts_every_alignment_once() -> None:
    numbers = step_numbers(letter_keys(["ب"], latin=False), letter_keys(["b"], latin=True))
    even = np.zeros(1 << TABLE_BITS, dtype=np.float32)
    _, sums = sum_forward(step_powers(numbers, even, np.zeros(len(STEPS), dtype=np.float32)))
    # ب for b; or ب for nothing, with b put in before it or behind it.
    assert sums[1, 0, 1] == pytest.approx(3)


def test_the_keys_of_the_two_scripts_differ() -> None:
    assert letter_keys(["a"], latin=True)[0, 1, 0, 0] != letter_keys(["a"], latin=False)[0, 1, 0, 0]
