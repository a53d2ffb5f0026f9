"""Decides who may do what on the desk and in the API, and keeps strangers' requests out."""

from musnad.access.guard import Guard, csrf_token
from musnad.access.service import ServeSettings, Service, service_of
from musnad.access.visitors import LOCAL, Role, Visitor, require, visitor_of

__all__ = [
    "LOCAL",
    "Guard",
    "Role",
    "ServeSettings",
    "Service",
    "Visitor",
    "csrf_token",
    "require",
    "service_of",
    "visitor_of",
]
