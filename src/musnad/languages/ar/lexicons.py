"""Loads the Arabic lexicons and rules from their TOML files into one grammar, folded."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.bodies import load_bodies
from musnad.languages.ar.conjugation import (
    Inflected,
    imperfect_forms,
    jussive_forms,
    masdar_forms,
    participle_forms,
    perfect_forms,
)
from musnad.languages.ar.outlet_names import load_outlet_names
from musnad.languages.ar.outlets import load_outlet_heads, load_outlets
from musnad.languages.grammar import NAME_IMAM, NAME_IN, Cue, Frame, Grammar, Holder, Rule, SpeechNoun, with_name_in
from musnad.model import Anonymity, AuthorStance, LinkKind, Stance
from musnad.text import fold_word, tokenize

# Complements that make a verb one that can carry its object as a suffix.
_TRANSITIVE = {"object", "masdar", "relay", "suffix"}
_KINDS = {
    "anon": LinkKind.ANON,
    "person_title": LinkKind.PERSON,
    "org": LinkKind.ORG,
    "group": LinkKind.GROUP,
    "collective": LinkKind.GROUP,
    "document": LinkKind.DOCUMENT,
}


@cache
def load_grammar() -> Grammar:
    """Return the Arabic grammar of reporting; raise LanguageDataError naming the file and entry that is broken."""
    particles = read_toml("particles.toml")
    adjuncts = read_toml("times_places.toml")
    words = {name: _folded(listed) for name, listed in particles["words"].items()}
    words["callings_of_many"] |= {NAME_IMAM}
    phrases = {name: _by_first_word(listed) for name, listed in particles["phrases"].items()}
    words |= _adjunct_words(adjuncts)
    phrases["speaker_switch"] = _by_first_word(adjuncts["speaker_switch"])
    words["cue_starts"] = frozenset(
        first for name in ("according_to", "as_reported", "impersonal") for first in phrases[name]
    ) | {"جاء", "ورد"}
    heads, proper = _holders()
    words["titles"] = frozenset(f"ال{word}" for word, holder in heads.items() if holder.kind is LinkKind.PERSON)
    countries = read_toml("countries.toml")["country"]
    words["countries"] = _folded([name for country in countries for name in country["names"]])
    words["capitals"] = _folded([name for country in countries for name in country.get("capitals", [])])
    outlets, outlet_ids = _outlets()
    speech = read_toml("speech_acts.toml")
    platforms = _platforms(speech["platforms"])
    for name, listed in speech.items():
        if name == "platforms":
            continue
        phrases[name] = _by_first_word(listed)
        words[name] = _folded([form for form in listed if " " not in form])
    words["unable_starts"] = _with_and(phrases["unable"])
    words["unnamed_starts"] = _with_and([*phrases["unnamed_openers"], *phrases["without_leave"]])
    return Grammar(
        cues=_cues(),
        speech_nouns=_speech_nouns(),
        holders=heads,
        proper_holders=proper,
        outlets=outlets,
        outlet_ids=outlet_ids,
        outlet_heads=_outlet_heads(),
        outlet_names=load_outlet_names(),
        given_names=_given_names(),
        rules=_rules(),
        words=words,
        phrases=phrases,
        platforms=platforms,
        name_lengths=_name_lengths((*proper, *outlets)),
    )


def _with_and(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, "و" + word))


def _platforms(listed: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return social networks' names by their first word, each with its words and the network's id."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for platform, names in listed.items():
        for name in map(_split, names):
            found.setdefault(name[0], []).append((name, platform))
    return {first: tuple(names) for first, names in found.items()}


def _name_lengths(names: Iterable[tuple[str, ...]]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for name in names:
        lengths[name[0]] = max(lengths.get(name[0], 0), len(name))
    return lengths


# Several loaders read one file, such as countries.toml, and parsing is half of the loading.
@lru_cache(maxsize=8)
def read_toml(name: str) -> dict[str, Any]:
    """Return the parsed TOML file `name` of this pack; raise LanguageDataError where it is missing or broken."""
    try:
        return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LanguageDataError(f"languages/ar/{name} cannot be read: {error}") from error


def _folded(listed: list[str]) -> frozenset[str]:
    return frozenset(fold_word(word) for word in listed)


def _by_first_word(listed: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in map(_split, listed):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _split(phrase: str) -> tuple[str, ...]:
    """Return the phrase as the tokens that it makes in a text (أ.ف.ب is five)."""
    return tuple(token.folded for token in tokenize(phrase, 0, len(phrase)))


def _adjunct_words(adjuncts: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Single words that mark a time, an adverb, a venue or a listener; phrases count by their words where safe."""
    times = [*adjuncts["weekdays"], *adjuncts["day_words"], *adjuncts["months"]]
    return {
        "time_words": frozenset(fold_word(word) for word in times if " " not in word),
        "adverbs": _folded([word for word in adjuncts["adverbs"] if " " not in word]),
        "venues": frozenset(fold_word(word.split()[0]).removeprefix("ال") for word in adjuncts["venues"]),
        "addressees": frozenset(fold_word(word.split()[0]) for word in adjuncts["addressees"] if word[0] == "ل"),
    }


# -- cues ----------------------------------------------------------------------------------------


def _cues() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for number, entry in enumerate(read_toml("verbs.toml")["verb"], start=1):
        try:
            for inflected in _inflect(entry):
                readings = found.setdefault(inflected.spelling, [])
                cue = _cue(entry, inflected)
                if all((reading.lemma, reading.form) != (cue.lemma, cue.form) for reading in readings):
                    readings.append(cue)
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/verbs.toml, verb {number} ({entry}): {error!r}") from error
    return {spelling: tuple(readings) for spelling, readings in found.items()}


def _inflect(entry: dict[str, Any]) -> Iterator[Inflected]:
    transitive = bool(_TRANSITIVE & set(entry["takes"]))
    yield from perfect_forms(entry["perfect"], transitive=transitive)
    if "imperfect" in entry:
        yield from imperfect_forms(entry["imperfect"], transitive=transitive)
        yield from jussive_forms(entry["imperfect"])
    if "participle" in entry:
        yield from participle_forms(entry["participle"])
    if "masdar" in entry:
        yield from masdar_forms(entry["masdar"])


def _cue(entry: dict[str, Any], inflected: Inflected) -> Cue:
    return Cue(
        lemma=fold_word(entry["perfect"]),
        form=inflected.form,
        stance=Stance(entry["stance"]),
        author_stance=AuthorStance(entry.get("author", "neutral")),
        takes=frozenset(entry["takes"]),
        prepositions=_folded(entry.get("prepositions", [])),
        gender=inflected.gender,
        number=inflected.number,
        object_suffix=inflected.has_suffix,
    )


def _speech_nouns() -> dict[str, SpeechNoun]:
    verbs = {fold_word(entry["perfect"]): entry for entry in reversed(read_toml("verbs.toml")["verb"])}
    found: dict[str, SpeechNoun] = {}
    for number, entry in enumerate(read_toml("speech_nouns.toml")["noun"], start=1):
        try:
            verb = verbs[fold_word(entry["verb"])] | {"prepositions": entry["leads"]}
            of_other, rumour = entry.get("owner") == "other", entry.get("rumour", False)
            for count in ("singular", "plural"):
                for form in (form for written in entry.get(count, ()) for form in masdar_forms(written)):
                    noun = SpeechNoun(_cue(verb, form), count == "plural", of_other, rumour)
                    found.setdefault(form.spelling, noun)
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/speech_nouns.toml, noun {number}: {error!r}") from error
    return found


# -- holders -------------------------------------------------------------------------------------


def _holders() -> tuple[dict[str, Holder], dict[tuple[str, ...], Holder]]:
    heads: dict[str, Holder] = {}
    proper: dict[tuple[str, ...], Holder] = {}
    for number, entry in enumerate(read_toml("holders.toml")["holder"], start=1):
        try:
            kind = _KINDS[entry["kind"]]
            anonymity = Anonymity(entry["anonymity"]) if entry["kind"] == "anon" else None
            holder = Holder(kind, entry["gender"], entry["number"], anonymity, bool(entry.get("title", False)))
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/holders.toml, holder {number}: {error!r}") from error
        for form in entry["forms"]:
            _add(form, holder, heads, proper)
    plurals = [head for head, holder in heads.items() if head.endswith("ون") and holder.number == "p"]
    heads[NAME_IMAM] = heads[fold_word("إمام")]
    for plural in plurals:  # محامون: محامو الشركة
        heads.setdefault(plural[:-1], heads[plural])
    for country in read_toml("countries.toml")["country"]:
        holder = Holder(LinkKind.ORG, country.get("gender", "f"), "s")
        for name in [*country["names"], *country.get("capitals", [])]:
            _add(name, holder, heads, proper)
    for body, form in load_bodies().items():
        if not form.is_ambiguous and not body[0].isascii():
            head = heads.get(body[0])
            gender = head.gender if head else "f" if body[0].endswith("ه") else "m"
            _add(" ".join(body), Holder(LinkKind.ORG, gender, "s"), heads, proper)
    return heads, proper


def _add(form: str, holder: Holder, heads: dict[str, Holder], proper: dict[tuple[str, ...], Holder]) -> None:
    words = _split(form)
    if len(words) == 1:
        heads.setdefault(words[0], holder)
    elif words:
        proper.setdefault(words, holder)


def _outlets() -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    names: dict[tuple[str, ...], str] = {}
    ids: dict[str, str] = {}
    for outlet in load_outlets():
        ids[outlet.name.lower()] = outlet.id
        ids[outlet.id] = outlet.id
        ids.update(dict.fromkeys(outlet.domains, outlet.id))
        if not outlet.ambiguous:
            names.update(dict.fromkeys(map(_split, outlet.arabic), outlet.id))
        else:
            names.update({_split(name): outlet.id for name in outlet.arabic if len(name.split()) > 1})
    names.update({with_name_in(name): owner for name, owner in names.items() if "ان" in name and len(name) > 1})
    return names, ids


def _outlet_heads() -> dict[str, Holder]:
    heads = {}
    for head in load_outlet_heads():
        kind = LinkKind.OUTLET_GROUP if head.group else LinkKind.OUTLET
        for form in head.forms:
            if " " not in form:
                heads[fold_word(form)] = Holder(kind, head.gender, head.number)
    return heads


def _given_names() -> dict[str, str]:
    listed = read_toml("given_names.toml")
    genders = {}
    for section, gender in (("either", ""), ("female", "f"), ("male", "m")):
        genders.update({fold_word(name): gender for name in listed[section]["names"]})
    genders[NAME_IN] = ""  # how it spells the last part of مون جيه إن
    genders["الاں"] = "m"  # آلان, told from الآن
    genders["علی"] = "m"  # how a sentence view spells the name علي once it is told from the preposition
    return genders


# -- rules ---------------------------------------------------------------------------------------


def _rules() -> dict[str, Rule]:
    rules = {}
    for entry in read_toml("rules.toml")["rule"]:
        try:
            rule = Rule(
                name=entry["name"],
                frame=Frame(entry["frame"]),
                example=entry["example"],
                finds=dict(entry["finds"]),
                counterexample=entry["counterexample"],
                confidence=float(entry["confidence"]),
            )
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/rules.toml, rule {entry.get('name')}: {error!r}") from error
        rules[rule.name] = rule
    return rules
