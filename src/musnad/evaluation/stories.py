"""Scores the grouping into stories: articles cut into fragments that should come together again."""

import random
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from musnad.model import Article, Found, FoundDate, Story
from musnad.stories import StoryFinder, StoryText, story_text
from musnad.stories.gate import Gate, load_gate
from musnad.text import split_sentences

PARTS = 3
_SENTENCES = 2  # In a fragment, at least: less is no report.
_APART_HOURS = 12.0


@dataclass(frozen=True, slots=True)
class Fragment:
    """Every third sentence of an article, as a report of its own."""

    article: Article
    source: str


@dataclass(frozen=True, slots=True)
class GroupScores:
    """BCubed precision, recall and their harmonic mean (Bagga and Baldwin, 1998), each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def cut_articles(records: Iterable[Mapping[str, Any]], count: int, seed: int, *, cut_in: int = PARTS) -> list[Fragment]:
    """Return `count` fragments of random articles: sentence i, the headline first, goes to fragment i mod `cut_in`.

    Each fragment gets a time of its own within 12 hours of the article's, so that equal times betray nothing.
    """
    chance = random.Random(seed)
    chosen = sorted(records, key=lambda record: str(record["url"]))
    chance.shuffle(chosen)
    fragments: list[Fragment] = []
    for record in chosen:
        text = f"{record['title'].strip()}\n{record['text'].strip()}"
        sentences, _ = split_sentences(text)
        if len(sentences) < _SENTENCES * cut_in:
            continue
        parts = [text[each.tokens[0].start : each.tokens[-1].end] for each in sentences]
        for part in range(cut_in):
            apart = timedelta(hours=chance.uniform(-_APART_HOURS, _APART_HOURS))
            date = FoundDate(read_time(record["published"]) + apart, True, "stated")
            body = "\n".join(parts[part::cut_in])
            article = Article(body, "ar", part == 0, outlet=Found(record["outlet"], "stated"), published=date)
            fragments.append(Fragment(article, record["url"]))
        if len(fragments) >= count:
            break
    return fragments[:count]


def read_time(written: str) -> datetime:
    """Return the time that a corpus tells in ISO 8601 or as a mail does."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return parsedate_to_datetime(written)


def texts_of(fragments: Sequence[Fragment], *, dated: bool) -> list[StoryText]:
    """Return what the fragments offer for grouping, under ids that tell nothing of their source or order."""
    names = [f"{number:08x}" for number in range(len(fragments))]
    random.Random(len(fragments)).shuffle(names)
    texts = []
    for name, fragment in zip(names, fragments, strict=True):
        text = story_text(name, fragment.article)
        texts.append(text if dated else undated(text))
    return texts


def undated(text: StoryText) -> StoryText:
    """Return the text without its time of publication."""
    return replace(text, published=None)


def group(
    texts: Sequence[StoryText], copies: Iterable[tuple[str, str]] = (), *, gate: Gate | None = None
) -> tuple[Story, ...]:
    """Return the stories of the texts, all added at once."""
    finder = StoryFinder(gate or load_gate())
    finder.add(texts, copies)
    finder.regroup()
    return finder.stories()


def labels_of(texts: Sequence[StoryText], stories: Iterable[Story]) -> list[str]:
    """Return for each text the id of its story, its own where it is in none."""
    story_of = {report: story.id for story in stories for report in story.reports}
    return [story_of.get(text.report, text.report) for text in texts]


def score_groups(found: Sequence[Hashable], meant: Sequence[Hashable]) -> GroupScores:
    """Return how well the groups found agree with those meant; both are a label for each report."""
    together = Counter(zip(found, meant, strict=True))
    found_sizes, meant_sizes = Counter(found), Counter(meant)
    precision = sum(count * count / found_sizes[one] for (one, _), count in together.items())
    recall = sum(count * count / meant_sizes[other] for (_, other), count in together.items())
    return GroupScores(precision / len(found), recall / len(meant))
