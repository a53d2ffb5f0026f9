"""Knows of every form of a word in which lists it stands: worked out once a form, not once a statement."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from musnad.languages.agreement import AgreementLexicon, Tense, WordReading

_CACHED_FORMS = 60_000
_LIGHTEST = 0.15
_NON, _LEAST_NON = "اللا", 7
# Words without content of their own that open a new thought: what was denied before is not denied after.
_BREAKS = frozenset({"لكن", "ولكن", "بل", "الا", "بيد", "فيما", "بينما", "وانما", "انما"})
_TURNING = frozenset({"للمره", "ان", "في", "وان", "وانه", "وانها", "وانهم", "اي", "ايه", "حتي", "كي", "لكي"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WordType:
    """What is known of a folded form wherever it stands; `bare` is the form less "and".

    `named` is its reading as part of a name, which says nothing, `noun` where it can be no verb; `weight` goes with
    the plain reading, `named_weight` with the named one. `fails_with` and `wants_with` are prepositions that make it
    a verb of failing or wanting. A word that is not `is_marking` marks nothing, one not `is_turning` ends nothing.
    """

    bare: str
    reading: WordReading
    named: WordReading
    noun: WordReading
    weight: float
    named_weight: float
    may_negate: bool
    is_marking: bool
    is_turning: bool
    is_break: bool
    is_empty: bool
    is_to_be: bool
    is_non: bool
    is_denial: bool
    is_lacking: bool
    is_light: bool
    is_state: bool
    is_threat: bool
    is_intent: bool
    is_failure: bool
    exists: bool
    is_truth: bool
    enables: bool
    is_stopping: bool
    is_number: bool
    fails_with: frozenset[str]
    wants_with: frozenset[str]


# A lexicon is told by its identity: there is one a language.
@lru_cache(maxsize=8)
def word_types(lexicon: AgreementLexicon) -> Callable[[str], WordType]:
    """Return what tells of a folded form what the lexicon knows of it; the answers are kept."""
    failing, wanting = _by_verb(lexicon.words["failing_with"]), _by_verb(lexicon.words["wanting_with"])

    @lru_cache(maxsize=_CACHED_FORMS)
    def type_of(word: str) -> WordType:
        return _type(word, lexicon, failing, wanting)

    return type_of


def _by_verb(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the prepositions by the form that each makes a verb of failing or wanting."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, preposition = entry.partition(" ")
        found.setdefault(verb, set()).add(preposition)
    return {verb: frozenset(prepositions) for verb, prepositions in found.items()}


def _type(
    word: str,
    lexicon: AgreementLexicon,
    failing: Mapping[str, frozenset[str]],
    wanting: Mapping[str, frozenset[str]],
) -> WordType:
    lists = lexicon.words
    bare = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    reading = lexicon.read_word(word)
    unclothed = frozenset(bare.removeprefix(clitic) for clitic in ("", "ال", "بال", "ب", "لل", "ل"))
    is_intent = not unclothed.isdisjoint(lists["intents"])
    weight = max(_LIGHTEST, 0.0 if is_intent else lexicon.rarity.get(reading.lemma, 1.0))
    is_named_alike = not (reading.senses or reading.opposed or reading.is_deed)
    return WordType(
        bare,
        reading,
        reading if is_named_alike else replace(reading, senses=_NONE, opposed=_NONE, is_deed=False),
        reading if reading.tense is Tense.NONE else replace(reading, tense=Tense.NONE),
        _LIGHTEST if "announce" in reading.senses else weight,
        weight,
        may_negate=word in lists["negators"] or word == "الا",
        is_marking=word == "فقط"
        or bare == "قد"
        or any(bare in lists[name] for name in ("again", "possible", "future", "growing")),
        is_turning=bare in lists["scope_ends"] or bare in _TURNING or word in _TURNING or word in lists["conditional"],
        is_break=word in _BREAKS,
        is_empty=bare in lists["empty"] or len(bare) < 2,
        is_to_be=bare in lists["to_be"],
        is_non=bare.startswith(_NON) and len(bare) >= _LEAST_NON,
        is_denial=bare in lists["denials"],
        is_lacking=bare in lists["lacking"],
        is_light=bare in lists["light_verbs"] and reading.tense is not Tense.NONE,
        is_state=bare in lists["states"] and reading.tense is Tense.IMPERFECT,
        is_threat=bare in lists["threats"],
        is_intent=is_intent,
        is_failure=word not in lists["plain"] and not unclothed.isdisjoint(lists["failures"]),
        exists=not unclothed.isdisjoint(lists["existence"]),
        is_truth=not unclothed.isdisjoint(lists["truths"]),
        enables=bool(reading.senses & lists["enabling"]),
        is_stopping=bool(reading.senses & lists["stopping"]),
        is_number=_is_number(word, lexicon),
        fails_with=failing.get(bare, _NONE),
        # وعدت is no و and عدت.
        wants_with=wanting.get(word, _NONE) | wanting.get(bare, _NONE),
    )


def _is_number(word: str, lexicon: AgreementLexicon) -> bool:
    bare = word[1:] if word[0] in "بلو" else ""
    return any(
        form.isdigit() or form in lexicon.numbers or form in lexicon.multipliers for form in (word, bare) if form
    )
