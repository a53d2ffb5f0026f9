"""Says where a noun phrase that names a source ends: what belongs to it, what begins the cue's object."""

from musnad.claims.accusatives import is_accusative
from musnad.claims.governed import preposition_continues
from musnad.claims.naming import REPORTERS, holder_of, is_masdar, is_oblique, is_outlet_head, may_be_name, outlet_at
from musnad.claims.objects_behind import counts_things, is_object_behind, is_other_state
from musnad.claims.offices import completes_office, is_further_title, is_second_title, is_title_word
from musnad.claims.parties import HONORIFICS, opens_other, opens_owned
from musnad.claims.plurals import ends_plural
from musnad.claims.unknown_names import names_up_to_clause
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import Anonymity, LinkKind, Stance


def ends_phrase(view: SentenceView, index: int) -> bool:
    """Words that no source phrase holds: complementisers, prepositions, times, clause openers, cues."""
    words = view.grammar.words
    word, bare = view.word(index), view.bare(index)
    if word == "غير":
        return view.word(index + 1) in words["complementisers"]
    if word == "ما" or word in words["saying"] or word in _OPENING:
        return True
    if word in words["complementisers"] or word in words["negators"] or word in words["clause_openers"]:
        return True
    if word in words["prepositions"] or word in words["auxiliaries"]:
        return True
    if word == "ومن" and view.word(index + 1) in _SOONER_OR_LATER:
        return True  # المجلس | ومن قبله مسؤولون: another who said so too
    if is_imperfect(view, index) or is_plain_verb(view, index):
        return True
    if (word in words["time_words"] and not _is_title_part(view, index)) or word in words["adverbs"]:
        return True
    if word != bare and (bare in words["complementisers"] or bare in words["negators"] or bare == "قد"):
        return True
    cue = view.finite_cue(index)
    return cue is not None and not _is_noun(view, index)


def is_plain_verb(view: SentenceView, index: int) -> bool:
    """A verb that reports nothing, with or without و: هدنة أعلنتها روسيا وبدأ تطبيقها."""
    forms = (view.word(index), view.bare(index))
    return any(form.removesuffix("ت") in view.grammar.words["plain_verbs"] for form in forms)


def _is_asked(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """دعا الوزير المواطنين إلى كذا: a plural in ين is no adjective of the one who stands before it."""
    if (cue.stance not in _ADDRESSED and cue.lemma not in _REASSURING) or index == first or not is_oblique(view, index):
        return False
    head = holder_of(view, first)
    is_one = head is None or head.number != "p"
    return is_one and all(view.word(at).startswith("ال") for at in range(first, index))


# الخطيب | وهو يحث الحاضرين، القاضي | أين كان، بيان للبلدية | تلقت الوكالة: with these another clause opens.
_OPENING = frozenset({"وهو", "وهي", "وهم", "اين", "متي", "كيف", "لماذا", "هل", "لما", "تلقت", "اطلعت", "حصلت", "تسلمت"})
_SOONER_OR_LATER = frozenset({"قبله", "قبلها", "قبلهم", "بعده", "بعدها", "بعدهم"})
_ADDRESSED = frozenset({Stance.DEMANDS, Stance.ASKS})
_REASSURING = frozenset({"طمان"})
_OF_THE_HEAD = frozenset(
    {"الجديد", "الجديده", "السابق", "السابقه", "الراحل", "الموقت", "المفترض"}
)  # زعيم حركة كذا الجديد
_UNITS = frozenset(
    {"وحده", "هييه", "لجنه", "اداره", "جهاز", "قسم", "شعبه", "فريق", "مركز", "مكتب", "غرفه", "مصلحه", "مفوضيه"}
)
_PROPER = frozenset({"داعش", "حماس", "طالبان", "قسد", "الناتو", "الحوثي", "واشنطن", "موسكو", "طهران"})
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})

_RECENT = "حديثة"  # no حديثه: دراسة حديثة
_SO_CALLED = frozenset({"المدعو", "المدعوه", "المسمي"})
_TOWNS = frozenset({"ينبع", "يافا", "يبرود", "يطا", "يعبد", "يريفان", "ياوندي", "يانغون", "يوهانسبرغ"})


def is_imperfect(view: SentenceView, index: int) -> bool:
    """فلان يؤدي اليمين: a word in ي that is no name and no adjective is a verb, and ends the phrase before it."""
    word, previous, following = view.word(index), view.word(index - 1), view.word(index + 1)
    if word.startswith("تت") and len(word) > 4 and not word.endswith(("ه", "ات")) and not view.cues_at(index):
        return word[3:-1] not in {"وي", "بي"} and not view.is_given(index)  # تتمثل, and neither تتويج nor تتبيل
    if not word.startswith("ي") or len(word) < 4 or word.endswith(("ي", "يه", "يين", "يون", "يا")):
        return word in {"يودي", "يلتقي", "يجري", "يبني", "يدعي", "يعطي", "ينهي", "يلغي"}
    if view.is_given(index) or word in view.grammar.holders or view.cues_at(index):
        return False
    if word in _TOWNS or previous in {"محافظه", "مدينه", "منطقه", "بلده", "قريه"}:
        return False
    opens = view.grammar.words["complementisers"]
    closes = not following or not view.tokens[index + 1].is_word or following in opens
    # متحدث باسم المدينة ياكوب فال إن: two words up to the clause are a name.
    named = view.word(index + 2) in opens and may_be_name(view, index + 1)
    if _is_foreign_name(view, index):
        return False
    return not (view.is_given(index - 1) and closes) and not (named and previous.startswith("ال"))


def _is_foreign_name(view: SentenceView, index: int) -> bool:
    """قال يرون دسلبلوم رئيس المجموعة إن: two plain words between a verb of saying and an office are a name."""
    cue = view.finite_cue(index - 1)
    said = cue is not None and cue.form is Form.PERFECT and "clause" in cue.takes
    office = holder_of(view, index + 2)
    titled = (
        office is not None
        and office.kind in (LinkKind.PERSON, LinkKind.ANON)
        and not view.word(index + 2).startswith("ال")
    )
    return said and titled and may_be_name(view, index + 1)


_FORMER = frozenset({"سابق", "سابقه", "سابقون", "سابقين", "سابقان", "سابقا"})
_GENERAL = frozenset({"كاتب", "مدير", "امين", "وكيل", "مراقب", "مفوض", "قايد", "مفتش", "سكرتير", "قنصل"})


def _is_title_part(view: SentenceView, index: int) -> bool:
    """الأمين العام، عبدالله الثاني: words of time that close a title or a name."""
    word, previous = view.word(index), view.word(index - 1)
    if word == "العام":
        return previous.startswith("ال") and previous not in view.grammar.words["time_words"]
    if word == "عام":
        return previous in _GENERAL
    if word == "مطلع":
        head = holder_of(view, index - 1)
        return head is not None and head.kind is LinkKind.ANON  # مصدر مطلع
    if word in _FORMER:
        if previous in words_told(view):
            return True  # تصريحات سابقة لمسؤولين
        heads = (holder_of(view, index - 1), holder_of(view, index - 2))  # مسؤول أمني سابق، رئيس بلدية سابق
        return any(head is not None and head.kind in (LinkKind.ANON, LinkKind.PERSON) for head in heads)
    if word in {"احد", "احدي"}:
        return True  # أحد مرتادي الطريق, and no Sunday
    if word == "ماي":
        return view.is_given(index - 1)
    return word in {"الاول", "الثاني"} and previous not in {"كانون", "تشرين", "ربيع", "جمادي"}


def words_told(view: SentenceView) -> frozenset[str]:
    """Return the nouns of what was said or written."""
    return view.grammar.words["report_nouns"] | frozenset({"تصريحات", "تصريح", "تقارير", "دراسات", "بيانات"})


def _is_noun(view: SentenceView, index: int) -> bool:
    """A word spelled like a cue that is a noun here: after a preposition or in a name."""
    word = view.word(index)
    return word in view.grammar.words["homographs"] or view.is_given(index)


def stops_inside(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    """Tell whether the phrase that begins at `first` ends before the word at `index`."""
    return _stops(view, first, index, cue) and not (cue is not None and names_up_to_clause(view, first, index, cue))


def _stops(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    word = view.word(index)
    words = view.grammar.words
    if index - 1 == first and view.word(first) in HONORIFICS and may_follow_honorific(view, index):
        return False
    if _is_outside(view, first, index, cue) or counts_things(view, first, index, cue):
        return True
    if cue is not None and is_other_state(view, first, index):
        return True
    head = holder_of(view, first)
    if word in _SO_CALLED and head is not None and head.kind is LinkKind.ORG:
        return True  # اتهمت السلطات المدعو فلان: a body has no name of that sort, so another is meant
    reporter = head is not None and head.anonymity is Anonymity.MEDIA
    if word in REPORTERS and head is not None and head.kind is LinkKind.ANON and not reporter:
        return True  # أفاد مصدر أمني | مراسل إذاعة كذا: who was told
    owned = view.word(index - 1) == "من" or is_outlet_head(view, index - 1)
    if outlet_at(view, index) and (head is None or head.kind is not LinkKind.OUTLET) and not owned and not reporter:
        # أبلغ مصدر رويترز: the outlet is who was told, not part of the source.
        return head is not None and head.kind is LinkKind.ANON
    masdar = view.masdar_cue(index)
    if masdar is not None and masdar.object_suffix:
        return True
    if word in words["prepositions"] or word[:1] in "بل":
        verdict = preposition_continues(view, first, index, cue)
        if verdict is not None:
            return not verdict
    if ends_phrase(view, index):
        return True
    previous = view.word(index - 1)
    if cue is not None and index == first + 2 and f"{view.word(first)} {previous}" in view.grammar.words["capitals"]:
        return not word.startswith(("ال", "و"))  # أعلنت أديس أبابا حالة الطوارئ: a city's name wants no more words
    if is_second_title(view, first, index):
        return False
    if is_object_behind(view, first, index):
        return True
    if cue is not None and _whole_before(view, first, index, cue):
        return True
    if cue is not None and _opens_negated_object(view, first, index):
        return True
    if cue is not None and previous == ")" and "object" in cue.takes and not word.startswith(("ال", "و")):
        return not view.is_given(index)  # ثمن ممثل البرنامج (كذا) | مبادرة اللجنة
    definite = previous.startswith("ال") or (index - 1 == first and previous in view.grammar.words["countries"])
    if (
        (definite or (previous,) in view.grammar.proper_holders or _is_named(view, index - 1))
        and view.ends_with_pronoun(index)
        and word not in words["demonstratives"]
        and (not word.startswith("ال") or _is_owned_deed(view, index))
        and holder_of(view, index) is None
    ):
        return not view.is_given(index)
    if view.participle_cue(index) is not None and word not in words["homographs"] and previous != "غير":
        return cue is not None or not _describes_them(view, first, index)
    if view.has_conjunction(index) and view.finite_cue(index) is not None:
        return True
    return cue is not None and _begins_object(view, first, index, cue)


def _is_outside(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    """Tell whether the word alone, or the cue's own preposition, shows that it is of no source."""
    word = view.word(index)
    if is_accusative(view, index) or view.phrase_at(index, "speaker_switch") or word == "ل":
        return True
    if word in _POINTING:
        return view.word(index - 1) != "باسم"  # ناطق باسم هذه الإدارة
    if word in view.grammar.words["doubling"] and view.raw(index) != _RECENT:
        return True
    if cue is None:
        return False
    fixed = fixed_to(cue, view, index) and not _is_the_offices(view, first, index, cue)
    return (
        fixed
        or ends_plural(view, first, index)
        or _is_asked(view, first, index, cue)
        or opens_other(view, first, index, cue)
    )


def _describes_them(view: SentenceView, first: int, index: int) -> bool:
    """عن نواب | معارضين: behind several without the article a plural in ين is their adjective and reports nothing."""
    head, word = holder_of(view, first), view.word(index)
    several = head is not None and head.number in ("p", "d") and not view.word(first).startswith("ال")
    goes_on = view.word(index + 1) in view.grammar.words["complementisers"] or view.is_comma(index - 1)
    return several and index == first + 1 and word.endswith("ين") and not goes_on


def _is_named(view: SentenceView, index: int) -> bool:
    """A person's name, or the closing mark of a body's."""
    return view.is_given(index) or view.tokens[index].is_quote


def may_follow_honorific(view: SentenceView, index: int) -> bool:
    """الدكتور | فتح الباري: a word without the article there begins his name, whatever else it may mean."""
    word, words = view.word(index), view.grammar.words
    closed = any(word in words[name] for name in ("complementisers", "prepositions", "time_words", "negators"))
    return view.tokens[index].is_word and not closed and not word.startswith(("ال", "ب", "ل", "و"))


def _opens_negated_object(view: SentenceView, first: int, index: int) -> bool:
    """لم يذكر المصدر | حصيلة القتلى: behind a definite noun a noun without the article is what is not said."""
    negated = view.within(first - 2, "negators") and view.word(index - 1).startswith("ال")
    plain = not view.word(index).startswith("ال") and not view.is_given(index)
    return negated and plain and not is_title_word(view, index)


def _is_the_offices(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether the preposition that the verb takes is that of the office here: المحامي المكلف | بالدفاع."""
    if view.word(index).startswith("بال") and view.word(index - 1) in view.grammar.words["governing_adjectives"]:
        return True
    return _is_told_of_later(view, index) or completes_office(view, first, index, cue)


def _is_told_of_later(view: SentenceView, index: int) -> bool:
    """مصادر بالمعارضة بأن: of two prepositions the one before the clause is the verb's."""
    if not view.word(index).startswith("بال"):
        return False
    return any(view.word(at) in {"بان", "بانه", "بانها", "بانهم"} for at in range(index + 1, index + 5))


_DEEDS_IN_AL = frozenset(
    {"التزام", "التماس", "التحاق", "التقاء", "الغاء", "القاء", "الحاق", "الزام", "التفاف", "التفات"}
)


def _is_owned_deed(view: SentenceView, index: int) -> bool:
    """التزامه، إلغاءها: the ال is of the root, for a noun with a pronoun has no article."""
    word = view.word(index)
    return any(word.removesuffix(suffix) in _DEEDS_IN_AL for suffix in ("ه", "ها", "هم"))


def _whole_before(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether the words before `index` are a whole source and the definite noun there is the verb's object."""
    if (
        not cue.takes & {"object", "accuse", "light", "reveal", "issue"}
        and not cue.prepositions
        and "negated" not in cue.takes
    ):
        return False
    word, previous, words = view.word(index), view.word(index - 1), view.grammar.words
    for takes, objects in (("light", "light_objects"), ("reveal", "revealed"), ("issue", "issued")):
        if takes in cue.takes and word in words[objects]:
            return True
    whole = previous.startswith("ال") or view.is_given(index - 1) or view.ends_with_pronoun(index - 1)
    if word in words["quantity_heads"] and whole:
        return True  # دعت اللجنة جميع الأطراف
    head = holder_of(view, first)
    plural = head is not None and head.number == "p" and previous.endswith("ون")
    if plural and word in view.grammar.given_names:
        return True  # يتهم محتجون غاضبون سالم كامل: no name is an apposition to a plural
    if not word.startswith("ال") or view.is_given(index):
        return False
    if index - 1 == first and previous.startswith("ال"):
        # نفت الوزارة الأنباء: no adjective of a feminine noun ends so.
        feminine = view.raw(index - 1).endswith("ة")
        plural = word.endswith("ات") and holder_of(view, first) is not None
        return plural or (feminine and not view.raw(index).endswith(("ة", "ى", "ي")) and not is_title_word(view, index))
    pointed = view.within(index - 1, "demonstratives") or view.within(index - 1, "quantity_heads")
    unknown = index - 1 == first and holder_of(view, first) is None and not view.raw(first).endswith("ة")
    named = view.is_given(index - 1) or unknown  # مدينة الملك فلان للعلوم: a noun in ة is no name, and goes on
    if previous in _PROPER and not word.endswith(("ي", "يه")) and word not in _OF_THE_HEAD:
        return True  # أعلن تنظيم داعش الخلافة
    bare = index - first <= 3 and not any(view.word(n).startswith("ال") for n in range(first + 1, index))
    named = (named or (bare and view.raw(first) == "آل")) and not pointed
    body = holder_of(view, index) is not None or (word,) in view.grammar.proper_holders or word in words["countries"]
    return named and not previous.startswith("ال") and (body or word.endswith("ات"))


def fixed_to(cue: Cue, view: SentenceView, index: int) -> bool:
    """Tell whether the preposition at `index` is the one the cue's object hangs on."""
    word = view.word(index)
    if view.is_given(index):
        return False
    if word in cue.prepositions or (word == "بما" and "ب" in cue.prepositions):
        return True
    noun = word in view.grammar.words["nouns_in_ba"]
    glued = not noun and any(len(p) == 1 and p == "ب" and word.startswith(p) for p in cue.prepositions)
    return glued and len(word) > 3 and word not in {"باسم", "بلاده", "بلادها", "بلاد", "بنيامين", "بوتين", "بشار"}


def words_of_office(view: SentenceView) -> frozenset[str]:
    """Definite titles that a name or another title follows: العقيد، الرئيس."""
    return view.grammar.words["titles"]


def grade_end(view: SentenceView, index: int) -> int | None:
    """Return the end of طلب عدم الكشف عن اسمه and its like where it opens at `index`, else None."""
    if view.word(index) not in view.grammar.words["anonymity_verbs"]:
        return None
    return next((n + 1 for n in range(index + 1, index + 7) if view.word(n) in view.grammar.words["identity"]), None)


def _begins_object(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether the word opens the cue's object: a verbal noun after a phrase that wants no more words."""
    word, previous = view.word(index), view.word(index - 1)
    joined = word[0] == "و" and view.bare(index) != word
    if joined and (view.bare(index).startswith("ال") or holder_of(view, index) is not None):
        return False  # رفضت الوزارة والشرطة الكشف: a second holder, not the object
    if cue.stance in (Stance.DEMANDS, Stance.ASKS) or cue.lemma in {"حذر", "ابلغ"}:
        # دعا فلان الأطراف إلى: a second holder after a whole first one is who listens.
        whole = previous.startswith(("ال", "لل")) or view.is_given(index - 1)
        nisba = word.endswith(("ي", "يه", "يين", "يون")) or (
            previous.startswith("ال") and word.startswith("ال") and word in view.grammar.words["countries"]
        )
        if whole and not nisba and previous not in words_of_office(view) and holder_of(view, index) is not None:
            return True
    if "negated" in cue.takes and previous.startswith("ال") and not word.startswith("ال"):
        return True
    if not cue.takes & {"masdar", "object"}:
        return False
    article = word.startswith("ال") and not view.raw(index).startswith("إل")  # إلحاق: its ال is of the root
    if article and index - first >= 2 and not view.word(first).startswith("ال"):
        # وصف دبلوماسي غربي الحديث بأنه: an unnamed speaker's adjective has no article, so the object begins.
        adjective = previous.endswith(("ي", "يه", "يون", "يين")) and previous not in view.grammar.words["prepositions"]
        head = holder_of(view, first)
        return adjective and not previous.startswith("ال") and head is not None and head.kind is LinkKind.ANON
    if article:
        # دانت الوزارة الهجوم: a definite noun after a definite noun, unless it is that noun's adjective.
        noun = is_masdar(view, index, stem=word[2:]) or holder_of(view, index) is not None
        if noun and is_title_word(view, index) and is_title_word(view, first):
            return False  # أكد الناطق باسم القوات العميد فلان
        return previous.startswith("ال") and noun and not word.endswith(("ي", "يه", "يين", "يون"))
    if index - 1 == first and holder_of(view, first) and not previous.startswith("ال"):
        holder = holder_of(view, first)
        body = holder is not None and holder.kind in (LinkKind.ORG, LinkKind.OUTLET)
        place = previous in view.grammar.words["countries"] or previous in view.grammar.words["capitals"]
        if not body or (previous in view.grammar.holders and not place):
            return False
    if "clause" in cue.takes and is_further_title(view, first, index):
        return False
    if opens_owned(view, first, index, cue):
        return True
    if index - 1 == first and view.bare(first) in _UNITS and view.word(index + 1).startswith("ال"):
        return False  # وحدة مكافحة الحرائق: the deed is what the body is for
    owned = view.ends_with_pronoun(index) and not view.is_given(index)
    if is_masdar(view, index) or (owned and len(word) > 4):
        return True
    if "object" not in cue.takes or not previous.startswith("ال") or view.is_given(index):
        return False
    if view.is_given(first) and is_title_word(view, index):
        return False  # أكد عادل الراوي وزير النقل
    head = holder_of(view, first)
    body = head is not None and head.kind not in (LinkKind.PERSON, LinkKind.ANON)
    return body or holder_of(view, index) is not None
