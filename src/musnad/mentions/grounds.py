"""Tells nouns of places from those of bodies, and places that bear a person's name from the person."""

from musnad.mentions.line import Line


def is_named_after(line: Line, first: int) -> bool:
    """Tell whether a place bears the person's name: a noun of place stands before it, or before its title."""
    index = first - 1
    if index > 0 and line.words[index].removeprefix("ال") in line.rules.words["honorifics"]:
        index -= 1
    return any(form in line.rules.words["named_after_persons"] for _, form in line.forms[index])


def is_ground(line: Line, index: int) -> bool:
    """Tell whether the noun is of a place, with its article: العاصمة الليبية."""
    return any(form in line.rules.words["grounds"] for _, form in line.forms[index])
