"""Trains the name tagger, a word CRF, and prints its exact-span F1 on Wojood's test part and on CLEANANERCorp."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pycrfsuite

from musnad.languages import LANGUAGES
from musnad.languages.ar.tagger_models import load_word_tables
from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.name_table import load_names
from musnad.mentions.names import find_names
from musnad.mentions.tagging import spans
from musnad.mentions.word_features import WordFeatures, WordView, features_of, lexicon_marks
from swapping import load_pool, swapped
from tagged_text import (
    Scores,
    TaggedSentence,
    line_of,
    read_flat,
    read_pud,
    read_radio,
    read_wojood,
    token_labels,
    word_spans,
)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
MODELS = ROOT / "src" / "musnad" / "languages" / "ar" / "models"
ANNOTATION = Path(__file__).resolve().parent / "annotation"
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 150, "feature.possible_transitions": True}
COPIES = 4
SEED = 1
LANGUAGE = LANGUAGES["ar"]


class Featurer:
    """Turns sentences into what the CRF trains on and tags."""

    def __init__(self) -> None:
        segmenter = CliticSegmenter((MODELS / "clitics.crfsuite").read_bytes())
        features = WordFeatures(LANGUAGE.grammar, LANGUAGE.mention_grammar, load_word_tables(), segmenter)
        self._view: Callable[[str], WordView] = cache(features.view)
        self._names = load_names(LANGUAGE)

    def of(self, sentence: TaggedSentence) -> tuple[list[list[str]], list[int]]:
        """Return the features of the sentence's tokens, and for each the number of its corpus word."""
        line, numbers = line_of(sentence)
        marks = lexicon_marks(len(line), find_names(line, self._names))
        return features_of([self._view(word) for word in line.words], marks), numbers


def main() -> int:
    """Return 0 once the figures are printed and, where asked, the model is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    parser.add_argument("--write", action="store_true", help="write the weights into the language pack")
    asked = parser.parse_args()
    featurer = Featurer()
    with tempfile.TemporaryDirectory() as folder:
        path = MODELS / "names.crfsuite" if asked.write else Path(folder) / "names.crfsuite"
        train(training_sentences(asked.shared), featurer, path)
        print(f"{path.name}: {path.stat().st_size} bytes")
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        for name, sentences in test_sentences(asked.shared).items():
            print(name)
            print(measure(sentences, featurer, tagger).table())
    return 0


def training_sentences(shared: Path) -> list[TaggedSentence]:
    """Return Wojood's training and validation parts, our own annotation, and copies of all with other names."""
    wojood = [read_wojood(shared / "ner" / f"wojood_sample_{part}.txt") for part in ("train", "val")]
    own = [
        read_pud(shared / "treebank" / "ar_pud.conllu.gz", ANNOTATION / "pud.tsv"),
        read_radio(shared / "radio_tn_2017.jsonl.zip", ANNOTATION / "radio_tn_2017.tsv"),
    ]
    read = [sentence for part in (*wojood, *own) for sentence in part]
    made = list(swapped(read, load_pool(shared / "names" / "wd_arabic_80.gz"), COPIES, SEED))
    print(f"sentences {len(read)}, of which annotated here {sum(map(len, own))}; with other names {len(made)}")
    return [*read, *made]


def test_sentences(shared: Path) -> dict[str, list[TaggedSentence]]:
    """Return the sentences that are only measured on."""
    return {
        "Wojood, test part": read_wojood(shared / "ner" / "wojood_sample_test.txt"),
        "CLEANANERCorp, test part": read_flat(shared / "ner" / "cleananercorp_test.txt"),
    }


def train(sentences: list[TaggedSentence], featurer: Featurer, path: Path) -> None:
    """Train on the sentences and write the model to `path`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sentence in sentences:
        features, numbers = featurer.of(sentence)
        trainer.append(features, token_labels(sentence, numbers))
    trainer.train(str(path))


def measure(sentences: list[TaggedSentence], featurer: Featurer, tagger: pycrfsuite.Tagger) -> Scores:
    """Return the counts of right, found and annotated names."""
    scores = Scores()
    for sentence in sentences:
        features, numbers = featurer.of(sentence)
        scores.add(word_spans(spans(tagger.tag(features)), numbers), set(sentence.names))
    return scores


if __name__ == "__main__":
    sys.exit(main())
