"""Retells reasons and faults, which are kept in English, in Arabic."""

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from musnad.export.display import display_line
from musnad.model import Independence

_SOURCE = "en"
_FIELD = re.compile(r"\\\{(\w+)\\\}")
_COUNTED = re.compile(r"(\d+) ([a-z ]+?)s?")
_ARABIC = re.compile("[\u0600-\u06ff]")
_MOST_IN_PLURAL = 10  # Arabic counts three to ten of a thing in the plural, more in the singular.


@dataclass(frozen=True, slots=True)
class _Phrases:
    """How a language tells reasons: patterns with their telling, and nouns as they are counted."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    nouns: dict[str, Sequence[str]]


def retell_words(code: str, reason: str) -> str:
    """Return a reason, or what a tree says of a source, in this language; one without a translation stays English."""
    return reason if code == _SOURCE else _told(_phrases(code), display_line(reason))


def retell_nodes(code: str, counted: Independence) -> Independence:
    """Return an independence with what its nodes are called where nobody is named in this language."""
    if code == _SOURCE:
        return counted
    nodes = (
        node if _ARABIC.search(node.label) else replace(node, label=retell_words(code, node.label))
        for node in counted.graph.nodes
    )
    return replace(counted, graph=replace(counted.graph, nodes=tuple(nodes)))


@functools.cache
def _phrases(code: str) -> _Phrases:
    written = files(__package__).joinpath(f"reasons.{code}.toml").read_text(encoding="utf-8")
    read = tomllib.loads(written)
    # Patterns with more words of their own come first: the others' fields would swallow them.
    told = read["reasons"] | read["faults"] | read["takes"]
    ordered = sorted(told.items(), key=lambda entry: -len(re.sub(r"\{\w+\}", "", entry[0])))
    patterns = tuple((_pattern(english), telling) for english, telling in ordered)
    return _Phrases(patterns, {each["noun"]: each["forms"] for each in read["count"]})


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(english)))


def _told(phrases: _Phrases, reason: str) -> str:
    counted = _COUNTED.fullmatch(reason)
    if counted and counted[2] in phrases.nouns:
        return _count(int(counted[1]), phrases.nouns[counted[2]])
    for pattern, telling in phrases.patterns:
        found = pattern.fullmatch(reason)
        if found:
            return telling.format(**{name: _field(phrases, name, words) for name, words in found.groupdict().items()})
    return _list(phrases, reason)


def _field(phrases: _Phrases, name: str, words: str) -> str:
    """Return what fills a field; values are written as they are."""
    return words.replace(", ", "، ") if name == "values" else _told(phrases, words)


def _list(phrases: _Phrases, reason: str) -> str:
    """Return what is no reason as a whole: several of them parted by commas, or names joined by "and"."""
    parts = reason.split(", ")
    told = []
    while parts:
        # The longest run that is a reason: some have commas of their own.
        runs = ((end, ", ".join(parts[:end])) for end in range(len(parts), 0, -1))
        end, words = next((run for run in runs if _is_known(phrases, run[1])), (1, parts[0]))
        told.append(_told(phrases, words) if _is_known(phrases, words) else _names(words))
        parts = parts[end:]
    return "، ".join(told) if len(told) > 1 else told[0]


def _is_known(phrases: _Phrases, reason: str) -> bool:
    return any(pattern.fullmatch(reason) for pattern, _ in phrases.patterns)


def _names(words: str) -> str:
    return words.replace(" and ", " و") if _ARABIC.search(words) else words


def _count(number: int, forms: Sequence[str]) -> str:
    form = forms[min(number, 3)] if number <= _MOST_IN_PLURAL else forms[4]
    return form.format(n=number)
