"""Events are scored as the reference scorer scores them, and a broken gold file says what is wrong with it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from musnad.errors import GoldError
from musnad.evaluation import EventArticle, has_events, load_event_gold, read_event_gold, score_events
from musnad.evaluation.reader import read_text
from musnad.export import render_jsonl

TEXT = "هاجم المتمردون القاعدة أمس. وقتل جنديان."
EVENT: dict[str, Any] = {
    "type": "ASSAULT",
    "trigger": [0, 4],
    "also": [],
    "agents": [[5, 14]],
    "targets": [[15, 22]],
    "status": "happened",
    "background": False,
    "killed": [2, 2],
    "when": "2020-01-01",
}
TRANSFER: dict[str, Any] = {"item": [15, 22], "also": [], "supplier": [5, 14], "recipient": None, "stage": "shipped"}


def article(*events: dict[str, Any], transfers: tuple[dict[str, Any], ...] = ()) -> EventArticle:
    return EventArticle("a", TEXT, None, None, events, transfers)


def figures(gold: EventArticle, events: list[dict[str, Any]], transfers: list[dict[str, Any]]) -> dict[str, Any]:
    return score_events([(gold, (events, transfers))]).as_dict()


def test_the_gold_itself_scores_full_marks() -> None:
    read = EVENT | {"earliest": "2020-01-01", "latest": "2020-01-01"}
    found = figures(article(EVENT, transfers=(TRANSFER,)), [read], [TRANSFER])
    assert found["type_agent_target"]["f1"] == 1
    assert found["transfers_with_parties"]["f1"] == 1
    assert (found["status_accuracy"], found["when_accuracy"], found["casualties_accuracy"]) == (1, 1, 1)


def test_a_wrong_agent_costs_only_the_agent() -> None:
    found = figures(article(EVENT), [EVENT | {"agents": [[29, 32]]}], [])
    assert (found["type"]["f1"], found["agents_accuracy"], found["type_agent_target"]["f1"]) == (1, 0, 0)


def test_an_accepted_type_is_right() -> None:
    found = figures(article(EVENT | {"accept": ["COERCE"]}), [EVENT | {"type": "COERCE"}], [])
    assert found["type"]["f1"] == 1


def test_an_event_elsewhere_is_spurious_and_the_gold_missed() -> None:
    scores = score_events([(article(EVENT), ([EVENT | {"trigger": [28, 32]}], []))])
    assert sorted(unmatched.kind for unmatched in scores.unmatched) == ["missed", "spurious"]


def test_a_folder_of_claims_has_no_events(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "", "attributions": []}', encoding="utf-8")
    assert not has_events(tmp_path)


def test_a_gold_file_without_a_status_is_named(tmp_path: Path) -> None:
    broken = {"text": TEXT, "events": [{key: value for key, value in EVENT.items() if key != "status"}]}
    (tmp_path / "b.json").write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(GoldError, match=r"b\.json.*lacks status"):
        load_event_gold(tmp_path)


def test_the_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    folder = shared / "gold" / "events" / "dev"
    gold = load_event_gold(folder)
    predictions = tmp_path / "predictions.jsonl"
    lines = [render_jsonl(read_text(one.text, one.id, one.outlet, one.published)) for one in gold]
    predictions.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(shared / "gold" / "score_events.py"), str(folder), str(predictions), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert score_events((one, read_event_gold(one)) for one in gold).as_dict() == reference
