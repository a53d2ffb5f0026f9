"""Makes more training sentences by putting other names in the place of those annotated."""

import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from musnad.languages import LANGUAGES
from tagged_text import NameSpan, TaggedSentence

_LANGUAGE = LANGUAGES["ar"]
_PROCLITICS = ("وال", "بال", "لل", "و", "ب", "ل", "ف", "ك")


@dataclass(frozen=True, slots=True)
class NamePool:
    """Names to put in: given names, foreign first and last names by how many bear them, places."""

    given: tuple[str, ...]
    foreign: tuple[str, ...]
    weights: tuple[int, ...]
    places: tuple[str, ...]


def load_pool(names: Path) -> NamePool:
    """Return the pool: the pack's given names, Wikidata's (CC0), the pack's countries and capitals."""
    foreign: dict[str, int] = {}
    with gzip.open(names, "rt", encoding="utf-8") as lines:
        for line in lines:
            _, letters, count = line.rstrip("\n").split("\t")
            word = letters.replace(" ", "")
            if len(word) > 2:
                foreign[word] = foreign.get(word, 0) + int(count)
    rules = _LANGUAGE.mention_grammar
    places = [" ".join(words) for words in (*rules.countries, *rules.capitals)]
    given = sorted(name for name in _LANGUAGE.grammar.given_names if len(name) > 2)
    ordered = sorted(foreign)
    # The square root flattens the counts: rare names are what the tagger must learn to see.
    weights = [max(1, int(foreign[word] ** 0.5)) for word in ordered]
    return NamePool(tuple(given), tuple(ordered), tuple(weights), tuple(places))


def swapped(sentences: Sequence[TaggedSentence], pool: NamePool, copies: int, seed: int) -> Iterator[TaggedSentence]:
    """Yield `copies` versions of each sentence that names a person or a place, its names drawn anew."""
    chance = random.Random(seed)
    for sentence in sentences:
        if any(kind in {"PERS", "LOC"} for _, _, kind in sentence.names):
            for _ in range(copies):
                yield _swap(sentence, pool, chance)


def _swap(sentence: TaggedSentence, pool: NamePool, chance: random.Random) -> TaggedSentence:
    words: list[str] = []
    names: list[NameSpan] = []
    place = 0
    for first, end, kind in sentence.names:
        words += sentence.words[place:first]
        old = list(sentence.words[first:end])
        new = _draw(old, kind, pool, chance)
        names.append((len(words), len(words) + len(new), kind))
        words += new
        place = end
    words += sentence.words[place:]
    return TaggedSentence(tuple(words), tuple(names))


def _draw(old: list[str], kind: str, pool: NamePool, chance: random.Random) -> list[str]:
    if kind == "ORG" or (kind == "LOC" and len(old) > 1) or len(old) > 3:
        return old
    if kind == "LOC":
        return _with_clitic(old[0], chance.choice(pool.places)).split() if chance.random() < 0.5 else old
    if chance.random() < 0.25:
        return old
    arabic = chance.random() < 0.5
    drawn = []
    for place in range(len(old)):
        if arabic and (place == 0 or chance.random() < 0.4):
            drawn.append(chance.choice(pool.given))
        elif arabic and chance.random() < 0.5:
            drawn.append("ال" + chance.choice(pool.given) + "ي")
        else:
            drawn.append(chance.choices(pool.foreign, pool.weights)[0])
    drawn[0] = _with_clitic(old[0], drawn[0])
    return drawn


def _with_clitic(old: str, new: str) -> str:
    """Return the new word with the clitic of the old one, where it plainly has one."""
    for clitic in _PROCLITICS:
        if old.startswith(clitic) and len(old) > len(clitic) + 2 and len(clitic) == 1:
            known = old[1:] in _LANGUAGE.grammar.given_names or (old[1:],) in _LANGUAGE.mention_grammar.countries
            if known:
                return "لل" + new[2:] if clitic == "ل" and new.startswith("ال") else clitic + new
    return new
