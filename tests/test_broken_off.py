"""Sentences that break off at any word are read: no rule looks past the end."""

import hashlib
from pathlib import Path

import pytest

from musnad.languages import LANGUAGES
from musnad.model import ProblemCode, RawDocument, Stated
from musnad.reading import read_document

FOLDER = Path(__file__).resolve().parent / "events"
HEADLINE = "خبر عن الأمر في المدينة"


def sentences(kind: str) -> list[str]:
    if kind == "rules":
        return [rule.example for rule in LANGUAGES["ar"].grammar.rules.values()]
    rows = (FOLDER / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [row.split("\t")[0] for row in rows]


@pytest.mark.parametrize("kind", ["rules", "sentences", "transfers"])
@pytest.mark.parametrize("from_its_end", [False, True])
def test_what_is_left_of_a_sentence_is_read(kind: str, from_its_end: bool) -> None:
    failed = []
    for sentence in sentences(kind)[::2]:  # half of them, for the time it takes
        words = sentence.rstrip(".").split()
        cuts = range(1, len(words))
        parts = [" ".join(words[cut:] if from_its_end else words[:cut]) for cut in cuts]
        content = "\n".join([HEADLINE, *parts]).encode("utf-8")
        digest = hashlib.sha256(content).hexdigest()
        report = read_document(RawDocument(content, "text/x-article", digest, stated=Stated(published="2026-03-12")))
        failed += [(sentence, str(one)) for one in report.problems if one.code is ProblemCode.READING_FAILED]
    assert failed == []
