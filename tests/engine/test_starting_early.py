"""Tests of what is loaded by who has the workers' process started before anything else."""

import ast
from pathlib import Path

import musnad.engine
from musnad.engine.reading import read_documents


def test_starting_a_pool_loads_nothing_that_reads_at_the_top_of_its_modules() -> None:
    folder = Path(musnad.engine.__file__).parent
    loaded: set[str] = set()
    for name in ("__init__.py", "pool.py", "worker.py"):
        for node in ast.parse((folder / name).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom):
                loaded.add(node.module or "")
    assert "musnad.engine.worker" in loaded
    assert {name for name in loaded if name.startswith("musnad")} == {"musnad.engine.worker", "musnad.model"}


def test_the_package_gives_what_reads_when_it_is_asked_for() -> None:
    assert musnad.engine.read_documents is read_documents
    assert set(musnad.engine.__all__) <= set(dir(musnad.engine))
