"""Inflects Arabic noun phrases written in a compact notation: number, definiteness, case and the adjectives' agreement.

A phrase is a head `singular:plural[:plural]` and its words. `?` marks a phrase that is also something else, or a plural
that is (`مدفع:?مدافع`: guns, and defender). `+word` is an adjective in the masculine singular that
agrees with the head; `~word` takes the article where the phrase is definite (idafa); other words stay as they are.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from musnad.languages.ar.tables import token_words

# Plurals of the patterns mafa'il and mafa'iil take no final alef (صواريخ، قنابل).
_DIPTOTE = re.compile(r"..ا..|..ا.ي.|.{2,3}ا[^ا]{1,2}ي?.|.+اء")
_FOREIGN_PLURAL = "ات"


# Named tuples: loading makes tens of thousands, three times as fast as frozen dataclasses.
class Inflected(NamedTuple):
    """One form of a noun phrase: its folded words, its number (s, d or p), and whether it is also something else."""

    words: tuple[str, ...]
    number: str
    is_ambiguous: bool


class _Form(NamedTuple):
    head: str
    number: str
    is_definite: bool
    gender: str
    ending: str
    """The ending that adjectives take after their own gender: as the dual's ان, or the accusative's ا."""


def inflect_phrase(phrase: str) -> Iterator[Inflected]:
    """Yield the forms of a noun phrase in the notation of this file; raise ValueError where it has no head."""
    head, *rest = phrase.split()
    singular, *plurals = head.split(":")
    doubtful = {"s", "d", "p"} if singular[:1] == "?" else {"p" for plural in plurals if plural[:1] == "?"}
    singular, plurals = singular.removeprefix("?"), [plural.removeprefix("?") for plural in plurals]
    if not singular or singular[0] in "+~" or not all(plurals):
        raise ValueError(f"the phrase {phrase!r} has no head before its other words")
    for form in _head_forms(singular, plurals, rest):
        words = (form.head, *(_agree(word, form) for word in rest))
        yield Inflected(token_words(words), form.number, form.number in doubtful)


def _head_forms(singular: str, plurals: list[str], rest: list[str]) -> Iterator[_Form]:
    gender = "f" if singular.endswith(("ة", "اة")) else "m"
    bound = bool(rest) and not rest[0].startswith("+")
    idafa = any(word.startswith("~") for word in rest)
    proper = singular.startswith("ال")
    for number, head in (("s", singular), *(("p", plural) for plural in plurals)):
        agrees = "f" if number == "p" else gender
        yield _Form(head, number, proper, agrees, "")
        if not proper:
            yield _Form(head if idafa else f"ال{head}", number, True, agrees, "")
        if not idafa and takes_alef(head, plural=number == "p"):
            yield _Form(f"{head}ا", number, False, agrees, "ا" if agrees == "m" else "")
    if not proper and plurals:
        yield from _dual_forms(singular, gender, bound=bound, idafa=idafa)


def _dual_forms(singular: str, gender: str, *, bound: bool, idafa: bool) -> Iterator[_Form]:
    stem = dual_stem(singular)
    for vowel in "اي":
        if bound:
            yield _Form(f"{stem}{vowel}", "d", False, gender, f"{vowel}ن")
        if idafa:
            yield _Form(f"{stem}{vowel}", "d", True, gender, f"{vowel}ن")
        else:
            yield _Form(f"{stem}{vowel}ن", "d", False, gender, f"{vowel}ن")
            yield _Form(f"ال{stem}{vowel}ن", "d", True, gender, f"{vowel}ن")


def dual_stem(singular: str) -> str:
    """Return the noun as it stands before the dual's ending: دبابة gives دبابت."""
    return f"{singular[:-1]}ت" if singular.endswith("ة") else singular


def takes_alef(word: str, *, plural: bool) -> bool:
    """Tell whether the word shows the accusative of an indefinite by a final alef (صاروخا, ألغاما)."""
    if word.endswith(("ة", "ى", "ا", "ء", _FOREIGN_PLURAL, "ون", "ين")):
        return False
    return not (plural and _DIPTOTE.fullmatch(word))


def _agree(word: str, form: _Form) -> str:
    if word.startswith("~"):
        return f"ال{word[1:]}" if form.is_definite else word[1:]
    if not word.startswith("+"):
        return word
    bare = feminine(word[1:]) if form.gender == "f" else word[1:]
    if form.ending in {"ان", "ين"}:
        bare = f"{dual_stem(bare)}{form.ending}"
    elif form.ending and takes_alef(bare, plural=False):
        bare = f"{bare}{form.ending}"
    return f"ال{bare}" if form.is_definite else bare


def feminine(adjective: str) -> str:
    """Return the feminine of a masculine adjective: ثقيل gives ثقيلة; one that has an ending of its own stays."""
    if adjective.endswith("يء"):
        return f"{adjective[:-1]}ئة"
    return adjective if adjective.endswith(("ة", "ى", "اء")) else f"{adjective}ة"
