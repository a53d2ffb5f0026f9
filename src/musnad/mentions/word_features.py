"""The features by which the name tagger knows a word: its spelling, its clusters, the lexicons that hold it."""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from musnad.languages.clitics import CliticSegmenter
from musnad.languages.grammar import Grammar
from musnad.languages.mention_grammar import MentionGrammar
from musnad.languages.tagger_models import WordTables
from musnad.mentions.drafts import Draft
from musnad.model import LinkKind

# What a word's clusters are called at each size, those of its stem, and those that the words two away see.
_CLUSTERS = ("C0", "C1", "C2", "C3")
_CUT_CLUSTERS = ("S0", "S1", "S2", "S3")
_FAR_CLUSTERS = _CLUSTERS[:3]


# A named tuple: one is made for each new word.
class WordView(NamedTuple):
    """A word's features: where it stands and to the words beside it, where it stands alone, to those two away.

    `pair` is its part in a pair's, and what only the words beside it see.
    """

    shared: list[str]
    own: list[str]
    far: list[str]
    pair: str


class WordFeatures:
    """Turns a word into what the lexicons and tables of a language say of it."""

    def __init__(self, grammar: Grammar, rules: MentionGrammar, tables: WordTables, segmenter: CliticSegmenter) -> None:
        self._grammar = grammar
        self._rules = rules
        self._tables = tables
        self._segmenter = segmenter
        self._lists = [("list" + name, rules.words[name]) for name in ("name_links", "name_ends", "portfolios")]

    def view(self, word: str) -> WordView:
        """Return the features of a folded word."""
        stem, proclitics = self._segmenter.stem(word)
        clusters = self._tables.clusters.get(word) or ()
        shape = _shape(word)
        lexical = self._lexical(stem)
        shared = ["w" + word, "h" + shape, *map(add, _CLUSTERS, clusters), *lexical]
        own = [
            *("c" + proclitics, "x" + word[:2], "x" + word[:3], "y" + word[-1:], "y" + word[-2:], "y" + word[-3:]),
            f"a{'ال' if stem.startswith('ال') else ''}{min(len(stem), 7)}",
        ]
        far_clusters: Sequence[str] = clusters
        # A word without clitics says all of it once.
        if stem != word:
            stem_clusters = self._tables.clusters.get(stem) or ()
            cut_clusters = list(map(add, _CUT_CLUSTERS, stem_clusters))
            shared += ("s" + stem, *cut_clusters[:3])
            own += ("x" + stem[:2], "x" + stem[:3], *cut_clusters[3:])
            # Two words away the clusters of a stem go under the name of a word's own.
            far_clusters = stem_clusters or clusters
        far = ["w" + word, *map(add, _FAR_CLUSTERS, far_clusters), *lexical[:4]]
        return WordView(shared, own, far, clusters[1] if len(clusters) > 1 else shape)

    def _lexical(self, stem: str) -> list[str]:
        grammar, rules, name_words = self._grammar, self._rules, self._tables.name_words
        bare = stem
        found = ["n" + name_words.get(stem, "")]
        if stem.startswith("ال"):
            bare = stem[2:]
            found.append("N" + name_words.get(bare, ""))
        if stem in grammar.given_names:
            found.append("given")
        heads = rules.heads.get(stem) or rules.heads.get(bare)
        if heads is not None:
            found += [f"head{head.kind}" for head in heads]
        holder = grammar.holders.get(bare)
        if holder is not None:
            titled = holder.is_title or holder.kind is LinkKind.PERSON
            found.append(f"holder{holder.kind}{holder.number}{titled}")
        if stem in grammar.cues:
            found.append("cue")
        for name, words in self._lists:
            if stem in words:
                found.append(name)
        return found


def features_of(views: Sequence[WordView], marks: Sequence[str]) -> list[list[str]]:
    """Return the features of each token by name, as the tagger is trained on them; `marks` are `lexicon_marks`."""
    features = []
    last = len(views) - 1
    for place, view in enumerate(views):
        found = [*view.shared, *view.own, f"k{marks[place]}"]
        if place:
            before = views[place - 1]
            found += [f"-1{feature}" for feature in (before.pair, *before.shared)]
            found += [f"-1k{marks[place - 1]}", f"-1b{before.pair}|{view.pair}"]
        else:
            found.append("first")
        if place < last:
            after = views[place + 1]
            found += [f"+1{feature}" for feature in (after.pair, *after.shared)]
            found.append(f"+1k{marks[place + 1]}")
        else:
            found.append("last")
        if place > 1:
            found += [f"-2{feature}" for feature in views[place - 2].far]
        if place + 1 < last:
            found += [f"+2{feature}" for feature in views[place + 2].far]
        features.append(found)
    return features


def lexicon_marks(size: int, known: Sequence[Draft]) -> list[str]:
    """Return for each of `size` tokens what the lexicons' names in the line make it: the edge and the kind."""
    marks = [""] * size
    for draft in known:
        for place in range(draft.first, draft.end):
            marks[place] = mark_of(draft, place)
    return marks


def mark_of(draft: Draft, place: int) -> str:
    """Return what a lexicon's name makes of its token at the place: the edge and the kind."""
    edge = "U" if draft.end - draft.first == 1 else "B" if place == draft.first else "I"
    return f"{edge}{draft.kind}"


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{len(word)}"
    if word.isascii():
        return "latin" if word.isalpha() else word[:1]
    return "ar" if word.isalpha() else "mixed"
