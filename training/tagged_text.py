"""Reads texts whose words are tagged by hand into lines of the reader, and measures names by exact spans."""

import gzip
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from musnad.languages import LANGUAGES
from musnad.mentions.line import Line
from musnad.mentions.vocabulary import Vocabulary
from musnad.text import Sentence, tokenize

NameSpan = tuple[int, int, str]

# Wojood's types as the tagger's; its titles, dates, numbers and nationalities are no names here.
_WOJOOD = {"PERS": "PERS", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
# Common nouns that Wojood takes into a place and newswire annotation does not.
_PLACE_HEADS = frozenset(
    {
        "مدينة",
        "بلدة",
        "قرية",
        "محافظة",
        "ولاية",
        "إقليم",
        "منطقة",
        "قضاء",
        "دولة",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "مقاطعة",
    }
)
_LANGUAGE = LANGUAGES["ar"]
_VOCABULARY = Vocabulary(_LANGUAGE)


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """Words as the corpus has them, and the names among them: half-open spans of words with PERS, LOC or ORG."""

    words: tuple[str, ...]
    names: tuple[NameSpan, ...]


def read_wojood(path: Path) -> list[TaggedSentence]:
    """Return the sentences of a Wojood file, its nested names flattened to the outermost of our types.

    A country that acts is an ORG there; here it stays a LOC, as in a gazetteer.
    """
    return [TaggedSentence(words, tuple(_flat(words, tags))) for words, tags in _sentences(path, _nested)]


def read_flat(path: Path) -> list[TaggedSentence]:
    """Return the sentences of a file with one B-, I- or O tag a word; types beside ours are left out."""
    found = []
    for words, tags in _sentences(path, lambda fields: fields[-1:]):
        names = [name for name in _typed_spans([tag[0] for tag in tags]) if name[2] in {"PERS", "LOC", "ORG"}]
        found.append(TaggedSentence(words, tuple(names)))
    return found


def read_pud(treebank: Path, annotation: Path) -> list[TaggedSentence]:
    """Return the sentences of UD Arabic PUD that are annotated here."""
    words = dict(_pud_words(treebank))
    found = []
    for row in annotation.read_text(encoding="utf-8").splitlines():
        id, names = row.split("\t")
        found.append(TaggedSentence(words[id], tuple(_read_spans(names))))
    return found


def read_radio(corpus: Path, annotation: Path) -> list[TaggedSentence]:
    """Return the sentences of the radio items that are annotated here."""
    rows = [row.split("\t") for row in annotation.read_text(encoding="utf-8").splitlines()]
    texts = dict(_radio_texts(corpus, {row[0] for row in rows}))
    found = []
    for id, bounds, names in rows:
        start, end = map(int, bounds.split("-"))
        tokens = tokenize(texts[id], start, end)
        starts = {token.start: number for number, token in enumerate(tokens)}
        ends = {token.end: number + 1 for number, token in enumerate(tokens)}
        spans = tuple((starts[first], ends[last], kind) for first, last, kind in _read_spans(names))
        found.append(TaggedSentence(tuple(texts[id][token.start : token.end] for token in tokens), spans))
    return found


def _read_spans(written: str) -> Iterator[NameSpan]:
    for name in written.split():
        first, end, kind = name.split("-")
        yield int(first), int(end), kind


def _radio_texts(corpus: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(corpus) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] in wanted:
                    yield record["id"], (record.get("title") or "") + "\n" + (record.get("text") or "")


def _pud_words(treebank: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    id = ""
    words: list[str] = []
    joined = False
    with gzip.open(treebank, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# sent_id"):
                id = line.partition("=")[2].strip()
            elif not line.strip():
                yield id, tuple(words)
                words, joined = [], False
            elif not line.startswith("#") and fields[0].isdigit():
                is_word = any(map(str.isalnum, fields[1]))
                if joined and is_word and words and any(map(str.isalnum, words[-1])):
                    words[-1] += fields[1]
                else:
                    words.append(fields[1])
                joined = is_word and "SpaceAfter=No" in fields[9]


def line_of(sentence: TaggedSentence) -> tuple[Line, list[int]]:
    """Return the sentence as the reader sees it, and for each of its tokens the number of the corpus word."""
    text = " ".join(sentence.words)
    starts = []
    place = 0
    for word in sentence.words:
        starts.append(place)
        place += len(word) + 1
    tokens = tokenize(text, 0, len(text))
    numbers: list[int] = []
    for token in tokens:
        number = numbers[-1] if numbers else 0
        while number + 1 < len(starts) and starts[number + 1] <= token.start:
            number += 1
        numbers.append(number)
    whole = Sentence(tuple(tokens), (), (-1,) * len(tokens), 0)
    return Line(text, whole, _VOCABULARY), numbers


def token_labels(sentence: TaggedSentence, numbers: Sequence[int]) -> list[str]:
    """Return a B-, I- or O label for each token of the reader."""
    by_word = ["O"] * len(sentence.words)
    for first, end, kind in sentence.names:
        by_word[first:end] = ["B-" + kind, *["I-" + kind] * (end - first - 1)]
    labels = []
    for place, number in enumerate(numbers):
        label = by_word[number]
        repeated = place > 0 and numbers[place - 1] == number
        labels.append("I-" + label[2:] if repeated and label != "O" else label)
    return labels


def word_spans(spans: Iterable[NameSpan], numbers: Sequence[int]) -> set[NameSpan]:
    """Return spans of the reader's tokens as spans of the corpus words."""
    return {(numbers[first], numbers[end - 1] + 1, kind) for first, end, kind in spans}


class Scores:
    """Counts right, found and annotated names by type; prints precision, recall and F1."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, found: set[NameSpan], gold: set[NameSpan]) -> None:
        """Count one sentence."""
        for counter, spans in ((self.right, found & gold), (self.found, found), (self.gold, gold)):
            counter.update(kind for _, _, kind in spans)
            counter["all"] += len(spans)

    def f1(self, kind: str = "all") -> float:
        """Return the harmonic mean of precision and recall of the type."""
        return 2 * self.right[kind] / max(1, self.found[kind] + self.gold[kind])

    def table(self) -> str:
        """Return a line a type."""
        rows = []
        for kind in ("PERS", "LOC", "ORG", "all"):
            precision = self.right[kind] / max(1, self.found[kind])
            recall = self.right[kind] / max(1, self.gold[kind])
            rows.append(f"  {kind:<5} P {precision:.3f}  R {recall:.3f}  F1 {self.f1(kind):.3f}  n {self.gold[kind]}")
        return "\n".join(rows)


def _sentences(
    path: Path, tags_of: Callable[[list[str]], list[str]]
) -> Iterator[tuple[tuple[str, ...], list[list[str]]]]:
    words: list[str] = []
    tags: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) < 2:
            if words:
                yield tuple(words), tags
            words, tags = [], []
            continue
        words.append(fields[0])
        tags.append(tags_of(fields))


def _nested(fields: list[str]) -> list[str]:
    return fields[1:]


def _flat(words: tuple[str, ...], tags: list[list[str]]) -> list[NameSpan]:
    spans: list[NameSpan] = []
    kinds = {tag[2:] for listed in tags for tag in listed if tag != "O"}
    for kind in kinds & _WOJOOD.keys():
        column = [next((tag for tag in listed if tag[2:] == kind), "O") for listed in tags]
        spans += [(first, end, _WOJOOD[kind]) for first, end, _ in _typed_spans(column)]
    spans.sort(key=lambda span: (span[0] - span[1], span[2] != "LOC", span))
    kept: list[NameSpan] = []
    for first, end, kind in spans:
        if all(end <= other[0] or other[1] <= first for other in kept):
            if kind == "ORG" and _is_country(words[first:end]):
                kind = "LOC"
            while kind == "LOC" and end - first > 1 and _bare(words[first]) in _PLACE_HEADS:
                first += 1
            kept.append((first, end, kind))
    return sorted(kept)


def _is_country(words: tuple[str, ...]) -> bool:
    line, _ = line_of(TaggedSentence(words, ()))
    countries = _LANGUAGE.mention_grammar.countries
    return any((form, *line.words[1:]) in countries for _, form in line.forms[0])


def _bare(word: str) -> str:
    return word.lstrip("وبل") if len(word) > 4 else word


def _typed_spans(tags: Sequence[str]) -> list[NameSpan]:
    spans: list[NameSpan] = []
    for place, tag in enumerate(tags):
        edge, _, kind = tag.partition("-")
        if edge == "O":
            continue
        if edge == "I" and spans and spans[-1][1] == place and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], place + 1, kind)
        else:
            spans.append((place, place + 1, kind))
    return spans
