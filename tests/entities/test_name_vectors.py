"""An Arabic name and its Latin form have vectors that point one way; other names' do not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.entities.name_vectors import vector_of, vectors_of_latin
from musnad.languages import LANGUAGES

ARABIC = LANGUAGES["ar"]


@pytest.mark.parametrize(
    ("arabic", "latin", "other"),
    [("مازن", "mazen", "mansour"), ("شرايبر", "schreiber", "shabir"), ("يلماز", "yilmaz", "almas")],
)
def test_the_form_of_a_name_lies_nearer_than_another_name(arabic: str, latin: str, other: str) -> None:
    form, rest = vectors_of_latin((latin, other), ARABIC) @ vector_of(arabic, ARABIC)
    assert form > rest


def test_a_name_of_unknown_letters_has_no_direction() -> None:
    assert not vector_of("", ARABIC).any()


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", min_size=1, max_size=12))
def test_a_vector_has_length_one(name: str) -> None:
    assert np.linalg.norm(vector_of(name, ARABIC)) == pytest.approx(1, abs=1e-4)
