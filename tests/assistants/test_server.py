"""An assistant gets words that the pages have, with their places and counts, and can change nothing."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from mcp import Client

from musnad.assistants import create_server
from musnad.comparing import compare_reports
from musnad.search import make_keys
from musnad.store import Store, open_store
from store_reports import demo_reports


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = str(tmp_path_factory.mktemp("shelf") / "reports.sqlite")
    with open_store(place, search_keys=make_keys) as store:
        dossier = compare_reports(demo_reports())
        store.add_reports(dossier.reports, reader="test")
        store.keep_copies(dossier.copy_pairs, dossier.copy_families)
        store.keep_dossier(dossier, compared=[number for number, _ in store.numbers()])
        yield store


def ask(store: Store, tool: str, **asked: Any) -> Any:
    """Return what a client of the protocol gets from a tool."""

    async def call() -> Any:
        async with Client(create_server(store)) as client:
            return await client.call_tool(tool, asked)

    return asyncio.run(call())


def answer(store: Store, tool: str, **asked: Any) -> dict[str, Any]:
    result = ask(store, tool, **asked)
    assert not result.is_error, result.content
    return dict(result.structured_content)


def text_of(store: Store, report: str) -> str:
    found = store.report(report)
    assert found is not None
    assert found.article is not None
    return found.article.text


def test_six_tools_are_offered_that_only_read(shelf: Store) -> None:
    async def tools() -> Any:
        async with Client(create_server(shelf)) as client:
            return (await client.list_tools()).tools

    offered = asyncio.run(tools())
    assert {tool.name for tool in offered} == {
        "search_claims",
        "get_report",
        "proposition",
        "chains",
        "contradictions",
        "transfers",
    }
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in offered)
    assert all(tool.description for tool in offered)


@pytest.mark.parametrize(
    ("tool", "rows"), [("search_claims", "claims"), ("contradictions", "contradictions"), ("transfers", "transfers")]
)
def test_every_row_has_words_offsets_and_an_address(shelf: Store, tool: str, rows: str) -> None:
    found = answer(shelf, tool, query="*", limit=50)[rows]
    assert found
    for row in found:
        for side in (row["left"], row["right"]) if tool == "contradictions" else (row,):
            (start, end) = side["spans"][0]
            assert side["words"] == text_of(shelf, side["report"])[start:end]
            assert side["url"].startswith(("https://", "urn:musnad:report:"))


def test_a_claim_leads_to_its_proposition_and_its_chains(shelf: Store) -> None:
    (claim, *_) = [
        each for each in answer(shelf, "search_claims", query="*", limit=50)["claims"] if each["propositions"]
    ]
    name = claim["propositions"][0]["proposition"]
    whole = answer(shelf, "proposition", proposition=name)
    least, most = whole["affirmed"]["independent_chains"]
    assert 0 <= least <= most
    assert any(each["claim"] == claim["claim"] for each in whole["assertions"])
    assert all(each["url"] for each in whole["assertions"])
    tree = answer(shelf, "chains", proposition=name)
    assert tree["affirms"]["tree"] or tree["denies"]["tree"]


def test_a_report_comes_with_its_text_and_every_claim(shelf: Store) -> None:
    report = demo_reports()[0]
    whole = answer(shelf, "get_report", report=report.id)
    assert report.article is not None
    assert whole["text"] == report.article.text
    assert [each["claim"] for each in whole["claims"]] == [claim.id for claim in report.claims]
    for each in whole["claims"]:
        assert each["words"] == " … ".join(whole["text"][start:end] for start, end in each["spans"])


def test_pages_follow_each_other(shelf: Store) -> None:
    first = answer(shelf, "search_claims", query="*", limit=5)
    second = answer(shelf, "search_claims", query="*", limit=5, after=first["next"])
    assert not {each["claim"] for each in first["claims"]} & {each["claim"] for each in second["claims"]}


@pytest.mark.parametrize(
    ("tool", "asked"),
    [
        ("search_claims", {"query": '"open'}),
        ("search_claims", {"query": "*", "limit": 1000}),
        ("get_report", {"report": "nothing"}),
        ("proposition", {"proposition": "nothing"}),
        ("chains", {"proposition": "' OR 1=1"}),
    ],
)
def test_a_wrong_question_is_answered_by_how_to_ask(shelf: Store, tool: str, asked: dict[str, Any]) -> None:
    result = ask(shelf, tool, **asked)
    assert result.is_error
    assert "Traceback" not in result.content[0].text
