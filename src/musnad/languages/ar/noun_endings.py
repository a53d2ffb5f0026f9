"""Spells the forms of an Arabic noun: case, dual, regular plural, pronouns; article and prefixes are the reader's."""

from collections.abc import Iterator

from musnad.text import fold_word

_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "هن")


def noun_forms(noun: str, *, plural: bool) -> Iterator[tuple[str, bool]]:
    """Yield folded spellings and whether a pronoun hangs on them: هجوم هجوما هجومين هجومه; غارة غارتان غارات غارته.

    A noun given with its article keeps it. `plural` nouns have no dual and no further plural.
    """
    bare = fold_word(noun)
    yield bare, False
    if noun.endswith("ة"):
        stem = bare[:-1] + "ت"
        yield from ((stem + ending, False) for ending in ("ين", "ان", "ي", "ا") if not plural)
        if not plural:
            yield bare[:-1] + "ات", False
            yield from ((bare[:-1] + "ات" + pronoun, True) for pronoun in _PRONOUNS)
    else:
        stem = bare[:-1] + "ا" if noun.endswith("ى") else bare
        # تعاون ends as a plural does and is none.
        if not noun.endswith(("ى", "اء", "ات") if not plural else ("ى", "اء", "ات", "ون", "ين")):
            yield bare + "ا", False
        if noun.endswith("اء"):
            # Before a pronoun the hamza takes its seat: لقاؤه، لقائه.
            stem = bare[:-1]
            for pronoun in _PRONOUNS:
                yield from (((stem + seat + pronoun), True) for seat in ("ء", "و", "ي"))
            return
        if not plural:
            yield from ((stem + ending, False) for ending in ("ين", "ان", "ات"))
            yield from ((stem + "ات" + pronoun, True) for pronoun in _PRONOUNS)
    yield from ((stem + pronoun, True) for pronoun in _PRONOUNS)
