"""Makes of a report all that a store writes of it, without a store: in whatever process has the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from musnad.model import Report
from musnad.store.children import Values, child_rows
from musnad.store.encoding import digest_of, pack_bytes, pack_report, unpack_bytes, unpack_report
from musnad.store.rows import Row, keepable, report_row
from musnad.store.sources import Share, shares_of

LONGEST_KEYS = 250_000
"""Characters of one kind of search keys: PostgreSQL refuses a tsvector of more than a megabyte."""


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What a report is found by, each parted by blanks: keys of its title, keys of its text, its exact forms.

    A key is letters and digits alone, so that both databases part them alike.
    """

    title_keys: str
    text_keys: str
    exact: str


KeyMaker = Callable[[Report], SearchKeys]


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A report as a store writes it: packed, its rows by table, its search keys. It is pickled at little cost.

    `body` and `content` are the packed report and its document's packed bytes; `row` is that of table `report`.
    """

    id: str
    digest: str
    body: bytes
    size: int
    content: bytes
    row: Row
    children: Mapping[str, list[Values]]
    shares: tuple[Share, ...]
    keys: Values | None

    @property
    def document(self) -> str:
        """Return the SHA-256 of the document's bytes."""
        return str(self.row["document"])

    def unpack(self) -> Report:
        """Return the report, with its document's bytes."""
        return unpack_report(self.body, unpack_bytes(self.content))


def prepare_report(report: Report, keys: KeyMaker | None = None) -> PreparedReport:
    """Return all that a store writes of the report; a pure function, so that other processes may do the work."""
    return prepare_packed(report, pack_report(report), keys)


def prepare_stored(body: bytes, content: bytes, keys: Values | None = None) -> PreparedReport:
    """Return all that a store writes of a report that was packed before, with the search keys that it was given then.

    It is not packed anew: the digest is that of what was read, whoever packed it.
    """
    report, digest = unpack_report(body, content), digest_of(body)
    return replace(prepare_packed(report, (body, digest)), keys=keys)


def prepare_packed(report: Report, packed: tuple[bytes, str], keys: KeyMaker | None = None) -> PreparedReport:
    """Return all that a store writes of a report whose packed form and digest are known."""
    body, digest = packed
    row, children, content = report_row(report), child_rows(report), report.raw.content
    return PreparedReport(
        report.id,
        digest,
        body,
        len(content),
        pack_bytes(content),
        row,
        children,
        shares_of(row, children),
        key_values(report, keys) if keys is not None else None,
    )


def key_values(report: Report, keys: KeyMaker) -> Values | None:
    """Return the search keys as they are kept: title, text, exact; None where there is no article to find."""
    if report.article is None:
        return None
    made = keys(report)
    return tuple(keepable(words)[:LONGEST_KEYS] for words in (made.title_keys, made.text_keys, made.exact))
