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
from musnad.model.entity import Entity, Merge, MergeVerdict, Naming
from musnad.model.event import Event, EventStatus, EventType, Transfer, TransferStage
from musnad.model.independence import (
    Flag,
    Independence,
    Oddity,
    Reliability,
    SourceEdge,
    SourceGraph,
    SourceKind,
    SourceNode,
    SourceRecord,
)
from musnad.model.judgement import Correction, Judgement, JudgementKind, QuotedPlace, SubjectKind, Undoing
from musnad.model.mention import Amount, Mention, MentionKind
from musnad.model.place import PlaceCandidate, PlaceKind
from musnad.model.problem import FATAL_CODES, Problem, ProblemCode
from musnad.model.proposition import Agreement, Assertion, Comparison, Contradiction, Polarity, Proposition, Slot
from musnad.model.report import Report
from musnad.model.span import Span
from musnad.model.story import Story, StoryChange, StoryChangeKind
from musnad.model.time import Anchor, Grain, TimeExpression, TimePart, TimeRelation

__all__ = [
    "FATAL_CODES",
    "Agreement",
    "Amount",
    "Anchor",
    "Anonymity",
    "Article",
    "Assertion",
    "AuthorStance",
    "Chain",
    "Circumstance",
    "CircumstanceKind",
    "Claim",
    "Comparison",
    "Contradiction",
    "CopyFamily",
    "CopyPair",
    "CopyPassage",
    "CopyRelation",
    "Correction",
    "Credit",
    "CreditPlace",
    "Dossier",
    "Dropped",
    "Entity",
    "Event",
    "EventStatus",
    "EventType",
    "Flag",
    "Found",
    "FoundDate",
    "Grain",
    "Hedge",
    "Independence",
    "Judgement",
    "JudgementKind",
    "Link",
    "LinkBasis",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Merge",
    "MergeVerdict",
    "Mode",
    "Naming",
    "Oddity",
    "PassageLabel",
    "PlaceCandidate",
    "PlaceKind",
    "Polarity",
    "Problem",
    "ProblemCode",
    "Proposition",
    "Quality",
    "QuotedPlace",
    "RawDocument",
    "Relation",
    "Reliability",
    "Report",
    "Slot",
    "SourceEdge",
    "SourceGraph",
    "SourceKind",
    "SourceNode",
    "SourceRecord",
    "Span",
    "Stance",
    "Stated",
    "Story",
    "StoryChange",
    "StoryChangeKind",
    "SubjectKind",
    "TimeExpression",
    "TimePart",
    "TimeRelation",
    "Transfer",
    "TransferStage",
    "Undoing",
]
