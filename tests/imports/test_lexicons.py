"""Names and outlets of one's own are taken in, and are read from then on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli import main
from musnad.errors import UsageError
from musnad.imports import names_lexicon, outlets_lexicon
from musnad.languages.ar.bodies import parse_bodies
from musnad.model import MentionKind

ENTITIES = (
    {"id": "nk-1", "schema": "Person", "properties": {"name": ["كرم الوادي", "Karam al-Wadi"], "country": ["lb"]}},
    {
        "id": "nk-2",
        "schema": "Company",
        "properties": {"name": ["شركة مرافئ البرزخ"], "alias": ["Barzakh Ports | Ltd"]},
    },
    {"id": "nk-3", "schema": "Vessel", "properties": {"name": ["نجمة السهل"]}},
    {"id": "nk-4", "schema": "Person", "properties": {"name": ["سعاد"]}},
)
OUTLETS = """id,name,kind,country,domains,gender,ambiguous,arabic
sada-barzakh,صدى البرزخ,newspaper,LB,sada-barzakh.example,f,no,صدى البرزخ;الصدى البرزخية
"""


def lines(entities: object = ENTITIES) -> bytes:
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in entities).encode()  # type: ignore[attr-defined]


def test_persons_and_bodies_are_taken_and_others_counted() -> None:
    written, count, left_out = names_lexicon(lines())
    assert (count, left_out) == (2, 2)
    forms = parse_bodies(written, "own", kinds=frozenset(MentionKind))
    known = {body.body.id: body.body for body in forms.values()}
    assert known["nk-1"].kind is MentionKind.PERSON
    assert known["nk-1"].country == "LB"
    assert known["nk-2"].kind is MentionKind.ORGANISATION
    assert ("barzakh", "ports", "ltd") in forms


def test_a_name_of_two_entities_stays_the_first_ones() -> None:
    twice = (ENTITIES[0], {**ENTITIES[0], "id": "nk-9"})
    _, count, left_out = names_lexicon(lines(twice))
    assert (count, left_out) == (1, 1)


@pytest.mark.parametrize("content", [b"{", b"[1]", b'{"schema": "Person"}'])
def test_a_line_that_is_no_entity_is_named(content: bytes) -> None:
    with pytest.raises(UsageError, match="line 1"):
        names_lexicon(content)


def test_outlets_become_a_lexicon() -> None:
    written, count = outlets_lexicon(OUTLETS.encode())
    assert count == 1
    assert 'arabic = ["صدى البرزخ", "الصدى البرزخية"]' in written


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "lacks id"),
        (b"id,name\n1,2\n", "lacks kind"),
        (OUTLETS.replace("newspaper", "blog").encode(), "kind"),
        (OUTLETS.replace("LB", "Lebanon").encode(), "country"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_broken_table_says_what_is_wrong(content: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        outlets_lexicon(content)


def test_what_was_taken_in_is_read(tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_bytes(lines())
    (tmp_path / "papers.csv").write_text(OUTLETS, encoding="utf-8")
    own = tmp_path / "own"
    for what, name in (("names", "people.jsonl"), ("outlets", "papers.csv")):
        result = CliRunner().invoke(main, ["import", what, str(tmp_path / name), "--into", str(own)])
        assert result.exit_code == 0, result.output
    text = "ذكرت صدى البرزخ أن كرم الوادي وصل إلى الميناء."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    # A process of its own: the lexicons of this one are loaded already.
    asked = [sys.executable, "-m", "musnad", "read", "--plain", "--format", "jsonl", str(tmp_path / "report.txt")]
    shown = subprocess.run(
        asked, env={"MUSNAD_LEXICONS": str(own), "PATH": ""}, capture_output=True, check=True, text=True
    )
    report = json.loads(shown.stdout)
    assert {(each["kind"], each["text"], each["entry"]) for each in report["mentions"]} >= {
        ("person", "كرم الوادي", "nk-1"),
        ("outlet", "صدى البرزخ", "sada-barzakh"),
    }
    assert report["claims"][0]["chain"][0]["entry"] == "sada-barzakh"


def test_a_broken_list_of_ones_own_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "ar" / "names" / "mine.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("[[group]]\nkind = 'person'\nentries = 'one | two'\n", encoding="utf-8")
    asked = [sys.executable, "-c", "from musnad.languages.ar.bodies import load_bodies; load_bodies()"]
    failed = subprocess.run(asked, env={"MUSNAD_LEXICONS": str(tmp_path), "PATH": ""}, capture_output=True, text=True)
    assert f"{broken}, group 1" in failed.stderr
