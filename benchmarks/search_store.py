"""Fills a store with made-up reports in the vocabulary of real news: words follow each other as they do in a corpus."""

import hashlib
import json
import random
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from musnad.model import (
    Article,
    Chain,
    Claim,
    Found,
    FoundDate,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    Mode,
    PlaceCandidate,
    PlaceKind,
    RawDocument,
    Report,
    Span,
    Stance,
)

_START = "\n"
_OUTLETS = [f"صحيفة الاختبار {number}" for number in range(40)]
_PLACES = 400
_STANCES = [Stance.ASSERTS] * 16 + [Stance.DENIES, Stance.PREDICTS, Stance.DEMANDS, Stance.BELIEVES]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which words follow which in a corpus, as often as they do there, and the lengths of its articles."""

    followers: dict[str, list[str]]
    lengths: list[int]

    def text(self, chance: random.Random) -> str:
        """Return a text of the corpus's words: a headline of ten, then paragraphs of sixty."""
        length = chance.choice(self.lengths)
        words: list[str] = []
        word = _START
        while len(words) < length + 10:
            word = chance.choice(self.followers.get(word) or self.followers[_START])
            if word != _START:
                words.append(word)
        lines = [words[:10], *(words[start : start + 60] for start in range(10, len(words), 60))]
        return "\n".join(" ".join(line) for line in lines)


def read_vocabulary(corpus: Path, articles: int) -> Vocabulary:
    """Return the vocabulary of a zipped JSON lines corpus; its texts are not kept in order, nor anywhere on disk."""
    followers: dict[str, list[str]] = {}
    lengths = []
    with zipfile.ZipFile(corpus) as archive, archive.open(archive.namelist()[0]) as lines:
        for _, line in zip(range(articles), lines, strict=False):
            record = json.loads(line)
            words = f"{record.get('title') or ''} {record.get('text') or ''}".split()
            lengths.append(len(words))
            for one, other in pairwise([_START, *words, _START]):
                followers.setdefault(one, []).append(other)
    return Vocabulary(followers, lengths)


def make_reports(vocabulary: Vocabulary, number: int, claims: int) -> Iterator[Report]:
    """Yield so many reports over three years, each with so many claims, five mentions and a place."""
    chance = random.Random(20250403)
    for place in range(number):
        yield _report(vocabulary.text(chance), place, claims, chance)


def _report(text: str, place: int, claims: int, chance: random.Random) -> Report:
    words = [Span(0, 3)]
    at = 0
    for word in text.split():
        at = text.index(word, at)
        words.append(Span(at, at + len(word)))
        at += len(word)
    outlet = _OUTLETS[chance.randrange(len(_OUTLETS))]
    published = datetime(2022, 1, 1) + timedelta(minutes=chance.randrange(3 * 365 * 24 * 60))
    content = f"{place}\n{text}".encode()
    digest = hashlib.sha256(content).hexdigest()
    article = Article(
        text, "ar", True, title=Found(text.split("\n", 1)[0], "h1"), outlet=Found(outlet, "meta"),
        published=FoundDate(published, True, "meta"),
    )  # fmt: skip
    return Report(
        digest[:16],
        RawDocument(content, "text/x-article", digest, url=f"https://news.example/{place}"),
        article,
        tuple(_claim(words, place, number, chance) for number in range(claims)),
        (),
        mentions=(*(_mention(words, chance) for _ in range(5)), _place(words, chance)),
    )


def _claim(words: list[Span], place: int, number: int, chance: random.Random) -> Claim:
    first = chance.randrange(len(words) - 8)
    speaker = chance.choice(words)
    kind = LinkKind.ANON if chance.random() < 0.2 else LinkKind.PERSON
    links = [Link(speaker, kind, stance=chance.choice(_STANCES))]
    if chance.random() < 0.15:
        links.insert(0, Link(chance.choice(words), LinkKind.OUTLET, entry=f"outlet-{chance.randrange(60)}"))
    return Claim(
        f"{place:08x}{number:08x}",
        (Span(words[first].start, words[first + 7].end),),
        Chain(tuple(links)),
        Mode.INDIRECT,
        "made",
        0.9,
    )


def _mention(words: list[Span], chance: random.Random) -> Mention:
    kind = chance.choice([MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.WEAPON])
    return Mention(kind, chance.choice(words), "made", 0.9)


def _place(words: list[Span], chance: random.Random) -> Mention:
    number = min(int(chance.expovariate(0.02)), _PLACES)
    candidate = PlaceCandidate(
        f"gn:{number}", f"مكان {number}", PlaceKind.CITY, "SY", number % 60 - 20.0, number * 7 % 120 - 30.0, 10.0, 1.0
    )
    return Mention(MentionKind.PLACE, chance.choice(words), "made", 0.9, candidates=(candidate,))
