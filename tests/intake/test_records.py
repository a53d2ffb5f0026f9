"""Tests that JSON lines are read one record at a time and that a broken line spoils no other."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from musnad.intake import load_documents
from musnad.intake.records import load_records
from musnad.intake.settings import IntakeSettings
from musnad.model import ProblemCode, RawDocument, Stated

TEXT = "وصلت القافلة إلى بلدة السهل صباح الخميس."


def load_lines(tmp_path: Path, *lines: str | bytes | dict[str, Any], **options: Any) -> list[RawDocument]:
    """Return the documents of a .jsonl file with these lines."""
    path = tmp_path / "reports.jsonl"
    written = [json.dumps(line).encode() if isinstance(line, dict) else line for line in lines]
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in written))
    return list(load_documents([str(path)], **options))


@pytest.mark.parametrize(
    ("fields", "byline"),
    [({"byline": "واس"}, "واس"), ({"author": "واس"}, "واس"), ({"author": ["واس"]}, None), ({}, None)],
)
def test_a_record_may_state_its_byline(tmp_path: Path, fields: dict[str, Any], byline: str | None) -> None:
    (document,) = load_lines(tmp_path, {"text": TEXT, **fields})
    assert document.stated.byline == byline


def test_each_line_is_a_document_with_what_it_states(tmp_path: Path) -> None:
    record = {
        "text": TEXT,
        "url": "https://example.org/a",
        "title": "قافلة",
        "published": "2021-03-04",
        "outlet": "م",
    }
    (document,) = load_lines(tmp_path, record)
    assert document.content.decode() == TEXT
    assert document.media_type == "text/plain"
    assert document.url == "https://example.org/a"
    assert document.stated == Stated("https://example.org/a", "قافلة", "2021-03-04", "م")


def test_html_record_is_a_page(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, {"html": "<p>نص</p>"})
    assert document.media_type == "text/html"


def test_plain_record_is_clean_article_text(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, {"text": TEXT}, plain=True)
    assert document.media_type == "text/x-article"


def test_path_names_file_and_line(tmp_path: Path) -> None:
    first, second = load_lines(tmp_path, {"text": TEXT}, "", {"text": TEXT})
    assert (first.path or "").endswith("reports.jsonl:1")
    assert (second.path or "").endswith("reports.jsonl:3")


def test_record_outranks_the_caller_who_fills_gaps(tmp_path: Path) -> None:
    stated = Stated(outlet="المستدعي", published="2020-01-01")
    (document,) = load_lines(tmp_path, {"text": TEXT, "outlet": "السجل"}, stated=stated)
    assert (document.stated.outlet, document.stated.published) == ("السجل", "2020-01-01")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "مقطوع', "column"),
        ("[1, 2]", "list"),
        ('{"title": "بلا نص"}', "neither a text nor an html"),
        ('{"text": 7}', "'text' is a int"),
        ('{"text": "نص", "published": 2021}', "'published'"),
        (b'{"text": "\xc7\xe1"}', "UTF-8"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_broken_line_is_said_and_the_next_is_read(tmp_path: Path, line: str | bytes, said: str) -> None:
    broken, good = load_lines(tmp_path, line, {"text": TEXT})
    (problem,) = broken.problems
    assert problem.code == ProblemCode.BROKEN_RECORD
    assert "reports.jsonl:1" in problem.message
    assert said in problem.message
    assert not good.problems


def test_record_with_empty_text_is_an_empty_document(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, {"text": "  "})
    assert document.problems[0].code == ProblemCode.EMPTY_DOCUMENT


def test_line_over_the_limit_is_skipped_not_held(tmp_path: Path) -> None:
    long, good = load_lines(tmp_path, {"text": TEXT * 200}, {"text": TEXT}, max_bytes=2000)
    assert long.problems[0].code == ProblemCode.TOO_LARGE
    assert "reports.jsonl:1" in long.problems[0].message
    assert "--max-bytes" in long.problems[0].message
    assert not good.problems


def test_file_may_be_larger_than_the_limit_of_one_record(tmp_path: Path) -> None:
    documents = load_lines(tmp_path, *[{"text": TEXT}] * 50, max_bytes=500)
    assert not any(document.problems for document in documents)


def test_lines_are_read_as_they_are_asked_for() -> None:
    stream = io.BytesIO(b'{"text": "abc"}\n' * 1000)
    next(load_records(stream, "x.jsonl", IntakeSettings(False, Stated(), 1000)))
    assert stream.tell() < 100


def test_lone_surrogate_is_replaced_and_said(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, '{"text": "kept \\ud800 too"}')
    assert [problem.code for problem in document.problems] == [ProblemCode.UNDECODABLE_BYTES]
    assert document.content == b"kept ? too"


def test_file_of_blank_lines_holds_no_record(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, "", " ", "")
    assert document.problems[0].code == ProblemCode.EMPTY_DOCUMENT


def test_byte_order_mark_before_the_first_record(tmp_path: Path) -> None:
    (document,) = load_lines(tmp_path, b'\xef\xbb\xbf{"text": "abc"}')
    assert document.content == b"abc"
