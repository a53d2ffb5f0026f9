"""`musnad user`: accounts from the command line, without a password on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MUSNAD_STORE", str(tmp_path / "reports.sqlite"))
    monkeypatch.delenv("MUSNAD_PASSWORD", raising=False)
    return lambda *words, given="": CliRunner().invoke(main, ["user", *words], input=given)


def test_an_account_is_made_with_a_password_from_standard_input(run: Run) -> None:
    made = run("add", "mona", "--role", "admin", given="four words in a row\n")
    assert made.exit_code == 0, made.output
    assert "mona: admin, by password" in run("list").stdout
    assert run("add", "mona", given="four words in a row\n").exit_code == 2


def test_a_password_may_stand_in_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "password").write_text("four words in a row\n", encoding="utf-8")
    monkeypatch.setenv("MUSNAD_PASSWORD_FILE", str(tmp_path / "password"))
    assert run("add", "mona", "--role", "admin").exit_code == 0


def test_a_token_is_printed_once_and_taken_back_by_its_id(run: Run) -> None:
    run("add", "mona", "--role", "admin", given="four words in a row\n")
    token = run("token", "mona", "--label", "nightly", "--days", "3").stdout.strip()
    listed = run("list").stdout
    assert token.startswith("musnad_")
    assert token not in listed
    assert "nightly" in listed
    identity = listed.split("token ")[1].split()[0]
    assert run("revoke", identity).exit_code == 0
    assert run("revoke", identity).exit_code == 2


def test_roles_change_and_people_are_shut_out(run: Run) -> None:
    for name, role in (("mona", "admin"), ("sami", "reader")):
        run("add", name, "--role", role, given="four words in a row\n")
    assert run("role", "sami", "--role", "analyst").exit_code == 0
    assert run("disable", "sami").exit_code == 0
    assert "sami: analyst, by password, shut out" in run("list").stdout
    assert "user disable sami" in run("log").stdout
    refused = run("disable", "mona")
    assert refused.exit_code == 2
    assert "last admin" in refused.stderr


@pytest.mark.parametrize(
    "words", [("add",), ("role", "mona"), ("disable", "nobody"), ("add", "x", "--role", "boss"), ("token", "nobody")]
)
def test_what_cannot_be_done_is_told(run: Run, words: tuple[str, ...]) -> None:
    run("add", "mona", "--role", "admin", given="four words in a row\n")
    assert run(*words, given="four words in a row\n").exit_code == 2
