"""Compiles the modules that pyproject.toml names with mypyc into the wheel, only where MUSNAD_COMPILE=1 asks for it."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "MUSNAD_COMPILE"
# Types decide what mypyc makes of a line, so it sees the libraries too: what Musnad needs is installed to build it.
_TOOLS = ("mypy>=2.1", "setuptools>=68")
# Under a name of its own, so that two builds give files of one name.
_GROUP = "musnad"


class CompiledBuild(BuildHookInterface[Any]):
    """Adds what mypyc compiled to a wheel; leaves a wheel alone that nobody asked to compile."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what has to be installed to build this wheel."""
        return [*_TOOLS, *self.metadata.core.dependencies] if self._is_asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the extension modules beside their sources, which stay: tracebacks quote them."""
        # An editable install runs the sources as they are edited, and a compiled module would hide the change.
        if version == "editable" or not self._is_asked():
            return
        if compiler() is None:
            self.app.display_warning(f"{VARIABLE} is set, but there is no C compiler: the wheel is pure Python")
            return
        source = Path(self.root, "src")
        self._folder = tempfile.mkdtemp(prefix="musnad-compiled-")
        for built in compile_modules(source, modules(source, self.config), Path(self._folder)):
            build_data["force_include"][str(built)] = built.relative_to(self._folder, "out").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled once it lies in the wheel."""
        shutil.rmtree(getattr(self, "_folder", ""), ignore_errors=True)

    def _is_asked(self) -> bool:
        return self.target_name == "wheel" and os.environ.get(VARIABLE, "0") not in {"", "0"}


def modules(source: Path, config: dict[str, Any]) -> list[str]:
    """Return the files to compile, relative to the sources: those of `compiled`, less those of `pure`."""
    found = [path for name in config["compiled"] for path in _files(source / "musnad" / name)]
    pure = {path for name in config["pure"] for path in _files(source / "musnad" / name)}
    return sorted(path.relative_to(source).as_posix() for path in found if path not in pure)


def _files(place: Path) -> list[Path]:
    # What a package says of itself in its __init__ runs once: nothing is won there.
    return [path for path in place.rglob("*.py") if path.name != "__init__.py"] if place.is_dir() else [place]


def compiler() -> str | None:
    """Return where the C compiler is that extension modules are built with, None where there is none."""
    named = os.environ.get("CC") or sysconfig.get_config_var("CC")
    # Windows names none: setuptools finds Visual C++ by itself, and says so where it does not.
    return shutil.which(named.split()[-1]) if named else sys.executable


def compile_modules(source: Path, names: list[str], folder: Path, *, translate_only: bool = False) -> list[Path]:
    """Return the extension modules, below `out` of the folder; none where they are but translated to C.

    All are one unit, in which calls from module to module are C calls. It takes minutes.
    """
    copied = folder / "src"
    shutil.copytree(source / "musnad", copied / "musnad", ignore=shutil.ignore_patterns("__pycache__"))
    for name in names:
        (copied / name).write_text(thawed((source / name).read_text(encoding="utf-8")), encoding="utf-8")
    asked = ["--config-file", str(source.parent / "pyproject.toml"), "--follow-imports=silent", *names]
    places = {name: str(folder / name) for name in ("c", "out", "objects")}
    Path(places["out"]).mkdir()
    run = [sys.executable, "-c", _SCRIPT, json.dumps([asked, _GROUP, places, translate_only])]
    subprocess.run(run, cwd=copied, env={**os.environ, "MYPYPATH": str(copied)}, check=True)
    return sorted(Path(places["out"]).rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"))


def thawed(text: str) -> str:
    """Return the module with values that can be set, and are hashed as before.

    That nothing sets them mypy has checked where they are frozen. To freeze them at run time, too, costs each a call a
    field when it is made, and what is frozen and compiled can be pickled, but not unpickled.
    """
    for frozen, loose in _THAWED.items():
        text = text.replace(frozen, loose)
    return text


_THAWED = {
    "@dataclass(frozen=True, slots=True, eq=False)": "@dataclass(slots=True, eq=False)",
    "@dataclass(frozen=True, slots=True, order=True)": "@dataclass(slots=True, order=True, unsafe_hash=True)",
    "@dataclass(frozen=True, slots=True)": "@dataclass(slots=True, unsafe_hash=True)",
}

# In a process of its own: mypyc and setuptools leave traces in the one they run in. Some 500 files of C are compiled,
# as many at a time as there are cores.
_SCRIPT = """
import json, os, sys
from multiprocessing.pool import ThreadPool
from setuptools import Distribution
from setuptools.command.build_ext import build_ext
from mypyc.build import mypycify

asked, group, places, translate_only = json.loads(sys.argv[1])
extensions = mypycify(asked, group_name=group, target_dir=places["c"], multi_file=True, debug_level="0")

class BesideEachOther(build_ext):
    def build_extensions(self):
        if hasattr(self.compiler, "_compile"):  # not that of Windows
            self.compiler.compile = self.compile
        super().build_extensions()

    def compile(self, sources, output_dir=None, macros=None, include_dirs=None, debug=0, extra_preargs=None,
                extra_postargs=None, depends=None):
        compiler = self.compiler
        _, objects, last, options, build = compiler._setup_compile(
            output_dir, macros, include_dirs, sources, depends, extra_postargs)
        first = compiler._get_cc_args(options, debug, extra_preargs)
        with ThreadPool(os.cpu_count()) as pool:
            pool.map(lambda name: compiler._compile(name, *build[name], first, last, options), objects, 1)
        return objects

if not translate_only:
    command = BesideEachOther(Distribution({"name": "musnad", "ext_modules": extensions}))
    command.build_lib, command.build_temp = places["out"], places["objects"]
    command.ensure_finalized()
    command.run()
"""

if __name__ == "__main__":  # tells whether mypyc takes the modules, without compiling its C
    root = Path(__file__).resolve().parent
    named = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]
    with tempfile.TemporaryDirectory() as place:
        compile_modules(root / "src", modules(root / "src", named["custom"]), Path(place), translate_only=True)
