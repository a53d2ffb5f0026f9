"""What fails in Musnad itself is told with the place where it failed, and the other documents are read."""

import pytest

from musnad import reading
from musnad.model import ProblemCode, RawDocument


def test_a_defect_is_named_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(reading, "resolve_times", fail)
    report = reading.read_document(RawDocument("قال الوزير إن الطريق مفتوح.".encode(), "text/x-article", "0" * 64))
    (problem,) = [each for each in report.problems if each.code is ProblemCode.READING_FAILED]
    assert "KeyError: 'lost', at reading.py:" in problem.message
    assert "report it with the page" in problem.message
