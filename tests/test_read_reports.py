"""Tests that a document becomes its reports: a live blog one an entry, whatever else it is one."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad import reading
from musnad.cli import main
from musnad.languages import Language
from musnad.model import Article, Problem, ProblemCode, RawDocument
from musnad.reading import read_document, read_reports

SAID = (
    "قال رئيس البلدية إن الجسر القديم أغلق أمام الشاحنات بعد ظهور شقوق في دعامته الشرقية.",
    "أعلنت مديرية الأشغال أن فرقها بدأت فحص الدعامات وأن النتائج ستصدر قبل المساء.",
    "نفى متحدث باسم الشركة المنفذة أن تكون مواد البناء مخالفة للمواصفات المتفق عليها.",
)
ENTRY = (
    "<article class=live-entry><time datetime='2021-05-09T1{n}:00:00+03:00'>1{n}:00</time>"
    "<h3>تطور {n}</h3><p>{said}</p></article>"
)
LIVE = (
    "<html><head><title>مباشر: إغلاق الجسر القديم</title></head><body><main><h1>مباشر: إغلاق الجسر القديم</h1><div>"
    + "".join(ENTRY.format(n=n, said=said) for n, said in enumerate(SAID))
    + "</div></main></body></html>"
)


def document(html: str = LIVE) -> RawDocument:
    return RawDocument(html.encode(), "text/html", "5e" * 32, "live.html", "https://diffatain.example/live/77")


def test_a_live_blog_is_a_report_an_entry() -> None:
    reports = read_reports(document())
    assert [report.article.text.splitlines()[1:] for report in reports if report.article] == [[said] for said in SAID]
    assert all(report.claims for report in reports)
    assert not any(problem.code is ProblemCode.LIVE_BLOG for report in reports for problem in report.problems)


def test_entries_have_distinct_ids_that_stay() -> None:
    ids = [report.id for report in read_reports(document())]
    assert len({*ids, read_document(document()).id}) == 4
    assert ids == [report.id for report in read_reports(document())]


def test_any_other_document_is_one_report() -> None:
    page = document(f"<html><body><h1>إغلاق الجسر القديم</h1><p>{SAID[0]}</p><p>{SAID[1]}</p></body></html>")
    assert read_reports(page) == (read_document(page),)


def test_a_document_that_failed_to_load_is_one_failed_report() -> None:
    (report,) = read_reports(RawDocument(b"", "", "0", "x", problems=(Problem(ProblemCode.UNREADABLE_FILE, "x"),)))
    assert report.failed


def test_a_defect_in_one_entry_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def trace(article: Article, _: Language, *rest: object, **named: object) -> tuple[tuple[()], Sequence[Problem]]:
        if SAID[1] in article.text:
            raise ZeroDivisionError
        return (), ()

    monkeypatch.setattr(reading, "trace_claims", trace)
    assert [report.failed for report in read_reports(document())] == [False, True, False]


@pytest.mark.parametrize("command", ["read", "compare"])
def test_the_commands_part_a_live_blog(command: str, tmp_path: Path) -> None:
    (tmp_path / "live.html").write_text(LIVE, encoding="utf-8")
    done = CliRunner().invoke(main, [command, str(tmp_path / "live.html"), "--format", "json"])
    assert done.exit_code == 0
    for n in range(3):
        assert f'"تطور {n}"' in done.stdout
