"""The house keeps its shape: sizes, names, docstrings, nothing unfinished, and imports that point one way."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "musnad"
FOLDERS = (SOURCE, ROOT / "tests", ROOT / "benchmarks")
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.py"))

SOURCE_FILES = [path for path in FILES if SOURCE in path.parents]
# Notebooks ask a value for this.
CALLED_BY_OTHERS = frozenset({"_repr_html_"})

FILE_LINES = 400
FUNCTION_LINES = 60
PARAMETERS = 6
DOCSTRING_LINES = 6
# A command's parameters are its options, which the command line's reader gives by name.
COMMANDS = frozenset(
    {
        "read",
        "collect",
        "explain",
        "compare",
        "evaluate",
        "demo",
        "export",
        "add",
        "watch",
        "search",
        "judge",
        "judgements",
        "serve",
        "user",
    }
)
FORBIDDEN_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"})
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def parameters_of(function: Function) -> list[str]:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [argument.arg for argument in named if argument and argument.arg not in {"self", "cls"}]


def private_names_of(tree: ast.Module) -> set[str]:
    """Return the private names that the module and its classes define, less those of Python itself."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    names: set[str] = set()
    for node in [*tree.body, *(inner for each in classes for inner in each.body)]:
        if isinstance(node, Documented):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names.update(
                part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
            )
    return {name for name in names if name.startswith("_") and not name.endswith("__") and name != "_"}


def names_read_in(tree: ast.Module) -> set[str]:
    """Return the names that the module reads, those in types that stand as text among them."""
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return read | {word for text in texts for word in re.findall(r"\b_\w+", text)}


@every_file
def test_a_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES, f"{path} has {lines} lines, {FILE_LINES} are the limit: split it by subject"


@every_file
def test_a_file_opens_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)), f"{path} has no docstring: open it with one sentence"


@every_file
def test_functions_are_short(path: Path) -> None:
    long = {
        function.name: length
        for function in functions_of(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
    }
    assert not long, f"{path}: {FUNCTION_LINES} lines are a function's limit: {long}"


@every_file
def test_functions_take_few_parameters(path: Path) -> None:
    many = {
        function.name: len(parameters)
        for function in functions_of(path)
        if len(parameters := parameters_of(function)) > PARAMETERS
        and not (path.parent.name == "cli" and function.name in COMMANDS)
    }
    assert not many, f"{path}: {PARAMETERS} parameters are the limit, then a settings dataclass: {many}"


@every_file
def test_docstrings_are_short(path: Path) -> None:
    nodes = [node for node in ast.walk(tree_of(path)) if isinstance(node, Documented)]
    long = {
        node.name: text for node in nodes if len((text := ast.get_docstring(node) or "").splitlines()) > DOCSTRING_LINES
    }
    assert not long, f"{path}: {DOCSTRING_LINES} lines are a docstring's limit: {sorted(long)}"


@pytest.mark.parametrize("path", SOURCE_FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_public_functions_and_classes_say_what_they_are(path: Path) -> None:
    nodes = [node for node in tree_of(path).body if isinstance(node, Documented)]
    silent = [node.name for node in nodes if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert not silent, f"{path}: no docstring on {silent}"


def test_no_private_name_is_left_over() -> None:
    used: set[str] = set()
    for path in SOURCE_FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute | ast.alias):
                used.add(node.attr if isinstance(node, ast.Attribute) else node.name)
    left = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCE_FILES
        for name in sorted(private_names_of(tree_of(path)) - names_read_in(tree_of(path)) - used - CALLED_BY_OTHERS)
    ]
    assert not left, f"nothing uses these any more: {left}"


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    names = {part for path in FILES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not names & FORBIDDEN_NAMES


def test_nothing_in_the_source_is_unfinished() -> None:
    left = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted(SOURCE.rglob("*"))
        if path.suffix in {".py", ".toml", ".jinja", ".css", ".js"} and path.parent.name != "vendor"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert not left


def test_imports_point_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
