"""The words that events remember: the last ones asked for, in a bounded number, and the same when asked again."""

import pytest

from musnad.events import words
from musnad.events.words import Vocabulary
from musnad.languages import LANGUAGES


def test_words_are_kept_in_a_bounded_number_and_read_alike_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 3)
    arabic = LANGUAGES["ar"]
    vocabulary = Vocabulary(arabic.events, arabic.grammar)
    asked = ["قصفت", "وقتل", "المدينة", "امس", "بالطائرات", "قصفت", "وقتل"]
    first = [vocabulary[word] for word in asked]
    assert len(vocabulary) <= 3
    assert len(vocabulary.before) <= 3
    assert first == [Vocabulary(arabic.events, arabic.grammar)[word] for word in asked]


def test_a_word_asked_for_lately_is_not_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 3)
    arabic = LANGUAGES["ar"]
    vocabulary = Vocabulary(arabic.events, arabic.grammar)
    bombed = vocabulary["قصفت"]
    for other in ("وقتل", "المدينة", "امس"):
        assert vocabulary[other].folded == other
    assert vocabulary["قصفت"] is bombed
