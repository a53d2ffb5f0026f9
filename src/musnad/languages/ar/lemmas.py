"""Takes Arabic nouns back to their singular: broken and sound plurals, duals, clitics, by the lexicon lemmas.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from musnad.errors import LanguageDataError
from musnad.languages.ar.derivation import masdars_of_imperfect
from musnad.languages.ar.tables import NONE, Group, read_entries, read_groups, read_lexicon
from musnad.text import fold_word

_FILE = "lemmas.toml"
_SORTS = frozenset({"broken", "feminine", "masculine", "other"})
# The clitics before a noun, the longest first (وبال is و + ب + ال), and the least that must be left of the word.
_PROCLITICS = (
    *((written, 3) for written in ("وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل")),
    *((written, 3) for written in ("وب", "ول", "و", "ب", "ل")),
    *((written, 4) for written in ("فل", "فب", "وك", "ف", "ك")),
)
_BY_LETTER = {letter: tuple(each for each in _PROCLITICS if each[0][0] == letter) for letter in "وفبكل"}
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه")
_PRONOUNS_END, _ENDINGS_END = tuple("امنه"), tuple("نا")
_IMPERFECT_ENDINGS = ("ون", "وا", "ان", "ه", "ها", "هم")
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class ArabicLemmatizer:
    """The singular of each form that lemmas.toml spells out. All words are folded.

    `lemmas` has the singulars of every plural, the preferred one first; `certain` are the plurals that are no other
    word; `singulars` are the known nouns.
    """

    lemmas: Mapping[str, tuple[str, ...]]
    certain: frozenset[str]
    singulars: frozenset[str]

    def lemma_of(self, word: str, *, stem: str | None = None) -> str:
        """Return the singular of a folded word without clitics, or the word less its article where it is unknown.

        `stem` is what a segmenter left of the word; without it clitics are cut where the rest is a known noun. A
        word that is a noun of its own as well as a plural (كتاب) stays.
        """
        for form in self._stems(word, stem):
            if form in self.singulars:
                return form
            if form in self.certain:
                return self.lemmas[form][0]
        bare = _without_article(stem or word)
        # An unknown adjective of relation: الاقتصاديون.
        return bare[:-2] if bare.endswith(("يون", "يين")) and len(bare) > _LEAST_STEM + 2 else bare

    def is_noun(self, word: str) -> bool:
        """Tell whether a word without clitics is a known noun, or the plural of one and nothing else."""
        return word in self.singulars or word in self.certain

    def masdars_of(self, word: str) -> Iterator[str]:
        """Yield the masdars that a word without conjunctions may have, were it the imperfect of a verb."""
        for form in _less_subject(word):
            yield from masdars_of_imperfect(form)

    def lemmas_of(self, word: str, *, stem: str | None = None) -> tuple[str, ...]:
        """Return every singular that a folded word may have, itself included where it is one; the likeliest first."""
        first = self.lemma_of(word, stem=stem)
        found = dict.fromkeys([first])
        for form in self._stems(word, stem):
            if form in self.lemmas:
                found.update(dict.fromkeys(self.lemmas[form]))
                break
        return tuple(found)

    def _stems(self, word: str, stem: str | None) -> Iterator[str]:
        """Yield what may be left of the word: less its article, itself, less other clitics, less endings."""
        forms = [stem or word]
        if stem is None:
            forms += [
                word[len(proclitic) :]
                for proclitic, least in _BY_LETTER.get(word[:1], ())
                if word.startswith(proclitic) and len(word) - len(proclitic) >= least
            ]
        # الباب is the door before it is minds (ألباب).
        bare = list(dict.fromkeys(part for form in forms for part in (_without_article(form), form)))
        yield from bare
        for form in forms:
            yield from _less_endings(form)
            # A noun with the article has no pronoun after it, and its ه is a ة.
            if not form.startswith("ال"):
                yield from self._less_pronoun(form)

    def _less_pronoun(self, form: str) -> Iterator[str]:
        if not form.endswith(_PRONOUNS_END):
            return
        for pronoun in _PRONOUNS:
            rest = form.removesuffix(pronoun)
            if rest != form and len(rest) >= _LEAST_STEM:
                # A lone ه is rather a ة, save after a broken plural.
                if pronoun != "ه" or rest in self.certain or rest.endswith("ت"):
                    yield rest
                if rest.endswith("ت"):
                    yield f"{rest[:-1]}ه"
                elif rest.endswith(("او", "اي")) and len(rest) > _LEAST_STEM + 1:
                    # The hamza of خبراء is carried by a letter before a pronoun: خبراؤها, خبرائها.
                    yield f"{rest[:-1]}ء"


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > _LEAST_STEM else word


def _less_endings(form: str) -> Iterator[str]:
    """Yield the form less a dual's ending or an accusative's alef, with the ة that the dual had opened."""
    if not form.endswith(_ENDINGS_END):
        return
    for whole, ending in product(dict.fromkeys((_without_article(form), form)), ("ان", "ين", "ا")):
        rest = whole.removesuffix(ending)
        # بريطانيا is the country, not بريطاني in the accusative.
        if rest != whole and len(rest) >= _LEAST_STEM and not (ending == "ا" and rest.endswith("ي")):
            yield rest
            if rest.endswith("ت") and ending != "ا":
                yield f"{rest[:-1]}ه"


def _less_subject(word: str) -> Iterator[str]:
    """Yield what may be an imperfect of one person: less the س of the future, less a plural's or a pronoun's ending."""
    form = word[1:] if word.startswith(("سي", "ست")) else word
    if not form.startswith(("ي", "ت")):
        return
    for ending in ("", *_IMPERFECT_ENDINGS):
        if form.endswith(ending) and len(form) - len(ending) > _LEAST_STEM:
            yield form.removesuffix(ending) if ending else form


@cache
def load_lemmatizer() -> ArabicLemmatizer:
    """Return the lemmatizer over lemmas.toml; raise LanguageDataError naming the entry that is broken."""
    return parse_lemmas(read_lexicon(_FILE))


def parse_lemmas(written: str) -> ArabicLemmatizer:
    """Return the lemmatizer over the lexicon that `written` holds.

    Raise LanguageDataError where two singulars claim one plural, or a plural is a singular too, and no ? marks it.
    """
    entries = list(read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 2), _read_noun))
    singulars = frozenset(singular for singular, _ in entries)
    certain: dict[str, str] = {}
    lemmas: dict[str, dict[str, None]] = {}
    for singular, plurals in entries:
        for plural, is_doubtful in plurals:
            if not is_doubtful:
                other = plural if plural in singulars else certain.setdefault(plural, singular)
                if other != singular:
                    told = f"the plural {plural!r} is also {'' if other == plural else 'of '}{other!r}; mark one with ?"
                    raise LanguageDataError(f"languages/ar/{_FILE}, entry {singular!r}: {told}")
    for doubt in (False, True):
        for singular, plurals in entries:
            for plural, is_doubtful in plurals:
                if is_doubtful == doubt:
                    lemmas.setdefault(plural, {})[singular] = None
    return ArabicLemmatizer({form: tuple(found) for form, found in lemmas.items()}, frozenset(certain), singulars)


def _read_noun(group: Group, entry: tuple[str, ...]) -> tuple[str, list[tuple[str, bool]]]:
    singular, field = entry
    if group.text("sort") not in _SORTS:
        raise ValueError(f"sort must be one of {', '.join(sorted(_SORTS))}, not {group.text('sort')!r}")
    plurals = []
    for written in () if field == NONE else field.split():
        plural, is_doubtful = written.removeprefix("?"), written.startswith("?")
        plurals += [(fold_word(form), is_doubtful) for form in _inflect_plural(plural)]
    return fold_word(singular), plurals


def _inflect_plural(plural: str) -> Iterator[str]:
    yield plural
    if plural.endswith("ون") and len(plural) - 2 >= _LEAST_STEM:
        yield from (f"{plural[:-2]}{ending}" for ending in ("ين", "و", "ي"))
