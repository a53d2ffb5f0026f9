"""Tests of the shingle score of an extracted body."""

import pytest

from musnad.evaluation.shingles import ShingleScores, compare_shingles

SIX = "one two three four five six"


def test_equal_bodies_score_one() -> None:
    assert compare_shingles(SIX, SIX.replace(" ", ", ")).f1 == 1


def test_extra_words_cost_precision_only() -> None:
    score = compare_shingles(SIX, f"{SIX} seven eight nine")
    assert (score.precision, score.recall) == (0.5, 1)


def test_text_shorter_than_a_shingle_is_one_shingle() -> None:
    assert compare_shingles("one two", "one two").f1 == 1


def test_nothing_extracted_has_no_precision_and_no_recall() -> None:
    score = compare_shingles(SIX, "")
    assert (score.precision, score.recall, score.f1) == (None, 0, 0)


def test_averages_leave_out_what_is_missing() -> None:
    scores = ShingleScores.of([compare_shingles(SIX, SIX), compare_shingles(SIX, "")])
    assert (scores.precision, scores.recall) == (1, 0.5)
    assert scores.f1 == pytest.approx(2 / 3)
