"""Takes the forms of known verbs back to the perfect: سيطلقون, أطلقتها and يطلق to أطلق."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from musnad.languages.ar.derivation import derive
from musnad.languages.ar.events import parse_verb
from musnad.languages.ar.lexicons import read_toml
from musnad.text import fold_word

_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")
_PERFECT_ENDINGS = ("تا", "وا", "ت", "ا", "نا")
_IMPERFECT_ENDINGS = ("ون", "وا", "ان", "ن")
_LEAST_BODY = 3


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The perfects of known verbs by what their forms are built on: a perfect, or an imperfect less its first letter.

    All words are folded. Where two verbs share a stem, the first that the lexicons list keeps it.
    """

    perfects: Mapping[str, str]
    imperfects: Mapping[str, str]

    def perfect_of(self, word: str) -> str | None:
        """Return the perfect of the verb that a word without conjunctions is a form of, or None."""
        for form in _less_pronoun(word):
            found = self._of_perfect(form) or self._of_imperfect(form)
            if found is not None:
                return found
        return None

    def _of_perfect(self, form: str) -> str | None:
        return _less_ending(form, _PERFECT_ENDINGS, self.perfects)

    def _of_imperfect(self, form: str) -> str | None:
        rest = form[1:] if form.startswith("س") else form
        if not rest.startswith(("ي", "ت")):
            return None  # with the ن of "we", which news has little use for, nouns are taken for verbs
        return _less_ending(rest[1:], _IMPERFECT_ENDINGS, self.imperfects)


def _less_ending(form: str, endings: tuple[str, ...], known: Mapping[str, str]) -> str | None:
    """Return what is known of a form, or of it without one of the endings, or None."""
    if len(form) >= _LEAST_BODY and form in known:
        return known[form]
    if not form.endswith(endings):
        return None
    for ending in endings:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            # The last letter of a weak verb drops before an ending (نفت), or turns to alef or yaa before a pronoun.
            for whole in (stem, f"{stem}ي"):
                if len(whole) >= _LEAST_BODY and whole in known:
                    return known[whole]
    return None


def _less_pronoun(word: str) -> Iterator[str]:
    yield word
    for pronoun in _PRONOUNS if word.endswith(_PRONOUNS) else ():
        if word.endswith(pronoun) and len(word) - len(pronoun) >= _LEAST_BODY:
            yield word[: -len(pronoun)]


@cache
def load_verb_forms() -> VerbForms:
    """Return the forms of the verbs of reporting and of events; raise LanguageDataError where a file is broken."""
    perfects: dict[str, str] = {}
    imperfects: dict[str, str] = {}
    listed = list(_listed_verbs())
    known = {perfect for perfect, _ in listed}
    for perfect, imperfect in listed:
        if perfect[:-1] in known and perfect.endswith("ت"):
            continue  # a feminine with a sense of its own is the same word to search
        stems = derive(perfect, imperfect)
        lemma = fold_word(stems.perfect)
        perfects.setdefault(lemma, lemma)
        for written in (stems.imperfect, stems.passive_imperfect):
            imperfects.setdefault(fold_word(written)[1:], lemma)
        perfects.setdefault(fold_word(stems.passive_perfect), lemma)
    return VerbForms(perfects, imperfects)


def _listed_verbs() -> Iterator[tuple[str, str | None]]:
    for verb in read_toml("verbs.toml")["verb"]:
        yield verb["perfect"], verb.get("imperfect")
    for group in read_toml("events.toml")["group"]:
        for entry in group.get("verbs", []):
            perfect, imperfect, _ = parse_verb(entry)
            if "_" not in perfect:
                yield perfect, imperfect
