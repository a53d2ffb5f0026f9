"""Measures the comparing of claims: contradictions of our own pairs, headline pairs judged elsewhere, and its cost.

usage: benchmarks/agreement.py [--reports N ...]

Needs ../shared (data/claims, data/news_ar_2018.jsonl.zip) for all but our own pairs; prints no text of it. ArEntail is
read where openpyxl is installed.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from musnad.agreement import match_claims
from musnad.evaluation.agreement import (
    AgreementPair,
    ConflictScores,
    StatementReader,
    load_agreement_pairs,
    load_stance_pairs,
    score_agreement_pairs,
    score_entailment,
    score_halves,
    score_stance,
)
from musnad.model import Independence, RawDocument, Report, SourceGraph, Stated
from musnad.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
CLAIMS = ROOT.parent / "shared" / "data" / "claims"
CORPUS = ROOT.parent / "shared" / "data" / "news_ar_2018.jsonl.zip"
NOBODY = Independence(0, 0, SourceGraph((), (), (), ()), ())


def measure_pairs(pairs: Sequence[AgreementPair]) -> None:
    """Print the figures of our own pairs: of the half that was read while rules were written, of the other, of all."""
    for name, found in score_halves(pairs, StatementReader()).items():
        print_scores(name, found)


def print_scores(name: str, found: ConflictScores) -> None:
    """Print the figures of some pairs in a line."""
    print(
        f"{name:7} {found.pairs} pairs: contradictions P {found.precision:.3f} R {found.recall:.3f}, "
        f"slot {found.slot:.3f}, relation {found.relation:.3f}"
    )


def measure_stance() -> None:
    """Print the figures of the ANS corpus, test part."""
    found = score_stance(load_stance_pairs(CLAIMS / "ans_stance_test.csv"), StatementReader("2018-06-01", whole=True))
    print(f"ANS test, {found.pairs} pairs: macro-F1 {found.two_class:.3f}, three classes {found.three_class:.3f}")


def measure_entailment() -> None:
    """Print the share of ArEntail's test pairs that are judged right: second sentence follows, or not."""
    rows = list(entailment_rows(CLAIMS / "ArEntail_test.xlsx"))
    count, right = score_entailment(rows, StatementReader("2018-06-01", whole=True))
    most = max(sum(follows for _, _, follows in rows), sum(not follows for _, _, follows in rows))
    print(f"ArEntail test, {count} pairs: accuracy {right:.3f} (the commoner class alone: {most / count:.3f})")


def entailment_rows(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield (premise, hypothesis, whether it follows) of an ArEntail file."""
    import openpyxl

    rows = openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True)
    header = [str(cell).strip().lower() for cell in next(rows)]
    label = next(at for at, name in enumerate(header) if name in {"label", "entailment", "class", "value"})
    texts = [at for at in range(len(header)) if at != label and header[at] not in {"id", "pair_id", "no", "#"}][-2:]
    for row in rows:
        if row[label] is not None:
            follows = str(row[label]).strip().lower() in {"1", "1.0", "entailment", "entails", "yes", "e", "true"}
            yield str(row[texts[0]]), str(row[texts[1]]), follows


def measure_cost(sizes: Sequence[int]) -> None:
    """Print the time of matching n reports as multiples of that of the fewest."""
    reports = list(read_reports(max(sizes)))
    base: tuple[int, float] | None = None
    for size in sizes:
        chosen = {report.id: report for report in reports[:size]}
        began = time.process_time()
        match_claims(chosen, (), lambda _: NOBODY)
        seconds = time.process_time() - began
        base = base or (size, seconds)
        print(f"{size} reports: {size / base[0]:.1f} times as many, {seconds / base[1]:.2f} times the CPU time")


def read_reports(count: int) -> Iterator[Report]:
    """Yield the first articles of the corpus in order of their places, read."""
    with zipfile.ZipFile(CORPUS) as archive:
        lines = archive.read(archive.namelist()[0]).splitlines()[:count]
    for line in lines:
        record = json.loads(line)
        content = f"{record['title']}\n{record['text']}".encode()
        stated = Stated(published=record.get("published"), outlet=record.get("outlet"))
        yield read_document(RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), stated=stated))


def main() -> int:
    """Return 0 once the figures are printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=[], metavar="N", help="also measure the cost")
    asked = parser.parse_args()
    pairs = ROOT / "tests" / "agreement"
    measure_pairs(load_agreement_pairs(pairs))
    print_scores("fresh", score_agreement_pairs(load_agreement_pairs(pairs, "fresh.tsv"), StatementReader()))
    if CLAIMS.is_dir():
        measure_stance()
        if importlib.util.find_spec("openpyxl"):
            measure_entailment()
        if asked.reports:
            measure_cost(sorted(asked.reports))
    return 0


if __name__ == "__main__":
    sys.exit(main())
