"""Files and folders are read from file systems elsewhere; what cannot be reached is named."""

from collections.abc import Iterator

import fsspec
import pytest

from musnad.errors import UsageError
from musnad.intake import load_documents
from musnad.model import ProblemCode

REPORT = "افتتاح الجسر\nقال رئيس البلدية إن الجسر سيفتح مطلع الأسبوع المقبل."


@pytest.fixture
def bucket() -> Iterator[str]:
    """Yield a folder of a file system in memory."""
    system = fsspec.filesystem("memory")
    system.pipe(
        {"/bucket/b.txt": REPORT.encode(), "/bucket/sub/a.txt": REPORT.encode(), "/bucket/picture.png": b"\x89PNG"}
    )
    yield "memory://bucket"
    system.rm("/bucket", recursive=True)


def test_a_folder_is_read_in_sorted_order(bucket: str) -> None:
    documents = list(load_documents([bucket]))
    assert [document.path for document in documents] == ["memory://bucket/b.txt", "memory://bucket/sub/a.txt"]
    assert all(document.content.decode() == REPORT for document in documents)


def test_a_file_is_read(bucket: str) -> None:
    (document,) = load_documents([f"{bucket}/b.txt"])
    assert document.problems == ()


def test_a_missing_file_is_named(bucket: str) -> None:
    (document,) = load_documents([f"{bucket}/none.txt"])
    assert [problem.code for problem in document.problems] == [ProblemCode.UNREADABLE_FILE]


def test_a_scheme_that_nothing_opens_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        list(load_documents(["nowhere://bucket/a.txt"]))
