"""Generates the forms of an Arabic verb from its stems, folded: third person, and the first where asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.languages.ar.derivation import Stems
from musnad.languages.grammar import Form
from musnad.text import fold_word

# Object pronouns that hang on a transitive cue (وصفها) or a verbal noun (قوله).
SUFFIXES = ("ه", "ها", "هم", "هما")


# A named tuple: loading makes a hundred thousand, three times as fast as frozen dataclasses.
class Inflected(NamedTuple):
    """One folded form and the gender (m, f), number (s, d, p) and person (1, 3) of the subject it agrees with.

    `passive` is true only where the passive is spelled apart from the active (هوجم، أدين، يدان).
    """

    form: Form
    spelling: str
    gender: str
    number: str
    has_suffix: bool = False
    passive: bool = False
    person: int = 3
    future: bool = False


def verb_forms(stems: Stems, *, transitive: bool) -> Iterator[Inflected]:
    """Yield every finite form of a verb: perfect, imperfect, jussive, first person, and the passives spelled apart."""
    yield from perfect_forms(stems.perfect, transitive=transitive)
    yield from imperfect_forms(stems.imperfect, transitive=transitive)
    yield from jussive_forms(stems.imperfect)
    yield from first_person_forms(stems.perfect, stems.imperfect)
    if not transitive:
        return
    if fold_word(stems.passive_perfect) != fold_word(stems.perfect):
        for form in perfect_forms(stems.passive_perfect, transitive=False):
            yield form._replace(passive=True)
    elif stems.perfect[-1] in "ىا":
        # The last radical comes back in the passive: ألغيت beside ألغت.
        yield Inflected(Form.PERFECT, fold_word(stems.perfect)[:-1] + "يت", "f", "s", passive=True)
    if fold_word(stems.passive_imperfect) != fold_word(stems.imperfect):
        for form in imperfect_forms(stems.passive_imperfect, transitive=False):
            yield form._replace(passive=True)


def first_person_forms(perfect: str, imperfect: str) -> Iterator[Inflected]:
    """Yield I and we: رفضنا سأرفض نرفض سنرفض.

    Left out are the perfect of hollow verbs, whose stem differs, and the present أرفض, spelled like many a perfect.
    """
    lemma, body = fold_word(perfect), fold_word(imperfect)[1:]
    weak = perfect[-1] in "ىا"
    if weak or lemma[-2:-1] != "ا":
        yield Inflected(Form.PERFECT, lemma[:-1] + "ينا" if weak else lemma + "نا", "", "p", person=1)
    yield Inflected(Form.IMPERFECT, "سا" + body, "", "s", person=1, future=True)
    for future in ("", "س"):
        yield Inflected(Form.IMPERFECT, future + "ن" + body, "", "p", person=1, future=bool(future))


def perfect_forms(perfect: str, *, transitive: bool) -> Iterator[Inflected]:
    """Yield the forms of the perfect: قال قالت قالوا قالا قالتا; weak endings drop or return (نفى نفت نفوا نفيا).

    A transitive verb also takes its object as a suffix (وصفها).
    """
    lemma = fold_word(perfect)
    weak = perfect[-1] in "ىا"
    stem = lemma[:-1] if weak else lemma
    dual = stem + {"ى": "يا", "ا": "وا"}.get(perfect[-1], "ا")
    for spelling, gender, number in (
        (lemma, "m", "s"),
        (stem + "ت", "f", "s"),
        (stem + "وا", "m", "p"),
        (dual, "m", "d"),
        (stem + "تا", "f", "d"),
        (_feminine_plural(lemma, stem, weak=weak), "f", "p"),
    ):
        yield Inflected(Form.PERFECT, spelling, gender, number)
    if not transitive:
        return
    for suffix in SUFFIXES:
        # Before a suffix a final alif maqsura is written as alif: ادعاه.
        joined = stem + "ا" if weak else lemma
        yield Inflected(Form.PERFECT, joined + suffix, "m", "s", True)
        yield Inflected(Form.PERFECT, stem + "ت" + suffix, "f", "s", True)
        yield Inflected(Form.PERFECT, stem + "و" + suffix, "m", "p", True)


def _feminine_plural(lemma: str, stem: str, *, weak: bool) -> str:
    """Return what women did: أكدن، نفين; a hollow verb loses its long vowel (قلن، أفدن)."""
    if weak:
        return stem + "ين"
    return f"{lemma[:-2]}{lemma[-1]}ن" if lemma[-2:-1] == "ا" and len(lemma) > 2 else lemma + "ن"


def imperfect_forms(imperfect: str, *, transitive: bool) -> Iterator[Inflected]:
    """Yield the forms of the imperfect with and without the future س: يقول تقول يقولون يقولوا يقولان تقولان."""
    lemma = fold_word(imperfect)
    body = lemma[1:]
    stem = body[:-1] if imperfect[-1] in "ىيو" else body
    for future in ("", "س"):
        for spelling, gender, number in (
            ("ي" + body, "m", "s"),
            ("ت" + body, "f", "s"),
            ("ي" + stem + "ون", "m", "p"),
            ("ي" + stem + "وا", "m", "p"),
            ("ي" + body + "ان", "m", "d"),
            ("ت" + body + "ان", "f", "d"),
        ):
            yield Inflected(Form.IMPERFECT, future + spelling, gender, number, future=bool(future))
        for suffix in SUFFIXES if transitive else ():
            for prefix, gender in (("ي", "m"), ("ت", "f")):
                spelling = future + prefix + body + suffix
                yield Inflected(Form.IMPERFECT, spelling, gender, "s", True, future=bool(future))
            yield Inflected(Form.IMPERFECT, future + "ي" + stem + "ون" + suffix, "m", "p", True, future=bool(future))


def jussive_forms(imperfect: str) -> Iterator[Inflected]:
    """Yield the short forms after لم: hollow and weak verbs lose their long vowel (لم يقل، لم ينف، لم يدع)."""
    body = fold_word(imperfect)[1:]
    if imperfect[-1] in "ىيو":
        short = body[:-1]
    elif len(body) == 3 and body[1] in "ويا":
        short = body[0] + body[2]
    elif len(body) >= 3 and body[-2] in "يا" and len(body) in (3, 4, 5):
        short = body[:-2] + body[-1]
    else:
        return
    yield Inflected(Form.JUSSIVE, "ي" + short, "m", "s")
    yield Inflected(Form.JUSSIVE, "ت" + short, "f", "s")


def participle_forms(participle: str) -> Iterator[Inflected]:
    """Yield the accusative participle as it continues a report: مشيرا مشيرة مشيرين مشيرتين."""
    masculine = fold_word(participle)
    stem = masculine[:-1]
    yield Inflected(Form.PARTICIPLE, masculine, "m", "s")
    yield Inflected(Form.PARTICIPLE, stem + "ه", "f", "s")
    yield Inflected(Form.PARTICIPLE, stem[:-1] + "ين" if stem[-1] == "ي" else stem + "ين", "m", "p")
    yield Inflected(Form.PARTICIPLE, stem + "تين", "f", "d")


def masdar_forms(masdar: str) -> Iterator[Inflected]:
    """Yield the verbal noun bare and with its speaker as a pronoun: قول قوله قولها قولهم قولهما.

    A final hamza takes the seat of its case before the pronoun: ادعاءها ادعاؤها ادعائها.
    """
    bare = fold_word(masdar)
    yield Inflected(Form.MASDAR, bare, "", "")
    joined = bare[:-1] + "ت" if bare.endswith("ه") else bare
    seats = "ءوي" if joined.endswith("ء") else joined[-1]
    for suffix, gender, number in (("ه", "m", "s"), ("ها", "f", "s"), ("هم", "m", "p"), ("هما", "m", "d")):
        for seat in seats:
            yield Inflected(Form.MASDAR, joined[:-1] + seat + suffix, gender, number, True)
