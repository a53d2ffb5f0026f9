"""Names outlets as the lexicon, or else a page, writes them."""

from collections.abc import Iterable, Mapping

from musnad.languages import LANGUAGES
from musnad.store import Store
from musnad.store.finding.outlets import written_outlets
from musnad.store.finding.reports import Found

_LANGUAGE = "ar"


def outlets_of(store: Store, reports: Iterable[Found]) -> Mapping[str, str]:
    """Return how pages write the outlets of reports that the lexicon does not have, by folded name."""
    return written_outlets(store, (report.outlet for report in reports if not _in_lexicon(report)))


def outlet_name(found: Found, written: Mapping[str, str]) -> str | None:
    """Return the outlet's name in the lexicon, else as a page writes it, else folded, as the store looks it up."""
    return _in_lexicon(found) or written.get(found.outlet or "", found.outlet)


def _in_lexicon(found: Found) -> str | None:
    known = LANGUAGES[_LANGUAGE].outlet_names.entries.get(found.outlet_entry or "")
    return known.name if known is not None else None
