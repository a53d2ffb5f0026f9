"""The page inside a PDF or an MHTML file is read; where there is none, that is said."""

from pathlib import Path

import pytest

from musnad.intake import load_documents, wrapped
from musnad.model import ProblemCode, RawDocument

MHTML = """From: <Saved by a browser>
Snapshot-Content-Location: http://example.org/a
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64
Content-Location: http://example.org/a

PGh0bWw+PGJvZHk+PHA+2K7YqNixPC9wPjwvYm9keT48L2h0bWw+
--cut
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--cut--
"""


def text_pdf(words: str) -> bytes:
    """Return a PDF of one page that shows the words."""
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(out))
    return out + head + table + end


def load(path: Path, content: bytes) -> RawDocument:
    path.write_bytes(content)
    (document,) = load_documents([str(path)])
    return document


def test_the_text_layer_of_a_pdf_is_read(tmp_path: Path) -> None:
    document = load(tmp_path / "a.pdf", text_pdf("A bridge opens"))
    assert document.media_type == "text/plain"
    assert document.content.decode().strip() == "A bridge opens"
    assert document.problems == ()


def test_what_is_mended_in_a_pdf_is_told_and_not_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    damaged = text_pdf("A bridge opens").replace(b"startxref\n", b"startxref\n7")
    document = load(tmp_path / "a.pdf", damaged)
    assert document.content.decode().strip() == "A bridge opens"
    (problem,) = document.problems
    assert (problem.code, problem.fatal) == (ProblemCode.INCOMPLETE_PDF, False)
    assert "startxref" in problem.message
    assert capfd.readouterr().err == ""


def test_pages_beyond_the_most_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapped, "MOST_PAGES", 1)
    two = text_pdf("A bridge opens").replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 3 0 R] /Count 2")
    document = load(tmp_path / "a.pdf", two)
    assert any("only its first 1 pages were read" in problem.message for problem in document.problems)


@pytest.mark.parametrize("content", [text_pdf(""), b"%PDF-1.7 broken", text_pdf("A bridge")[:80]])
def test_a_pdf_without_words_says_so(tmp_path: Path, content: bytes) -> None:
    (problem,) = load(tmp_path / "a.pdf", content).problems
    assert problem.code is ProblemCode.BINARY_DOCUMENT
    assert "PDF" in problem.message


def test_the_page_of_an_mhtml_file_is_read(tmp_path: Path) -> None:
    document = load(tmp_path / "a.mhtml", MHTML.encode())
    assert document.content.decode() == "<html><body><p>خبر</p></body></html>"
    assert (document.media_type, document.url) == ("text/html; charset=utf-8", "http://example.org/a")


def test_an_mhtml_file_without_a_page_says_so(tmp_path: Path) -> None:
    (problem,) = load(tmp_path / "a.mhtml", MHTML.replace("text/html; charset", "text/css; charset").encode()).problems
    assert "without a page" in problem.message
