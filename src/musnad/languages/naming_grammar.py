"""What a language pack tells the entities step: how names are put together, spelt and carried into Latin script."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.languages.lexicon import Words


@dataclass(frozen=True, slots=True)
class NamingGrammar:
    """How one language names things. All words are folded.

    `article` stands before nouns. `classes` and `latin_classes` give for each letter, or run of Latin letters, the
    consonant classes that it may stand for, "" among them where it may be silent; letters not listed are vowels.
    """

    article: str
    kunya: str
    """The form under which all forms of أبو are kept."""
    filiation: str
    """The form under which all forms of بن are kept."""
    clan: frozenset[str]
    """What opens the name of a family in two words (آل)."""
    servant: frozenset[str]
    """What joins the next word to a given name (عبد)."""
    second: frozenset[str]
    """What ends a given name of two words (الدين)."""
    latin_article: frozenset[str]
    latin_kunya: frozenset[str]
    latin_filiation: frozenset[str]
    latin_servant: frozenset[str]
    """The article, أبو, بن and عبد as they are written in Latin letters."""
    aliases: frozenset[Words]
    """What stands between two names of one person (المعروف ب)."""
    dropped_heads: frozenset[str]
    """Nouns that a body's or an outlet's name may have or lack (نادي, صحيفة)."""
    ties: frozenset[str]
    """What may stand before a person's name and is part of no name (سيدنا)."""
    stops: frozenset[str]
    """Words with which a person's name is over (رحمه)."""
    offices: Mapping[Words, Words]
    """For each title of an office, its words without article, those of the title that stands for it (رئيس الوزراء)."""
    classes: Mapping[str, tuple[str, ...]] = field(repr=False)
    latin_classes: Mapping[str, tuple[str, ...]] = field(repr=False)
    confusable: Mapping[str, frozenset[str]] = field(repr=False)
    """For each letter those that are written for it where a foreign sound has no letter (غ ج ك ق for g)."""
    vowels: frozenset[str]
    """Letters that are often left out or put in when a foreign name is spelt."""
