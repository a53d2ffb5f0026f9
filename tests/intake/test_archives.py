"""Pages come out of web archives with their bytes, address, charset and time; broken archives give what they have."""

import gzip
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from musnad.errors import UsageError
from musnad.intake import load_documents
from musnad.intake.captures import INDEX, Capture, CaptureFolder
from musnad.intake.web import Fetched
from musnad.model import Problem, ProblemCode, RawDocument

MOMENT = datetime(2024, 3, 5, 10, 0, tzinfo=UTC)


def response(name: str, body: str = "<html><body><p>خبر</p></body></html>", status: int = 200) -> Fetched:
    url = f"http://example.org/{name}"
    headers = {"content-type": "text/html; charset=windows-1256", "etag": '"1"', "content-encoding": "gzip"}
    return Fetched(url, url, status, MOMENT, body.encode("cp1256"), headers)


def keep(folder: Path, *fetched: Fetched, archive: bool = True) -> list[Capture]:
    with CaptureFolder(folder, archive=archive) as captures:
        return [captures.add(each.url, each) for each in fetched]


def read(path: Path) -> list[RawDocument]:
    return list(load_documents([str(path)]))


def codes(documents: list[RawDocument]) -> list[ProblemCode]:
    return [problem.code for document in documents for problem in document.problems]


def test_a_capture_is_read_back_as_it_came(tmp_path: Path) -> None:
    keep(tmp_path, response("a"), response("b", "<html><body><p>آخر</p></body></html>"))
    first, second = read(tmp_path)
    assert first.url == "http://example.org/a"
    assert first.fetched_at == MOMENT
    assert first.media_type == "text/html; charset=windows-1256"
    assert second.content.decode("cp1256") == "<html><body><p>آخر</p></body></html>"


def test_a_capture_is_found_by_its_address(tmp_path: Path) -> None:
    (kept,) = keep(tmp_path, response("a"))
    with CaptureFolder(tmp_path) as captures:
        assert captures.last("http://example.org/a") == kept
        assert captures.last("http://example.org/other") is None
        content = captures.content(kept)
    assert content is not None
    assert "خبر" in content.decode("cp1256")


def test_versions_of_a_page_stay(tmp_path: Path) -> None:
    keep(tmp_path, response("a"))
    keep(tmp_path, response("a", "<p>نص آخر</p>"))
    with CaptureFolder(tmp_path) as captures:
        versions = captures.versions("http://example.org/a")
        assert len(versions) == 2
        assert all(captures.content(version) for version in versions)


def test_without_an_archive_only_the_index_is_kept(tmp_path: Path) -> None:
    (kept,) = keep(tmp_path, response("a"), archive=False)
    assert kept.warc is None
    assert [path.name for path in tmp_path.iterdir()] == [INDEX]


def test_an_index_line_that_was_cut_short_is_dropped(tmp_path: Path) -> None:
    keep(tmp_path, response("a"), response("b"))
    index = tmp_path / INDEX
    index.write_bytes(index.read_bytes()[:-20])
    with CaptureFolder(tmp_path) as captures:
        assert captures.last("http://example.org/a") is not None
        assert captures.last("http://example.org/b") is None
        captures.add("http://example.org/b", response("b"))
    with CaptureFolder(tmp_path) as captures:
        assert captures.last("http://example.org/b") is not None


def test_an_index_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_text("[]\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        CaptureFolder(tmp_path)


def test_a_failed_fetch_is_not_kept(tmp_path: Path) -> None:
    url = "http://example.org/a"
    failed = Fetched(url, url, 0, MOMENT, problem=Problem(ProblemCode.UNREACHABLE, "gone"))
    with CaptureFolder(tmp_path) as captures, pytest.raises(ValueError, match="gone"):
        captures.add(url, failed)


def test_only_pages_that_answered_well_are_read(tmp_path: Path) -> None:
    keep(tmp_path, response("gone", status=404), response("a"))
    assert [document.url for document in read(tmp_path)] == ["http://example.org/a"]


def test_an_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    keep(tmp_path, response("a"), response("b"))
    (warc,) = tmp_path.glob("*.warc.gz")
    (tmp_path / "cut.warc.gz").write_bytes(warc.read_bytes()[:-40])
    documents = read(tmp_path / "cut.warc.gz")
    assert [document.url for document in documents] == ["http://example.org/a", None]
    assert codes(documents) == [ProblemCode.BROKEN_ARCHIVE]


@pytest.mark.parametrize("content", [b"no archive" * 50, gzip.compress(b"no archive" * 50, mtime=0)])
def test_what_is_no_archive_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    assert codes(read(tmp_path / "a.warc.gz")) in ([ProblemCode.BROKEN_ARCHIVE], [ProblemCode.EMPTY_DOCUMENT])


def test_a_wacz_is_unpacked(tmp_path: Path) -> None:
    keep(tmp_path / "kept", response("a"))
    (warc,) = (tmp_path / "kept").glob("*.warc.gz")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(warc, "archive/data.warc.gz")
    (tmp_path / "a.wacz").write_bytes(packed.getvalue())
    assert [document.url for document in read(tmp_path / "a.wacz")] == ["http://example.org/a"]


@pytest.mark.parametrize("content", [b"PK no zip", b""])
def test_a_broken_wacz_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wacz").write_bytes(content)
    assert codes(read(tmp_path / "a.wacz")) == [ProblemCode.BROKEN_ARCHIVE]


def test_a_page_beyond_the_limit_is_passed_over_and_named(tmp_path: Path) -> None:
    keep(tmp_path, response("large", "<p>" + "x" * 5_000), response("a"))
    documents = list(load_documents([str(tmp_path)], max_bytes=1_000))
    assert codes(documents) == [ProblemCode.TOO_LARGE]
    assert documents[1].url == "http://example.org/a"
