"""Names are shown with the article that ل swallows."""

import pytest

from musnad.export.whole_names import whole_name
from musnad.model import Span


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("وفقا للسعوديين فإن الجسر مفتوح.", "لسعوديين", "السعوديين"),
        ("سلمت الشركة للحكومة زورقا.", "لحكومة", "الحكومة"),
        ("وللإدارة المحلية رأي آخر.", "لإدارة المحلية", "الإدارة المحلية"),
        ("سلمت الشركة للبنان زورقا.", "لبنان", "لبنان"),
        ("سلمت الشركة للجنة الجسور زورقا.", "لجنة الجسور", "لجنة الجسور"),
        ("قال لطيف الدرعي إنه باع للطيف الراشد زورقا.", "لطيف الراشد", "لطيف الراشد"),
        ("سلمت الشركة لبنان زورقا.", "لبنان", "لبنان"),
        ("قال شلل الراشد إنه باع الزورق.", "لل", "لل"),
    ],
)
def test_a_name_is_shown_whole(text: str, name: str, shown: str) -> None:
    at = text.rindex(name)
    assert whole_name(text, Span(at, at + len(name))) == shown
