"""Tests the ways of attributing that the press of the Maghreb and the Gulf, courts and parliaments use."""

import pytest
from claim_words import claims_in, only_claim


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "أبرز المتحدث ذاته أن عدد المسجلين تجاوز الألف.",
            "المتحدث ذاته",
            "أبرز",
            "أن عدد المسجلين تجاوز الألف",
        ),
        ("صرح والي الجهة سليم العياري بأن الأشغال ستنتهي.", "والي الجهة سليم العياري", "صرح", "بأن الأشغال ستنتهي"),
        ("أعلمت الجمعية أنصارها أن التذاكر نفدت.", "الجمعية", "أعلمت", "أن التذاكر نفدت"),
        ("أهابت البلدية بالسكان ترشيد الماء.", "البلدية", "أهابت", "بالسكان ترشيد الماء"),
    ],
)
def test_local_verbs_are_read(sentence: str, source: str, cue: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources[-1], claim.cues[-1], claim.content) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان أبرز ما في الحفل أن الجمهور صفق طويلا.",
        "من أبرز ما يميز المدينة أن شوارعها واسعة.",
        "خرج الجميع دون أن يدري أحد أن الباب مفتوح.",
    ],
)
def test_words_spelled_like_local_verbs_report_nothing(sentence: str) -> None:
    assert claims_in(sentence) == []
