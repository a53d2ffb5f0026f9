"""Words are cut where CRFsuite would cut them by the same weights, whatever letters they have."""

from dataclasses import replace

import pycrfsuite
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.languages import LANGUAGES
from musnad.languages.clitic_scores import CutScores
from musnad.languages.clitics import letter_features
from musnad.languages.crf_file import read_crf

_MODEL = LANGUAGES["ar"].tagger_models.clitics
_WEIGHTS = read_crf(_MODEL, "clitics.crfsuite")
_SCORES = CutScores(_WEIGHTS)
_TAGGER = pycrfsuite.Tagger()
_TAGGER.open_inmemory(_MODEL)
_STATES = _TAGGER.info().state_features
_LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءؤئ", min_size=1, max_size=14)


def _cut_by_crfsuite(word: str) -> list[int]:
    labels = _TAGGER.tag(letter_features(word))
    return [place for place, label in enumerate(labels) if label == "B" or place == 0]


@given(_LETTERS)
def test_words_are_cut_as_crfsuite_cuts_them(word: str) -> None:
    assert _SCORES.starts(word) == _cut_by_crfsuite(word)


@given(
    _LETTERS, st.sampled_from(["و", "وب", "ال", "وال", "لل", "بال", "س", "وس"]), st.sampled_from(["ها", "هم", "ه", ""])
)
def test_words_with_clitics_are_cut_as_crfsuite_cuts_them(word: str, before: str, behind: str) -> None:
    assert _SCORES.starts(before + word + behind) == _cut_by_crfsuite(before + word + behind)


@given(_LETTERS)
def test_a_letter_scores_what_its_features_weigh(word: str) -> None:
    wanted = [
        sum(_STATES.get((name, "B"), 0.0) - _STATES.get((name, "I"), 0.0) for name in names)
        for names in letter_features(word)
    ]
    assert _SCORES.of(word) == pytest.approx(wanted, abs=1e-4)


def test_weights_with_other_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="B and I"):
        CutScores(replace(_WEIGHTS, labels=("B", "O")))
