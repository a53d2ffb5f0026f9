"""The Arabic pack says how names are put together and spelt, and names the entry that is broken."""

import gzip
import re
from pathlib import Path

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar import naming
from musnad.languages.transliteration import DIMENSIONS, letter_runs

ARABIC = LANGUAGES["ar"]


def test_a_letter_is_confusable_with_others_and_not_with_itself() -> None:
    confusable = ARABIC.naming_grammar.confusable
    assert "ج" in confusable["غ"]
    assert all(letter not in others for letter, others in confusable.items())


def test_every_word_of_the_grammar_is_folded() -> None:
    assert ("الملقب", "ب") in ARABIC.naming_grammar.aliases
    assert ARABIC.naming_grammar.kunya == "ابو"


def test_a_missing_entry_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "read_toml", lambda name: {"article": "ال"})
    naming.load_naming_grammar.cache_clear()
    with pytest.raises(LanguageDataError, match=r"naming\.toml.*kunya"):
        naming.load_naming_grammar()
    naming.load_naming_grammar.cache_clear()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("name_vectors.tsv.gz", b"no gzip"),
        ("name_vectors.tsv.gz", gzip.compress("ar\tم\t%%\n".encode(), mtime=0)),
        ("letter_steps.bin.gz", gzip.compress(b"0.1\t-6.0\nweights", mtime=0)),
    ],
)
def test_a_broken_model_of_names_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, broken: bytes
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "name_vectors.tsv.gz").write_bytes(gzip.compress(b""))
    (tmp_path / "models" / name).write_bytes(broken)
    monkeypatch.setattr(naming, "files", lambda package: tmp_path)
    naming.load_transliteration.cache_clear()
    with pytest.raises(LanguageDataError, match=re.escape(name)):
        naming.load_transliteration()
    naming.load_transliteration.cache_clear()


def test_every_run_has_a_vector_of_the_same_size() -> None:
    vectors = ARABIC.transliteration.vectors
    assert {len(vector) for vector in (*vectors.runs.values(), *vectors.latin_runs.values())} == {DIMENSIONS}


def test_the_runs_of_a_name_begin_and_end_with_its_ends() -> None:
    assert letter_runs("ab", 2) == ["a", "b", "^a", "ab", "b$"]
