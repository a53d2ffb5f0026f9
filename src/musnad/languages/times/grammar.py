"""What a language pack tells of time: the words, the rules, and how a match of a rule is held."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_CACHED_ROWS = 10_000
_LONGEST_KEPT = 30  # codes: longer rows are lists and hardly ever come again


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One sense of a word or phrase: the kind that rules call it by, and the number or name it stands for."""

    kind: str
    value: int | str


@dataclass(frozen=True, slots=True)
class WordEntry:
    """What a spelling is: the clitics cut off its front, the word's sense if any, and the phrases it begins.

    `clitics` are kinds, one folded letter each. `phrases` are (following words, sense), the longest first.
    """

    clitics: tuple[str, ...]
    word: TimeWord | None
    phrases: tuple[tuple[tuple[str, ...], TimeWord], ...]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One named rule: the kinds of words it matches in a row, what they mean together, and how it is tested.

    `leads` are the kinds of prepositions that belong to the expression when they stand before it; with
    `needs_lead` nothing is found without one of `only_after`. `value` is what the example means, as an ISO interval,
    for a report published on the day that the loader's test states.
    """

    name: str
    pattern: re.Pattern[str]
    means: str
    leads: frozenset[str]
    only_after: frozenset[str]
    example: str
    finds: str
    value: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: the month and day on which it begins, by the Hijri calendar or not, and how many days it lasts."""

    month: int
    day: int
    days: int
    hijri: bool


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Everything that reading times and dates needs of one language.

    `codes` gives each kind its one-character code, in which the patterns are written; `matches` tells of a row of codes
    the length and rule of each match at its head. `digits` takes clitics, article and mark off a number; `article` is
    what may stand alone before one.
    """

    entries: Mapping[str, WordEntry]
    codes: Mapping[str, str]
    rules: tuple[TimeRule, ...]
    matches: Callable[[str], tuple[tuple[int, TimeRule], ...]] = field(repr=False)
    digits: re.Pattern[str]
    marks: Mapping[str, str]
    article: str
    holidays: Mapping[str, tuple[Holiday, ...]]
    clause_stops: frozenset[str]
    future_verb: re.Pattern[str]
    opening_verb: re.Pattern[str]


def remembered_matches(rules: tuple[TimeRule, ...]) -> Callable[[str], tuple[tuple[int, TimeRule], ...]]:
    """Return what tells of codes in a row which rules they begin with: the longest first, then in the rules' order.

    Reports tell their times in few ways: what a row begins with is kept.
    """

    any_rule = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules))

    def match(codes: str) -> tuple[tuple[int, TimeRule], ...]:
        if any_rule.match(codes) is None:
            return ()
        found = [(match.end(), rule) for rule in rules if (match := rule.pattern.match(codes))]
        return tuple(sorted(found, key=lambda pair: -pair[0]))

    kept = lru_cache(maxsize=_CACHED_ROWS)(match)
    return lambda codes: kept(codes) if len(codes) <= _LONGEST_KEPT else match(codes)
