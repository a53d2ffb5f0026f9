"""Converts documents to Parquet: of each part one file of reports and one of claims, named by what it was read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from musnad.engine.archives.columns import claim_rows, claim_schema, read_by, report_row, report_schema
from musnad.engine.archives.parts import Part, hash_of, load_part
from musnad.engine.archives.places import Place
from musnad.engine.reading import read_documents
from musnad.keeping.version import reader_version
from musnad.model import Report

REPORTS = ".reports.parquet"
CLAIMS = ".claims.parquet"
_ROWS_AT_ONCE = 500  # some 40 MB of pages in memory; a row group of this size is read back at once


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a part: the file of its reports, how many there are, whether it was there before, what failed."""

    part: Part
    reports: str
    count: int = 0
    claims: int = 0
    skipped: bool = False
    failed: tuple[str, ...] = ()


def convert_parts(
    parts: Iterable[Part], into: str, *, workers: int = 1, max_bytes: int = 20_000_000
) -> Iterator[Converted]:
    """Convert the parts one after the other, each by so many processes, and yield what came of each.

    A part that this version converted before is left alone, so that an interrupted run resumes.
    """
    return (convert_part(part, into, workers=workers, max_bytes=max_bytes) for part in parts)


def convert_part(part: Part, into: str, *, workers: int = 1, max_bytes: int = 20_000_000) -> Converted:
    """Read the part and write its two files; the reports' comes last and says that both are whole.

    The files are named by the bytes of the part and the version of the reader: the same in, the same out, wherever
    and by however many processes it is read.
    """
    name = f"{hash_of(part)}-{reader_version().replace('+', '-')}"
    reports_file, claims_file = Place(into).under(name + REPORTS), Place(into).under(name + CLAIMS)
    if reports_file.exists() and claims_file.exists():
        return Converted(part, reports_file.name, skipped=True)
    documents = load_part(part, max_bytes=max_bytes)
    found = (report for _, reports in read_documents(documents, workers=workers) for report in reports)
    # The second is closed first: what stands under the reports' name has its claims beside it.
    with reports_file.written() as reports_stream, claims_file.written() as claims_stream:
        counted = _write(found, reports_stream, claims_stream)
    return Converted(part, reports_file.name, counted.reports, counted.claims, False, tuple(counted.failed))


@dataclass(slots=True)
class _Counted:
    reports: int
    claims: int
    failed: list[str]


def _write(reports: Iterable[Report], reports_stream: BinaryIO, claims_stream: BinaryIO) -> _Counted:
    import pyarrow.parquet as pq

    reader, counted = reader_version(), _Counted(0, 0, [])
    schemas = read_by(report_schema(), reader), read_by(claim_schema(), reader)
    with (
        pq.ParquetWriter(reports_stream, schemas[0], compression="zstd") as reports_writer,
        pq.ParquetWriter(claims_stream, schemas[1], compression="zstd") as claims_writer,
    ):
        for batch in _batches(reports):
            claims = [row for report in batch for row in claim_rows(report)]
            _write_rows(reports_writer, [report_row(report) for report in batch], schemas[0])
            _write_rows(claims_writer, claims, schemas[1])
            counted.reports += len(batch)
            counted.claims += len(claims)
            counted.failed += [_failure(report) for report in batch if report.failed]
    return counted


def _write_rows(writer: Any, rows: list[dict[str, Any]], schema: Any) -> None:
    import pyarrow as pa

    if rows:
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    held: list[Report] = []
    for report in reports:
        held.append(report)
        if len(held) >= _ROWS_AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _failure(report: Report) -> str:
    name = report.raw.path or report.raw.url or report.id
    message = next(problem.message for problem in report.problems if problem.fatal)
    return message if message.startswith(name) else f"{name}: {message}"
