"""Loads how rare the words of Arabic news are, and the weights of the lexical model of agreement."""

import gzip
import json
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError


@cache
def load_rarity() -> dict[str, float]:
    """Return the rarity of common lemmas, 0 to 1; raise LanguageDataError where the file is broken."""
    name = "models/lemma_rarity.tsv.gz"
    try:
        written = gzip.decompress(files(__package__).joinpath(name).read_bytes()).decode("utf-8")
        return {lemma: float(rarity) for lemma, rarity in (line.split("\t") for line in written.splitlines())}
    except (OSError, EOFError, ValueError) as error:
        raise LanguageDataError(f"languages/ar/{name} cannot be read: {error}; see docs/models.md") from error


@cache
def load_model() -> dict[str, dict[str, float]]:
    """Return the weights by class and feature; raise LanguageDataError where the file is broken."""
    name = "models/agreement.json"
    try:
        found = json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
        return {kind: {str(feature): float(weight) for feature, weight in row.items()} for kind, row in found.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise LanguageDataError(f"languages/ar/{name} cannot be read: {error}; see docs/models.md") from error
