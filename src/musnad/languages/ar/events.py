"""Loads the Arabic lexicon of events (events.toml, event_words.toml, transfers.toml) into one folded EventLexicon."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.conjugation import verb_forms
from musnad.languages.ar.derivation import derive
from musnad.languages.ar.lexicons import load_grammar, read_toml
from musnad.languages.ar.noun_endings import noun_forms
from musnad.languages.ar.tagger_models import load_stems
from musnad.languages.ar.tolls import load_tolls
from musnad.languages.events import Dealing, EventLexicon, Frame, Role, Shape, Trigger, Verb
from musnad.languages.grammar import Form
from musnad.model import EventType
from musnad.text import fold_word

# Participles of speech acts continue a report (، منتقدا ...); those of deeds are nouns and adjectives (مقاتل).
_SPEECH = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})
_SHAPES = {Form.PERFECT: Shape.PERFECT, Form.IMPERFECT: Shape.IMPERFECT, Form.JUSSIVE: Shape.JUSSIVE}


@cache
def load_events() -> EventLexicon:
    """Return the Arabic event lexicon; raise LanguageDataError naming the file and entry that is broken."""
    listed = read_toml("event_words.toml")
    triggers: dict[str, list[Trigger]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    lemmas: set[str] = set()
    for number, group in enumerate(read_toml("events.toml")["group"], start=1):
        try:
            for spelling, trigger in _group(group, lemmas):
                _add(spelling, trigger, triggers, phrases)
        except (KeyError, ValueError, IndexError) as error:
            raise LanguageDataError(f"languages/ar/events.toml, group {number}: {error!r}") from error
    words = {name: frozenset(map(fold_word, entries)) for name, entries in listed["words"].items()}
    countries = read_toml("countries.toml")["country"]
    words["capitals"] = frozenset(fold_word(name) for country in countries for name in country.get("capitals", []))
    for word in words["not_triggers"]:
        triggers.pop(word, None)
    return EventLexicon(
        triggers={spelling: tuple(found) for spelling, found in triggers.items()},
        phrases={first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()},
        verbs=_verbs(listed["verbs"]),
        dealings={word: one for word, one in _dealings().items() if word not in words["not_triggers"]},
        words=words,
        tolls=load_tolls(),
        load_stems=load_stems,
        nationalities=_nationalities(listed["words"]["nationalities"]),
        demonyms=_demonyms(countries),
        lemmas=len(lemmas),
    )


def _add(
    spelling: tuple[str, ...],
    trigger: Trigger,
    triggers: dict[str, list[Trigger]],
    phrases: dict[str, list[tuple[tuple[str, ...], Trigger]]],
) -> None:
    if len(spelling) > 1:
        phrases.setdefault(spelling[0], []).append((spelling[1:], trigger))
        return
    readings = triggers.setdefault(spelling[0], [])
    if not readings:
        readings.append(trigger)
        return
    key = (trigger.lemma, trigger.shape, trigger.frame.type, trigger.frame.mode, trigger.suffixed)
    if all((one.lemma, one.shape, one.frame.type, one.frame.mode, one.suffixed) != key for one in readings):
        readings.append(trigger)


# -- groups --------------------------------------------------------------------------------------


def _group(group: dict[str, Any], lemmas: set[str]) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    frame = _frame(group)
    for entry in group.get("verbs", []):
        perfect, imperfect, masdars = parse_verb(entry)
        lemmas.add(f"{perfect}|verb")
        yield from _verb_triggers(perfect, imperfect, frame, transitive=bool(group.get("transitive")))
        for masdar in masdars:
            lemmas.add(f"{masdar}|noun")
            yield from _noun_triggers((masdar,), frame, Shape.MASDAR)
    for entry in group.get("nouns", []):
        lemmas.add(f"{entry.split()[0]}|noun")
        yield from _noun_triggers(tuple(entry.split()), frame, Shape.NOUN)


def _frame(group: dict[str, Any]) -> Frame:
    target = frozenset(fold_word(mark) for mark in group.get("target", []))
    return Frame(
        type=EventType(group["type"]),
        mode=group.get("mode") or None,
        cameo=group["cameo"],
        target=target,
        subject=Role(group.get("subject", "agent")),
        noun=Role(group.get("noun", "agent")),
        companions=frozenset(fold_word(word) for word in group.get("with", [])),
        unless=frozenset(group.get("unless", [])),
        weak=bool(group.get("weak", False)),
        political=bool(group.get("political", False)),
        arms=bool(group.get("arms", False)),
        victims=group.get("victims"),
    )


def parse_verb(entry: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Return perfect, imperfect if given, and verbal nouns of an entry "perfect imperfect = masdar masdar"."""
    head, equals, tail = entry.partition("=")
    words = head.split()
    if not 1 <= len(words) <= 2:
        raise ValueError(f"a verb is a perfect and at most an imperfect, not {entry!r}")
    perfect, imperfect = words[0], words[1] if len(words) == 2 else None
    if equals:
        return perfect, imperfect, tuple(word for word in tail.split() if word != "-")
    masdar = derive(perfect, imperfect).masdar
    return perfect, imperfect, (masdar,) if masdar else ()


def finite_forms(entry: str) -> Iterator[str]:
    """Yield the finite forms of such an entry, less those of the feminine plural: news has no use for them."""
    perfect, imperfect, _ = parse_verb(entry)
    for form in verb_forms(derive(perfect, imperfect), transitive=True):
        if (form.gender, form.number) != ("f", "p"):
            yield form.spelling


def _verb_triggers(
    perfect: str, imperfect: str | None, frame: Frame, *, transitive: bool
) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    head, *further = perfect.split("_")
    lemma = fold_word(perfect.replace("_", " "))
    rest = tuple(map(fold_word, further))
    stems = derive(head, imperfect)
    transitive = transitive or "object" in frame.target
    made: dict[tuple[Shape, str, str, bool, int, bool], Trigger] = {}  # most forms of a verb read alike
    for form in verb_forms(stems, transitive=transitive):
        if (form.gender, form.number) == ("f", "p"):
            continue  # news has no use for them, and عدن is a town
        shape = Shape.PASSIVE if form.passive else _SHAPES[form.form]
        reading = (shape, form.gender, form.number, form.has_suffix, form.person, form.future)
        trigger = made.get(reading)
        if trigger is None:
            may_be_passive = transitive and not form.has_suffix and form.person == 3
            trigger = made[reading] = Trigger(lemma, frame, *reading, may_be_passive=may_be_passive)
        yield (form.spelling, *rest), trigger
    if stems.active_participle and not further and frame.type in _SPEECH:
        for spelling, gender, number in _participle(stems.active_participle):
            yield (spelling,), Trigger(lemma, frame, Shape.PARTICIPLE, gender, number)


def _participle(participle: str) -> Iterator[tuple[str, str, str]]:
    """Yield the accusative participle that continues a report: منتقدا منتقدة منتقدين."""
    bare = fold_word(participle)
    yield bare + "ا", "m", "s"
    yield bare + "ه", "f", "s"
    yield (bare[:-1] if bare[-1] == "ي" else bare) + "ين", "m", "p"


def _noun_triggers(forms: tuple[str, ...], frame: Frame, shape: Shape) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    lemma = fold_word(forms[0].replace("_", " "))
    for form in forms:
        head, *further = form.split("_")
        number = "p" if form != forms[0] else "s"
        bare, joined = (Trigger(lemma, frame, shape, number=number, suffixed=suffixed) for suffixed in (False, True))
        rests = tuple(_further(tuple(map(fold_word, further)))) if further else ((),)
        for spelling, suffixed in noun_forms(head, plural=form != forms[0]):
            for rest in rests:
                yield (spelling, *rest), joined if suffixed else bare


def _further(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words after the first, bare and with the article: غارات جوية، الغارات الجوية، عملية عسكريا."""
    yield words
    yield tuple(word if word.startswith("ال") else "ال" + word for word in words)


# -- other verbs ---------------------------------------------------------------------------------


def _verbs(listed: Iterable[str]) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    deeds = [entry for group in read_toml("events.toml")["group"] for entry in group.get("verbs", [])]
    for number, entry in enumerate([*listed, *(deed for deed in deeds if "_" not in deed)], start=1):
        try:
            perfect, imperfect, _ = parse_verb(entry)
            lemma = fold_word(perfect)
            made: dict[tuple[str, str, bool], Verb] = {}
            for form in verb_forms(derive(perfect, imperfect), transitive=True):
                if form.spelling in verbs or (form.gender, form.number) == ("f", "p"):
                    continue
                reading = (form.gender, form.number, form.form is not Form.PERFECT)
                verbs[form.spelling] = made.get(reading) or made.setdefault(reading, Verb(lemma, *reading))
        except (ValueError, IndexError) as error:
            raise LanguageDataError(f"languages/ar/event_words.toml, verb {number} ({entry}): {error!r}") from error
    for spelling, cues in load_grammar().cues.items():
        for cue in cues:
            if cue.form in _SHAPES and (cue.gender, cue.number) != ("f", "p"):
                verb = Verb(cue.lemma, cue.gender, cue.number, cue.form is not Form.PERFECT)
                verbs.setdefault(spelling, verb)
    return verbs


def _nationalities(listed: Iterable[str]) -> frozenset[str]:
    found = set()
    for word in listed:
        bare = fold_word(word)
        for ending in ("", "ه", "ين", "ون", "ا", "ان", "يا", "تين"):
            found.add(bare + ending)
    return frozenset(found)


def _demonyms(countries: list[dict[str, Any]]) -> dict[str, str]:
    """Return the adjectives that the countries' names make: روسيا روسي, العراق عراقي, أمريكا أمريكي."""
    found = {"اماراتي": "AE", "امريكي": "US", "اميركي": "US", "حوثي": "YE"}
    for country in countries:
        for name in country["names"]:
            bare = fold_word(name).removeprefix("ال")
            for ending in ("يا", "ا", "يه", "ه", ""):
                if bare.endswith(ending) and len(bare) - len(ending) >= 2:
                    found.setdefault(bare.removesuffix(ending) + "ي", country["iso"])
                    break
    return found


# -- transfers -----------------------------------------------------------------------------------


def _dealings() -> dict[str, Dealing]:
    found: dict[str, Dealing] = {}
    for number, entry in enumerate(read_toml("transfers.toml")["dealing"], start=1):
        try:
            for spelling, dealing in _dealing(entry):
                found.setdefault(spelling, dealing)
        except (KeyError, ValueError, IndexError) as error:
            raise LanguageDataError(f"languages/ar/transfers.toml, dealing {number}: {error!r}") from error
    return found


def _dealing(entry: dict[str, Any]) -> Iterator[tuple[str, Dealing]]:
    marks = {fold_word(mark): role for mark, role in entry.get("marks", {}).items()}
    for verb in entry.get("verbs", []):
        perfect, imperfect, masdars = parse_verb(verb)
        dealing = Dealing(
            fold_word(perfect), entry["subject"], entry["noun"], marks, entry["stage"], entry.get("covert", False)
        )
        for form in verb_forms(derive(perfect, imperfect), transitive=True):
            yield form.spelling, dealing
        for masdar in masdars:
            for spelling, _ in noun_forms(masdar, plural=False):
                yield spelling, dealing
    for nouns in entry.get("nouns", []):
        words = nouns.split()
        dealing = Dealing(
            fold_word(words[0]), entry["subject"], entry["noun"], marks, entry["stage"], entry.get("covert", False)
        )
        for word in words:
            for spelling, _ in noun_forms(word, plural=word != words[0]):
                yield spelling, dealing
