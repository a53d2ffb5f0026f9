"""Every demonstration report reads as its golden file says: title, outlet, date, what was dropped, each claim."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad.demo import demo_paths
from musnad.intake import load_documents
from musnad.model import Article, Claim, Link, Report, Span
from musnad.reading import read_document

GOLDEN = Path(__file__).parent


def read(path: Path) -> Report:
    return read_document(next(load_documents([str(path)])))


def golden_of(path: Path) -> dict[str, Any]:
    return tomllib.loads((GOLDEN / path.stem / "report.toml").read_text(encoding="utf-8"))


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def link_of(text: str, link: Link) -> dict[str, Any]:
    shown = {
        "source": words(text, link.source),
        "resolved": words(text, link.resolved) if link.source is None else None,
        "kind": str(link.kind),
        "anonymity": str(link.anonymity) if link.anonymity else None,
        "cue": words(text, link.cue),
        "negated": link.cue_negated or None,
        "relation": str(link.relation),
        "stance": str(link.stance),
    }
    return {name: value for name, value in shown.items() if value is not None}


def claim_of(text: str, claim: Claim) -> dict[str, Any]:
    return {
        "content": [span.of(text) for span in claim.content],
        "mode": str(claim.mode),
        "hedge": str(claim.hedge),
        "author": str(claim.author_stance),
        "headline": claim.in_headline,
        "link": [link_of(text, link) for link in claim.chain],
    }


def article_of(path: Path) -> tuple[Article, Report]:
    report = read(path)
    assert report.article is not None, report.problems
    return report.article, report


def test_the_corpus_is_whole() -> None:
    assert len(demo_paths()) >= 12
    assert {path.stem for path in demo_paths()} == {path.parent.name for path in GOLDEN.glob("*/report.toml")}


@pytest.mark.parametrize("path", demo_paths(), ids=lambda path: path.stem)
def test_a_report_states_its_title_outlet_and_date(path: Path) -> None:
    article, _ = article_of(path)
    golden = golden_of(path)
    assert article.title is not None
    assert article.title.value == golden["title"]
    assert (article.outlet.value if article.outlet else None) == golden.get("outlet")
    assert (article.published.iso if article.published else None) == golden.get("published")


@pytest.mark.parametrize("path", demo_paths(), ids=lambda path: path.stem)
def test_boilerplate_is_not_in_the_text(path: Path) -> None:
    article, _ = article_of(path)
    assert [part for part in golden_of(path)["absent"] if part in article.text] == []


@pytest.mark.parametrize("path", demo_paths(), ids=lambda path: path.stem)
def test_the_claims_are_those_of_the_golden_file(path: Path) -> None:
    article, report = article_of(path)
    defaults = {"hedge": "none", "author": "neutral", "headline": False}
    expected = [defaults | claim for claim in golden_of(path)["claim"]]
    assert [claim_of(article.text, claim) for claim in report.claims] == expected
