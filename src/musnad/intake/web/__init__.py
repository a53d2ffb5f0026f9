"""Fetches addresses from the web: politely, within limits, and never from a private network."""

from musnad.intake.web.addresses import fault_of_address, normal_address
from musnad.intake.web.documents import document_of
from musnad.intake.web.fetching import Fetcher
from musnad.intake.web.settings import Fetched, FetchSettings, Validators

__all__ = [
    "FetchSettings",
    "Fetched",
    "Fetcher",
    "Validators",
    "document_of",
    "fault_of_address",
    "normal_address",
]
