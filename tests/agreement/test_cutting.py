"""Words of a stretch are those that cutting the stretch alone would give, wherever it begins and ends."""

from hypothesis import given
from hypothesis import strategies as st

from musnad.agreement.cutting import words_in
from musnad.text import tokenize

_PIECES = [
    "قال",
    "الناطق",
    " ",
    "\n",
    "١٢",
    "3.5",
    "5ر32",
    "أرض-أرض",
    "«",
    "»",
    "،",
    "...",
    "ـ",
    "َ",
    "#وسم_جديد",
    "a1.5",
    "-",
]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=60).map("".join), st.data())
def test_words_of_a_stretch_are_those_of_cutting_it_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    assert words_in(text, start, end) == tokenize(text, start, end)
