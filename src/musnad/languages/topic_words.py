"""Knows the words that fill the field of a section or a tag and tell nothing of what an article is about."""

import tomllib
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.text import fold_word


def is_topic(written: str) -> bool:
    """Tell whether a section or a tag says anything: أخبار, featured and uncategorized do not."""
    return _folded(written) not in _nothing()


@cache
def _nothing() -> frozenset[str]:
    words = tomllib.loads(files("musnad.languages.ar").joinpath("topic_words.toml").read_text("utf-8")).get("nothing")
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise LanguageDataError("topic_words.toml: nothing must be a list of words")
    return frozenset(map(_folded, words))


def _folded(written: str) -> str:
    return " ".join(fold_word(word) for word in written.split()).lower()
