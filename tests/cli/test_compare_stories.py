"""`musnad compare` prints which reports are about one happening, and writes them into the JSON."""

import json
from pathlib import Path

from typer.testing import CliRunner

from musnad.cli import main

REPORTS = {
    "a.txt": "انهيار جسر الزرقاوي في وادي الرمان\n"
    "انهار جسر الزرقاوي في وادي الرمان فجرا وأصيب تسعة عمال كانوا يرممون دعائمه.",
    "b.txt": "تسعة جرحى في وادي الرمان\n"
    "أصيب تسعة عمال حين سقط جسر الزرقاوي أثناء ترميم دعائمه، كما قالت بلدية وادي الرمان.",
    "c.txt": "جائزة القلم الذهبي لرواية حقول الملح\n"
    "منحت لجنة القلم الذهبي جائزتها لهالة السنديان عن رواية حقول الملح، وقالت رئيسة اللجنة إن الرواية تصف حياة عمال "
    "الملاحات في قرية بعيدة بلغة صافية لا تكلف فيها، وإن القراء سيعودون إليها مرارا في السنوات المقبلة.",
}


def run_compare(folder: Path, *options: str) -> str:
    for name, text in REPORTS.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    done = CliRunner(env={"COLUMNS": "200"}).invoke(main, ["compare", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.stdout.replace("\u2068", "").replace("\u2069", "")


def test_a_story_is_printed_with_its_reports_and_reasons(tmp_path: Path) -> None:
    printed = run_compare(tmp_path)
    assert "1 story" in printed
    story = printed[printed.index("story 1:") :]
    assert "a.txt" in story
    assert "b.txt" in story
    assert "2 texts, no part joined below" in story
    assert "حقول الملح" not in story[: story.index("because")]


def test_a_family_of_copies_is_not_printed_again_as_a_story(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(f"{REPORTS['c.txt']}\nللمزيد تابعونا.\n", encoding="utf-8")
    printed = run_compare(tmp_path)
    assert "2 stories" in printed
    assert "family 1: 2 reports" in printed
    assert "story 2:" not in printed


def test_the_json_has_the_stories_by_ids_of_reports(tmp_path: Path) -> None:
    dossier = json.loads(run_compare(tmp_path, "--format", "json"))
    (story,) = dossier["stories"]
    names = {report["id"]: Path(report["path"]).name for report in dossier["reports"]}
    assert {names[id] for id in story["reports"]} == {"a.txt", "b.txt"}
    assert story["id"] in story["reports"]
    assert story["reasons"]
    assert "جسر" in story["terms"]
