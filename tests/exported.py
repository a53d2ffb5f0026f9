"""The bundled reports as one dossier, for the tests of every format."""

from functools import cache

from musnad.comparing import compare_reports
from musnad.model import Dossier
from store_reports import demo_reports


@cache
def demo_dossier() -> Dossier:
    """Return the dossier of the bundled reports."""
    return compare_reports(demo_reports())
