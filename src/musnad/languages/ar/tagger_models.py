"""Loads the weights and word tables of the Arabic taggers; docs/models.md says what they were made from."""

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError
from musnad.languages.crf_file import read_crf
from musnad.languages.tagger_models import TaggerModels, WordTables


@cache
def load_tagger_models() -> TaggerModels:
    """Return the models; raise LanguageDataError naming the file that is missing or broken."""
    return TaggerModels(
        clitics=_read("clitics.crfsuite"),
        names=read_crf(_read("names.crfsuite"), "languages/ar/models/names.crfsuite"),
        tables=load_word_tables(),
    )


@cache
def load_word_tables() -> WordTables:
    """Return the counts alone, which training needs before there are weights."""
    clusters = {word: tuple(ids) for word, *ids in read_rows("clusters.tsv.gz")}
    names = {row[0]: row[1] for row in read_rows("name_words.tsv.gz")}
    return WordTables(clusters, names)


@cache
def load_stems() -> dict[str, int]:
    """Return the base-2 logarithm of the count of each common stem: a word less its clitics, for search."""
    try:
        return {stem: int(level) for stem, level in read_rows("stems.tsv.gz")}
    except ValueError as error:
        raise LanguageDataError(f"languages/ar/models/stems.tsv.gz is broken: {error}; see docs/models.md") from error


def _read(name: str) -> bytes:
    try:
        return files(__package__).joinpath("models", name).read_bytes()
    except OSError as error:
        raise LanguageDataError(f"languages/ar/models/{name} cannot be read: {error}; see docs/models.md") from error


def read_rows(name: str) -> Iterator[list[str]]:
    """Return the rows of a gzipped table of the pack; raise LanguageDataError where it is missing or broken."""
    try:
        text = gzip.decompress(_read(name)).decode("utf-8")
    except (OSError, EOFError, ValueError) as error:
        raise LanguageDataError(f"languages/ar/models/{name} is broken: {error}; see docs/models.md") from error
    return (line.split("\t") for line in text.splitlines())
