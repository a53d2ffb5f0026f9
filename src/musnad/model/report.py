"""A report: all that was read from one document."""

from dataclasses import dataclass

from musnad.model.article import Article
from musnad.model.claim import Claim
from musnad.model.document import RawDocument
from musnad.model.event import Event, Transfer
from musnad.model.mention import Mention
from musnad.model.notebook import table
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

    def _repr_html_(self) -> str:
        """Return the claims with their chains, as a notebook shows them."""
        text = self.article.text if self.article is not None else ""
        rows = []
        for claim in self.claims:
            spans = [link.resolved or link.source for link in claim.resolved_chain]
            chain = " ← ".join(span.of(text) if span else "…" for span in spans)
            origin = claim.chain.origin
            rows.append((chain, origin.stance.value, " … ".join(span.of(text) for span in claim.content)))
        title = text.partition("\n")[0] if text else self.raw.path or self.raw.url or self.id
        return table(title, ("who, through whom", "stance", "what"), rows)
