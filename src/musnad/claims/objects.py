"""Tells the noun that a verb speaks of from the one that speaks, where only one of them stands behind the verb."""

from dataclasses import replace

from musnad.claims.naming import NISBA, holder_of, is_in_writing, is_masdar, is_oblique, may_be_name
from musnad.claims.openings import is_glued
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Stance

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


def divide_subject(view: SentenceView, index: int, cue: Cue, phrase: Phrase) -> Phrase | None:
    """Return who speaks of the nouns between اتهم or وصف and its ب: the first, or nobody where there is but one.

    وصف الوزير سامي كامل | الهجوم | بأنه: the speaker comes first. اتهم | ألمانيا | بأنها: the speaker is left out.
    """
    opening = phrase.end + view.is_comma(phrase.end)  # تتهم الحكومة رجل الأعمال سامي كامل، بكذا
    if cue.lemma not in _OF_SOMEBODY or cue.object_suffix:
        return phrase
    if not is_glued(view, opening, cue):  # وصف الوزير | الوضع في المدينة بأنه كذا
        whole = view.word(opening) != "في" or any(view.is_comma(at) for at in range(phrase.first, phrase.end))
        border = None if whole else border_between(view, phrase.first, phrase.end)
        return phrase if border is None or not _agrees(view, phrase.first, cue) else replace(phrase, end=border)
    last = phrase.end - view.is_comma(phrase.end - 1)
    border = border_between(view, phrase.first, last)
    if border is None and view.word(phrase.end).startswith("بال") and _is_role(view, phrase.first):
        return phrase  # وصف المدير العام بالهيئة سامي كامل ...: the ب is his title's
    if border is None or not _agrees(view, phrase.first, cue):
        return None
    return replace(phrase, end=border)


def border_between(view: SentenceView, first: int, last: int) -> int | None:
    """Return where behind who speaks the noun opens that he speaks of, among the tokens up to `last`, or None.

    اتهمت منظمة كذا الدولية | الرئيس، وصف الوزير | المرأة، حملت الرابطة | جماعة كذا: behind a noun that wants no more
    words stands one that can be none of its adjectives and no part of its name.
    """
    commas = (at for at in range(last - 1, first + 1, -1) if view.is_comma(at - 1))
    set_off = next((at for at in commas if not view.within(at, "relatives") and not _is_joined(view, at)), None)
    if set_off is not None:
        return set_off
    if last - first > 2 and view.is_comma(first + 2) and view.within(first + 3, "relatives"):
        surnames = view.word(first) not in view.grammar.given_names and may_be_name(view, first)
        return first + 1 if surnames else None  # اتهم الحربي | الغامدي، الذي كان كذا، بكذا
    return next((at for at in range(first + 1, last) if _is_border(view, first, at, last)), None)


def _is_joined(view: SentenceView, at: int) -> bool:
    return view.word(at)[:1] == "و" and view.bare(at) != view.word(at)


def _agrees(view: SentenceView, first: int, cue: Cue) -> bool:
    """وصفت التقرير كذا: a feminine verb has no masculine noun for its subject."""
    head = holder_of(view, first)
    known = head is not None and head.number == "s" and head.gender == "m" and view.word(first).startswith("ال")
    return not known or cue.gender != "f" or view.raw(first).endswith("ة")


def _is_border(view: SentenceView, first: int, at: int, last: int) -> bool:
    """Tell whether another noun than the speaker's can open at `at`: behind his apposition, name or nationality."""
    word, before = view.word(at).split(" ")[0], view.word(at - 1)  # of a hashtag the first word is the noun
    if not view.tokens[at].is_word or view.is_given(at) or _is_joined(view, at):
        return False
    named = view.is_given(at - 2) and (
        view.is_given(at - 1) or (may_be_name(view, at - 1) and before not in _OF_A_NAME)
    )
    definite = before.startswith(("ال", "لل"))
    if view.tokens[at - 1].is_quote and word.startswith("ال") and (is_oblique(view, at) or not word.endswith(NISBA)):
        return True  # اتهمت منظمة «كذا» | المتمردين
    if not definite and not named:
        return _opens_owned(view, first, at)
    if not word.startswith("ال"):
        return _opens_bare(view, first, at, last) or (named and is_masdar(view, at))
    person, role = _is_role(view, first), _is_role(view, at)
    if definite and at == first + 1 and _disagrees(view, first, at):
        return True
    several = before.endswith(("ين", "ون", "ات")) or view.raw(first).endswith("ات") or _is_plural(view, at - 1)
    if is_oblique(view, at) and not several and not _is_plural(view, first):
        return True  # تحالف الجنوب | المتمردين: behind a nominative no adjective ends so
    if word.endswith(NISBA) or word in _STANDING or (role and person):
        return False
    adjective = definite and before.endswith(NISBA)
    described = view.raw(at).endswith("ة") or (role and not adjective)
    if (named or adjective) and not described:
        return True
    thing = holder_of(view, at)
    noun = thing is not None and thing.kind in (LinkKind.DOCUMENT, LinkKind.ORG)
    noun = noun or word[2:] in view.grammar.words["matters"]  # الوزير | الوضع
    return noun or is_masdar(view, at, stem=word[2:])  # رئيس الوزراء | القرار


def _disagrees(view: SentenceView, first: int, at: int) -> bool:
    """الوزير | المرأة، الحكومة | النظام: a definite noun of the other gender is no adjective of the one before."""
    head, feminine = holder_of(view, first), view.raw(at).endswith(("ة", "ات"))
    if head is None or head.number == "p":
        return False
    if view.raw(first).endswith("ة"):
        return not feminine and not view.word(at).endswith(("ي", "ى", "يه"))
    return head.gender == "m" and feminine and not view.word(at).endswith("يه")


def _is_plural(view: SentenceView, index: int) -> bool:
    head = holder_of(view, index)
    return head is not None and head.number == "p"


def _opens_owned(view: SentenceView, first: int, at: int) -> bool:
    """وصفت طبيبة محلية | ظروف العمل: behind an unnamed one's adjective a noun that the next one owns."""
    adjective = at > first + 1 and view.word(at - 1).endswith(NISBA) and _is_role(view, first)
    owned = view.word(at + 1).startswith("ال") and not view.word(at).startswith(("ال", "ب", "ل"))
    head = holder_of(view, at)
    thing = head is None or head.kind is LinkKind.DOCUMENT
    return adjective and owned and thing and not view.word(at).endswith(NISBA)


def _opens_bare(view: SentenceView, first: int, at: int, last: int) -> bool:
    """حملت الرابطة | جماعة كذا: behind a definite noun one without article goes on with nothing; a second title may."""
    head = holder_of(view, at)
    known = head is not None or is_masdar(view, at)
    if not known or view.word(at).endswith(NISBA) or view.word(at)[:1] in "لب" or view.is_given(at - 1):
        return False
    second_title = _is_role(view, first) and _is_role(view, at)
    return not (second_title and any(view.is_given(ahead) for ahead in range(at + 1, last)))


def _is_role(view: SentenceView, at: int) -> bool:
    known = holder_of(view, at)
    return known is not None and known.kind in (LinkKind.PERSON, LinkKind.ANON)


def names_things(view: SentenceView, at: int, cue: Cue, end: int) -> bool:
    """أيد جميع الجهود، انتقد تصريحات الوزير: what nobody can be, up to `end`, is what the verb speaks of."""
    if view.word(at) == "الجميع" and cue.stance is Stance.DEMANDS:
        return True  # وحثت الجميع على كذا
    if _is_matter(view, at, cue):
        states = view.word(end) in view.grammar.words["complementisers"] or view.word(end) in cue.prepositions
        demanded = cue.stance is Stance.DEMANDS and not is_in_writing(view, at)
        return cue.lemma in _OF_SOMEBODY or demanded or ("evidence" not in cue.takes and not states)
    if view.word(at) in _REMARKS:
        return bool(cue.takes & {"object", "masdar", "accuse"})  # تشير مزاعم إلى: they tell, where it takes none
    if view.word(at) not in _ALL or holder_of(view, at + 1) is not None:
        return False
    return is_masdar(view, at + 1, stem=view.word(at + 1).removeprefix("ال"))


def _is_matter(view: SentenceView, at: int, cue: Cue) -> bool:
    """انتقد بشدة عملية التصويت، ووصف الوضع بأنه: an abstract noun behind a verb that speaks of something."""
    word = view.word(at)
    if holder_of(view, at) is not None or view.is_given(at):
        return False
    stem = word[: -2 if word.endswith(("ها", "هم")) else -1] if view.ends_with_pronoun(at) else word
    of_somebody = cue.lemma in _OF_SOMEBODY or cue.stance is Stance.DEMANDS  # وطالب السياسة الخارجية بأن
    if of_somebody:
        stem = stem.removeprefix("ال")
    takes = cue.takes & {"object", "masdar"} or of_somebody
    if takes and word.startswith("ال") and is_masdar(view, at, stem=word[2:]):
        return True  # الفروع التي أعلنت | الانضمام
    return bool(takes) and stem in view.grammar.words["matters"]


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
    if cue.lemma != "قدر" or cue.object_suffix:
        return False
    owned = view.ends_with_pronoun(index + 1) and view.word(index + 2).startswith("ب")  # خسائر تقدر تكاليفها بألف
    return owned or view.word(index + 1).startswith(_AMOUNTS)


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
