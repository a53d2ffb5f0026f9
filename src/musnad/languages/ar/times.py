"""Loads the Arabic words and rules of time from times.toml into one grammar, folded."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.times.grammar import Holiday, TimeGrammar, TimeRule, TimeWord, WordEntry, remembered_matches
from musnad.text import fold_word, tokenize

_FILE = "languages/ar/times.toml"
_MARKS = {
    "/": "slash",
    "\\": "slash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "،": "comma",
    ",": "comma",
    '"': "quote",
}
# The kinds that are no words of the lexicon: clitics, digits and marks.
_OTHER_KINDS = (
    *("and", "with", "for"),
    *("number", "year_number", "clock", "decimal", "whole_date", "year_span"),
    *dict.fromkeys(_MARKS.values()),
)
_CONJUNCTIONS = {"": (), "و": ("and",), "ف": ("and",)}
_PREPOSITIONS = {"": (), "ب": ("with",), "ل": ("for",), "ك": ("with",)}
# Words of these kinds take no preposition as a prefix.
_BARE = {
    *("hijri_mark", "miladi_mark", "in", "during", "since", "before", "after", "until", "by", "lasting", "of"),
    *("between", "to", "or", "and", "on", "future", "age", "now", "vague", "weak_month"),
}
# ل and ست make لست, "I am not".
_NO_CLITIC = frozenset({"لست", "لان", "بان", "بعض"})
_DIGITS = re.compile(
    r"(?P<and>[وف])?(?P<preposition>[بل])?(?P<article>ال|ل)?(?P<number>\d(?:[\d.,:-]*\d)?)(?P<mark>م|ه|هجري|هجريه|ميلادي|ميلاديه)?"
)
_NAME = re.compile(r"[A-Za-z_]+")


@cache
def load_times() -> TimeGrammar:
    """Return the Arabic grammar of time; raise LanguageDataError naming the entry that is broken."""
    read = read_toml("times.toml")
    words = list(_words(read))
    kinds = dict.fromkeys([*(word.kind for _, word in words if word.kind != "number_word"), *_OTHER_KINDS])
    codes = {kind: chr(0xE000 + number) for number, kind in enumerate(kinds)}
    rules = tuple(_rules(read, codes))
    verbs = read["verbs"]
    return TimeGrammar(
        entries=_entries(words),
        codes=codes,
        rules=rules,
        matches=remembered_matches(rules),
        digits=_DIGITS,
        marks=_MARKS,
        article="ال",
        holidays=_holidays(read),
        clause_stops=frozenset(map(fold_word, verbs["clause_stops"])),
        future_verb=_verb_pattern(verbs["future"], verbs["not_future"]),
        opening_verb=_verb_pattern(verbs["opening"], verbs["not_opening"]),
    )


def _holidays(read: dict[str, Any]) -> dict[str, tuple[Holiday, ...]]:
    found: dict[str, tuple[Holiday, ...]] = {}
    for number, entry in enumerate(read["holiday"], start=1):
        try:
            holiday = Holiday(entry["month"], entry["day"], entry["days"], entry["hijri"])
            for name in entry["names"]:
                found[name] = (*found.get(name, ()), holiday)
        except KeyError as error:
            raise LanguageDataError(f"{_FILE}, holiday {number} ({entry}): {error!r}") from error
    return found


def _verb_pattern(shape: str, exceptions: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?!{'|'.join(exceptions)}){shape}")


def _words(read: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], TimeWord]]:
    for number, entry in enumerate(read["word"], start=1):
        try:
            word = TimeWord(entry["kind"], entry["value"])
            forms = entry["forms"]
        except KeyError as error:
            raise LanguageDataError(f"{_FILE}, word {number} ({entry}): {error!r}") from error
        for form in forms:
            yield tuple(token.folded for token in tokenize(form, 0, len(form))), word


def _entries(words: list[tuple[tuple[str, ...], TimeWord]]) -> dict[str, WordEntry]:
    single: dict[str, TimeWord] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], TimeWord]]] = {}
    for form, word in words:
        if len(form) == 1:
            single.setdefault(form[0], word)
        else:
            phrases.setdefault(form[0], []).append((form[1:], word))
    entries = {}
    for spelling in dict.fromkeys([*single, *phrases]):
        longest_first = tuple(sorted(phrases.get(spelling, ()), key=lambda phrase: -len(phrase[0])))
        entries[spelling] = WordEntry((), single.get(spelling), longest_first)
    for spelling, entry in list(entries.items()):
        for written, clitics in _with_clitics(spelling, entry):
            if written not in _NO_CLITIC:
                entries.setdefault(written, WordEntry(clitics, entry.word, entry.phrases))
    return entries


def _with_clitics(spelling: str, entry: WordEntry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the spellings with و or ف and ب or ل in front: والثلاثاء, بالثلاثاء, ولليوم."""
    senses = [entry.word] if entry.word else [sense for _, sense in entry.phrases]
    if len(spelling) < 2:
        return
    for joined, first in _CONJUNCTIONS.items():
        for preposition, second in _PREPOSITIONS.items():
            if second and all(sense.kind in _BARE for sense in senses):
                continue
            stem = spelling
            if preposition == "ل" and spelling.startswith("ال"):
                stem = spelling[1:]
            if joined or preposition:
                yield joined + preposition + stem, (*first, *second)


def _rules(read: dict[str, Any], codes: dict[str, str]) -> Iterator[TimeRule]:
    macros = read["macros"]
    for entry in read["rule"]:
        try:
            yield TimeRule(
                name=entry["name"],
                pattern=re.compile(_compiled(entry["pattern"], macros, codes)),
                means=entry["means"],
                leads=frozenset(entry["leads"]),
                only_after=frozenset(entry.get("only_after", ())),
                example=entry["example"],
                finds=entry["finds"],
                value=entry["value"],
                counterexample=entry["counterexample"],
            )
        except (KeyError, ValueError, re.error) as error:
            raise LanguageDataError(f"{_FILE}, rule {entry.get('name')}: {error!r}") from error


def _compiled(pattern: str, macros: dict[str, str], codes: dict[str, str]) -> str:
    """Return the pattern over kinds as a pattern over their codes."""

    def code(found: re.Match[str]) -> str:
        name = found.group()
        return f"(?:{_compiled(macros[name], macros, codes)})" if name in macros else codes[name]

    return _NAME.sub(code, pattern.replace("(", "(?:")).replace(" ", "")
