"""Takes the clitics off a word, and tells whether a list has it with or without them."""

from functools import lru_cache


def is_listed(word: str, listed: frozenset[str]) -> bool:
    """Tell whether the list has the word, with its clitics or without."""
    return not listed.isdisjoint(unclothed(word))


@lru_cache(maxsize=60_000)
def unclothed(word: str) -> frozenset[str]:
    """Return the word as it stands, and without the clitics that it may begin with."""
    return frozenset(word.removeprefix(clitic) for clitic in ("", "ال", "بال", "ب", "لل", "ل"))


@lru_cache(maxsize=60_000)
def without_clitic(word: str) -> str:
    """Return the word without the clitics that it begins with, where enough is left."""
    for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) - len(prefix) > 2:
            return word.removeprefix(prefix)
    return word
