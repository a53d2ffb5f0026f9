"""Article, mentions, times, claims -> events and arms transfers, each tied to the claim that reports it."""

from musnad.events.coding import code_events

__all__ = ["code_events"]
