"""The build hook compiles the modules that are named, and only where it is asked to."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]


class _Told:
    """Stands for hatchling's project metadata and its terminal."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.core = self
        self.dependencies = ["lxml>=5.3"]

    def display_warning(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture(name="build")
def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _hook(build: ModuleType, told: _Told, target: str = "wheel") -> Any:
    return build.CompiledBuild(str(ROOT), CONFIG["custom"], None, told, "", target, told)


def _built(hook: Any, version: str = "standard") -> dict[str, Any]:
    build_data: dict[str, Any] = {"force_include": {}, "pure_python": True, "infer_tag": False}
    hook.initialize(version, build_data)
    return build_data


def test_every_module_that_is_named_exists(build: ModuleType) -> None:
    source = ROOT / "src"
    names = build.modules(source, CONFIG["custom"])
    assert all((source / "musnad" / name).exists() for key in ("compiled", "pure") for name in CONFIG["custom"][key])
    assert "musnad/text/tokens.py" in names
    assert all((source / name).is_file() for name in names)
    assert not any("languages/ar/" in name for name in names)


def test_nothing_is_compiled_unless_the_variable_asks(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in (None, "", "0"):
        monkeypatch.delenv("MUSNAD_COMPILE", raising=False)
        if value is not None:
            monkeypatch.setenv("MUSNAD_COMPILE", value)
        hook = _hook(build, _Told())
        assert hook.dependencies() == []
        assert _built(hook) == {"force_include": {}, "pure_python": True, "infer_tag": False}


def test_an_editable_install_and_a_source_archive_stay_pure(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    assert _built(_hook(build, _Told()), "editable")["pure_python"]
    assert _built(_hook(build, _Told(), "sdist"))["pure_python"]


def test_without_a_compiler_the_wheel_is_pure_and_says_so(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    monkeypatch.setenv("CC", "no-such-compiler")
    told = _Told()
    assert _built(_hook(build, told))["pure_python"]
    assert "no C compiler" in told.warnings[0]


def test_what_is_compiled_goes_beside_its_source(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def compiled(source: Path, names: list[str], folder: Path) -> list[Path]:
        return [folder / "out" / "musnad" / "text" / "tokens.so"]

    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    monkeypatch.setattr(build, "compiler", lambda: "gcc")
    monkeypatch.setattr(build, "compile_modules", compiled)
    monkeypatch.setattr(build.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    hook = _hook(build, _Told())
    made = _built(hook)
    assert list(made["force_include"].values()) == ["musnad/text/tokens.so"]
    assert not made["pure_python"]
    assert made["infer_tag"]
    assert "lxml>=5.3" in hook.dependencies()


def test_values_that_are_compiled_are_hashed_as_before(build: ModuleType) -> None:
    source = ROOT / "src"
    compiled = [(source / name).read_text(encoding="utf-8") for name in build.modules(source, CONFIG["custom"])]
    assert any("frozen=True" in text for text in compiled)
    thawed = [build.thawed(text) for text in compiled]
    assert not any("frozen=True" in text for text in thawed)
    assert build.thawed("@dataclass(frozen=True, slots=True)") == "@dataclass(slots=True, unsafe_hash=True)"
