"""Reads hand-annotated gold articles (the file format is described in docs/evaluation.md)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musnad.errors import GoldError
from musnad.model import Claim, Link, Span


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One holder of an annotated chain, in the scorer's terms; the same shape holds a predicted link."""

    source: Span | None
    resolved: Span | None
    kind: str
    cue: Span | None
    negated: bool
    stance: str
    relation: str = "says"


@dataclass(frozen=True, slots=True)
class Attribution:
    """An annotated or predicted claim, in the scorer's terms."""

    content: tuple[Span, ...]
    chain: tuple[GoldLink, ...]
    mode: str
    hedge: str
    author: str
    rule: str = ""
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class GoldTime:
    """An annotated time: its span and the ISO day, month, year or interval that it means, None where it has none."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its hand-made attributions and times; `has_times` says whether times were annotated at all."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    attributions: tuple[Attribution, ...]
    times: tuple[GoldTime, ...] = ()
    has_times: bool = False


def load_gold(folder: Path) -> list[GoldArticle]:
    """Return the gold articles of a folder of JSON files, by name; raise GoldError where one is broken."""
    return [_read(path) for path in gold_paths(folder)]


def gold_paths(folder: Path) -> list[Path]:
    """Return the JSON files of a gold folder, by name; raise GoldError where there are none."""
    if not folder.is_dir():
        raise GoldError(f"{folder} is not a folder; give the folder that holds the gold articles (*.json)")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder} holds no *.json file; give the folder that holds the gold articles")
    return paths


def _read(path: Path) -> GoldArticle:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return GoldArticle(
            id=record.get("id", path.stem),
            text=record["text"],
            outlet=record.get("outlet"),
            published=record.get("published"),
            attributions=tuple(_attribution(entry) for entry in record["attributions"]),
            times=tuple(GoldTime(Span(*entry["span"]), entry.get("value")) for entry in record.get("times", ())),
            has_times="times" in record,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path} is not a gold article: {error!r}") from error


def _attribution(entry: dict[str, Any]) -> Attribution:
    return Attribution(
        content=tuple(Span(*pair) for pair in entry["content"]),
        chain=tuple(_link(link) for link in entry["chain"]),
        mode=entry.get("mode", "indirect"),
        hedge=entry.get("hedge") or "none",
        author=entry.get("author") or "neutral",
        in_headline=bool(entry.get("headline")),
    )


def _link(link: dict[str, Any]) -> GoldLink:
    return GoldLink(
        source=_span(link.get("source")),
        resolved=_span(link.get("resolved")),
        kind=link.get("kind", ""),
        cue=_span(link.get("cue")),
        negated=bool(link.get("negated")),
        stance=link.get("stance", "asserts"),
        relation=link.get("relation", "says"),
    )


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def as_attribution(claim: Claim) -> Attribution:
    """Return a predicted claim in the scorer's terms."""
    return Attribution(
        content=claim.content,
        chain=tuple(_predicted(link) for link in claim.chain),
        mode=str(claim.mode),
        hedge=str(claim.hedge),
        author=str(claim.author_stance),
        rule=claim.rule,
        in_headline=claim.in_headline,
    )


def _predicted(link: Link) -> GoldLink:
    return GoldLink(
        link.source,
        link.resolved,
        str(link.kind),
        link.cue,
        link.cue_negated,
        str(link.stance),
        str(link.relation),
    )
