"""Article -> claims: who says what, through whom."""

from musnad.claims.reasons import Boundary, Candidate, ClaimReasons, LinkReasons, Reasons
from musnad.claims.tracing import trace_claims

__all__ = ["Boundary", "Candidate", "ClaimReasons", "LinkReasons", "Reasons", "trace_claims"]
