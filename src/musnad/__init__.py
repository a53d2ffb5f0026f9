"""Musnad reads news reports and says, for every claim in them, who says so and through whom."""

__version__ = "0.1.0"
