"""What requests may ask for: a query, a page of a list, a kind of offsets."""

from typing import Annotated

from fastapi import Depends
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from musnad.access import Role, Service, Visitor, require, service_of
from musnad.api.offsets import OffsetUnit
from musnad.search import PageSettings, Within

# No database can hold a NUL.
Words = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^[^\x00]*$")]
Asking = Annotated[Words, AfterValidator(lambda written: written if written.strip() else "*")]
"""A query in the search language; an empty one, which a form sends, asks for everything."""
Key = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]

TheService = Annotated[Service, Depends(service_of)]
Reader = Annotated[Visitor, Depends(require(Role.READER))]
Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]
Admin = Annotated[Visitor, Depends(require(Role.ADMIN))]


class Asked(BaseModel):
    """What a request asks for in its query; what is not known is refused rather than passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PageAsked(Asked):
    """A page of a list: so many rows, after the page before, whose `next` is `after`."""

    limit: int = Field(50, ge=1, le=500, description="Rows of this page.")
    after: Key | None = Field(None, description="The `next` of the page before.")

    @property
    def page(self) -> PageSettings:
        """Return it as lists want it."""
        return PageSettings(self.limit, self.after)


class QueryAsked(PageAsked):
    """A page of what a query finds; its language is that of search."""

    q: Asking = Field("*", description="A query in the search language, such as صاروخ stance:denies.")


class SpansAsked(QueryAsked):
    """A page with spans in it, of what belongs to a report, story, entity, proposition or source."""

    offsets: OffsetUnit = Field(OffsetUnit.CODEPOINTS, description="What spans count: utf16 for browsers.")
    report: Key | None = None
    story: Key | None = None
    entity: Key | None = None
    proposition: Key | None = None
    source: Key | None = None

    @property
    def within(self) -> Within:
        """Return what rows must belong to."""
        return Within(self.report, self.story, self.entity, self.proposition, self.source)
