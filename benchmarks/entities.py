"""Measures the merging of names: judged clusters, Latin forms of Arabic names, and speed as reports grow in number.

usage: benchmarks/entities.py [--reports N ...]

Needs ../shared (data/syndication_ar_2015.jsonl.zip, data/names); prints no text of it.
"""

import argparse
import gzip
import random
import sys
import time
from pathlib import Path

from musnad.entities import merge_entities
from musnad.entities.transliteration import LatinNames
from musnad.evaluation.copies import load_syndicated
from musnad.evaluation.entities import (
    entity_of_judged,
    load_judged_namings,
    read_judged_reports,
    report_digest,
    score_clusters,
)
from musnad.languages import LANGUAGES
from musnad.text import fold_latin, fold_word

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "data" / "syndication_ar_2015.jsonl.zip"
NAMES = SHARED / "data" / "names" / "wd_arabic_20.gz"
TRAINED = SHARED / "data" / "names" / "wd_arabic_80.gz"
CLUSTERS = ROOT / "tests" / "quality" / "entity_clusters.tsv"
CANDIDATES = 3000
QUERIES = 1000
DRAWS = (11, 12, 13, 14, 15)


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=[250, 500, 1000, 2000], help="how many to merge")
    asked = parser.parse_args()
    measure_names()
    measure_clusters()
    measure_speed(asked.reports)
    return 0


def measure_names() -> None:
    """Print, for five draws, how often the right Latin form comes first among 3,000, and the time of a query."""
    pairs = load_name_pairs(NAMES)
    trained = load_name_pairs(TRAINED)
    print(f"names: {len(pairs)} pairs, {len(set(pairs) & set(trained))} of them the same folded as one trained on")
    right: dict[str, set[str]] = {}
    for arabic, form in pairs + trained:
        right.setdefault(arabic, set()).add(form)
    for draw in DRAWS:
        order = list(pairs)
        random.Random(draw).shuffle(order)
        asked = order[:QUERIES]
        latin = {form for _, form in asked}
        latin |= set([other for _, other in order[QUERIES:] if other not in latin][: CANDIDATES - len(latin)])
        names = LatinNames(sorted(latin), LANGUAGES["ar"])
        names.ranked("محمد")
        start = time.process_time()
        ranked = [names.ranked(arabic) for arabic, _ in asked]
        took = (time.process_time() - start) / len(asked)
        first = [found[0][1] if found else "" for found in ranked]
        paired = sum(best == form for best, (_, form) in zip(first, asked, strict=True)) / len(asked)
        spelt = sum(best in right[arabic] for best, (arabic, _) in zip(first, asked, strict=True)) / len(asked)
        kept = sum(form in {name for _, name in found} for found, (_, form) in zip(ranked, asked, strict=True))
        print(
            f"  draw {draw}: the form of the pair first {paired:.3f}, any form that the data pairs {spelt:.3f},"
            f" the pair's among the nearest {kept / len(asked):.3f}; {took * 1000:.2f} ms a query, {len(latin)} forms"
        )


def load_name_pairs(path: Path) -> list[tuple[str, str]]:
    """Return (Arabic, Latin) of a table of names, both folded; rows that hold no letters are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    pairs = ((fold_word(row[1].replace(" ", "")), fold_latin(row[0])) for row in rows)
    return sorted({(arabic, latin) for arabic, latin in pairs if arabic and latin})


def measure_clusters() -> None:
    """Print BCubed on the even blocks, on which the thresholds were set, and on the odd ones."""
    judged = load_judged_namings(CLUSTERS)
    reports = read_judged_reports(CORPUS, frozenset(name.report for name in judged))
    found = entity_of_judged(reports, judged)
    print(f"clusters: {len({(name.block, name.cluster) for name in judged})} of {len(judged)} names")
    for told, rest in (("even blocks", (0,)), ("odd blocks", (1,)), ("all", (0, 1))):
        chosen = {name: entity for name, entity in found.items() if name.block % 2 in rest}
        print(f"  {told}: {_line(chosen)}")
        for sort in sorted({name.sort for name in chosen}):
            print(f"    {sort}: {_line({name: entity for name, entity in chosen.items() if name.sort == sort})}")


def _line(found: dict) -> str:  # type: ignore[type-arg]
    scores = score_clusters(found)
    return f"F1 {scores.f1:.3f} (precision {scores.precision:.3f}, recall {scores.recall:.3f}; {scores.judged} names)"


def measure_speed(sizes: list[int]) -> None:
    """Print the seconds that merging takes for growing numbers of reports, their mentions found before."""
    urls = sorted(load_syndicated(CORPUS), key=report_digest)[: max(sizes, default=0)]
    reports = read_judged_reports(CORPUS, frozenset(map(report_digest, urls)))
    merge_entities(reports[:50])
    for size in sizes:
        start = time.process_time()
        namings, merges, entities = merge_entities(reports[:size])
        took = time.process_time() - start
        counts = f"{len(namings)} namings, {len(merges)} merges, {len(entities)} entities"
        print(f"speed: {size} reports, {counts}, {took:.2f} s, {size / took:.0f} reports a second")


if __name__ == "__main__":
    sys.exit(main())
