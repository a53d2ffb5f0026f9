"""Inflects Arabic nouns of persons: gender, the sound and the broken plural, the dual, the article, agreement.

The notation is that of nouns.py. A noun without a broken plural takes the sound one; adjectives agree with persons in
gender and number (محللون سياسيون), where things in the plural take the feminine singular.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from musnad.languages.ar.nouns import dual_stem, feminine
from musnad.languages.ar.tables import token_words

# The endings by gender and number: of the noun as it stands alone, and as it stands before what it governs.
_SOUND = (
    ("m", "s", ("", "ا"), ("",)),
    ("m", "p", ("ون", "ين"), ("و", "ي")),
    ("m", "d", ("ان", "ين"), ("ا", "ي")),
    ("f", "s", ("ة",), ("ة",)),
    ("f", "p", ("ات",), ("ات",)),
    ("f", "d", ("تان", "تين"), ("تا", "تي")),
)


# What adjectives take where the noun has lost its ن before what it governs: قائدا اللواء الجديدان.
_AFTER_GOVERNING = {"و": "ون", "ي": "ين", "تا": "تان", "تي": "تين"}


@dataclass(frozen=True, slots=True)
class PersonForm:
    """One form of a noun of persons: its folded words, its gender (m or f) and its number (s, d or p).

    `is_ambiguous` is true for a plural that the phrase marks as another word too (`كاتب:?كتاب`: writers, and a book).
    """

    words: tuple[str, ...]
    gender: str
    number: str
    is_ambiguous: bool = False


def inflect_person(phrase: str, genders: str) -> Iterator[PersonForm]:
    """Yield the forms of a phrase for `genders` (mf, m or f); the first is its singular, without the article.

    A head that ends in ة, has the article, or stands with `f` is taken as it is: it has a singular only, and the
    plurals that it lists. Raise ValueError where the phrase has no head.
    """
    head, *rest = phrase.split()
    singular, *plurals = head.split(":")
    if not singular or singular[0] in "+~" or not all(plurals):
        raise ValueError(f"the phrase {phrase!r} has no head before its other words")
    bound = bool(rest) and not rest[0].startswith("+")
    idafa = any(word.startswith("~") for word in rest)
    if singular.startswith("ال") or singular.endswith("ة") or genders == "f":
        own = "f" if genders == "f" else "m"
        yield from _phrases(singular, rest, own, "s", "ة" if own == "f" else "")
    else:
        own = "m"
        for gender, number, free, governing in _SOUND:
            if gender in genders and not (plurals and (gender, number) == ("m", "p")):
                # What follows may be governed (وزراء الخارجية) or not (متحدثون باسم), save in an idafa.
                for ending in dict.fromkeys((*(free if not idafa else ()), *(governing if bound else ()))):
                    yield from _phrases(_with_ending(singular, ending), rest, gender, number, ending)
    endings = ("ون", "ين") if any(word.startswith("+") for word in rest) else ("ون",)
    for plural in plurals:
        written = plural.removeprefix("?")
        for noun in (written, f"{written[:-2]}ين") if written.endswith("ون") else (written,):
            for ending in ("ات",) if own == "f" else endings:
                for form in _phrases(noun, rest, own, "p", ending):
                    yield replace(form, is_ambiguous=True) if plural.startswith("?") else form


def _with_ending(noun: str, ending: str) -> str:
    if not ending or ending == "ة":
        return feminine(noun) if ending else noun
    return f"{dual_stem(feminine(noun))}{ending[1:]}" if ending.startswith("ت") else f"{noun}{ending}"


def _phrases(noun: str, rest: list[str], gender: str, number: str, ending: str) -> Iterator[PersonForm]:
    """Yield the noun with its words, without the article and with it; adjectives take the noun's ending."""
    has_article = noun.startswith("ال") or ending == "ا"
    if not rest:
        yield PersonForm(token_words((noun,)), gender, number)
        if not has_article:
            yield PersonForm(token_words((f"ال{noun}",)), gender, number)
        return
    after = _AFTER_GOVERNING.get(ending, ending)
    bare = [_with_ending(word[1:], after) if word[0] == "+" else word for word in rest]
    yield PersonForm(token_words([noun, *(word.removeprefix("~") for word in bare)]), gender, number)
    if has_article:
        return
    idafa = any(word[0] == "~" for word in rest)
    definite = [
        f"ال{word.removeprefix('~')}" if before[0] in "+~" else word for word, before in zip(bare, rest, strict=True)
    ]
    yield PersonForm(token_words([noun if idafa else f"ال{noun}", *definite]), gender, number)
