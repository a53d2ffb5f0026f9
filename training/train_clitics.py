"""Trains the clitic segmenter, a character CRF, on UD Arabic PUD; prints its word accuracy over ten folds."""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from musnad.languages.clitics import letter_features, strip_marks

ROOT = Path(__file__).resolve().parent.parent
TREEBANK = ROOT.parent / "shared" / "data" / "treebank" / "ar_pud.conllu.gz"
MODEL = ROOT / "src" / "musnad" / "languages" / "ar" / "models" / "clitics.crfsuite"
FOLDS = 10
SETTINGS = {"c1": 0.05, "c2": 0.01, "max_iterations": 120, "feature.possible_transitions": True}

Word = tuple[str, ...]


def main() -> int:
    """Return 0 once the figures are printed and, where asked, the model is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, default=TREEBANK, metavar="FILE", help="ar_pud.conllu.gz")
    parser.add_argument("--write", action="store_true", help=f"also train on all of it and write {MODEL.name}")
    parser.add_argument("--folds", type=int, default=FOLDS, metavar="N", help="how many folds to measure (0: none)")
    asked = parser.parse_args()
    sentences = list(read_sentences(asked.treebank))
    print(f"sentences {len(sentences)}, words {sum(map(len, sentences))}")
    if asked.folds:
        right, seen = cross_validate(sentences, asked.folds)
        print(f"word accuracy, {asked.folds} folds: {right / seen:.4f} ({right} of {seen})")
    if asked.write:
        MODEL.parent.mkdir(exist_ok=True)
        train(sentences, MODEL)
        print(f"{MODEL}: {MODEL.stat().st_size} bytes")
    return 0


def read_sentences(path: Path) -> Iterator[list[Word]]:
    """Yield each sentence as words, each word as its segments; marks of punctuation and numbers are left out."""
    words: list[list[str]] = []
    joined = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                yield [tuple(word) for word in words]
                words, joined = [], False
                continue
            fields = line.rstrip("\n").split("\t")
            if line.startswith("#") or "-" in fields[0] or "." in fields[0]:
                continue
            form = strip_marks(fields[1])
            letters = form.isalpha() and not form.isascii()
            if letters and joined:
                words[-1].append(form)
            elif letters:
                words.append([form])
            joined = letters and "SpaceAfter=No" in fields[9]


def cross_validate(sentences: list[list[Word]], folds: int) -> tuple[int, int]:
    """Return (words cut exactly right, words), each fold's sentences cut by a model that has not seen them."""
    right = seen = 0
    for fold in range(folds):
        path = Path(f"/tmp/clitics-fold-{fold}.crfsuite")
        train([sentence for number, sentence in enumerate(sentences) if number % folds != fold], path)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        for sentence in sentences[fold::folds]:
            for word in sentence:
                surface = "".join(word)
                right += tagger.tag(letter_features(surface)) == labels(word)
                seen += 1
        path.unlink()
    return right, seen


def train(sentences: list[list[Word]], path: Path) -> None:
    """Train on the words of the sentences and write the model to `path`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sentence in sentences:
        for word in sentence:
            trainer.append(letter_features("".join(word)), labels(word))
    trainer.train(str(path))


def labels(word: Word) -> list[str]:
    """Return a label a letter: B where a segment begins, I inside one."""
    return [label for segment in word for label in "B" + "I" * (len(segment) - 1)]


if __name__ == "__main__":
    sys.exit(main())
