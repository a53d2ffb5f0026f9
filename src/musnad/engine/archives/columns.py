"""The columns of the Parquet files: a row a report, and a row a claim."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from musnad.model import Claim, Link, Report, Span
from musnad.search import keys_version, make_keys
from musnad.store import PreparedReport, prepare_stored
from musnad.store.encoding import pack_report, unpack_report
from musnad.store.preparing import key_values

_READER, _KEYS = b"musnad.reader", b"musnad.search_keys"
_KEY_COLUMNS = ("title_keys", "text_keys", "exact")
FOR_STORES = ("body", "content", *_KEY_COLUMNS)
"""The columns that hold what a store needs to take a report in."""


@cache
def report_schema() -> Any:
    """Return the columns of reports."""
    import pyarrow as pa

    text = ("id", "document", "path", "url", "media_type", "outlet", "title", "byline", "published", "language", "text")
    counts = ("claims", "mentions", "events", "transfers")
    fields = [pa.field(name, pa.string()) for name in text]
    fields += [pa.field("day", pa.date32()), pa.field("fetched_at", pa.timestamp("us", tz="UTC"))]
    fields += [pa.field(name, pa.int32()) for name in counts]
    fields += [pa.field("failed", pa.bool_()), pa.field("problems", pa.list_(pa.string()))]
    fields += [pa.field("body", pa.binary()), pa.field("content", pa.binary())]
    return pa.schema([*fields, *(pa.field(name, pa.string()) for name in _KEY_COLUMNS)])


@cache
def claim_schema() -> Any:
    """Return the columns of claims; `chain` is outermost: first the page's own sources, last the origin."""
    import pyarrow as pa

    text = ("id", "report", "url", "outlet", "published", "content", "origin", "origin_kind", "anonymity", "stance")
    fields = [pa.field(name, pa.string()) for name in text]
    fields += [pa.field(name, pa.string()) for name in ("mode", "hedge", "author_stance", "rule", "repeats")]
    fields += [pa.field("day", pa.date32()), pa.field("in_headline", pa.bool_()), pa.field("confidence", pa.float64())]
    link = [(name, pa.string()) for name in ("source", "resolved", "kind", "anonymity", "cue", "relation", "stance")]
    chain = pa.list_(pa.struct([*link, ("cue_negated", pa.bool_())]))
    spans = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
    return pa.schema([*fields, pa.field("chain", chain), pa.field("spans", spans)])


def read_by(schema: Any, reader: str) -> Any:
    """Return the columns with a note of the reader that filled them, and of what made the search keys."""
    return schema.with_metadata({_READER: reader.encode(), _KEYS: keys_version().encode()})


def reader_of(schema: Any) -> str | None:
    """Return which reader filled the columns, None where they do not say."""
    noted = (schema.metadata or {}).get(_READER)
    return noted.decode() if noted else None


def has_current_keys(schema: Any) -> bool:
    """Tell whether the search keys in the columns are those that this version would make."""
    return bool((schema.metadata or {}).get(_KEYS, b"").decode() == keys_version())


def report_row(report: Report) -> dict[str, Any]:
    """Return the report's row."""
    article, raw = report.article, report.raw
    body, _ = pack_report(report)
    row: dict[str, Any] = {
        "id": report.id,
        "document": raw.sha256,
        "path": raw.path,
        "url": raw.url or (article.url if article else None),
        "media_type": raw.media_type,
        "fetched_at": raw.fetched_at,
        "failed": report.failed,
        "problems": [str(problem.code) for problem in report.problems],
        "claims": len(report.claims),
        "mentions": len(report.mentions),
        "events": len(report.events),
        "transfers": len(report.transfers),
        "body": body,
        "content": raw.content,
    }
    if article is not None:
        row |= {
            "outlet": article.outlet.value if article.outlet else None,
            "title": article.title.value if article.title else None,
            "byline": article.byline.value if article.byline else None,
            "published": article.published.iso if article.published else None,
            "day": article.published.value.date() if article.published else None,
            "language": article.language,
            "text": article.text,
        }
    row |= zip(_KEY_COLUMNS, key_values(report, make_keys) or (), strict=False)  # none for one without an article
    return {name: _storable(value) for name, value in row.items()}


def prepared_of(row: dict[str, Any], *, keyed: bool) -> PreparedReport:
    """Return the report of a row as a store takes it in; with its search keys where these are still right."""
    keys = tuple(row[name] for name in _KEY_COLUMNS) if keyed and row["exact"] is not None else None
    return prepare_stored(row["body"], row["content"], keys)


def report_of(row: dict[str, Any]) -> Report:
    """Return the report of a row."""
    return unpack_report(row["body"], row["content"])


def claim_rows(report: Report) -> Iterable[dict[str, Any]]:
    """Return a row for each claim of the report."""
    article = report.article
    if article is None:
        return []
    shared = {
        "report": report.id,
        "url": report.raw.url or article.url,
        "outlet": article.outlet.value if article.outlet else None,
        "published": article.published.iso if article.published else None,
        "day": article.published.value.date() if article.published else None,
    }
    return [
        {name: _storable(value) for name, value in (shared | _claim_row(claim, article.text)).items()}
        for claim in report.claims
    ]


def _claim_row(claim: Claim, text: str) -> dict[str, Any]:
    chain = claim.resolved_chain
    origin = chain.origin
    return {
        "id": claim.id,
        "content": " … ".join(span.of(text) for span in claim.content),
        "spans": [{"start": span.start, "end": span.end} for span in claim.content],
        "origin": _words(origin.resolved or origin.source, text),
        "origin_kind": str(origin.kind),
        "anonymity": str(origin.anonymity) if origin.anonymity else None,
        "stance": str(origin.stance),
        "mode": str(claim.mode),
        "hedge": str(claim.hedge),
        "author_stance": str(claim.author_stance),
        "in_headline": claim.in_headline,
        "chain": [_link(link, text) for link in chain],
        "rule": claim.rule,
        "confidence": claim.confidence,
        "repeats": claim.repeats,
    }


def _link(link: Link, text: str) -> dict[str, Any]:
    return {
        "source": _words(link.source, text),
        "resolved": _words(link.resolved, text),
        "kind": str(link.kind),
        "anonymity": str(link.anonymity) if link.anonymity else None,
        "cue": _words(link.cue, text),
        "relation": str(link.relation),
        "stance": str(link.stance),
        "cue_negated": link.cue_negated,
    }


def _words(span: Span | None, text: str) -> str | None:
    return _storable(span.of(text)) if span else None


def _storable(value: Any) -> Any:
    """Return the value; of words that hold half a surrogate pair, which UTF-8 cannot write, U+FFFD for each."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _is_torn(value) else value


def _is_torn(value: Any) -> bool:
    if not isinstance(value, str) or value.isascii():
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False
