"""Loads how Arabic counts the dead and the hurt (tolls.toml, the number words of mentions.toml) into a TollGrammar."""

from functools import cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.tolls import Bounds, TollGrammar, TollRule
from musnad.text import fold_word

_FILE = "languages/ar/tolls.toml"


@cache
def load_tolls() -> TollGrammar:
    """Return the grammar of tolls; raise LanguageDataError naming the file and entry that is broken."""
    listed = read_toml("tolls.toml")
    figures = read_toml("mentions.toml")
    try:
        words = listed["words"]
        broken = [entry.split()[0] for entry in words["people"]]
        many = [plural for entry in words["people"] for plural in entry.split()[1:]]
        many += [one.removesuffix("ة") + end for one in words["people_sound"] for end in ("ين", "ون", "ات")]
        return TollGrammar(
            numbers={fold_word(form): float(one["value"]) for one in figures["number"] for form in one["forms"]},
            scales={fold_word(form): float(one["value"]) for one in figures["multiplier"] for form in one["forms"]},
            vague={fold_word(word): least for word, least in listed["vague"].items()},
            at_least=_phrases(words["at_least"]),
            at_most=_phrases(words["at_most"]),
            about=_phrases(words["about"]),
            at_least_behind=_phrases(words["at_least_behind"]),
            between=_phrases(words["between"]),
            parts=_folded(words["parts"]),
            dead=_folded(words["dead"]),
            hurt=_folded(words["hurt"]),
            people=_folded([*broken, *words["people_sound"]]),
            many_people=_folded(many),
            pairs=frozenset(_pairs(broken, words["people_sound"])),
            one_of=_folded(words["one_of"]),
            others=_folded(words["others"]),
            unnumbered=_folded(words["unnumbered"]),
            tallies=_folded(words["tallies"]),
            lives=_folded(words["lives"]),
            units=frozenset(_units(words["units"])),
            rules=tuple(_rule(number, entry) for number, entry in enumerate(listed["rule"], start=1)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"{_FILE}: {error!r}") from error


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _phrases(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    found = [tuple(map(fold_word, phrase.split())) for phrase in phrases]
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def _units(words: list[str]) -> set[str]:
    """Return the forms of words that no person is counted by: bare, in the accusative, as a dual."""
    found = set()
    for word in words:
        bare = fold_word(word)
        found |= {bare, bare + "ا", bare.removesuffix("ه") + "ين", bare[:-1] + "تين"}
    return found


def _pairs(broken: list[str], sound: list[str]) -> set[str]:
    """Return the duals: both cases where the plural is broken or feminine, else the nominative alone."""
    found = set()
    for word in (*broken, *sound):
        feminine = word.endswith("ة")
        bare = fold_word(word[:-1] + "ت" if feminine else word.removesuffix("ى"))
        # أخ is اخوان, فتى is فتيان.
        stem = {"اخ": "اخو", "فت": "فتي", "فتات": "فتات"}.get(bare, bare)
        found.add(stem + "ان")
        if feminine or word in broken:
            found.add(stem + "ين")
        found.update(stem + ending for ending in ("اه", "اها", "اهم"))  # before a pronoun the ن falls
        if feminine or word in broken:
            found.update(stem + ending for ending in ("يه", "يها", "يهم"))
    return found


def _rule(number: int, entry: dict[str, Any]) -> TollRule:
    try:
        return TollRule(
            name=entry["name"],
            example=entry["example"],
            killed=_bounds(entry.get("killed")),
            wounded=_bounds(entry.get("wounded")),
            counterexample=entry["counterexample"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"{_FILE}, rule {number} ({entry.get('name')}): {error!r}") from error


def _bounds(written: list[int] | None) -> Bounds | None:
    if written is None:
        return None
    least, most = written
    return least, None if most < 0 else most
