"""Takes converted reports into a store, as if they had been read there."""

import os
from collections.abc import Iterator
from typing import Any

from musnad.engine.archives.columns import FOR_STORES, has_current_keys, prepared_of, reader_of, report_of
from musnad.engine.archives.converting import REPORTS
from musnad.engine.archives.places import Place
from musnad.errors import UsageError
from musnad.keeping import AddSummary, CompareSettings, compare_new
from musnad.keeping.version import reader_version
from musnad.model import Report
from musnad.store import Store

_AT_ONCE = 200


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
        for schema, rows in _stored(each):
            keyed = has_current_keys(schema)
            # Of a document that gave nothing no bytes are known: it is not kept, as by `musnad add`.
            kept = [prepared_of(row, keyed=keyed) for row in rows if row["content"]]
            summary.failed += sum(row["failed"] for row in rows)
            for added in store.add_prepared(kept, reader=reader_of(schema) or reader_version()):
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
    return (report_of(row) for each in Place(place).files(REPORTS) for _, rows in _stored(each) for row in rows)


def _stored(place: Place) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with place.opened() as stream:
            opened = pq.ParquetFile(stream)
            schema = opened.schema_arrow
            lacks = sorted({"body", "content", "failed"}.difference(schema.names))
            if lacks:
                raise KeyError(", ".join(lacks))
            there = [name for name in (*FOR_STORES, "failed") if name in schema.names]
            for batch in opened.iter_batches(batch_size=_AT_ONCE, columns=there):
                # Files of older versions lack the search keys.
                yield schema, [dict.fromkeys(FOR_STORES) | row for row in batch.to_pylist()]
    except (pa.ArrowInvalid, KeyError) as error:
        raise UsageError(f"{place.name}: is no file of reports ({error}); remove it and convert again.") from None
