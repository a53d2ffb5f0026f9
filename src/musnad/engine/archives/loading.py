"""Takes converted reports into a store, as if they had been read there."""

import os
from collections.abc import Iterator

from musnad.engine.archives.columns import reader_of, report_of
from musnad.engine.archives.converting import REPORTS
from musnad.engine.archives.places import Place
from musnad.errors import UsageError
from musnad.keeping import AddSummary, CompareSettings, compare_new
from musnad.keeping.version import reader_version
from musnad.model import Report
from musnad.store import Store

_AT_ONCE = 50


def load_reports(
    store: Store, place: str, *, compare: bool = True, settings: CompareSettings | None = None
) -> AddSummary:
    """Take the reports of every file in the folder into the store, compare them, and return what became of them.

    Loading the same again changes nothing. Raises UsageError where the folder holds no file of reports, or one that
    is none.
    """
    files = Place(place).files(REPORTS)
    if not files:
        raise UsageError(f"{place}: holds no file *{REPORTS}; `musnad convert SOURCE... --into {place}` makes them.")
    summary = AddSummary()
    for each in files:
        for reader, reports in _stored(each):
            # Of a document that gave nothing no bytes are known: it is not kept, as by `musnad add`.
            kept = [report for report in reports if report.raw.content]
            summary.failed += sum(report.failed for report in reports)
            for added in store.add_reports(kept, reader=reader):
                summary.outcomes[added.outcome] += 1
    if compare:
        summary.compared = compare_new(store, settings)
    return summary


def is_converted(place: str) -> bool:
    """Tell whether the place is a folder that `musnad convert` wrote to."""
    if "://" not in place and not os.path.isdir(place):
        return False
    if "://" not in place and not any(name.endswith(REPORTS) for name in os.listdir(place)):
        return False
    return bool(Place(place).files(REPORTS))


def converted_reports(place: str) -> Iterator[Report]:
    """Yield the reports of every file in the folder."""
    return (report for each in Place(place).files(REPORTS) for _, reports in _stored(each) for report in reports)


def _stored(place: Place) -> Iterator[tuple[str, list[Report]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with place.opened() as stream:
            opened = pq.ParquetFile(stream)
            reader = reader_of(opened.schema_arrow) or reader_version()
            for batch in opened.iter_batches(batch_size=_AT_ONCE, columns=["body", "content"]):
                yield reader, [report_of(row) for row in batch.to_pylist()]
    except (pa.ArrowInvalid, KeyError) as error:
        raise UsageError(f"{place.name}: is no file of reports ({error}); remove it and convert again.") from None
