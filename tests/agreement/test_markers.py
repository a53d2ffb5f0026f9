"""The words by which a writer says that two accounts clash are found, and nothing else is."""

import pytest
from read_reports import LEXICON, report_of

from musnad.agreement.markers import find_markers
from musnad.languages.agreement import Marker

every_marker = pytest.mark.parametrize("marker", LEXICON.markers, ids=lambda marker: marker.kind)


@every_marker
def test_the_example_has_a_marker(marker: Marker) -> None:
    assert marker.kind in {found.kind for found in find_markers(report_of(f"عنوان\n{marker.example}"), LEXICON)}


@every_marker
def test_the_counterexample_has_none(marker: Marker) -> None:
    assert not find_markers(report_of(f"عنوان\n{marker.counterexample}"), LEXICON)


def test_a_marker_sets_what_stands_before_it_against_what_follows() -> None:
    report = report_of("عنوان\nالمخزن فارغ خلافا لما قاله الحارس")
    assert report.article is not None
    (found,) = find_markers(report, LEXICON)
    text = report.article.text
    assert (found.before.of(text).strip(), found.span.of(text)) == ("المخزن فارغ", "خلافا لما")


def test_a_turn_at_the_head_of_a_sentence_looks_back_to_the_one_before() -> None:
    report = report_of("عنوان\nقال المدير إن المخزن فارغ. في المقابل نفى الحارس ذلك.")
    assert report.article is not None
    (found,) = find_markers(report, LEXICON)
    assert found.before.of(report.article.text).startswith("قال المدير")
