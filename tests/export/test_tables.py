"""Tables hold a thing a row, with the words of the text, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from exported import demo_dossier
from musnad.errors import ExportError, UsageError
from musnad.export.formats import FORMATS, ExportSettings, export
from musnad.export.tables import TABLES, render_table
from musnad.model import Dossier, Report, Span


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_table(demo_dossier(), name), newline="")))


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_has_rows_as_wide_as_its_head(name: str) -> None:
    written = list(csv.reader(io.StringIO(render_table(demo_dossier(), name), newline="")))
    assert len(written) > 1
    assert {len(row) for row in written} == {len(TABLES[name].columns)}


def test_the_words_of_a_claim_are_those_at_its_spans() -> None:
    texts = {report.id: report.article.text for report in demo_dossier().reports if report.article}
    for row in rows_of("claims"):
        spans = [tuple(map(int, each.split("-"))) for each in row["spans"].split()]
        words = " … ".join(texts[row["report"]][start:end] for start, end in spans)
        assert row["words"].removeprefix("'") == words


def test_a_claim_says_on_how_many_chains_it_stands() -> None:
    counted = [row for row in rows_of("claims") if row["proposition"]]
    assert counted
    assert all(int(row["independent_least"]) <= int(row["independent_most"]) for row in counted)


def test_a_table_for_excel_begins_with_the_mark() -> None:
    assert export(demo_dossier(), "csv", ExportSettings(with_mark=True)).startswith(b"\xef\xbb\xbfreport,")
    assert export(demo_dossier(), "csv").startswith(b"report,")


def test_a_formula_is_not_run() -> None:
    report = _with_headline(demo_dossier().reports[0], "=HYPERLINK(1)")
    dossier = Dossier((report,), (), ())
    (row,) = csv.DictReader(io.StringIO(render_table(dossier, "reports"), newline=""))
    assert row["headline"].startswith("'=HYPERLINK")


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no table nothing; choose one of claims"):
        render_table(demo_dossier(), "nothing")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"pdf", "ftm", "ftm-statements"}))
def test_a_claim_that_is_not_in_its_text_stops_every_export(name: str) -> None:
    report = demo_dossier().reports[0]
    assert report.article is not None
    beyond = Span(len(report.article.text) - 3, len(report.article.text) + 3)
    broken = replace(report.claims[0], content=(beyond,))
    dossier = Dossier((replace(report, claims=(broken,)),), (), ())
    with pytest.raises(ExportError, match=broken.id):
        export(dossier, name)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"pdf", "ftm", "ftm-statements"}))
def test_the_same_dossier_gives_the_same_bytes(name: str) -> None:
    assert export(demo_dossier(), name) == export(demo_dossier(), name)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"pdf", "ftm", "ftm-statements"}))
def test_a_dossier_of_nothing_can_be_exported(name: str) -> None:
    assert isinstance(export(Dossier((), (), ()), name), bytes)


def _with_headline(report: Report, headline: str) -> Report:
    assert report.article is not None
    article = replace(report.article, text=f"{headline}\n{report.article.text}", has_headline=True)
    return replace(report, article=article, claims=(), events=(), transfers=(), mentions=(), times=())
