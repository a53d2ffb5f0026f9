"""Tests what is said where a library of an extra is missing: a command that works in a checkout."""

import re
import tomllib
from pathlib import Path

import pytest

from musnad.errors import ExportError
from musnad.export.extras import needs

ROOT = Path(__file__).resolve().parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


def test_a_missing_library_is_named_with_a_command_that_a_checkout_takes() -> None:
    with pytest.raises(ExportError, match=re.escape("pip install '.[graphs]'")):
        needs("a_library_that_nobody_has", "graphs")


def test_commands_in_source_and_docs_install_extras_that_are_there_and_none_from_an_index() -> None:
    texts = [*(ROOT / "src").rglob("*.py"), *(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    told = [found for path in texts for found in re.findall(r"pip install '(.*?)\[(.*?)\]'", path.read_text("utf-8"))]
    assert told
    for what, extras in told:
        assert what == "."
        assert extras == "{extra}" or set(extras.split(",")) <= set(EXTRAS)
