"""Measures the article extraction of Musnad beside that of other libraries, in one run: agreement, dates, CPU."""

import argparse
import functools
import importlib
import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from musnad.evaluation.pages import ExtractedPage, GoldPage, extract_page, load_gold_pages
from musnad.evaluation.shingles import ShingleScore, ShingleScores, compare_shingles
from musnad.model import Quality

SETS = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
_WRONG_USAGE = 2


@dataclass(slots=True)
class Measured:
    """One extractor's results on one set of pages."""

    scores: dict[str, ShingleScore] = field(default_factory=dict)
    cpu_ms: list[float] = field(default_factory=list)
    days_right: int = 0
    days_known: int = 0


Extractor = Callable[[GoldPage], ExtractedPage]


def main() -> int:
    """Return 0 where every set was measured, 2 where there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, default=sorted(SETS.glob("*.zip")), metavar="SET.zip")
    parser.add_argument("--only", action="append", choices=[*_EXTRACTORS], help="measure only this extractor")
    parser.add_argument("--half", type=int, choices=(0, 1), help="measure only every second page")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N pages with the lowest F1")
    asked = parser.parse_args()
    if not asked.sets or not all(path.is_file() for path in asked.sets):
        print(f"no set of pages in {SETS}; name .zip files of pages with their gold", file=sys.stderr)
        return _WRONG_USAGE
    logging.disable(logging.CRITICAL)
    extractors = {name: make() for name, make in _EXTRACTORS.items() if not asked.only or name in asked.only}
    for path in asked.sets:
        pages = list(load_gold_pages(path))
        pages = pages if asked.half is None else pages[asked.half :: 2]
        print(f"\n{path.stem}: {len(pages)} pages")
        print(f"{'':<18}{'F1':>7}{'prec.':>7}{'recall':>7}{'dates':>12}{'CPU ms mean':>13}{'median':>8}")
        for name, extractor in extractors.items():
            if isinstance(extractor, str):
                print(f"{name:<18}not installed ({extractor}); pip install -e '.[bench]'")
                continue
            _print_row(name, measured := measure(extractor, pages))
            _print_worst(measured, asked.worst)
    return 0


def measure(extractor: Extractor, pages: Sequence[GoldPage]) -> Measured:
    """Return how well and how fast the extractor reads the pages; the first page is read once to warm up."""
    measured = Measured()
    extractor(pages[0])
    for page in pages:
        start = time.process_time()
        extracted = extractor(page)
        measured.cpu_ms.append((time.process_time() - start) * 1000)
        measured.scores[page.name] = compare_shingles(page.body, extracted.body)
        if page.day:
            measured.days_known += 1
            measured.days_right += extracted.day == page.day
    return measured


def _print_row(name: str, measured: Measured) -> None:
    scores = ShingleScores.of(measured.scores.values())
    dates = f"{measured.days_right}/{measured.days_known}" if measured.days_known else "-"
    cpu = measured.cpu_ms
    print(
        f"{name:<18}{scores.f1:>7.3f}{scores.precision:>7.3f}{scores.recall:>7.3f}{dates:>12}"
        f"{statistics.mean(cpu):>13.1f}{statistics.median(cpu):>8.1f}",
        flush=True,
    )


def _print_worst(measured: Measured, count: int) -> None:
    for name, score in sorted(measured.scores.items(), key=lambda pair: pair[1].f1)[:count]:
        precision, recall = (part or 0.0 for part in (score.precision, score.recall))
        print(f"    {name}  F1 {score.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}")


def _trafilatura() -> Extractor:
    trafilatura: Any = importlib.import_module("trafilatura")

    def extract(page: GoldPage) -> ExtractedPage:
        found = trafilatura.bare_extraction(
            page.html.decode("utf-8", "replace"), url=page.url, include_comments=False, with_metadata=True
        )
        if found is None:
            return ExtractedPage("")
        return ExtractedPage(found.text or "", found.date)

    return extract


def _readability() -> Extractor:
    readability: Any = importlib.import_module("readability")
    lxml_html: Any = importlib.import_module("lxml.html")

    def extract(page: GoldPage) -> ExtractedPage:
        try:
            summary = readability.Document(page.html.decode("utf-8", "replace")).summary()
        except readability.readability.Unparseable:
            return ExtractedPage("")
        return ExtractedPage(" ".join(lxml_html.fromstring(summary).itertext()))

    return extract


def _resiliparse() -> Extractor:
    plain: Any = importlib.import_module("resiliparse.extract.html2text")

    def extract(page: GoldPage) -> ExtractedPage:
        html = page.html.decode("utf-8", "replace")
        return ExtractedPage(plain.extract_plain_text(html, main_content=True, alt_texts=False))

    return extract


def _best() -> Extractor:
    importlib.import_module("trafilatura")
    importlib.import_module("resiliparse")
    return functools.partial(extract_page, quality=Quality.BEST)


def _htmldate() -> Extractor:
    htmldate: Any = importlib.import_module("htmldate")

    def extract(page: GoldPage) -> ExtractedPage:
        html = page.html.decode("utf-8", "replace")
        day = htmldate.find_date(html, url=page.url, original_date=True, max_date=date.max.isoformat())
        return ExtractedPage("", day)

    return extract


def _if_installed(make: Callable[[], Extractor]) -> Callable[[], Extractor | str]:
    def attempt() -> Extractor | str:
        try:
            return make()
        except ImportError as missing:
            return str(missing)

    return attempt


_EXTRACTORS: dict[str, Callable[[], Extractor | str]] = {
    "musnad": lambda: extract_page,
    "musnad, best": _if_installed(_best),
    "trafilatura": _if_installed(_trafilatura),
    "readability-lxml": _if_installed(_readability),
    "resiliparse": _if_installed(_resiliparse),
    "htmldate": _if_installed(_htmldate),
}

if __name__ == "__main__":
    sys.exit(main())
