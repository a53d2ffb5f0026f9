"""The things Musnad talks about: frozen values on the standard library alone."""

from musnad.model.article import Article, Credit, CreditPlace, Dropped, Found, FoundDate, Quality
from musnad.model.claim import (
    Anonymity,
    AuthorStance,
    Chain,
    Circumstance,
    CircumstanceKind,
    Claim,
    Hedge,
    Link,
    LinkBasis,
    LinkKind,
    Mode,
    Relation,
    Stance,
)
from musnad.model.copy import CopyFamily, CopyPair, CopyPassage, CopyRelation, PassageLabel
from musnad.model.document import RawDocument, Stated
from musnad.model.dossier import Dossier
from musnad.model.event import Event, EventStatus, EventType, Transfer, TransferStage
from musnad.model.mention import Amount, Mention, MentionKind
from musnad.model.place import PlaceCandidate, PlaceKind
from musnad.model.problem import FATAL_CODES, Problem, ProblemCode
from musnad.model.report import Report
from musnad.model.span import Span
from musnad.model.time import Anchor, Grain, TimeExpression, TimePart, TimeRelation

__all__ = [
    "FATAL_CODES",
    "Amount",
    "Anchor",
    "Anonymity",
    "Article",
    "AuthorStance",
    "Chain",
    "Circumstance",
    "CircumstanceKind",
    "Claim",
    "CopyFamily",
    "CopyPair",
    "CopyPassage",
    "CopyRelation",
    "Credit",
    "CreditPlace",
    "Dossier",
    "Dropped",
    "Event",
    "EventStatus",
    "EventType",
    "Found",
    "FoundDate",
    "Grain",
    "Hedge",
    "Link",
    "LinkBasis",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Mode",
    "PassageLabel",
    "PlaceCandidate",
    "PlaceKind",
    "Problem",
    "ProblemCode",
    "Quality",
    "RawDocument",
    "Relation",
    "Report",
    "Span",
    "Stance",
    "Stated",
    "TimeExpression",
    "TimePart",
    "TimeRelation",
    "Transfer",
    "TransferStage",
]
