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
        for ending in ("", *_PERFECT_ENDINGS):
            if form.endswith(ending):
                stem = form[: len(form) - len(ending)]
                # The last letter of a weak verb drops before an ending (نفت), or turns to alef or yaa before a pronoun.
                for perfect in (stem, f"{stem}ي") if ending else (stem,):
                    if len(perfect) >= _LEAST_BODY and perfect in self.perfects:
                        return self.perfects[perfect]
        return None

    def _of_imperfect(self, form: str) -> str | None:
        rest = form[1:] if form.startswith("س") else form
        if not rest.startswith(("ي", "ت")):
            return None  # with the ن of "we", which news has little use for, nouns are taken for verbs
        body = rest[1:]
        for ending in ("", *_IMPERFECT_ENDINGS):
            if body.endswith(ending):
                stem = body[: len(body) - len(ending)]
                for imperfect in (stem, f"{stem}ي") if ending else (stem,):
                    if len(imperfect) >= _LEAST_BODY and imperfect in self.imperfects:
                        return self.imperfects[imperfect]
        return None


def _less_pronoun(word: str) -> Iterator[str]:
    yield word
    for pronoun in _PRONOUNS:
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
