"""Tests that documents are loaded from every place, and that no fault stops the batch."""

import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

from musnad.errors import UsageError
from musnad.intake import load_documents
from musnad.model import ProblemCode, RawDocument, Stated

REPORT = "وصول قافلة إلى بلدة السهل\nوصلت قافلة محملة بالدقيق إلى بلدة السهل صباح الخميس.\n"
PAGE = "<!doctype html><html><body><p>وصلت القافلة.</p></body></html>"


def load_one(path: Path | str, **options: object) -> RawDocument:
    """Return the only document at a path."""
    (document,) = load_documents([str(path)], **options)  # type: ignore[arg-type]
    return document


def codes(document: RawDocument) -> list[ProblemCode]:
    """Return the codes of a document's problems."""
    return [problem.code for problem in document.problems]


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_text_file_is_scraped_text(tmp_path: Path) -> None:
    document = load_one(write(tmp_path / "a.txt", REPORT))
    assert (document.media_type, document.content.decode()) == ("text/plain", REPORT)


def test_plain_text_file_is_clean_article_text(tmp_path: Path) -> None:
    assert load_one(write(tmp_path / "a.txt", REPORT), plain=True).media_type == "text/x-article"


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.HTML"])
def test_html_suffixes_are_pages(tmp_path: Path, name: str) -> None:
    assert load_one(write(tmp_path / name, PAGE)).media_type == "text/html"


def test_digest_is_of_the_bytes(tmp_path: Path) -> None:
    document = load_one(write(tmp_path / "a.txt", REPORT))
    assert document.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()


def test_path_stands_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", REPORT)
    monkeypatch.chdir(tmp_path)
    assert load_one("./a.txt").path == "./a.txt"


def test_what_is_stated_is_kept(tmp_path: Path) -> None:
    stated = Stated(url="https://example.org/1", outlet="صحيفة المثال")
    document = load_one(write(tmp_path / "a.txt", REPORT), stated=stated)
    assert (document.url, document.stated) == ("https://example.org/1", stated)


def test_folder_is_read_in_sorted_order_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.txt", "ignored.docx", "notes.md"):
        write(tmp_path / name, PAGE if name.endswith("html") else REPORT)
    names = [os.path.relpath(document.path or "", tmp_path) for document in load_documents([str(tmp_path)])]
    assert names == ["a.html", "b.txt", os.path.join("sub", "c.txt")]


def test_folder_without_reports_says_so(tmp_path: Path) -> None:
    document = load_one(tmp_path)
    assert codes(document) == [ProblemCode.EMPTY_DOCUMENT]
    assert ".jsonl" in document.problems[0].message


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_empty_file(tmp_path: Path, content: bytes) -> None:
    assert codes(load_one(write(tmp_path / "a.txt", content))) == [ProblemCode.EMPTY_DOCUMENT]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"abc\x00def",
        bytes(range(1, 256)) * 4,
    ],
)
def test_binary_file(tmp_path: Path, content: bytes) -> None:
    assert codes(load_one(write(tmp_path / "a.html", content))) == [ProblemCode.BINARY_DOCUMENT]


def test_utf16_text_with_a_bom_is_not_binary(tmp_path: Path) -> None:
    assert not load_one(write(tmp_path / "a.txt", REPORT.encode("utf-16"))).problems


def test_windows_1256_text_is_not_binary(tmp_path: Path) -> None:
    assert not load_one(write(tmp_path / "a.txt", REPORT.encode("cp1256"))).problems


def test_file_over_the_limit_names_file_size_limit_and_option(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "س" * 600)
    document = load_one(path, max_bytes=1000)
    assert codes(document) == [ProblemCode.TOO_LARGE]
    for part in (str(path), "1,200 bytes", "1,000 bytes", "--max-bytes"):
        assert part in document.problems[0].message
    assert not document.content


def test_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    assert not load_one(write(tmp_path / "a.txt", "a" * 1000), max_bytes=1000).problems


def test_limit_below_one_byte_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="--max-bytes"):
        load_documents(["a.txt"], max_bytes=0)


def test_missing_path_does_not_stop_the_batch(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", REPORT)
    missing, read = load_documents([str(tmp_path / "none.txt"), str(good)])
    assert codes(missing) == [ProblemCode.UNREADABLE_FILE]
    assert "none.txt" in missing.problems[0].message
    assert not read.problems


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Not by chmod: the superuser, as which containers run tests, may read every file.
    monkeypatch.setattr("builtins.open", refuse)
    document = load_one(tmp_path / "a.txt")
    assert codes(document) == [ProblemCode.UNREADABLE_FILE]
    assert "Permission denied" in document.problems[0].message


def test_path_with_a_nul_is_unreadable() -> None:
    assert codes(load_one("a\0b.txt")) == [ProblemCode.UNREADABLE_FILE]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PAGE, "text/html"), ("<div><p>وصلت القافلة.</p></div>", "text/html"), (REPORT, "text/plain")],
)
def test_unknown_suffix_is_sniffed(tmp_path: Path, content: str, media_type: str) -> None:
    assert load_one(write(tmp_path / "saved.page", content)).media_type == media_type


@pytest.mark.parametrize("content", ['{"a": 1}', '<?xml version="1.0"?><feed/>', '[["a"]]'])
def test_other_markup_is_unsupported(tmp_path: Path, content: str) -> None:
    document = load_one(write(tmp_path / "a.dat", content))
    assert codes(document) == [ProblemCode.UNSUPPORTED_TYPE]
    assert "a.dat" in document.problems[0].message


def test_page_saved_as_text_is_a_page(tmp_path: Path) -> None:
    assert load_one(write(tmp_path / "a.txt", PAGE)).media_type == "text/html"


@pytest.mark.parametrize(
    ("content", "plain", "media_type"),
    [(PAGE, False, "text/html"), (REPORT, False, "text/plain"), (REPORT, True, "text/x-article")],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, content: str, plain: bool, media_type: str) -> None:
    feed(monkeypatch, content.encode())
    document = load_one("-", plain=plain)
    assert (document.path, document.media_type, document.content) == ("-", media_type, content.encode())


def test_json_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(json.dumps({"text": f"{REPORT} {n}"}, ensure_ascii=False) for n in range(2))
    feed(monkeypatch, lines.encode())
    assert [document.path for document in load_documents(["-"])] == ["-:1", "-:2"]


def test_standard_input_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"line\n" * 1000)
    assert codes(load_one("-", max_bytes=100)) == [ProblemCode.TOO_LARGE]


def test_a_lone_path_is_one_path_and_not_its_letters(tmp_path: Path) -> None:
    page = write(tmp_path / "page.txt", REPORT)
    (document,) = load_documents(str(page))
    assert document.path == str(page)
    assert document.content.decode() == REPORT
