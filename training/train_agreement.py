"""Trains the lexical model of agreement, and counts how rare lemmas are; prints the model's figures.

usage: training/train_agreement.py [--shared DIR] [--rarity] [--write]

The model is fitted to the train part of the ANS corpus alone; its strength of regularisation was chosen on the dev
part; the test part is only measured.
"""

import argparse
import json
import math
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from musnad.agreement.alignment import align
from musnad.agreement.lexical import agreement_features
from musnad.evaluation.agreement import StatementReader, load_stance_pairs, macro_f1
from musnad.languages import LANGUAGES
from musnad.text import tokenize
from packing import write_table

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
MODELS = ROOT / "src" / "musnad" / "languages" / "ar" / "models"
CORPORA = ("radio_tn_2017", "news_ar_2018")
LEAST_ARTICLES = 40
STRENGTH = 3.0
FEWEST_PAIRS = 3
HEADLINES_OF = "2018-06-01"


def main() -> int:
    """Return 0 once the figures are printed and, where asked, the files are written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    parser.add_argument("--rarity", action="store_true", help="count lemmas anew and write lemma_rarity.tsv.gz")
    parser.add_argument("--write", action="store_true", help="write the weights into the language pack")
    asked = parser.parse_args()
    if asked.rarity:
        write_table(MODELS / "lemma_rarity.tsv.gz", list(rarity_lines(asked.shared)))
    read = StatementReader(HEADLINES_OF, whole=True)
    parts = {
        part: load_stance_pairs(asked.shared / "claims" / f"ans_stance_{part}.csv") for part in ("train", "dev", "test")
    }
    weights = fit([features_of(read, pair) for pair in parts["train"]], [pair[2] for pair in parts["train"]])
    for part, pairs in parts.items():
        report(part, weights, [features_of(read, pair) for pair in pairs], [pair[2] for pair in pairs])
    if asked.write:
        written = json.dumps(weights, ensure_ascii=False, indent=1, sort_keys=True)
        (MODELS / "agreement.json").write_text(written + "\n", encoding="utf-8")
    return 0


def features_of(read: StatementReader, pair: tuple[str, str, str]) -> dict[str, float]:
    """Return the features of a pair of headlines."""
    left, right = read(pair[0]), read(pair[1])
    return agreement_features(left, right, align(left.wording.words, right.wording.words), LANGUAGES["ar"].agreement)


def fit(rows: Sequence[dict[str, float]], classes: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the weights by class and feature; features of fewer than three pairs are left out."""
    seen = Counter(name for row in rows for name in row)
    kept = [{name: value for name, value in row.items() if seen[name] >= FEWEST_PAIRS} for row in rows]
    vectorizer = DictVectorizer(sparse=False)
    model = LogisticRegression(C=STRENGTH, max_iter=5000, class_weight="balanced", fit_intercept=False)
    model.fit(vectorizer.fit_transform(kept), classes)
    names = vectorizer.get_feature_names_out()
    return {
        str(name): {str(feature): round(float(weight), 3) for feature, weight in zip(names, row, strict=True)}
        for name, row in zip(model.classes_, model.coef_, strict=True)
    }


def report(
    part: str, weights: dict[str, dict[str, float]], rows: Sequence[dict[str, float]], given: Sequence[str]
) -> None:
    """Print the figures of one part."""
    names = sorted(weights)
    scores = np.array(
        [[sum(weights[name].get(key, 0) * value for key, value in row.items()) for name in names] for row in rows]
    )
    three = [(stance, names[best]) for stance, best in zip(given, scores.argmax(axis=1), strict=True)]
    agree, disagree = names.index("agree"), names.index("disagree")
    two = [
        (stance, "agree" if row[agree] > row[disagree] else "disagree")
        for stance, row in zip(given, scores, strict=True)
        if stance != "other"
    ]
    print(
        f"{part}: {len(rows)} pairs, agree/disagree macro-F1 {macro_f1(two):.3f}, three classes {macro_f1(three):.3f}"
    )


def rarity_lines(shared: Path) -> Iterator[str]:
    """Yield lemma and rarity, 0 for what half of the articles hold, 1 for what fewer than forty do."""
    lexicon = LANGUAGES["ar"].agreement
    held: Counter[str] = Counter()
    articles = 0
    for text in corpus_texts(shared):
        articles += 1
        tokens = tokenize(text, 0, len(text))
        held.update({lexicon.read_word(token.folded).lemma for token in tokens if token.folded[:1].isalpha()})
    low, high = math.log(2), math.log(articles / LEAST_ARTICLES)
    for lemma, count in sorted(held.items()):
        if count >= LEAST_ARTICLES:
            rarity = (math.log(articles / count) - low) / (high - low)
            yield f"{lemma}\t{min(1.0, max(0.0, rarity)):.2f}"


def corpus_texts(shared: Path) -> Iterator[str]:
    """Yield headline and text of every article of the corpora."""
    for name in CORPORA:
        with zipfile.ZipFile(shared / f"{name}.jsonl.zip") as archive:
            for line in archive.read(archive.namelist()[0]).splitlines():
                record = json.loads(line)
                yield f"{record.get('title') or ''}\n{record.get('text') or ''}"


if __name__ == "__main__":
    sys.exit(main())
