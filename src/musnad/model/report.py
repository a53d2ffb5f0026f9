"""A report: all that was read from one document."""

from dataclasses import dataclass

from musnad.model.article import Article
from musnad.model.claim import Claim
from musnad.model.document import RawDocument
from musnad.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says: its article (None if there is none), the claims in it, and every problem met."""

    id: str
    raw: RawDocument
    article: Article | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Tell whether a problem kept the document from being read at all."""
        return any(problem.fatal for problem in self.problems)
