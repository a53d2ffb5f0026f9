"""Decides who may do what on the desk and in the API, and keeps strangers' requests out."""

from musnad.access.accounts import TooOftenError, give_token, log_in, log_out, make_account, open_session
from musnad.access.body_limit import BodyLimit
from musnad.access.entry import SESSION_COOKIE, Entry, address_of, set_session
from musnad.access.guard import Guard, csrf_token
from musnad.access.passwords import hashed
from musnad.access.rates import NOTES, READINGS, Limit, Rates
from musnad.access.service import ServeSettings, Service, service_of
from musnad.access.visitors import LOCAL, STRANGER, Role, Visitor, require, visitor_of

__all__ = [
    "LOCAL",
    "NOTES",
    "READINGS",
    "SESSION_COOKIE",
    "STRANGER",
    "BodyLimit",
    "Entry",
    "Guard",
    "Limit",
    "Rates",
    "Role",
    "ServeSettings",
    "Service",
    "TooOftenError",
    "Visitor",
    "address_of",
    "csrf_token",
    "give_token",
    "hashed",
    "log_in",
    "log_out",
    "make_account",
    "open_session",
    "require",
    "service_of",
    "set_session",
    "visitor_of",
]
