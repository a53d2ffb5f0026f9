"""Tells whether what a verb governs, and who is its subject, are such as make it a report."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.complement import Complement
from musnad.claims.content import quoted_words
from musnad.claims.naming import holder_of, is_in_writing, is_masdar, is_matter
from musnad.claims.other_meanings import is_abstention, is_recognition, is_supposed
from musnad.claims.phrases import Phrase
from musnad.claims.subjects import subject_before
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind, Stance

_SHORT_QUOTATION = 4
_PRONOUNS = ("ها", "هم", "هما", "ه")
# What decides in law: المحكمة، القاضي، هيئة المحلفين، الدائرة الجزائية; and what decrees in writing: قرار يقضي ب.
_COURTS = ("محكم", "قاض", "محلف", "داير", "نيابه", "هييه", "غرفه")
_JUDGES = ("محكم", "قاض", "قضا", "نيابه")
_JUDGING = frozenset({"الانضباط", "الاستيناف", "التحكيم", "التاديب", "العقوبات", "الافراج"})  # لجنة الانضباط
_DECREES = frozenset({"قرار", "مرسوم", "حكم", "اتفاق", "قانون", "امر", "تعديل", "مشروع", "بند", "ماده", "تفاهم"})
_SUPPOSED = "افترض"
_ALIKE = frozenset({"تكرر", "تناقض", "تظهر", "يظهر", "تبرز"})
_OF_PERSONS = frozenset({Stance.DEMANDS, Stance.ASKS, Stance.THREATENS, Stance.PROMISES, Stance.DECLINES})
_GOING_ON = "مضي"  # مضى للقول: of itself it tells of time that goes by, whatever is quoted behind it
_WORDED = 4  # tokens between بالقول and the words: اكتفى المتحدث بالقول، أمس، إن


def fits(view: SentenceView, index: int, cue: Cue, complement: Complement) -> bool:
    """Tell whether the complement of the cue at `index` is one with which the verb reports."""
    if cue.lemma == "توصل" and complement.kind != "clause":
        return False  # توصلت الأطراف إلى اتفاق
    if cue.lemma == "وجد" and complement.start > (complement.subject.end if complement.subject else index + 1):
        return False  # وجدت الشرطة هاتفا قالت إنه له: found, not held
    if cue.lemma == "ابلغ" and cue.form is Form.IMPERFECT and complement.kind == "preposition":
        return False  # يبلغ عدد السكان: amounts to
    if is_abstention(view, cue, complement) or is_supposed(view, cue, complement):
        return False
    if complement.kind == "preposition" and is_recognition(view, cue, complement.start):
        return False
    if cue.stance in _OF_PERSONS and _is_abstract(view, _subject(view, index, complement)):
        return False  # تغيير الشروط يهدد بإلغائها: no deed demands, promises or threatens
    if cue.lemma == "نسب":
        return False  # نسب الفوز إلى الحظ، نسب الفوائد: only a relay names to whom words are ascribed
    if cue.lemma == "اقر" and complement.kind == "preposition":
        direct = complement.subject.end if complement.subject else index + 1
        return complement.start <= skip_adjuncts(view, direct)  # أقر البرلمان قانونا جديدا يسمح بكذا: he passed it
    if cue.lemma == "اشتبه" and complement.kind == "preposition" and view.word(complement.start)[:1] == "ب":
        word = view.word(complement.start)[1:]  # اشتبه بسيارة: he eyed her; يشتبه بتورطه: it is suspected of him
        return is_masdar(view, complement.start, stem=word.removeprefix("ال")) or view.ends_with_pronoun(
            complement.start
        )
    if cue.lemma == "اظهر" and complement.kind in ("quote", "object") and not cue.object_suffix:
        shows = _subject(view, index, complement)
        return shows is None or not _is_person(view, shows)  # أظهرت سلمى «شجاعة كبيرة»: a deed
    if "documented" in cue.takes:
        short = complement.kind == "quote" and quoted_words(view, complement.start) < _SHORT_QUOTATION
        return (
            _is_document(view, index, complement) and not short
        )  # تضمن البيان «مزاعم واهية»: what its reader calls it
    if not is_worded(view, index, cue, complement):
        return False
    if "owned" in cue.takes and complement.kind != "clause":
        return _is_feeling(view, complement.start)
    if "decreed" in cue.takes and complement.kind != "clause":
        return _is_court(view, _subject(view, index, complement))  # قررت المحكمة تأجيل الجلسة; not قررت الشركة التوسع
    if "ruled" in cue.takes and complement.kind not in ("clause", "preposition"):
        return False
    return "ruled" not in cue.takes or _decides(view, _subject(view, index, complement))


def _is_abstract(view: SentenceView, subject: Phrase | None) -> bool:
    """Tell whether a deed or a state of things stands where the speaker should."""
    return subject is not None and not is_in_writing(view, subject.first) and is_matter(view, subject.first)


def is_deed(view: SentenceView, index: int, cue: Cue, complement: Complement) -> bool:
    """تكرر التأخير، تظهر عليهم الآثار، يفترض أن: with no speaker it tells a deed, a state or what should be."""
    if cue.lemma == _SUPPOSED and cue.form is Form.IMPERFECT and cue.number == "s":
        return True
    return view.bare(index) in _ALIKE and complement.kind in ("object", "preposition") and complement.subject is None


def is_worded(view: SentenceView, index: int, cue: Cue, complement: Complement) -> bool:
    """Tell whether بالقول and the like lead up to the words of a verb that needs them: اكتفى | بالقول | إن."""
    if cue.lemma != _GOING_ON and ("worded" not in cue.takes or complement.kind != "clause"):
        return True
    before = range(max(index, complement.start - _WORDED), complement.start)
    return any(view.word(at) in view.grammar.words["doubling"] and view.word(at)[0] in "بل" for at in before)


def _subject(view: SentenceView, index: int, complement: Complement) -> Phrase | None:
    return complement.subject or subject_before(view, index)


def _is_person(view: SentenceView, phrase: Phrase) -> bool:
    head = holder_of(view, phrase.first)
    person = head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON)
    return person or (head is None and view.is_given(phrase.first))


def _is_document(view: SentenceView, index: int, complement: Complement) -> bool:
    """Tell whether the verb's subject is a document: تضمن البيان أن، and not تضمنت السلة أن."""
    subject = _subject(view, index, complement)
    head = holder_of(view, subject.first) if subject else None
    return head is not None and head.kind is LinkKind.DOCUMENT


def _is_feeling(view: SentenceView, at: int) -> bool:
    """لم يخف قلقه، لم تكتم رغبتها: a feeling with a pronoun; what else one hides is no word of his."""
    word = view.word(at)
    feelings = view.grammar.words["feelings"]
    stem = next((word.removesuffix(pronoun) for pronoun in _PRONOUNS if word.endswith(pronoun)), "")
    return stem in feelings or (stem.endswith("ت") and f"{stem[:-1]}ه" in feelings)


def _decides(view: SentenceView, subject: Phrase | None) -> bool:
    """قضت المحكمة بسجنه، قرار يقضي بوقف القتال; and not قضى الشاعر بقية عمره."""
    if subject is None:
        return False
    head = view.word(subject.first).removeprefix("ال")
    return head.startswith(_COURTS) or head in _DECREES


def _is_court(view: SentenceView, subject: Phrase | None) -> bool:
    if subject is None:
        return False
    committee = view.word(subject.first) == "لجنه" and view.word(subject.first + 1) in _JUDGING
    return committee or view.word(subject.first).removeprefix("ال").startswith(_JUDGES)
