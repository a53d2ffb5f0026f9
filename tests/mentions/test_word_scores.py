"""The sums by word are what the features of each token would add up to."""

import pytest

from musnad.languages import LANGUAGES
from musnad.languages.clitics import CliticSegmenter
from musnad.mentions import word_scores
from musnad.mentions.line import Line
from musnad.mentions.name_table import load_names
from musnad.mentions.names import find_names
from musnad.mentions.vocabulary import Vocabulary
from musnad.mentions.word_features import WordFeatures, features_of, lexicon_marks
from musnad.mentions.word_scores import WordScores
from musnad.text import split_sentences

_LANGUAGE = LANGUAGES["ar"]
_MODELS = _LANGUAGE.tagger_models
_TEXTS = [
    "قال وزير الدفاع التركي سمير الكتبي في بيروت إن صواريخ الحزب أصابت ميناء اللاذقية.",
    "التقى رئيس مجلس النواب، نبيل حداد | ومبعوث الأمم المتحدة إلى سوريا في 12 أيار 2017 F-16",
    "دمشق",
    "| | بيروت",
]


@pytest.mark.parametrize("text", _TEXTS)
def test_scores_of_a_line_are_the_sums_of_its_features(text: str) -> None:
    features = WordFeatures(
        _LANGUAGE.grammar, _LANGUAGE.mention_grammar, _MODELS.tables, CliticSegmenter(_MODELS.clitics)
    )
    [sentence] = split_sentences(text)[0]
    line = Line(text, sentence, Vocabulary(_LANGUAGE))
    known = find_names(line, load_names(_LANGUAGE))
    views = [features.view(word) for word in line.words]
    [scores] = WordScores(features, _MODELS.names).of([line.words], [known])
    vectors, carriers = _MODELS.names.vectors, _MODELS.names.carriers
    for row, names in zip(scores, features_of(views, lexicon_marks(len(line), known)), strict=True):
        found = [vectors[name] for name in names if name in vectors]
        assert [row[name.encode()] for name in carriers] == pytest.approx(
            [sum(each) for each in zip(*found, strict=True)]
        )


def test_words_that_no_longer_find_room_are_added_up_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_scores, "_CACHED_WORDS", 60)
    monkeypatch.setattr(word_scores, "_TOGETHER", 10)
    features = WordFeatures(
        _LANGUAGE.grammar, _LANGUAGE.mention_grammar, _MODELS.tables, CliticSegmenter(_MODELS.clitics)
    )
    lines = [[f"{word}{number}" for word in ("وزير", "بيروت", "بن")] for number in range(40)]
    scores = WordScores(features, _MODELS.names)
    together = list(scores.of(lines, [[] for _ in lines]))
    alone = [next(scores.of([words], [[]])) for words in lines]
    assert len({tuple(row.values()) for rows in together for row in rows}) > 3
    assert together == alone
