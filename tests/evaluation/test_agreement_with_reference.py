"""On real gold articles the figures are those of the reference scorer, key by key, for good claims and bad."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musnad.evaluation import Attribution, GoldArticle, GoldLink, load_gold, score_claims
from musnad.export import render_jsonl
from musnad.model import (
    Article,
    AuthorStance,
    Chain,
    Claim,
    Hedge,
    Link,
    LinkKind,
    Mode,
    RawDocument,
    Report,
    Span,
    Stance,
)

Spoiler = Callable[[random.Random, GoldArticle, list[Claim]], list[Claim]]


@pytest.fixture(scope="module")
def gold_folder(shared: Path) -> Path:
    return shared / "gold" / "dev"


@pytest.fixture(scope="module")
def gold(gold_folder: Path) -> list[GoldArticle]:
    return load_gold(gold_folder)


def as_claims(article: GoldArticle) -> list[Claim]:
    """Return the claims that a perfect reader would find."""
    return [_as_claim(attribution) for attribution in article.attributions]


def _as_claim(attribution: Attribution) -> Claim:
    return Claim(
        id="c",
        content=attribution.content,
        chain=Chain(tuple(_as_link(link) for link in attribution.chain)),
        mode=Mode(attribution.mode),
        rule="from-gold",
        confidence=1.0,
        hedge=Hedge(attribution.hedge),
        author_stance=AuthorStance(attribution.author),
    )


def _as_link(link: GoldLink) -> Link:
    return Link(
        source=link.source,
        kind=LinkKind(link.kind),
        resolved=link.resolved,
        cue=link.cue,
        cue_negated=link.negated,
        stance=Stance(link.stance),
    )


def leave(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    return claims


def drop(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if drawing.random() < 0.6]


def shift(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    def moved(span: Span | None) -> Span | None:
        if span is None or drawing.random() < 0.4:
            return span
        start = max(0, span.start + drawing.randint(-12, 12))
        end = min(len(article.text), span.end + drawing.randint(-12, 12))
        return Span(start, end) if start < end else span

    def of_link(link: Link) -> Link:
        return replace(link, source=moved(link.source), cue=moved(link.cue), resolved=moved(link.resolved))

    return [
        replace(
            claim,
            content=tuple(moved(span) or span for span in claim.content),
            chain=Chain(tuple(of_link(link) for link in claim.chain)),
        )
        for claim in claims
    ]


def rename(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    def of_link(link: Link) -> Link:
        if drawing.random() < 0.5:
            return link
        return replace(
            link,
            kind=drawing.choice(list(LinkKind)),
            stance=drawing.choice(list(Stance)),
            cue_negated=drawing.random() < 0.2,
        )

    return [
        replace(
            claim,
            chain=Chain(tuple(of_link(link) for link in claim.chain)),
            mode=drawing.choice(list(Mode)),
        )
        for claim in claims
    ]


def shorten(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    def of_chain(chain: Chain) -> Chain:
        kept = [link for link in chain if drawing.random() < 0.6] or [chain.origin]
        return Chain(tuple(drawing.sample(kept, len(kept))))

    return [replace(claim, chain=of_chain(claim.chain)) for claim in claims]


def resolve_elsewhere(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    named = [link.source for claim in claims for link in claim.chain if link.source is not None]

    def of_link(link: Link) -> Link:
        if not named or drawing.random() < 0.3:
            return link
        stated = drawing.choice(named) if drawing.random() < 0.3 else None
        return replace(link, source=stated, resolved=drawing.choice(named))

    return [replace(claim, chain=Chain(tuple(of_link(link) for link in claim.chain))) for claim in claims]


def duplicate(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    return claims + [claim for claim in claims if drawing.random() < 0.5]


def spoil_all_ways(drawing: random.Random, article: GoldArticle, claims: list[Claim]) -> list[Claim]:
    for spoiler in (drop, shift, rename, shorten, resolve_elsewhere, duplicate):
        claims = spoiler(drawing, article, claims)
    return claims


def reference_figures(shared: Path, folder: Path, predictions: Path) -> dict[str, Any]:
    command = [
        sys.executable,
        str(shared / "gold" / "score_claims.py"),
        str(folder),
        str(predictions),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def report_line(article: GoldArticle, claims: list[Claim]) -> str:
    text = Article(article.text, "ar", has_headline=True)
    raw = RawDocument(b"", "text/x-article", "", path=article.id)
    return render_jsonl(Report(article.id, raw, text, tuple(claims), ()))


@pytest.mark.parametrize("spoiler", [leave, drop, shift, rename, shorten, resolve_elsewhere, duplicate, spoil_all_ways])
def test_figures_are_those_of_the_reference_scorer(
    shared: Path, gold_folder: Path, gold: list[GoldArticle], spoiler: Spoiler, tmp_path: Path
) -> None:
    drawing = random.Random(2)
    pairs = [(article, spoiler(drawing, article, as_claims(article))) for article in gold]
    predictions = tmp_path / "predictions.jsonl"
    lines = [report_line(article, claims) for article, claims in pairs]
    predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    expected = reference_figures(shared, gold_folder, predictions)
    figures = score_claims(pairs).as_dict()
    assert list(figures) == list(expected)
    for name, value in expected.items():
        assert figures[name] == value, name


def test_gold_read_back_as_claims_is_perfect(gold: list[GoldArticle]) -> None:
    scores = score_claims((article, as_claims(article)) for article in gold)
    assert scores.as_dict()["all_exact"] == 1.0
    assert scores.unmatched == ()
