"""Makes documents of what was fetched."""

from dataclasses import replace

from musnad.intake.documents import check_document, failed_document
from musnad.intake.settings import IntakeSettings
from musnad.intake.web.settings import Fetched
from musnad.model import RawDocument

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def document_of(fetched: Fetched, settings: IntakeSettings, *, path: str | None = None) -> RawDocument:
    """Return the document of a response, with its charset as the server states it, or the problem that it met."""
    stated = replace(settings.stated, url=settings.stated.url or fetched.final_url)
    if fetched.problem is not None:
        failed = failed_document(path or fetched.url, fetched.problem.code, fetched.problem.message)
        return replace(failed, url=fetched.final_url, fetched_at=fetched.fetched_at, stated=stated)
    suffix = ".html" if fetched.media_type in _PAGE_TYPES else ""
    document = check_document(fetched.content, path or fetched.url, replace(settings, stated=stated), suffix=suffix)
    if fetched.charset and not document.problems and "charset" not in document.media_type:
        document = replace(document, media_type=f"{document.media_type}; charset={fetched.charset}")
    return replace(document, path=path, url=stated.url, fetched_at=fetched.fetched_at)
