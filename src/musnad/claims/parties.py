"""Tells where a second noun phrase, whom or what a verb speaks of, opens right behind the verb's subject."""

from musnad.claims.naming import NISBA, holder_of, is_addressee, is_masdar, is_outlet_head, outlet_at
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Stance

HONORIFICS = frozenset({"الدكتور", "الدكتوره", "الشيخ", "المهندس", "الاستاذ", "اللواء", "العقيد", "العميد", "الفريق"})
"""Ranks and honorifics, which only a name follows."""
_RANKS = HONORIFICS | {"الامير", "السيد", "الملا", "المطران", "الاب", "البطريرك"}
_MATTERS = frozenset({"ضروره", "اهميه", "امكانيه", "وجوب", "صعوبه", "استحاله", "خطوره", "احقيه", "جديه"})
_THIS_MATTER = frozenset({"الامر", "الاتهام", "التهمه", "الشايعه", "الشايعات"})
_NAME_AHEAD = 9
_DESCRIBING = frozenset({"المعارضه", "المعارض", "المسلحه", "المتمرده", "المتحده", "الجناح", "الذراع"})
_OF_OTHERS = frozenset({"object", "accuse"})
_BODIES = (LinkKind.ORG, LinkKind.GROUP, LinkKind.OUTLET)


def opens_other(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether another noun phrase opens at `index`: تتهم موسكو | الفصائل، أكد النواب | ضرورة كذا."""
    word, previous = view.word(index), view.word(index - 1)
    if word[:1] == "و" and view.bare(index) != word:
        return False
    if (view.words[index][0] == "ل" or index - 1 in view.inner_names) and _opens_behind_name(view, index, cue):
        return True
    after_name = _is_place_name(view, index - 1)
    definite = previous.startswith("ال") and previous not in view.grammar.words["titles"]
    if definite and index - first <= 2 and word in view.grammar.words["report_nouns"]:
        return True  # نشرت بعض الصحف | ادعاءات بأن
    if index > first + 1 and previous.endswith(NISBA) and word in view.grammar.words["report_nouns"]:
        return True  # تناقلت وسائل إعلام محلية | أنباء عن كذا
    if word in _THIS_MATTER and "object" in cue.takes:
        return True  # ينفي سامي | الأمر: what was told before
    if word in _MATTERS:
        return True  # أكدت دراسة جديدة | ضرورة كذا: no source holds such a noun
    if definite and previous.endswith(NISBA) and word.startswith("ال") and view.raw(index).endswith("ات"):
        several = view.raw(first).endswith(("ات", "ون", "ين"))
        if "object" in cue.takes and not several and not view.is_given(index):
            return True  # استنكرت أسبوعية «كذا» الفرنسية | المضايقات
    if _heads_object(view, index) and (definite or after_name or view.is_given(index - 1)):
        return True
    if _is_place(view, word) and not word.startswith("ال") and (after_name or (definite and previous.endswith(NISBA))):
        return True  # المتحدث باسم الوزارة الروسية | لندن; no adjective is a city's name
    if after_name and index - 1 == first and not word.startswith("ال") and cue.takes & {"object", "masdar"}:
        return view.tokens[index].is_word  # أعلنت تركيا | حالة الطوارئ: a place takes no bare noun
    if view.tokens[index - 1].is_quote and is_masdar(view, index, stem=word.removeprefix("ال")):
        return word.startswith("ال")  # أعلنت جماعة «كذا» | التوصل إلى
    if cue.takes & _OF_OTHERS and (definite or after_name) and _opens_behind_body(view, first, index):
        return True
    return _addresses(cue) and _opens_addressed(view, first, index, after_name=after_name, definite=definite)


def serves_office(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    """الأمين العام | لمنظمة كذا، المدير الفني | لفريق كذا: behind title and adjective ل says of what the office is."""
    titled = _is_title(view, first) and view.word(first).startswith("ال") and index > first + 1
    if not titled or any(not view.word(at).startswith("ال") for at in range(first + 1, index)):
        return False
    if outlet_at(view, index, clitic=1) or is_outlet_head(view, index):
        # المدير العام لصحيفة كذا، فلان: his name behind the outlet shows that it is his, and does not listen.
        ahead = range(index + 1, min(len(view), index + _NAME_AHEAD))
        comma = next((at for at in ahead if view.is_comma(at)), None)
        return comma is not None and (view.word(comma + 1) in HONORIFICS or view.is_given(comma + 1))
    served = holder_of(view, index)
    if served is not None and served.kind in (LinkKind.ORG, LinkKind.GROUP):
        return True
    plain = cue is None or ("ل" not in cue.prepositions and not is_masdar(view, index, stem=view.word(index)[1:]))
    return view.word(index) == "لفريق" or (plain and served is None and not is_addressee(view, index))


def _opens_behind_body(view: SentenceView, first: int, index: int) -> bool:
    """اتهمت وزارة الدفاع | الجيش، انتقدت الرابطة | الرئيس: no other body or man is part of a body's name."""
    head, other, word = holder_of(view, first), holder_of(view, index), view.word(index)
    if head is None or head.kind not in _BODIES or other is None or view.is_given(index):
        return False
    whole = index > first + 1 or (view.word(first).startswith("ال") and not word.startswith("ال"))
    if not whole or word.endswith(NISBA) or word in _DESCRIBING or word[:1] in "لب":
        return False
    if other.kind in _BODIES:
        return word.startswith("ال") or view.word(index + 1).startswith("ال")
    return other.kind is LinkKind.PERSON and word.startswith("ال")


def _is_title(view: SentenceView, index: int) -> bool:
    head = holder_of(view, index)
    return head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON)


def _opens_behind_name(view: SentenceView, index: int, cue: Cue) -> bool:
    """انتقد سامي كامل | خطة، دعا الأمين العام | لتشكيل لجنة: a bare noun behind a whole name, a deed behind ل."""
    word = view.word(index)
    if "ل" in cue.prepositions and word.startswith("ل") and is_masdar(view, index, stem=word[1:]):
        return True
    plain = not word.startswith(("ال", "و", "ب", "ل")) or is_masdar(view, index)  # إلغاء: the ال is of its root
    plain = plain and holder_of(view, index) is None
    takes = bool(cue.takes & {"object", "masdar"}) and cue.stance is not Stance.ASSERTS
    return plain and takes and view.within_name(index - 1) and not view.is_given(index)


def _addresses(cue: Cue) -> bool:
    return cue.stance in (Stance.DEMANDS, Stance.ASKS) or cue.lemma in {"حذر", "ابلغ", "اتهم"}


def _opens_addressed(view: SentenceView, first: int, index: int, *, after_name: bool, definite: bool) -> bool:
    """Tell whether whom one accuses, asks or warns opens at `index`."""
    word, previous = view.word(index), view.word(index - 1)
    holder = holder_of(view, index)
    if word in _RANKS and view.is_given(index + 1) and _is_title(view, first):
        return False  # دعا مفتي طرابلس الشيخ فلان: the name of who holds the office
    body = holder is not None and holder.kind in _BODIES and not word.startswith("ال") and not word.endswith(NISBA)
    if body and (after_name or (definite and previous.endswith(NISBA))):
        return True  # دعت باكستان | مجلس الأمن، حذرت الحكومة اليمنية | جماعة كذا
    if word.startswith("ال") and not view.is_given(index):
        if after_name and index - 1 >= first:
            adjective = word.endswith(NISBA) or (view.raw(index).endswith("ة") and holder is None)
            return not adjective
        head = holder_of(view, index - 1)
        role = head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON) and previous.startswith("ال")
        return role and index - 1 == first and holder is not None and holder.kind in _BODIES
    # المفوض السامي | مرتكبي الانتهاكات: a plural in the construct state, behind an adjective with its article.
    construct = word.startswith("م") and word.endswith("ي") and len(word) > 4 and not view.is_given(index)
    return definite and construct and previous.endswith(NISBA) and view.word(index + 1).startswith("ال")


def _heads_object(view: SentenceView, index: int) -> bool:
    """A noun that says what is stated and names nobody: ضرورة، أهمية، القبض على."""
    return view.word(index) in view.grammar.words["object_heads"]


def _is_place(view: SentenceView, word: str) -> bool:
    words = view.grammar.words
    return word in words["countries"] or word in words["capitals"]


def _is_place_name(view: SentenceView, index: int) -> bool:
    """Tell whether a country or capital, with or without و, stands at `index` by itself."""
    word = view.word(index)
    joined = word[:1] == "و" and _is_place(view, word[1:])
    return joined or _is_place(view, word)


def opens_owned(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """انتقد النائب سامي العلي | سياسة الحكومة: a feminine noun that a definite one owns is what the verb speaks of."""
    word, head = view.word(index), holder_of(view, first)
    if "object" not in cue.takes or head is None or head.gender == "f" or view.is_given(index):
        return False
    owned = view.word(index + 1).startswith("ال") and not word.startswith(("ال", "لل", "و"))
    whole = view.word(index - 1).startswith(("ال", "لل")) and view.word(index - 1) not in view.grammar.words["titles"]
    return owned and whole and view.raw(index).endswith(("ة", "ات")) and holder_of(view, index) is None
