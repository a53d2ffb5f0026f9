"""The features by which the name tagger knows a word: its spelling, its clusters, the lexicons that hold it."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.languages.clitics import CliticSegmenter
from musnad.languages.grammar import Grammar
from musnad.languages.mention_grammar import MentionGrammar
from musnad.languages.tagger_models import WordTables
from musnad.mentions.drafts import Draft
from musnad.model import LinkKind


@dataclass(frozen=True, slots=True)
class WordView:
    """A word's features: where it stands, to the words beside it, to those two away; `pair` is its part in a pair's."""

    own: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]
    pair: str


class WordFeatures:
    """Turns a word into what the lexicons and tables of a language say of it."""

    def __init__(self, grammar: Grammar, rules: MentionGrammar, tables: WordTables, segmenter: CliticSegmenter) -> None:
        self._grammar = grammar
        self._rules = rules
        self._tables = tables
        self._segmenter = segmenter

    def view(self, word: str) -> WordView:
        """Return the features of a folded word."""
        stem, proclitics = self._segmenter.stem(word)
        clusters = self._tables.clusters.get(word) or ()
        # A word without clitics says all of it once.
        stem_clusters = self._tables.clusters.get(stem) or () if stem != word else ()
        shape = _shape(word)
        lexical = self._lexical(stem)
        whole, bare_stem = f"w{word}", [f"s{stem}"] if stem != word else []
        own_clusters = [f"C{size}{cluster}" for size, cluster in enumerate(clusters)]
        cut_clusters = [f"S{size}{cluster}" for size, cluster in enumerate(stem_clusters)]
        own = [whole, f"h{shape}", f"c{proclitics}", *bare_stem]
        if stem != word:
            own += ("x" + stem[:2], "x" + stem[:3])
        own += ("x" + word[:2], "x" + word[:3], "y" + word[-1:], "y" + word[-2:], "y" + word[-3:])
        own += own_clusters
        own += cut_clusters
        own += lexical
        own.append(f"a{'ال' if stem.startswith('ال') else ''}{min(len(stem), 7)}")
        pair = clusters[1] if len(clusters) > 1 else shape
        near = [pair, whole, *bare_stem, *own_clusters, *cut_clusters[:3], *lexical, f"h{shape}"]
        # Two words away the clusters of a stem go under the name of a word's own.
        far_clusters = [f"C{size}{cluster}" for size, cluster in enumerate(stem_clusters[:3])] or own_clusters[:3]
        far = [whole, *far_clusters, *lexical[:4]]
        return WordView(tuple(own), tuple(near), tuple(far), pair)

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


def features_of(views: Sequence[WordView], marks: Sequence[str]) -> list[list[str]]:
    """Return the features of each token by name, as the tagger is trained on them; `marks` are `lexicon_marks`."""
    features = []
    last = len(views) - 1
    for place, view in enumerate(views):
        found = [*view.own, f"k{marks[place]}"]
        if place:
            before = views[place - 1]
            found += [f"-1{feature}" for feature in before.near]
            found += [f"-1k{marks[place - 1]}", f"-1b{before.pair}|{view.pair}"]
        else:
            found.append("first")
        if place < last:
            found += [f"+1{feature}" for feature in views[place + 1].near]
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
