"""The things Musnad talks about: frozen values on the standard library alone."""

from musnad.model.article import Article, Credit, Dropped, Found, FoundDate
from musnad.model.claim import (
    Anonymity,
    AuthorStance,
    Chain,
    Claim,
    Hedge,
    Link,
    LinkKind,
    Mode,
    Relation,
    Stance,
)
from musnad.model.document import RawDocument, Stated
from musnad.model.problem import FATAL_CODES, Problem, ProblemCode
from musnad.model.report import Report
from musnad.model.span import Span

__all__ = [
    "FATAL_CODES",
    "Anonymity",
    "Article",
    "AuthorStance",
    "Chain",
    "Claim",
    "Credit",
    "Dropped",
    "Found",
    "FoundDate",
    "Hedge",
    "Link",
    "LinkKind",
    "Mode",
    "Problem",
    "ProblemCode",
    "RawDocument",
    "Relation",
    "Report",
    "Span",
    "Stance",
    "Stated",
]
