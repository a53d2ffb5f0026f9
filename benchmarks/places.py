"""Measures the countries of 100 place mentions of real articles, judged by hand, against what find_mentions says."""

import argparse
import hashlib
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, Found, Mention

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "tests" / "quality" / "place_mentions.jsonl"


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """Places found again and given the country of the judge, of all; non-places that were given a country, of all."""

    right: int
    places: int
    misled: int
    others: int

    @property
    def country_right(self) -> float:
        """Return the share of the places whose country is right; a mention without a country is wrong on land."""
        return self.right / self.places


def measure_places(shared: Path) -> tuple[PlaceScores, list[str]]:
    """Return the scores on the judged mentions in the corpora of `shared`, and a line on each mistake."""
    judged = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    texts = _texts(shared / "data", judged)
    right = misled = 0
    mistakes = []
    for (corpus, id), rows in _by_article(judged).items():
        found = _mentions(texts[corpus, id])
        for row in rows:
            mention = found.get(tuple(row["span"]))
            country = mention.country if mention is not None else None
            if not row["is_place"]:
                misled += country is not None
            elif mention is not None and country == row["country"]:
                right += 1
            else:
                mistakes.append(f"{corpus} {id} {row['span']}: {row['country']}, read as {country}")
    places = sum(row["is_place"] for row in judged)
    return PlaceScores(right, places, misled, len(judged) - places), mistakes


def _by_article(judged: list[dict[str, Any]]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    rows = defaultdict(list)
    for row in judged:
        rows[row["corpus"], row["id"]].append(row)
    return rows


def _texts(folder: Path, judged: list[dict[str, Any]]) -> dict[tuple[str, str], Article]:
    """Return the articles of the judged mentions; offsets count in title, line break, text."""
    wanted = {(row["corpus"], row["id"]) for row in judged}
    articles = {}
    for corpus in sorted({corpus for corpus, _ in wanted}):
        for record in _records(folder / f"{corpus}.jsonl.zip"):
            key = (corpus, record.get("id") or _digest(record["url"]))
            if key in wanted:
                text = f"{record.get('title') or ''}\n{record.get('text') or record.get('content') or ''}"
                outlet = Found(record.get("outlet") or "", "stated")
                articles[key] = Article(text=text, language="ar", has_headline=True, outlet=outlet)
    return articles


def _digest(url: str) -> str:
    """Return what stands for an article that has only an address: addresses of news hold its headline."""
    return f"sha256:{hashlib.sha256(url.encode()).hexdigest()[:16]}"


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            for line in archive.read(name).decode("utf-8").split("\n"):
                if line.strip():
                    yield json.loads(line)


def _mentions(article: Article) -> dict[tuple[int, int], Mention]:
    mentions, _ = find_mentions(article, LANGUAGES["ar"])
    return {(mention.span.start, mention.span.end): mention for mention in mentions}


def main() -> None:
    """Print the scores and every mistake."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder with the corpora")
    shared = parser.parse_args().shared
    if not shared.is_dir():
        sys.exit(f"{shared} is no folder: the judged articles are not in this repository; name theirs with --shared")
    scores, mistakes = measure_places(shared)
    print(f"country right: {scores.right} of {scores.places} places, {scores.country_right:.3f}")
    print(f"given a country though no place: {scores.misled} of {scores.others}")
    print("\n".join(mistakes))


if __name__ == "__main__":
    main()
