"""On made reports, who denies is set against who accuses him, and nobody against anybody else."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from musnad.comparing import compare_reports
from musnad.model import Dossier, Polarity, RawDocument, Report, Stated
from musnad.reading import read_document

TESTS = Path(__file__).parents[1]
MATTERS = tomllib.loads((TESTS / "agreement" / "charge_reports.toml").read_text(encoding="utf-8"))["matter"]
FLOORS = tomllib.loads((TESTS / "quality" / "floors.toml").read_text(encoding="utf-8"))["charges"]


def read(matter: int, number: int, text: str) -> Report:
    content = text.encode("utf-8")
    stated = Stated(published="2026-03-12", outlet=f"صحيفة {number}")
    return read_document(RawDocument(content, "text/x-article", f"{matter:032x}{number:032x}", stated=stated))


def pairs_of(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the words of what is said and of what denies it."""
    told = {each.id: each for proposition in dossier.propositions for each in proposition.assertions}
    texts = {report.id: report.article.text for report in dossier.reports if report.article is not None}
    for contradiction in dossier.contradictions:
        sides = sorted(
            (told[contradiction.left], told[contradiction.right]), key=lambda each: each.polarity is Polarity.DENIES
        )
        said, denied = (each.content[0].of(texts[each.report]) for each in sides)
        yield said, denied


def test_the_pairs_of_made_reports_are_found_and_no_others() -> None:
    found = expected = right = 0
    for number, matter in enumerate(MATTERS):
        reports = [read(number, place, text) for place, text in enumerate(matter["reports"])]
        pairs = list(pairs_of(compare_reports(reports)))
        wanted = [tuple(pair) for pair in matter["pairs"]]
        met = {
            pair
            for pair in wanted
            for said, denied in pairs
            if said.startswith(pair[0]) and denied.startswith(tuple(pair[1].split("|")))
        }
        found += len(pairs)
        expected += len(wanted)
        right += len(met)
    assert right / found >= FLOORS["precision"]
    assert right / expected >= FLOORS["recall"]
