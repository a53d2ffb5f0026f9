"""Article -> TimeExpressions: the words that say when, each resolved to an interval."""

from musnad.times.resolving import resolve_times

__all__ = ["resolve_times"]
