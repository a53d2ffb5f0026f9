"""Offers a store to assistants over the Model Context Protocol: six tools that read, and none that writes."""

from typing import Any

from musnad import __version__
from musnad.assistants import answers
from musnad.errors import MusnadError, UsageError
from musnad.store import Store

INSTRUCTIONS = """\
Musnad says what news reports say, and through whom; it does not say what is true. Every answer carries the words as
they stand in the page, their offsets in the article's text (code points, [start, end)), and the page's address: quote
those words and name the chain of sources. `independent_chains` is [least, most]; ten pages that copy one agency are one
chain. Never turn a claim into a fact, and never leave out that it is denied or contradicted. Queries use the language
of `musnad search`: words, "exact phrase", AND OR NOT, and fields such as source:, outlet:, stance:denies,
anonymous:yes, place:, weapon:, date:2025-04..2025-05, independent:>=2, contradicted:yes; * asks for everything."""


def create_server(store: Store) -> Any:
    """Return an mcp.server.MCPServer with tools that read this store; UsageError where the extra is missing."""
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        raise UsageError("`musnad mcp` needs mcp; in Musnad's folder install it with: pip install '.[mcp]'") from None

    server = MCPServer("musnad", title="Musnad", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

    @server.tool(annotations=reads)
    def search_claims(query: str, limit: int = 20, after: str | None = None) -> dict[str, Any]:
        """Find claims: who says what, through whom, in which page, and on how many independent chains it stands."""
        return _answer(answers.search_claims, store, query, limit=limit, after=after)

    @server.tool(annotations=reads)
    def get_report(report: str) -> dict[str, Any]:
        """Get a report by its id: its text and every claim in it with its chain of sources."""
        return _answer(answers.get_report, store, report)

    @server.tool(annotations=reads)
    def proposition(proposition: str) -> dict[str, Any]:
        """Get a proposition by its id: who asserts it and who denies it, with their words and the independent count."""
        return _answer(answers.proposition, store, proposition)

    @server.tool(annotations=reads)
    def chains(proposition: str) -> dict[str, Any]:
        """Get the tree of sources behind a proposition, from the roots to the pages, and what is odd about it."""
        return _answer(answers.chains, store, proposition)

    @server.tool(annotations=reads)
    def contradictions(query: str = "*", limit: int = 20, after: str | None = None) -> dict[str, Any]:
        """Find claims that cannot both be so, side by side, with what they differ in and why."""
        return _answer(answers.contradictions, store, query, limit=limit, after=after)

    @server.tool(annotations=reads)
    def transfers(query: str = "*", limit: int = 20, after: str | None = None) -> dict[str, Any]:
        """Find arms transfers that reports tell of, with supplier, recipient, stage, and the claim that says so."""
        return _answer(answers.transfers, store, query, limit=limit, after=after)

    return server


def _answer(ask: Any, store: Store, *asked: str, **options: Any) -> dict[str, Any]:
    """Return the answer; what was asked wrongly is answered by how to ask, as a tool's error."""
    try:
        answer: dict[str, Any] = ask(store, *asked, **options)
    except MusnadError as error:
        raise ValueError(str(error)) from None
    return answer
