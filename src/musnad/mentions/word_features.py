"""The features by which the name tagger knows a word: its spelling, its clusters, the lexicons that hold it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.languages.clitics import CliticSegmenter
from musnad.languages.grammar import Grammar
from musnad.languages.mention_grammar import MentionGrammar
from musnad.languages.tagger_models import WordTables
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.model import LinkKind

_CACHED_WORDS = 60_000
_CACHED_PAIRS = 20_000
_PLACES = ("", "-1", "+1", "-2", "+2")


@dataclass(frozen=True, slots=True)
class _WordView:
    """A word's features where it stands, and those it gives to the words after, before and two away from it."""

    own: tuple[bytes, ...]
    to_next: tuple[bytes, ...]
    to_previous: tuple[bytes, ...]
    to_second_next: tuple[bytes, ...]
    to_second_previous: tuple[bytes, ...]
    pair: str


class WordFeatures:
    """Turns the words of a line into features; what depends on the word alone is worked out once a word.

    Where `weighted` is given, features that the weights do not know are left out: they would only cost time.
    """

    def __init__(
        self,
        grammar: Grammar,
        rules: MentionGrammar,
        tables: WordTables,
        segmenter: CliticSegmenter,
        weighted: frozenset[str] | None = None,
    ) -> None:
        self._grammar = grammar
        self._rules = rules
        self._tables = tables
        self._segmenter = segmenter
        self._named = None if weighted is None else _named(weighted)
        self._view = lru_cache(maxsize=_CACHED_WORDS)(self._word_view)
        self._pair = lru_cache(maxsize=_CACHED_PAIRS)(self._pair_of)

    def of(self, line: Line, known: Sequence[Draft]) -> list[list[bytes]]:
        """Return the features of each token of the line, in UTF-8; `known` are the lexicons' names in it."""
        views = [self._view(word) for word in line.words]
        marks = _lexicon_marks(len(views), known)
        features = []
        last = len(views) - 1
        for place, view in enumerate(views):
            found = [*view.own, b"k" + marks[place]]
            if place:
                before = views[place - 1]
                found += before.to_next
                found.append(b"-1k" + marks[place - 1])
                found += self._pair(before.pair, view.pair)
            else:
                found.append(b"first")
            if place < last:
                found += views[place + 1].to_previous
                found.append(b"+1k" + marks[place + 1])
            else:
                found.append(b"last")
            if place > 1:
                found += views[place - 2].to_second_next
            if place + 1 < last:
                found += views[place + 2].to_second_previous
            features.append(found)
        return features

    def _word_view(self, word: str) -> _WordView:
        stem, proclitics = self._segmenter.stem(word)
        clusters = self._tables.clusters.get(word) or ()
        # A word without clitics says all of it once.
        stem_clusters = self._tables.clusters.get(stem) or () if stem != word else ()
        shape = _shape(word)
        lexical = self._lexical(stem)
        own = [f"w{word}", f"h{shape}", f"c{proclitics}"]
        if stem != word:
            own += [f"s{stem}", f"x{stem[:2]}", f"x{stem[:3]}"]
        own += [f"x{letters}" for letters in (word[:2], word[:3])]
        own += [f"y{letters}" for letters in (word[-1:], word[-2:], word[-3:])]
        own += [f"C{size}{cluster}" for size, cluster in enumerate(clusters)]
        own += [f"S{size}{cluster}" for size, cluster in enumerate(stem_clusters)]
        own += lexical
        own.append(f"a{'ال' if stem.startswith('ال') else ''}{min(len(stem), 7)}")
        near = [clusters[1] if len(clusters) > 1 else shape, f"w{word}"]
        if stem != word:
            near.append(f"s{stem}")
        near += [f"C{size}{cluster}" for size, cluster in enumerate(clusters)]
        near += [f"S{size}{cluster}" for size, cluster in enumerate(stem_clusters[:3])]
        near += lexical
        near.append(f"h{shape}")
        far = [f"w{word}", *(f"C{size}{cluster}" for size, cluster in enumerate((stem_clusters or clusters)[:3]))]
        far += lexical[:4]
        to_next, to_previous = self._kept(near, "-1", "+1")
        to_second_next, to_second_previous = self._kept(far, "-2", "+2")
        return _WordView(self._kept(own, "")[0], to_next, to_previous, to_second_next, to_second_previous, pair=near[0])

    def _pair_of(self, before: str, own: str) -> tuple[bytes, ...]:
        return self._kept([f"b{before}|{own}"], "-1")[0]

    def _kept(self, features: Sequence[str], *places: str) -> list[tuple[bytes, ...]]:
        """Return the features as they are called at each of the places, those without a weight left out."""
        named = self._named
        if named is None:
            return [tuple([(place + feature).encode() for feature in features]) for place in places]
        known = [named[feature] for feature in features if feature in named]
        return [tuple([names[place] for names in known if place in names]) for place in places]

    def _lexical(self, stem: str) -> list[str]:
        grammar, rules = self._grammar, self._rules
        bare = stem.removeprefix("ال")
        found = [f"n{self._tables.name_words.get(stem, '')}"]
        if bare != stem:
            found.append(f"N{self._tables.name_words.get(bare, '')}")
        if stem in grammar.given_names:
            found.append("given")
        found += [f"head{head.kind}" for head in rules.heads.get(stem, ()) or rules.heads.get(bare, ())]
        holder = grammar.holders.get(bare)
        if holder is not None:
            titled = holder.is_title or holder.kind is LinkKind.PERSON
            found.append(f"holder{holder.kind}{holder.number}{titled}")
        if stem in grammar.cues:
            found.append("cue")
        found += [f"list{name}" for name in ("name_links", "name_ends", "portfolios") if stem in rules.words[name]]
        return found


def _named(weighted: frozenset[str]) -> dict[str, dict[str, bytes]]:
    """Return for each feature the places at which it has a weight, with its name there as the tagger wants it."""
    named: dict[str, dict[str, bytes]] = {}
    for name in weighted:
        for place in _PLACES:
            if name.startswith(place):
                named.setdefault(name.removeprefix(place), {})[place] = name.encode()
    return named


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{len(word)}"
    if word.isascii():
        return "latin" if word.isalpha() else word[:1]
    return "ar" if word.isalpha() else "mixed"


def _lexicon_marks(size: int, known: Sequence[Draft]) -> list[bytes]:
    marks = [b""] * size
    for draft in known:
        for place in range(draft.first, draft.end):
            edge = "U" if draft.end - draft.first == 1 else "B" if place == draft.first else "I"
            marks[place] = f"{edge}{draft.kind}".encode()
    return marks
