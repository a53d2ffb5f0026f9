"""Names outlets as the lexicon writes them."""

from musnad.languages import LANGUAGES
from musnad.store.finding.reports import Found

_LANGUAGE = "ar"


def outlet_name(found: Found) -> str | None:
    """Return the outlet's name in the lexicon, else the folded name that the store looks it up by."""
    names = LANGUAGES[_LANGUAGE].outlet_names.entries
    known = names.get(found.outlet_entry or "")
    return known.name if known is not None else found.outlet
