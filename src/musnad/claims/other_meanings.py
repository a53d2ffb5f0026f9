"""Tells verbs spelled like those of reporting by what stands behind them: لم ترد أنباء، امتنع عن التصويت."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.complement import Complement
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind

_ARRIVING = frozenset({"انباء", "معلومات", "تقارير", "تفاصيل", "اخبار", "بلاغات", "تاكيدات", "شكاوي"})
_NEWS_REACH = 4  # tokens from the verb to the news that came in: لم ترد بعد أي أنباء
_TIGHT = frozenset({"خناق", "عقوبات", "عقوبه", "قيود", "اجراءات", "حصار", "حراسه", "رقابه", "قبضته", "قبضتها", "لهجته"})
_SIGNED = frozenset({"اتفاقيه", "اتفاق", "عقد", "عقود", "مذكره", "مذكرات", "اتفاقيات", "بروتوكول", "معاهده"})
_REFRAINING = frozenset({"امتنع", "احجم"})
# What one abstains from that is no word of his, with or without the article.
_OTHER_DEEDS = frozenset(
    {
        "تصويت", "حضور", "مشاركه", "اكل", "طعام", "شراء", "دفع", "سفر", "تنفيذ", "بيع", "تدخين", "اداء", "لعب", "دخول",
        "خروج", "ذهاب", "اقتراع", "استخدام", "تناول", "شرب", "عمل", "سداد", "تسديد", "توقيع", "نشر", "توظيف",
    }
)  # fmt: skip
# What one recognises: a state and its law, and no deed of one's own that one admits.
_RECOGNISED = frozenset(
    {
        "دوله", "دول", "استقلال", "سياده", "دستور", "قانون", "شرعيه", "حقوق", "حق", "قدس", "نقابه", "نتايج", "زعامه",
        "سلطه", "شهاده", "هويه", "لغه", "فضل",
    }
)  # fmt: skip
_NEEDING = frozenset({"موقف", "امر", "وضع", "حال", "عمل", "واجب", "ظرف", "سياق", "مصلحه", "حاجه", "ضروره", "ظروف"})


def tells_of_arrival(view: SentenceView, index: int, cue: Cue) -> bool:
    """لم ترد بعد أنباء عن: news without the article comes in, and nobody answers."""
    if cue.lemma != "رد" or cue.form is Form.PERFECT:
        return False
    return any(view.word(at) in _ARRIVING for at in range(index + 1, index + _NEWS_REACH))


def tightens(view: SentenceView, index: int, cue: Cue) -> bool:
    """شددت السلطات الخناق على: what is made tighter is said by nobody."""
    if cue.lemma != "شدد":
        return False
    reach = range(index + 1, min(len(view), index + _NEWS_REACH + 1))
    stop = next((at for at in reach if view.word(at) in cue.prepositions or not view.tokens[at].is_word), reach.stop)
    return any(view.word(at).removeprefix("ال") in _TIGHT for at in range(index + 1, stop))


def signs(view: SentenceView, index: int, cue: Cue) -> bool:
    """الجامعة توقع اتفاقية: she signs it, and expects nothing."""
    behind = (view.word(at).removesuffix("ا") for at in range(index + 1, index + _NEWS_REACH))
    return cue.lemma == "توقع" and any(word.removeprefix("ال") in _SIGNED for word in behind)


def is_abstention(view: SentenceView, cue: Cue, complement: Complement) -> bool:
    """امتنع عن التصويت: what one does not do is no word that one does not say."""
    if cue.lemma not in _REFRAINING or complement.kind != "preposition":
        return False
    at = complement.start + (view.word(complement.start) in cue.prepositions)
    return view.word(at).removeprefix("ال") in _OTHER_DEEDS


def is_recognition(view: SentenceView, cue: Cue, at: int) -> bool:
    """اعترف بالدولة، اعترافها بالدستور: a state or its law is recognised; a deed is admitted."""
    word = view.word(at)
    if cue.lemma != "اعترف" or not word.startswith("ب"):
        return False
    if word == "ب":
        return False
    head = holder_of(view, at)
    body = head is not None and head.kind in (LinkKind.ORG, LinkKind.GROUP, LinkKind.PERSON)
    noun = word[1:].removeprefix("ال")
    owned = any(noun.removesuffix(suffix) in _RECOGNISED for suffix in ("", "ه", "ها", "هم"))
    named = word[1:] in view.grammar.words["countries"] or word[1:] in view.grammar.words["capitals"]
    return body or owned or named


def is_supposed(view: SentenceView, cue: Cue, complement: Complement) -> bool:
    """الموظف يفترض أن يغادر: before a verb in the subjunctive it tells what should be, and nobody assumes it."""
    if cue.lemma != "افترض" or cue.form is not Form.IMPERFECT or complement.kind != "clause":
        return False
    opens, verb = view.word(complement.start) == "ان", view.word(complement.start + 1)
    return opens and verb[:1] in ("ي", "ت") and holder_of(view, complement.start + 1) is None


def is_needed(view: SentenceView, cue: Cue, subject: Phrase | None) -> bool:
    """وفق ما يتطلبه الموقف: what a state of things asks for, nobody demands."""
    if subject is None or cue.form is not Form.IMPERFECT:
        return False
    return cue.lemma == "طلب" and view.word(subject.first).removeprefix("ال") in _NEEDING


def is_considered(view: SentenceView, index: int, cue: Cue) -> bool:
    """القرار يعتبر دليلا على أن: right before a noun in the accusative the verb tells what a thing is held to be."""
    if cue.lemma != "اعتبر" or cue.form is not Form.IMPERFECT or cue.object_suffix or cue.number != "s":
        return False
    at = skip_adjuncts(view, index + 1)
    word, raw = view.word(at), view.raw(at)
    if word.startswith("ال") or view.is_given(at) or view.cues_at(at) or word in view.grammar.words["complementisers"]:
        return False
    plain = holder_of(view, at) is None and word not in view.grammar.words["countries"]
    return plain and len(word) > 3 and (raw.endswith(("اً", "ًا", "ا")) and not word.endswith(("ها", "نا")))


def excepts_subject(view: SentenceView, index: int) -> bool:
    """لم ترفضه سوى دولة واحدة: behind a denied verb سوى opens who alone does it."""
    at = skip_adjuncts(view, index + 1)
    excepts = view.word(at) == "سوي" or (view.word(at) == "الا" and view.raw(at).startswith("إ"))
    closed = (view.grammar.words[name] for name in ("prepositions", "complementisers", "time_words"))
    return excepts and not any(view.word(at + 1) in words for words in closed) and view.word(at + 1)[:1] not in "بل"
