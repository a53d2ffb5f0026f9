"""What the bar at the top of every page leads to."""

from typing import NamedTuple


class Place(NamedTuple):
    """A page of the bar: its address, and its name as a message of the catalogue."""

    path: str
    name: str


def _(message: str) -> str:
    """Mark a message for the catalogue."""
    return message


NAVIGATION = (
    Place("/", _("Desk")),
    Place("/search", _("Search")),
    Place("/propositions", _("Propositions")),
    Place("/contradictions", _("Contradictions")),
    Place("/stories", _("Stories")),
    Place("/sources", _("Sources")),
    Place("/timeline", _("Timeline")),
    Place("/map", _("Map")),
    Place("/transfers", _("Transfers")),
)
"""What a store says, looked at in one way or another."""
HOUSEKEEPING = (
    Place("/review", _("Review")),
    Place("/cases", _("Cases")),
    Place("/alerts", _("Alerts")),
    Place("/feeds", _("Feeds")),
    Place("/settings", _("Settings")),
)
"""What people decide and keep, and how the house runs."""
