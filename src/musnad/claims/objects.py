"""Tells the noun that a verb speaks of from the one that speaks, where only one of them stands behind the verb."""

from dataclasses import replace

from musnad.claims.naming import holder_of, is_masdar, may_be_name
from musnad.claims.openings import is_glued
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

# Verbs that need somebody or something to speak of before their ب: اتهم فلانا بكذا، وصف الأمر بأنه.
_OF_SOMEBODY = frozenset({"اتهم", "وصف", "نعت"})
HOLDING = frozenset({"اعتبر", "عد", "صنف", "ظن"})
"""Verbs whose pronoun is what something else is held to be: تعتبرها الحكومة جماعة إرهابية."""
_REMARKS = frozenset({"تصريحات", "تعليقات", "اقوال", "مزاعم", "اتهامات", "ادعاءات"})
_ALL = frozenset({"جميع", "كل", "كافه"})
# The subject of the verb behind it: أنه أبلغ اللجنة بذلك.
_PRONOUN_SUBJECTS = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "لانه", "لانها", "لانهم"})
_CONCEDING = frozenset({"مع", "رغم", "بعد", "بما", "بسبب"})
_AMOUNTS = ("عدد", "قيم", "حجم", "مجموع", "تكلف", "كلف", "ثمن", "مساح", "طول", "وزن", "عمر", "خساير", "ثرو")
_OF_A_NAME = frozenset({"عبد", "ابو", "بن", "ابن", "ال"})
# Adjectives that tell of an office whether it is still held: الرئيس الأمريكي السابق.
_STANDING = frozenset(
    {"السابق", "الاسبق", "الراحل", "الجديد", "المنتخب", "الموقت", "المكلف", "الاعلي", "الاول", "المخلوع"}
)
_NISBA = ("ي", "يه", "يين", "يون")


def divide_subject(view: SentenceView, index: int, cue: Cue, phrase: Phrase) -> Phrase | None:
    """Return who speaks of the nouns between اتهم or وصف and its ب: the first, or nobody where there is but one.

    وصف الوزير سامي كامل | الهجوم | بأنه: the speaker comes first. اتهم | ألمانيا | بأنها: the speaker is left out.
    """
    if cue.lemma not in _OF_SOMEBODY or cue.object_suffix or not is_glued(view, phrase.end, cue):
        return phrase
    if view.word(phrase.end).startswith("بال") and _is_role(view, phrase.first):
        return phrase  # وصف المدير العام بالهيئة سامي كامل ...: the ب is his title's
    last = phrase.end - view.is_comma(phrase.end - 1)
    border = next((at for at in range(last - 1, phrase.first + 1, -1) if _is_border(view, at)), None)
    if border is None:
        return None
    return replace(phrase, end=border)


def _is_border(view: SentenceView, at: int) -> bool:
    """Tell whether another noun than the speaker's can open at `at`: behind his apposition, name or nationality."""
    word, before = view.word(at), view.word(at - 1)
    if view.is_comma(at - 1):
        return True
    named = view.is_given(at - 2) and (
        view.is_given(at - 1) or (may_be_name(view, at - 1) and before not in _OF_A_NAME)
    )
    adjective = before.startswith("ال") and before.endswith(_NISBA) and word not in _STANDING
    described = word.endswith(_NISBA) or view.raw(at).endswith("ة") or view.is_given(at) or _is_role(view, at)
    noun = word.startswith("ال") or is_masdar(view, at)
    return noun and not described and (named or (adjective and word.startswith("ال")))


def _is_role(view: SentenceView, at: int) -> bool:
    known = holder_of(view, at)
    return known is not None and known.kind in (LinkKind.PERSON, LinkKind.ANON)


def names_things(view: SentenceView, at: int, cue: Cue) -> bool:
    """أيد جميع الجهود، انتقد تصريحات الوزير: what nobody can be is what the verb speaks of."""
    if view.word(at) in _REMARKS:
        return bool(cue.takes & {"object", "masdar", "accuse"})  # تشير مزاعم إلى: they tell, where it takes none
    if view.word(at) not in _ALL or holder_of(view, at + 1) is not None:
        return False
    return is_masdar(view, at + 1, stem=view.word(at + 1).removeprefix("ال"))


def has_pronoun_subject(view: SentenceView, index: int) -> bool:
    """Tell whether the verb's subject is the pronoun of the أن before it: أنها (قد، لم) طالبت الحكومة."""
    at = index - 1
    while at > 0 and (view.within(at, "auxiliaries") or view.within(at, "negators")):
        at -= 1
    return view.bare(at) in _PRONOUN_SUBJECTS


def concedes(view: SentenceView, index: int) -> bool:
    """مع أنها تعهدت، رغم أنه، لأنه: the pronoun's clause is the writer's, who names another statement in it."""
    at = next(n for n in range(index - 1, -1, -1) if view.bare(n) in _PRONOUN_SUBJECTS)
    return view.bare(at).startswith("لان") or view.bare(at - 1) in _CONCEDING


def is_reckoned(view: SentenceView, index: int, cue: Cue) -> bool:
    """الذين يقدر عددهم بألف: what is reckoned stands behind a passive, and nobody says so."""
    return cue.lemma == "قدر" and not cue.object_suffix and view.word(index + 1).startswith(_AMOUNTS)


def is_plain_noun(view: SentenceView, index: int, cue: Cue) -> bool:
    """طالب مسلح، طالب في الجامعة: a noun within a clause, for the verb asks somebody named, or for something by ب."""
    if view.word(index) != "طالب" or view.opens_clause(index):
        return False
    following = view.word(index + 1)
    asked = following.startswith(("ال", "ب")) or following in view.grammar.given_names
    return (not asked and holder_of(view, index + 1) is None) or _is_adjective(view, index + 1)


def _is_adjective(view: SentenceView, index: int) -> bool:
    known = holder_of(view, index)
    anonymous = known is not None and known.kind is LinkKind.ANON and known.number == "s"
    return anonymous and not view.word(index).startswith("ال")
