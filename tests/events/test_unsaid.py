"""Tests that what somebody did not say, or what only may have been, is no fact."""

import pytest
from test_coded_sentences import events_of

from musnad.model import EventStatus, EventType


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("لم يقل الوزير إن الحكومة استقالت.", EventType.CONCEDE, EventStatus.HYPOTHETICAL),
        ("قال الوزير إن الحكومة استقالت.", EventType.CONCEDE, EventStatus.HAPPENED),
        ("لم ينف الجيش أن قواته قصفت القرية.", EventType.ASSAULT, EventStatus.HYPOTHETICAL),
        ("لا يستبعد المحقق أن تكون القوات قد قتلت 12 جنديا.", EventType.ASSAULT, EventStatus.HYPOTHETICAL),
        ("وكانت القوات قد قتلت 12 جنديا.", EventType.ASSAULT, EventStatus.HAPPENED),
        ("لم يعلق الجيش على الهجوم الذي نفذته الجماعة.", EventType.ASSAULT, EventStatus.HAPPENED),
    ],
)
def test_the_status_of_what_is_not_said(sentence: str, type_: EventType, status: EventStatus) -> None:
    assert [event.status for event in events_of(sentence) if event.type is type_] == [status]


def test_not_ruling_out_rejects_nothing() -> None:
    events = events_of("لا يستبعد المحقق أن تكون القوات قد قتلت 12 جنديا.")
    assert [event.status for event in events if event.type is EventType.REJECT] == [EventStatus.DENIED]
