"""What a language pack tells of charges: words by which somebody is accused of a deed, or a part in it is denied."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChargeRule:
    """A construction by name, with a sentence in which it finds who is accused and of what, and one where it must not.

    `denies` tells a denial; `accused` and `deed` are words of the example.
    """

    name: str
    denies: bool
    example: str
    accused: str
    deed: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class ChargeGrammar:
    """The words of charges, folded, in all their forms.

    `listed` tells of a word the names of the lists that hold it; `same` of words for one thing what stands for it;
    `capitals` of names of capitals their country's code.
    """

    words: Mapping[str, frozenset[str]] = field(repr=False)
    same: Mapping[str, str] = field(repr=False)
    capitals: Mapping[tuple[str, ...], str] = field(repr=False)
    rules: tuple[ChargeRule, ...] = ()
    listed: Mapping[str, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names: dict[str, set[str]] = {}
        for name, words in self.words.items():
            for word in words:
                names.setdefault(word, set()).add(name)
        object.__setattr__(self, "listed", {word: frozenset(held) for word, held in names.items()})
