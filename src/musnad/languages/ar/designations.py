"""Spells designations of weapons the ways that Arabic news does: F-16 is إف-16, اف 16, إف16 and F16."""

import re
from collections.abc import Iterator
from itertools import product

from musnad.languages.ar.tables import token_words

# How the names of the Latin letters are written, folded; the commonest first.
_LETTERS = {
    "A": ("ايه", "اي"),
    "B": ("بي", "ب"),
    "C": ("سي",),
    "D": ("دي",),
    "E": ("اي",),
    "F": ("اف",),
    "G": ("جي",),
    "H": ("اتش",),
    "I": ("اي",),
    "J": ("جيه", "جي"),
    "K": ("كيه", "كي"),
    "L": ("ال",),
    "M": ("ام",),
    "N": ("ان",),
    "O": ("او",),
    "P": ("بي",),
    "Q": ("كيو",),
    "R": ("ار",),
    "S": ("اس",),
    "T": ("تي", "ت"),
    "U": ("يو",),
    "V": ("في",),
    "W": ("دبليو",),
    "X": ("اكس",),
    "Y": ("واي",),
    "Z": ("زد", "زي"),
}
_LATIN = re.compile(r"([A-Z]{1,4})-(\d+(?:/\d+)?)")
_MODELS = re.compile(r"\[([^\]]*)\]")
# Letter names that are Arabic words of their own: إن 26 شخصا, في 22 يوما, أي 10. Written apart from the number, or
# glued to it after a clitic (بـ52), they are a designation only where something else says so.
_HOMOGRAPHS = frozenset({"ايه", "اي", "ال", "ان", "او", "ام", "في", "ب", "ت", "كي"})


def spell_designation(written: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the folded words of each spelling of a designation, and whether that spelling is ambiguous by itself.

    `name[1,2]` is the name with each model number; a hyphen may also be a space, nothing, or stand between spaces.
    """
    for whole in _with_models(written):
        latin = _LATIN.fullmatch(whole)
        if latin:
            yield from _from_latin(*latin.groups())
        else:
            for spelling in spell_hyphens(whole):
                yield token_words(spelling.split()), False


def spell_hyphens(whole: str) -> Iterator[str]:
    """Yield the spellings of what is written with hyphens: with them, apart, between spaces; glued before a digit."""
    parts = whole.split("-")
    if len(parts) == 1:
        yield whole
        return
    yield from (whole, " ".join(parts), " - ".join(parts))
    if any(part[0].isdigit() for part in parts[1:] if part):
        yield "".join(parts)


def _with_models(written: str) -> Iterator[str]:
    found = _MODELS.search(written)
    if found is None:
        yield written
        return
    base = written[: found.start()]
    yield base
    for model in found.group(1).split(","):
        yield f"{base}-{model.strip()}"


def _from_latin(letters: str, digits: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    for spelling in spell_hyphens(f"{letters}-{digits}"):
        yield token_words(spelling.split()), " " in spelling and len(letters) == 1
    for names in product(*(_LETTERS[letter] for letter in letters)):
        is_word = len(names) == 1 and names[0] in _HOMOGRAPHS
        for spelling in spell_hyphens(f"{' '.join(names)}-{digits}"):
            yield token_words(spelling.split()), is_word and "-" not in spelling
