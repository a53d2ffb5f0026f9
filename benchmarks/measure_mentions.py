"""Measures persons, places and bodies by exact spans on annotated text, and the speed of finding mentions."""

import argparse
import json
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from musnad.languages import LANGUAGES  # noqa: E402
from musnad.mentions import find_mentions  # noqa: E402
from musnad.model import Article, Mention, MentionKind  # noqa: E402
from musnad.times import resolve_times  # noqa: E402
from tagged_text import NameSpan, Scores, TaggedSentence, read_flat, read_wojood  # noqa: E402

SHARED = ROOT.parent / "shared" / "data"
LANGUAGE = LANGUAGES["ar"]
# The corpora do not say where an article ends: runs of sentences stand in for articles.
SENTENCES = 20
# Both corpora annotate names, not descriptions: these rules find descriptions (الحكومة, الجيش اليمني، شمال حلب).
_PLACES_TOLD = ("place-bearing", "place-middle", "place-around", "place-border")
_DESCRIPTIONS = frozenset({"head-alone", "head-adjective", "head-nationality", *_PLACES_TOLD})
# Newswire annotation leaves these nouns outside of the name, ministries and governments out altogether.
_OUTSIDE = frozenset({"صحيفة", "لصحيفة", "مجلة", "جريدة", "شركة", "لشركة", "موقع"})
_NO_NAMES = frozenset({"وزارة", "حكومة", "رئاسة", "جيش", "شرطة", "قوات", "سلطات", "إدارة", "وزير", "وزيرة"})
_TYPES = {
    MentionKind.PERSON: "PERS",
    MentionKind.COUNTRY: "LOC",
    MentionKind.PLACE: "LOC",
    MentionKind.FACILITY: "LOC",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.ARMED_GROUP: "ORG",
    MentionKind.GOVERNMENT_BODY: "ORG",
    MentionKind.OUTLET: "ORG",
}


def main() -> int:
    """Return 0 once the figures are printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    parser.add_argument("--articles", type=int, default=300, metavar="N", help="how many to time (default 300)")
    asked = parser.parse_args()
    start = time.process_time()
    _mentions("بدأ.")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"load: {time.process_time() - start:.2f} s of CPU, {memory:.0f} MB")
    ner = asked.shared / "ner"
    print("CLEANANERCorp, test part")
    print(measure(read_flat(ner / "cleananercorp_test.txt"), newswire=True).table())
    print("Wojood, test part")
    print(measure(read_wojood(ner / "wojood_sample_test.txt")).table())
    texts = list(islice(_texts(asked.shared / "news_ar_2018.jsonl.zip"), asked.articles))
    print(f"mentions: {speed(texts, _mentions):.0f} words a second")
    print(f"mentions and times: {speed(texts, _mentions_and_times):.0f} words a second")
    return 0


def measure(sentences: Sequence[TaggedSentence], *, newswire: bool = False) -> Scores:
    """Return the counts over all sentences, read in runs as if each were an article.

    With `newswire`, names are cut and left out as CLEANANERCorp does.
    """
    scores = Scores()
    for first in range(0, len(sentences), SENTENCES):
        run = sentences[first : first + SENTENCES]
        for found, sentence in zip(_found_names(run), run, strict=True):
            scores.add(_as_newswire(found, sentence.words) if newswire else found, set(sentence.names))
    return scores


def speed(texts: Sequence[str], read: Callable[[str], object]) -> float:
    """Return how many words a second of CPU time one core reads, after a warm-up on a tenth of the texts."""
    for text in texts[: len(texts) // 10]:
        read(text)
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def _mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(Article(text=text, language="ar", has_headline=False), LANGUAGE)[0]


def _mentions_and_times(text: str) -> None:
    _mentions(text)
    resolve_times(Article(text=text, language="ar", has_headline=False), LANGUAGE)


def _found_names(run: Sequence[TaggedSentence]) -> list[set[NameSpan]]:
    """Return for each sentence the outermost names found in it, as spans of its words."""
    starts: list[tuple[int, int, int]] = []
    text = ""
    for number, sentence in enumerate(run):
        for place, word in enumerate(sentence.words):
            starts.append((len(text), number, place))
            text += word + " "
        text = text[:-1] + "\n"
    by_offset = {}
    for (offset, number, place), (following, _, _) in zip(starts, [*starts[1:], (len(text), 0, 0)], strict=True):
        by_offset.update(dict.fromkeys(range(offset, following), (number, place)))
    found: list[set[NameSpan]] = [set() for _ in run]
    last_end = -1
    for mention in _mentions(text):
        kind = _TYPES.get(mention.kind)
        if kind is None or mention.rule in _DESCRIPTIONS or mention.span.start < last_end:
            continue
        last_end = mention.span.end
        number, first = by_offset[mention.span.start]
        _, last = by_offset[mention.span.end - 1]
        found[number].add((first, last + 1, kind))
    return found


def _as_newswire(found: set[NameSpan], words: Sequence[str]) -> set[NameSpan]:
    kept = set()
    for first, end, kind in found:
        while kind == "ORG" and end - first > 1 and words[first] in _OUTSIDE:
            first += 1
        if not (kind == "ORG" and words[first].lstrip("وبل") in _NO_NAMES):
            kept.add((first, end, kind))
    return kept


def _texts(corpus: Path) -> Iterator[str]:
    with zipfile.ZipFile(corpus) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in lines:
                record = json.loads(line)
                yield (record.get("title") or "") + "\n" + (record.get("text") or "")


if __name__ == "__main__":
    sys.exit(main())
