"""What a program asks of Musnad: read a document, compare reports, open a store."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from musnad.comparing import compare_reports
from musnad.errors import UsageError
from musnad.intake import load_content, load_documents
from musnad.model import Dossier, Report, Stated
from musnad.reading import read_document
from musnad.search import make_keys
from musnad.store import Store
from musnad.store import open_store as open_any_store


def read(
    source: str | Path | bytes,
    *,
    url: str | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
    plain: bool = False,
) -> Report:
    """Return the report of one document: a file, an address on the web, or bytes of HTML or text.

    `plain` says that it is clean article text, headline first. What is stated outranks what the page says. A document
    that cannot be read gives a report that says why in its problems. Raises UsageError where `source` holds several.
    """
    stated = Stated(url=url, published=str(published) if published else None, outlet=outlet)
    if isinstance(source, bytes):
        return read_document(load_content(source, plain=plain, stated=stated))
    documents = load_documents([str(source)], plain=plain, stated=stated)
    first = next(documents, None)
    if first is None:
        raise UsageError(f"{source}: holds no document that Musnad reads")
    if next(documents, None) is not None:
        raise UsageError(f"{source}: holds several documents; read each, or add them to a store")
    return read_document(first)


def compare(reports: Iterable[Report]) -> Dossier:
    """Return what the reports have in common: copies, entities, stories, propositions with chains, contradictions."""
    return compare_reports(reports)


def open_store(address: str) -> Store:
    """Return the store at a file's path or a postgresql:// address, made where there is none; close it after use."""
    return open_any_store(address, search_keys=make_keys)
