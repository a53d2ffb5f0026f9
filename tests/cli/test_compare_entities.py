"""`musnad compare` tells whom several reports name, in which spellings, and what a person should decide."""

import json
from pathlib import Path

from typer.testing import CliRunner

from musnad.cli import main

REPORTS = {
    "a.txt": "قال وزير الدفاع مازن البريك إن كتائب الوادي انسحبت من مدينة حمص أمس.",
    "b.txt": "نفى الوزير مازن ألبريك أن تكون كتائب الوادي في حمص، ورفضت وزارة الدفاع السورية التعليق.",
    "c.txt": "قالت وزارة الدفاع العراقية إن معبر القائم مفتوح.",
}


def run_compare(folder: Path, *options: str) -> str:
    for name, text in REPORTS.items():
        (folder / name).write_text(f"{text[:30]}\n{text}\n", encoding="utf-8")
    done = CliRunner(env={"COLUMNS": "200"}).invoke(main, ["compare", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.stdout.replace("\u2068", "").replace("\u2069", "")


def test_a_body_of_two_reports_is_listed_with_their_number(tmp_path: Path) -> None:
    assert "كتائب الوادي  armed group, 2 reports" in run_compare(tmp_path)


def test_the_json_has_entities_namings_and_merges_that_fit_together(tmp_path: Path) -> None:
    dossier = json.loads(run_compare(tmp_path, "--format", "json"))
    namings = {naming["id"] for naming in dossier["namings"]}
    assert {id for entity in dossier["entities"] for id in entity["namings"]} == namings
    assert {merge[side] for merge in dossier["merges"] for side in ("left", "right")} <= namings
    assert all(merge["reasons"] and merge["verdict"] in {"merged", "ask", "separate"} for merge in dossier["merges"])


def test_the_json_gives_the_ids_that_the_lexicons_know(tmp_path: Path) -> None:
    dossier = json.loads(run_compare(tmp_path, "--format", "json"))
    assert any("geonames" in entity["external"] for entity in dossier["entities"])
