"""Writes the two word tables of the name tagger: clusters from co-occurrence counts, and words that make names."""

import argparse
import gzip
import json
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD

from musnad.text import fold_word, tokenize
from packing import write_table

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
MODELS = ROOT / "src" / "musnad" / "languages" / "ar" / "models"
CORPORA = ("news_ar_2018", "radio_tn_2017")
SIZES = (48, 160, 500, 1200)
LEAST_COUNT = 4
CONTEXT_WORDS = 8000
OFFSETS = (-2, -1, 1, 2)
DIMENSIONS = 100


def main() -> int:
    """Return 0 once both tables are written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder shared/data")
    asked = parser.parse_args()
    MODELS.mkdir(exist_ok=True)
    write_clusters(asked.shared, MODELS / "clusters.tsv.gz")
    write_name_words(asked.shared / "names" / "wd_arabic_80.gz", MODELS / "name_words.tsv.gz")
    return 0


def write_clusters(shared: Path, path: Path) -> None:
    """Write a line a word: the word and its cluster at every size, the commonest words first."""
    texts = [list(words_of(text)) for name in CORPORA for text in texts_of(shared / f"{name}.jsonl.zip")]
    counts = Counter(word for words in texts for word in words)
    vocabulary = [word for word, count in counts.most_common() if count >= LEAST_COUNT]
    contexts = [word for word, _ in counts.most_common(CONTEXT_WORDS)]
    vectors = embed(count_contexts(texts, vocabulary, contexts))
    columns = []
    for size in SIZES:
        clustering = MiniBatchKMeans(size, random_state=0, n_init=2, batch_size=4096, max_iter=60)
        columns.append(clustering.fit_predict(vectors).tolist())
    lines = ["\t".join(map(str, row)) for row in zip(vocabulary, *columns, strict=True) if row[0].strip()]
    write_table(path, lines)


def words_of(text: str) -> Iterator[str]:
    """Yield the folded words and marks of a text, all numbers as one."""
    for token in tokenize(text, 0, len(text)):
        yield sys.intern("0" if token.folded[0].isdigit() else token.folded)


def texts_of(path: Path) -> Iterator[str]:
    """Yield title and text of every article of a zipped corpus."""
    with zipfile.ZipFile(path) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in lines:
                record = json.loads(line)
                yield (record.get("title") or "") + "\n" + (record.get("text") or "")


def count_contexts(texts: list[list[str]], vocabulary: list[str], contexts: list[str]) -> Any:
    """Return the sparse counts of (word, neighbour at an offset)."""
    word_ids = {word: number for number, word in enumerate(vocabulary)}
    context_ids = {word: number for number, word in enumerate(contexts)}
    width = len(contexts)
    counts: dict[int, int] = defaultdict(int)
    for words in texts:
        rows = [word_ids.get(word, -1) for word in words]
        neighbours = [context_ids.get(word, -1) for word in words]
        for block, offset in enumerate(OFFSETS):
            for place in range(max(0, -offset), min(len(words), len(words) - offset)):
                row, neighbour = rows[place], neighbours[place + offset]
                if row >= 0 and neighbour >= 0:
                    counts[(row << 16) | (block * width + neighbour)] += 1
    keys = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    values = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
    shape = (len(vocabulary), len(OFFSETS) * width)
    return sparse.csr_matrix((values, (keys >> 16, keys & 0xFFFF)), shape=shape)


def embed(counts: Any) -> Any:
    """Return a unit vector a word: positive pointwise mutual information, reduced by a singular value decomposition."""
    rows = np.asarray(counts.sum(1)).ravel()
    # Contexts smoothed by the power of 3/4 (Levy, Goldberg and Dagan 2015): rare ones weigh less.
    columns = np.asarray(counts.sum(0)).ravel() ** 0.75
    columns *= counts.sum() / columns.sum()
    cells = counts.tocoo()
    information = np.maximum(np.log(cells.data * cells.data.sum() / (rows[cells.row] * columns[cells.col])), 0)
    matrix = sparse.csr_matrix((information, (cells.row, cells.col)), shape=counts.shape)
    matrix.eliminate_zeros()
    reduction = TruncatedSVD(DIMENSIONS, n_iter=4, random_state=0)
    vectors = reduction.fit_transform(matrix) / np.sqrt(reduction.singular_values_)[None, :]
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def write_name_words(source: Path, path: Path) -> None:
    """Write the words of Wikidata's names (CC0) with how many names hold them, in steps of the logarithm."""
    counts: Counter[str] = Counter()
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            _, letters, count = line.rstrip("\n").split("\t")
            counts[fold_word(letters.replace(" ", ""))] += int(count)
    words = [(word, min(count.bit_length(), 9)) for word, count in sorted(counts.items()) if len(word) > 1]
    write_table(path, [f"{word}\t{step}" for word, step in words])


if __name__ == "__main__":
    sys.exit(main())
