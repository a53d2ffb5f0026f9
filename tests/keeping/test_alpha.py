"""Krippendorff's alpha on small tables whose value is reckoned by hand."""

import pytest

from musnad.keeping.alpha import krippendorff_alpha, nominal, ordinal


def test_full_agreement_is_one() -> None:
    assert krippendorff_alpha([["right", "right"], ["wrong", "wrong"]]) == 1


def test_one_disagreement_in_three_subjects() -> None:
    # Three of each value; 2 of 6 pairable values disagree; 18 pairs would by chance: 1 - 5 * 2 / 18.
    units = [["right", "right"], ["right", "wrong"], ["wrong", "wrong"]]
    assert krippendorff_alpha(units, nominal) == pytest.approx(4 / 9)


def test_constant_disagreement_is_below_chance() -> None:
    assert (krippendorff_alpha([["right", "wrong"]] * 4) or 0) < 0


def test_what_one_person_alone_judged_says_nothing() -> None:
    units = [["right", "right"], ["right", "wrong"], ["wrong", "wrong"]]
    assert krippendorff_alpha([*units, ["right"], []]) == krippendorff_alpha(units)


def test_without_pairs_or_without_variety_there_is_no_alpha() -> None:
    assert krippendorff_alpha([["right"], ["wrong"]]) is None
    assert krippendorff_alpha([["right", "right"]] * 3) is None


def test_neighbouring_grades_disagree_less_than_distant_ones() -> None:
    near = krippendorff_alpha([["A", "B"], ["C", "C"], ["F", "F"]], ordinal)
    far = krippendorff_alpha([["A", "F"], ["C", "C"], ["B", "B"]], ordinal)
    assert near is not None
    assert far is not None
    assert near > far
