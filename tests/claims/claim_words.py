"""Reads a sentence and shows its claims by their words, so that tests need not count characters."""

from dataclasses import dataclass

from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, Claim, Found, Link, Span


@dataclass(frozen=True)
class ClaimWords:
    """A claim beside the text it was found in."""

    claim: Claim
    text: str

    @property
    def content(self) -> str:
        """Return the content's words, its spans joined by a bar."""
        return " | ".join(span.of(self.text) for span in self.claim.content)

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the chain's links, the page's end first."""
        return self.claim.chain.links

    @property
    def origin(self) -> Link:
        """Return the link furthest from the page."""
        return self.claim.chain.origin

    @property
    def sources(self) -> list[str]:
        """Return the words of every link's source, "" where the speaker is left out."""
        return [self._words(link.source) for link in self.links]

    @property
    def resolved(self) -> str:
        """Return the words that the origin resolves to, or ""."""
        return self._words(self.origin.resolved)

    @property
    def cues(self) -> list[str]:
        """Return the words of every link's cue, "" where no words mark the link."""
        return [self._words(link.cue) for link in self.links]

    def _words(self, span: Span | None) -> str:
        return span.of(self.text) if span else ""


def claims_in(text: str, *, headline: bool = False, outlet: str | None = None) -> list[ClaimWords]:
    """Return the claims of a text; `headline` says whether its first line is the headline."""
    found = Found(outlet, "stated") if outlet else None
    article = Article(text=text, language="ar", has_headline=headline, outlet=found)
    claims, _ = trace_claims(article, LANGUAGES["ar"])
    return [ClaimWords(claim, text) for claim in claims]


def only_claim(text: str, *, headline: bool = False, outlet: str | None = None) -> ClaimWords:
    """Return the one claim of a text, and fail where there are none or several."""
    claims = claims_in(text, headline=headline, outlet=outlet)
    assert len(claims) == 1, [(words.claim.rule, words.content) for words in claims]
    return claims[0]
