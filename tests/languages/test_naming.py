"""The Arabic pack says how names are put together and spelt, and names the entry that is broken."""

from pathlib import Path

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar import naming

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


def test_a_broken_alignment_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "transliteration.tsv.gz").write_bytes(b"no gzip")
    monkeypatch.setattr(naming, "files", lambda package: tmp_path)
    naming.load_transliteration.cache_clear()
    with pytest.raises(LanguageDataError, match=r"transliteration\.tsv\.gz"):
        naming.load_transliteration()
    naming.load_transliteration.cache_clear()


def test_the_alignment_prefers_the_right_letter() -> None:
    scores = ARABIC.transliteration.scores
    assert scores["م", "m"] > scores.get(("م", "n"), -9.0)
