"""Joins the forms of Arabic words for search: clitics cut, plurals taken to their singular, verbs to their perfect."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from musnad.languages.analysis import FormLetters
from musnad.languages.ar.all_lexicons import LEXICONS
from musnad.languages.ar.lemmas import ArabicLemmatizer, load_lemmatizer
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.tagger_models import load_stems, load_tagger_models
from musnad.languages.ar.verb_forms import VerbForms, load_verb_forms
from musnad.languages.clitics import CliticSegmenter, load_segmenter
from musnad.text import fold_word

_LEAST_STEM = 3
# An ending is cut off an unknown word only where what is left is a word of its own that is not much rarer: مقاتلين is
# مقاتل, but بوتين is not بوت. Set by reading: of 200 endings so cut, drawn at random, 12 joined what are two words.
_RARER = 4  # powers of two
_ENDINGS = ("ون", "ين", "يه", "هما", "ها", "هم", "ه", "ا", "ان")
_VERBAL_NOUN = re.compile("ت..ين")  # of form II: تخمين is no plural of تخم
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "كم", "نا", "ي")
_CONJUNCTIONS = "وف"
# Letters that no clitic, ending or pattern adds to a word, and those that none takes from it. Of the 872,201 words of
# 4,000 news articles none has others of the first than its key, or lacks some of its key's, but by a list, as نساء.
_RADICAL = frozenset("ثجحخدذرزشصضطظعغق")
_STEADY = _RADICAL | frozenset("بتسفكلمن")


@dataclass(frozen=True, slots=True)
class ArabicAnalyser:
    """Finds the key of a folded Arabic word by lexicons, then by the segmenter and by how common stems are.

    `fixed` are forms whose key is listed: countries and adjectives of nationality, each country under one spelling.
    `names` are parts of personal names, which are kept whole beside what rules make of them.
    """

    lemmatizer: ArabicLemmatizer
    segmenter: CliticSegmenter
    verbs: VerbForms
    stems: Mapping[str, int] = field(repr=False)
    fixed: Mapping[str, str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    function_words: frozenset[str] = field(repr=False)

    @property
    def known_words(self) -> tuple[str, ...]:
        """Return the common stems, the commonest first."""
        return tuple(self.stems)

    def key_of(self, word: str) -> str | None:
        """Return the key under which to look for a word, or None for a function word."""
        if word in self.function_words:
            return None
        return word if self._is_name(word) else self._lemma(word)

    def keys_of(self, word: str) -> tuple[str, ...]:
        """Return every key under which a word of a text is found; none for function words."""
        if word in self.function_words:
            return ()
        found = dict.fromkeys([self._lemma(word)])
        if self._is_name(word):
            found[word] = None
        bare = _without_article(self.segmenter.stem(word)[0])
        found.update(dict.fromkeys(self.lemmatizer.lemmas.get(bare, ())))
        if bare in self.names and bare not in self.fixed:
            found[bare] = None
        return tuple(found)

    def weight_of(self, key: str) -> int:
        """Return how rare a key is, from 0 for the commonest to 16: what a match of it says."""
        return max(0, 16 - self.stems.get(key, 2))

    def letters_of(self, key: str) -> tuple[FormLetters, ...]:
        """Return the letters of a key's forms, then those of each listed form that has others."""
        return tuple(map(_letters_of_forms, (key, *_irregular_forms().get(key, ()))))

    def _is_name(self, word: str) -> bool:
        # With the article a name is also what comes of the word without it: الحوثي and الحوثيون.
        bare = not word.startswith("ال")
        return bare and word in self.names and word not in self.fixed and word not in self.lemmatizer.singulars

    def _lemma(self, word: str) -> str:
        known = self._known(word)
        if known is not None:
            return known
        proclitics, stem, enclitic = self._cut(word)
        if proclitics or enclitic:
            known = self._known(stem)
            if known is None and enclitic and stem.endswith("ت"):
                known = self._known(f"{stem[:-1]}ه")
            if known is not None:
                return known
        return self._without_endings(_without_article(stem))

    def _known(self, word: str) -> str | None:
        """Return the key of a word that a list has, conjunctions and article cut, or None."""
        forms = [word, word[1:]] if word[0] in _CONJUNCTIONS and len(word) > _LEAST_STEM + 1 else [word]
        bares = [_without_article(form) for form in forms]
        for form, bare in zip(forms, bares, strict=True):
            for listed in (form, bare):
                if listed in self.fixed:
                    return self.fixed[listed]
        for form, bare in zip(forms, bares, strict=True):
            if bare in self.lemmatizer.singulars:
                return bare
            if bare in self.lemmatizer.certain:
                return self.lemmatizer.lemmas[bare][0]
            if bare in self.names and bare == form:
                return bare
        lemma = self.lemmatizer.lemma_of(word)
        if lemma in self.lemmatizer.singulars:
            return lemma
        for form in forms:
            perfect = self.verbs.perfect_of(form)
            # A noun with the article is no verb; التقى begins with two letters of its own.
            if perfect is not None and form.startswith("ال") <= perfect.startswith("ال"):
                return perfect
        return None

    def _cut(self, word: str) -> tuple[str, str, str]:
        """Return the proclitics, the stem and the pronoun of a word as the segmenter cuts it."""
        stem, proclitics = self.segmenter.stem(word)
        if not proclitics and self._opens_with_preposition(word):
            return word[0], word[1:], ""
        # A ه after an article is a ة: الهدنة. Words are cut last, for that costs the most.
        if not stem.endswith(_PRONOUNS) or stem.startswith("ال"):
            return proclitics, stem, ""
        # A word that is as common with its ه is no word with a pronoun.
        if stem[-1] in "هي" and self.stems.get(stem, 0) > self.stems.get(stem[:-1], 0):
            return proclitics, stem, ""
        last = self.segmenter.cut(word)[-1]
        if last in _PRONOUNS and stem.endswith(last) and len(stem) - len(last) >= _LEAST_STEM:
            return proclitics, stem[: -len(last)], last
        return proclitics, stem, ""

    def _opens_with_preposition(self, word: str) -> bool:
        """Tell whether what follows a first ب, ل or ك is a word much commoner than the whole: بغزة، لإنقاذ."""
        if word[0] not in "بلك" or len(word) < _LEAST_STEM + 1:
            return False
        rest, whole = self.stems.get(word[1:], -1), self.stems.get(word, 0)
        return rest >= whole + (_RARER if len(word) == _LEAST_STEM + 1 else 0)

    def _without_endings(self, stem: str) -> str:
        if stem.endswith("ات") and len(stem) > _LEAST_STEM + 1:
            for whole in (f"{stem[:-2]}ه", stem[:-2]):
                if whole in self.lemmatizer.singulars or self._holds(whole, stem):
                    return self._known(whole) or self._without_endings(whole)
            return stem[:-2]
        for ending in _ENDINGS:
            rest = stem[: -len(ending)]
            if not stem.endswith(ending) or len(rest) < _LEAST_STEM or _VERBAL_NOUN.fullmatch(stem):
                continue
            if ending == "يه":
                rest = f"{rest}ي"
            if self._holds(rest, stem):
                return self._known(rest) or rest
        if stem.endswith("ه") and len(stem) > _LEAST_STEM and stem not in self.stems:
            return stem[:-1]
        return stem

    def _holds(self, rest: str, whole: str) -> bool:
        return rest in self.stems and self.stems[rest] >= self.stems.get(whole, 0) - _RARER


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > _LEAST_STEM + 1 else word


def _letters_of_forms(word: str) -> FormLetters:
    # Digits and letters of other scripts stay as they are.
    steady = "".join(letter for letter in word if letter in _STEADY or not "\u0600" <= letter <= "\u06ff")
    return FormLetters(steady, _RADICAL.difference(word) if word[0] > "\u05ff" else frozenset())


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    """Return by key the listed forms that lack steady letters of it or have radicals that it lacks."""
    analyser = load_analyser()
    listed = [*analyser.fixed.items()]
    listed += [(form, lemma) for form, lemmas in analyser.lemmatizer.lemmas.items() for lemma in lemmas]
    found: dict[str, tuple[str, ...]] = {}
    for form, key in listed:
        expected, letters = _letters_of_forms(key), iter(form)
        if not expected.foreign.isdisjoint(form) or not all(letter in letters for letter in expected.steady):
            found[key] = (*found.get(key, ()), form)
    return found


@cache
def load_analyser() -> ArabicAnalyser:
    """Return the analyser of Arabic words; raise LanguageDataError where one of its files is broken."""
    written = {fold_word(word) for word in read_toml("search.toml")["function_words"]}
    names = {word for word, part in LEXICONS.name_parts.items() if not part.is_ambiguous}
    return ArabicAnalyser(
        lemmatizer=load_lemmatizer(),
        segmenter=load_segmenter(load_tagger_models().clitics),
        verbs=load_verb_forms(),
        stems=load_stems(),
        fixed=_countries_and_nationalities(),
        names=frozenset(names),
        function_words=frozenset(written | {f"{letter}{word}" for word in written for letter in _CONJUNCTIONS}),
    )


def _countries_and_nationalities() -> dict[str, str]:
    """Return the key of every one-word name of a country and adjective of nationality: one spelling a country."""
    fixed = {key: key for key in map(fold_word, read_toml("search.toml")["whole_words"])}
    adjectives: dict[str, str] = {}
    for words, form in LEXICONS.nationalities.items():
        if len(words) == 1 and not form.is_ambiguous:
            adjective = fold_word(form.adjective)
            key = adjectives.setdefault(form.country, adjective) if form.country else adjective
            fixed.setdefault(_without_article(words[0]), key)
    names: dict[str, str] = {}
    for words, place in LEXICONS.countries.items():
        if len(words) == 1 and place.role != "capital" and words[0].isalpha():
            name = _without_article(words[0])
            key = names.setdefault(place.country, name) if place.country else name
            # سورية is the country now and then, and the adjective's feminine most of the time.
            if not (place.is_ambiguous and name in fixed):
                fixed[name] = key
    return fixed
