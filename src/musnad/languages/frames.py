"""What a language pack tells of deeds in free wording: matters of news, and words for what came of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class DeedPattern(NamedTuple):
    """Words that tell one outcome of a matter: each part is a set of folded forms.

    `gaps` tells of each part how many words may stand before it. `is_verb` tells that the first part is a finite verb,
    `is_phrase` that the words tell it
    wherever they stand: they are no mere noun; `jussive` are forms of the verb that stand behind a
    negation alone.
    """

    parts: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    matter: str
    outcome: str
    is_verb: bool
    is_phrase: bool
    jussive: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter and its outcomes, of one thing only one of which can be: held or freed, opened or closed.

    `doers` are pairs of outcomes that differ in who brought them about; `open` are those that leave it to come: put
    off, under study.
    `changes` tells that one may follow the other. The example conflicts, the counterexample does not.
    """

    name: str
    outcomes: frozenset[str]
    doers: frozenset[frozenset[str]]
    open: frozenset[str]
    changes: bool
    example: tuple[str, str]
    counterexample: tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class FrameLexicon:
    """The patterns by each form of their first part, the matters by name, and how clitics are cut from a word.

    A pattern whose matter is not among `matters` tells a deed without an opposite. `alike` are the numbers of the
    groups of words for one thing to which a word belongs; `undone` are the outcomes by matter that tell a deed not to
    have come about: put off, called off, still under talks.
    """

    patterns: Mapping[str, tuple[DeedPattern, ...]] = field(repr=False)
    matters: Mapping[str, Matter] = field(repr=False)
    stems: Callable[[str], Iterable[str]] = field(repr=False)
    alike: Mapping[str, frozenset[int]] = field(default_factory=dict, repr=False)
    undone: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)


NO_FRAMES = FrameLexicon({}, {}, lambda word: (word,))
