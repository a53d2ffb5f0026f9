"""Segments cover the text exactly, whatever spans lie on it."""

from annotated_article import TEXT, annotated_report
from hypothesis import given
from hypothesis import strategies as st

from musnad.export.segments import Layer, Role, claim_layers, segment_text
from musnad.model import Span

layers = st.builds(
    lambda start, length, role, claim: Layer(Span(start, start + length), role, claim),
    st.integers(0, 60),
    st.integers(1, 40),
    st.sampled_from(Role),
    st.integers(1, 5),
)


@given(st.text(max_size=50), st.lists(layers, max_size=12), st.lists(st.integers(-3, 60), max_size=5))
def test_segments_cover_the_text_exactly_and_know_what_lies_on_each_character(
    text: str, laid: list[Layer], cuts: list[int]
) -> None:
    segments = segment_text(text, laid, cuts=cuts)
    assert "".join(segment.span.of(text) for segment in segments) == text
    for segment in segments:
        for place in range(segment.span.start, segment.span.end):
            assert set(segment.layers) == {at for at in laid if at.span.start <= place < at.span.end}


def test_a_segment_tells_the_claims_it_belongs_to_and_those_it_begins() -> None:
    outer, inner = Layer(Span(0, 10), Role.CONTENT, 1), Layer(Span(4, 10), Role.CONTENT, 2)
    first, second, rest = segment_text("x" * 12, (outer, inner))
    assert (first.claims(Role.CONTENT), second.claims(Role.CONTENT), rest.layers) == ((1,), (1, 2), ())
    assert (first.starts(Role.CONTENT), second.starts(Role.CONTENT)) == ((1,), (2,))


def test_all_spans_of_a_claim_become_layers() -> None:
    laid = claim_layers(annotated_report().claims)
    assert {layer.role for layer in laid} == set(Role)
    assert all(layer.span.end <= len(TEXT) for layer in laid)
