"""Loads the Arabic words of agreement (agreement.toml): opposed words, words for one thing, negators, markers."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.agreement import (
    AgreementLexicon,
    Marker,
    MarkerKind,
    Opposition,
    Tense,
    WordReading,
)
from musnad.languages.ar.agreement_model import load_model, load_rarity
from musnad.languages.ar.collocations import load_collocations
from musnad.languages.ar.conjugation import verb_forms
from musnad.languages.ar.derivation import derive
from musnad.languages.ar.doers import load_doers
from musnad.languages.ar.duals import count_of_dual
from musnad.languages.ar.events import finite_forms, load_events, parse_verb
from musnad.languages.ar.frames import load_frames
from musnad.languages.ar.lemmas import load_lemmatizer
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.mentions import load_mention_grammar
from musnad.languages.ar.noun_endings import noun_forms
from musnad.languages.grammar import Form
from musnad.text import fold_word

_FILE = "agreement.toml"
# Lists of verbs, of which every form counts; the others are taken as they stand.
_VERB_LISTS = {
    "denials": "denials",
    "failures": "failures",
    "failure_nouns": "failures",
    "intents": "intents",
    "intent_nouns": "intents",
    "threats": "threats",
    "once_verbs": "once_words",
    "light_verbs": "light_verbs",
    "states": "states",
    "idle_verbs": "idle",
    "inflicted_verbs": "inflicted",
}
_PROCLITICS = (
    "وبال",
    "فبال",
    "وكال",
    "ولل",
    "فلل",
    "وال",
    "فال",
    "بال",
    "كال",
    "لل",
    "ال",
    "وب",
    "ول",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
)
_BY_LETTER = {letter: tuple(each for each in _PROCLITICS if each[0] == letter) for letter in "وفبكلا"}
_ENDINGS_END = tuple("امنه")
_ENDINGS = ("هما", "ها", "هم", "هن", "نا", "ه")
_ARTICLES = ("ال", "وال", "بال", "لل", "كال", "فال", "ولل", "وبال")
_SOUND = ("ون", "ين", "ات")
_LEAST_STEM = 3
_WEAK = str.maketrans("", "", "اويءه")
_CACHED_WORDS = 60_000


@cache
def load_agreement() -> AgreementLexicon:
    """Return the Arabic lexicon of agreement; raise LanguageDataError naming the entry that is broken."""
    table = read_toml(_FILE)
    senses = _Senses(table["words"]["other_words"])
    for number, entry in enumerate(table["opposition"], start=1):
        _attempt(senses.add_opposition, entry, f"opposition {number}")
    for number, entry in enumerate(table["likeness"], start=1):
        _attempt(senses.add_likeness, entry, f"likeness {number}")
    for verb in table["plain_verbs"]:
        _attempt(lambda entry: senses.add_plain(entry["name"]), {"name": verb}, "plain_verbs")
    doers, by_many, some_of = load_doers(_noun_spellings)
    return AgreementLexicon(
        read_word=lru_cache(maxsize=_CACHED_WORDS)(_Reader(senses).read),
        words={
            **_word_lists(table["words"]),
            "by_many": by_many,
            "some_of": some_of,
            "changing": frozenset(entry["name"] for entry in table["opposition"] if entry.get("changing")),
        },
        rarity=load_rarity(),
        oppositions=tuple(map(_opposition, table["opposition"])),
        markers=tuple(map(_marker, table["marker"])),
        model=load_model(),
        numbers=dict(load_mention_grammar().numbers),
        multipliers=dict(load_mention_grammar().multipliers),
        numerals=load_mention_grammar().numerals,
        collocations=load_collocations(_verb_spellings, _noun_spellings),
        doers=doers,
        frames=load_frames(_noun_spellings, _stems),
    )


def _attempt(add: Any, entry: dict[str, Any], place: str) -> None:
    try:
        add(entry)
    except (KeyError, ValueError, IndexError) as error:
        named = entry.get("name", "")
        raise LanguageDataError(f"languages/ar/{_FILE}, {place} {named!r}: {error!r}") from error


def _opposition(entry: dict[str, Any]) -> Opposition:
    one, other = entry["example"]
    same, again = entry["counterexample"]
    return Opposition(entry["name"], (one, other), (same, again))


def _marker(entry: dict[str, Any]) -> Marker:
    phrases = tuple(tuple(map(fold_word, phrase.split())) for phrase in entry["phrases"])
    longest_first = tuple(sorted(phrases, key=lambda phrase: -len(phrase)))
    return Marker(MarkerKind(entry["kind"]), longest_first, entry["example"], entry["counterexample"])


def _word_lists(listed: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, entries in listed.items():
        if name not in _VERB_LISTS:
            found.setdefault(name, set()).update(map(fold_word, entries))
            continue
        forms = found.setdefault(_VERB_LISTS[name], set())
        for entry in entries:
            spelled = _noun_spellings(entry) if name.endswith("_nouns") else _verb_spellings(entry, participles=False)
            forms.update(spelled)
    for name in ("failing_with", "wanting_with"):
        found[name] = set(_with_prepositions(listed[name]))
    found["wanting_with"] |= found.pop("wanting_words")
    plain = found["plain"]
    return {name: frozenset(words - plain if name in _VERB_LISTS.values() else words) for name, words in found.items()}


def _with_prepositions(entries: Iterable[str]) -> Iterator[str]:
    """Yield "عجزت عن" for every form of a verb that fails by its preposition: "عجز / عن"."""
    for entry in entries:
        verb, preposition = entry.split(" / ")
        for spelling in _verb_spellings(verb):
            yield f"{spelling} {fold_word(preposition)}"


# -- senses --------------------------------------------------------------------------------------


class _Senses:
    """Gathers the senses of every spelling."""

    def __init__(self, other_words: Iterable[str]) -> None:
        self.other_words = frozenset(map(fold_word, other_words))
        self.found: dict[str, tuple[set[str], set[str]]] = {}
        self.deeds: set[str] = set()
        self.acts: set[str] = set()
        self.verbs: dict[str, tuple[str, Tense]] = {}
        self.masdars: dict[str, str] = {}
        self.perfects: set[str] = set()

    def add_opposition(self, entry: dict[str, Any]) -> None:
        name = entry["name"]
        one = set(_spellings(entry.get("one_verbs", ()), entry.get("one_nouns", ())))
        other = set(_spellings(entry.get("other_verbs", ()), entry.get("other_nouns", ())))
        # A spelling of both sides (خطر the verb and the noun) tells of neither.
        both = one & other
        for spellings, own, against in ((one, "+", "-"), (other, "-", "+")):
            for spelling in spellings - both - self.other_words:
                senses, opposed = self.found.setdefault(spelling, (set(), set()))
                senses.add(name + own)
                opposed.add(name + against)
        for verb in (*entry.get("one_verbs", ()), *entry.get("other_verbs", ())):
            self._add_verb(verb)

    def _add_verb(self, entry: str) -> None:
        self.acts.update(_verb_spellings(entry, participles=False))
        perfect, imperfect, _ = parse_verb(entry)
        stems = derive(perfect, imperfect)
        self.perfects.add(fold_word(stems.perfect))
        for form in verb_forms(stems, transitive=True):
            tense = Tense.PERFECT if form.form is Form.PERFECT else Tense.IMPERFECT
            lemma = fold_word(stems.perfect)
            self.verbs.setdefault(form.spelling, (lemma, Tense.FUTURE if form.future else tense))

    def add_plain(self, entry: str) -> None:
        """Take in a verb of no listed sense; its verbal nouns lead back to it."""
        perfect, imperfect, masdars = parse_verb(entry)
        self._add_verb(entry)
        lemma = fold_word(derive(perfect, imperfect).perfect)
        for masdar in masdars:
            for spelling, _ in noun_forms(masdar, plural=False):
                self.masdars.setdefault(spelling, lemma)

    def add_likeness(self, entry: dict[str, Any]) -> None:
        spellings = set(_spellings(entry.get("verbs", ()), entry.get("nouns", ()))) - self.other_words
        for spelling in spellings:
            self.found.setdefault(spelling, (set(), set()))[0].add(entry["name"])
        if not entry.get("thing"):
            for verb in entry.get("verbs", ()):
                self._add_verb(verb)
            self.deeds.update(_spellings((), entry.get("nouns", ())))


def _spellings(verbs: Iterable[str], nouns: Iterable[str]) -> Iterator[str]:
    for verb in verbs:
        yield from _verb_spellings(verb)
    for noun in nouns:
        yield from _noun_spellings(noun)


def _verb_spellings(entry: str, *, participles: bool = True) -> Iterator[str]:
    """Yield every form of a verb, of its verbal nouns and, where asked for, of its participles."""
    perfect, imperfect, masdars = parse_verb(entry)
    yield from finite_forms(entry)
    for masdar in masdars:
        yield from (spelling for spelling, _ in noun_forms(masdar, plural=False))
    if not participles:
        return
    stems = derive(perfect, imperfect)
    for participle in (stems.active_participle, stems.passive_participle):
        # A participle of the first form is spelled like many a noun (كاتب); there the lexicon lists what it means.
        if participle and stems.form != 1:
            yield from _participle_spellings(participle)
    if stems.form == 1 and stems.passive_participle:
        yield from _participle_spellings(stems.passive_participle)


def _participle_spellings(participle: str) -> Iterator[str]:
    bare = fold_word(participle)
    yield from (bare, bare + "ا", bare + "ه", bare + "ات", bare + "ون", bare + "ين")


def _noun_spellings(entry: str) -> Iterator[str]:
    if entry.endswith("_"):
        return
    for number, noun in enumerate(entry.replace("_", " ").split() if "_" not in entry else [entry]):
        if "_" in noun:
            continue
        for spelling, _ in noun_forms(noun, plural=number > 0):
            yield spelling
        bare = fold_word(noun)
        if not number and not bare.endswith(("ه", "ا", "ء", "ي")):
            yield bare + "ه"
        if bare.endswith("ون"):
            yield bare[:-2] + "ين"


# -- reading a word ------------------------------------------------------------------------------


class _Reader:
    """Reads a folded word: by the senses that are listed, by the verbs known, by the singulars of nouns."""

    def __init__(self, senses: _Senses) -> None:
        self._senses = {
            spelling: (frozenset(own), frozenset(opposed)) for spelling, (own, opposed) in senses.found.items()
        }
        self._deeds, self._acts = frozenset(senses.deeds), frozenset(senses.acts)
        self._other_words, self._perfects = senses.other_words, frozenset(senses.perfects)
        self._verbs = load_events().verbs
        self._listed_verbs = senses.verbs
        self._masdars = {**senses.masdars, **_masdars()}
        plurals = load_lemmatizer().lemmas.items()
        self._broken = frozenset(
            one for plural, singulars in plurals if not plural.endswith(_SOUND) for one in singulars if one != plural
        )
        self._lemmatizer = load_lemmatizer()

    def read(self, word: str) -> WordReading:
        """Return what the word says, its clitics cut."""
        if word in self._other_words:
            lemma = self._lemmatizer.lemma_of(word)
            return WordReading(lemma, _key(lemma))
        has_article = word.startswith(_ARTICLES)
        for form in (word,) if self._is_noun(word) else _stems(word):
            lemma, tense = ("", Tense.NONE) if has_article and form != word else self._verb(form)
            if form != word and (_is_after_preposition(word, form) or (tense is Tense.PERFECT and _is_led(word, form))):
                tense = Tense.NONE
            masdar = self._masdars.get(form)
            if form in self._senses or tense is not Tense.NONE or masdar is not None:
                own, opposed = self._senses.get(form, (frozenset(), frozenset()))
                lemma = lemma or masdar or self._lemmatizer.lemma_of(form)
                is_act = tense is not Tense.NONE or masdar is not None or form in self._acts
                is_deed = is_act or form in self._deeds
                count = None if is_act else self._count(word, self._lemmatizer.lemma_of(word))
                may_be_noun = masdar is not None
                may_be_past = tense is Tense.IMPERFECT and form in self._perfects
                return WordReading(
                    lemma, _key(lemma), own, opposed, tense, is_deed, is_act, may_be_noun, count, may_be_past
                )
        lemma = self._lemmatizer.lemma_of(word)
        if lemma == word.removeprefix("ال") and lemma.endswith("ات") and len(lemma) > _LEAST_STEM + 2:
            lemma = f"{lemma[:-2]}ه"  # a plural that no list has: فرقاطات
        count = self._count(word, lemma)
        if count and word.endswith(("تي", "تا")):
            lemma = f"{word.removeprefix('و')[:-2]}ه"
        return WordReading(lemma, _key(lemma), count=count)

    def _verb(self, form: str) -> tuple[str, Tense]:
        """Return the lemma and the tense of a form that is a verb's, else an empty lemma."""
        if form in self._other_words:
            return "", Tense.NONE
        verb = self._verbs.get(form)
        if verb is not None:
            return verb.lemma, self._tense(form)
        return self._listed_verbs.get(form, ("", Tense.NONE))

    def _count(self, word: str, lemma: str) -> int | None:
        return count_of_dual(word, lemma, self._lemmatizer, self._broken)

    def _is_noun(self, word: str) -> bool:
        """Tell whether the word as it stands is a known noun: وزارة is no و and زاره."""
        bare = word.removeprefix("ال")
        known = bare in self._lemmatizer.singulars or bare.removesuffix("ا") in self._lemmatizer.singulars
        return word not in self._senses and word[:1] in "وفبلك" and known

    def _tense(self, form: str) -> Tense:
        verb = self._verbs.get(form)
        if verb is None:
            return Tense.NONE
        if not verb.imperfect:
            return Tense.PERFECT
        is_future = form[0] == "س" and form[1:2] in "يتن" and form[1:] in self._verbs
        return Tense.FUTURE if is_future else Tense.IMPERFECT


def _is_after_preposition(word: str, form: str) -> bool:
    """Tell whether the word is the form after ب or ك, which no verb follows: بهدف."""
    clitic = word.removesuffix(form)
    return bool(clitic) and clitic != word and clitic.lstrip("وف")[:1] in ("ب", "ك")


def _is_led(word: str, form: str) -> bool:
    """Tell whether the word is the form after ل, which no perfect follows: لعقد القمة."""
    return word.removesuffix(form).lstrip("وف") == "ل"


def _masdars() -> dict[str, str]:
    """Return the verb of each verbal noun of the verbs that the pack knows, in all its forms."""
    listed = [*read_toml("event_words.toml")["verbs"]]
    listed += [
        verb for group in read_toml("events.toml")["group"] for verb in group.get("verbs", ()) if "_" not in verb
    ]
    found: dict[str, str] = {}
    for entry in listed:
        perfect, _, masdars = parse_verb(entry)
        for masdar in masdars:
            for spelling, _ in noun_forms(masdar, plural=False):
                found.setdefault(spelling, fold_word(perfect.replace("\u0651", "")))
    return found


def _stems(word: str) -> Iterator[str]:
    yield word
    rests = [
        word.removeprefix(proclitic)
        for proclitic in _BY_LETTER.get(word[:1], ())
        if word.startswith(proclitic) and len(word) - len(proclitic) >= _LEAST_STEM
    ]
    yield from rests
    for form in (word, *rests) if word.endswith(_ENDINGS_END) else ():
        for ending in _ENDINGS:
            rest = form.removesuffix(ending)
            if rest != form and len(rest) >= _LEAST_STEM:
                yield f"{rest[:-1]}ه" if rest.endswith("ت") else rest


def _key(lemma: str) -> str:
    """Return the consonants of a lemma, without the letters that derivation adds; itself where too few are left."""
    bare = lemma.translate(_WEAK)
    if len(bare) > _LEAST_STEM and bare[0] in "متن":
        bare = bare[1:]
    return bare if len(bare) >= _LEAST_STEM else lemma
