"""Article -> claims: who says what, through whom."""

from musnad.claims.tracing import trace_claims

__all__ = ["trace_claims"]
