"""A report: all that was read from one document."""

from dataclasses import dataclass

from musnad.model.article import Article
from musnad.model.claim import Claim
from musnad.model.document import RawDocument
from musnad.model.event import Event, Transfer
from musnad.model.mention import Mention
from musnad.model.problem import Problem
from musnad.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says: its article (None if there is none), all that was read in it, and every problem met."""

    id: str
    raw: RawDocument
    article: Article | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    transfers: tuple[Transfer, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether a problem kept the document from being read at all."""
        return any(problem.fatal for problem in self.problems)
