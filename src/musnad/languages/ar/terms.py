"""Reduces Arabic words to terms: proclitics go where counts of a large sample speak for it, plurals to singulars."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.lemmas import load_lemmatizer
from musnad.languages.ar.tagger_models import read_rows
from musnad.languages.terms import TermCounts

_FILE = "term_counts.tsv.gz"
_ARTICLES = ("وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
_LETTERS = ("وب", "ول", "و", "ف", "ب", "ل", "ك")
_BY_LETTER = {letter: tuple(each for each in _ARTICLES + _LETTERS if each[0] == letter) for letter in "وفبكلا"}
_LEAST_LEFT = 3
# A word with an article is no other word: what is left of it wins, be it seldom. الوزير is وزير, though الو is a word.
_ARTICLE_WEIGHT = 3


@cache
def load_terms() -> TermCounts:
    """Return the terms of Arabic; raise LanguageDataError where their file is missing or broken."""
    rows = read_rows(_FILE)
    try:
        reports = int(next(rows)[1])
        counted = [(row[0], int(row[1]), int(row[2])) for row in rows]
    except (StopIteration, IndexError, ValueError) as error:
        raise LanguageDataError(f"languages/ar/models/{_FILE} is broken: {error}; see docs/models.md") from error
    words = {word: count for word, count, _ in counted if count}
    terms = {word: count for word, _, count in counted if count}
    return TermCounts(reports, terms, make_term_of(words))


def make_term_of(words: Mapping[str, int]) -> Callable[[str], str]:
    """Return what takes a folded word to its term, with `words` counting how many reports each word stands in."""
    lemma_of = load_lemmatizer().lemma_of

    @lru_cache(maxsize=400_000)
    def term_of(word: str) -> str:
        best, most = word, words.get(word, 0)
        for proclitic in _BY_LETTER.get(word[:1], ()):
            left = word[len(proclitic) :]
            if not word.startswith(proclitic) or len(left) < _LEAST_LEFT:
                continue
            count = words.get(left, 0)
            if proclitic in _ARTICLES:
                count = max(count, 1) * _ARTICLE_WEIGHT
            if count > most:
                best, most = left, count
        return lemma_of(best, stem=best)

    return term_of
