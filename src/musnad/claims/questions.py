"""Reads questions that were asked (ردا على سؤال بشأن كذا) and what a speaker leaves unsaid (دون أن يحدد كذا)."""

from musnad.claims.content import content_end, quoted_words, trim
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import Stance

QUESTIONS = frozenset({"سوال", "اسيله", "تساولات", "استفسارات"})
"""The nouns that a question is told by."""
ASKED = frozenset({"سيل", "سيلت"})
"""The passives of asking."""
WITHOUT = frozenset({"دون", "بدون"})
"""The words behind which a speaker leaves something unsaid."""
_ABOUT = frozenset({"حول", "بشان", "عن", "عما", "بخصوص", "حيال"})
_WHETHER = frozenset({"ما", "عما"})
_ASKING = frozenset({"صحفيين", "الصحفيين", "للصحفيين", "صحافيين", "للصحافيين", "لصحفيين"})
_UNSAID = frozenset({"توضيح", "تحديد", "ذكر", "تسميه", "الكشف", "الافصاح", "الاشاره", "اعطاء", "تقديم"})
_NAMED = frozenset({"اسم", "اسمه", "اسمها", "هويته", "هويتها", "اسماء"})
_EVIDENCE = frozenset({"دليل", "دليلا", "ادله", "الادله", "برهان", "برهانا", "براهين", "اثبات", "اثباتات"})
_RAISING = ("طرح", "اثار")
_PUT = frozenset({"اسيله", "استفسارات"})
_LEADING_TO = frozenset({"علي", "عن"})
_LED_BY = frozenset({"عن", "الي"})
_REACH = 5
_LEAST_QUOTED = 3


def read_question(view: SentenceView, index: int) -> Draft | None:
    """Return the question in ردا على سؤال بشأن كذا or سئل عن كذا at `index`, or None."""
    if view.bare(index) in ASKED:
        return _read_asked(view, index)
    if view.bare(index) not in QUESTIONS or not view.tokens[index].is_word:
        return None
    raised = _raised(view, index)
    if raised is not None:
        return raised
    if view.bare(index) in _PUT and view.word(index - 1) not in _LEADING_TO:
        return None  # استبيان يضم أسئلة عن كذا: nobody has asked them yet
    asking: Phrase | None = None
    for at in range(index + 1, min(len(view), index + _REACH)):
        if view.word(at) in _ASKING:
            asking = Phrase(at, at + 1, clitic=int(view.word(at).startswith("ل")))
        quoted = at in view.openings and quoted_words(view, at) >= _LEAST_QUOTED
        if quoted or _opens_matter(view, at):
            link = DraftLink((index, index + 1), asking, stance=Stance.ASKS, elision=Elision.NOBODY)
            return Draft("question", [link], [(at, _question_end(view, at))], None, clause_start=index)
        if not view.tokens[at].is_word or view.cues_at(at):
            return None
    return None


def _raised(view: SentenceView, index: int) -> Draft | None:
    """صحفيون طرحوا أسئلة بشأن كذا، تساؤلات طرحها خبراء بشأن كذا: who asks stands beside the verb of asking."""
    if view.bare(index + 1).startswith(_RAISING):
        asking, cue = read_phrase(view, index + 2), (index, index + 2)
        at = asking.end if asking is not None else 0
    elif view.bare(index - 1).startswith(_RAISING):
        begin = next((n for n in range(index - 2, max(-1, index - _REACH), -1) if holder_of(view, n)), None)
        asking = read_phrase(view, begin, limit=index - 1) if begin is not None else None
        cue, at = (index - 1, index + 1), index + 1
    else:
        return None
    if asking is None or not _opens_matter(view, at):
        return None
    link = DraftLink(cue, asking, stance=Stance.ASKS)
    return Draft("question", [link], [(at, _question_end(view, at))], None, clause_start=min(cue[0], asking.first))


def read_without(view: SentenceView, index: int) -> Draft | None:
    """Return what the speaker leaves unsaid in دون أن يحدد كذا, من دون توضيح كذا at `index`, or None."""
    if view.bare(index) not in WITHOUT:
        return None
    first = index - 1 if view.bare(index - 1) == "من" else index
    stance = Stance.ASSERTS
    if view.word(index + 1) == "ان":
        cue = _unsaid_verb(view, index + 2)
        if cue is None:
            return None
        at, stance = index + 3, cue.stance
        at += view.word(at) in cue.prepositions
    elif view.word(index + 1) in _UNSAID:
        at = index + 2
        at += view.word(at) in _LED_BY
    else:
        return None
    if at >= len(view) or not view.tokens[at].is_word or view.word(at + (view.word(at) == "اي")) in _NAMED | _EVIDENCE:
        return None  # من دون ذكر اسمه grades the source, دون أن يورد دليلا what he says
    link = DraftLink((first, at), None, stance=stance, negated=True, elision=Elision.SENTENCE)
    return Draft("without", [link], [(at, _question_end(view, at))], None, clause_start=first)


def _unsaid_verb(view: SentenceView, at: int) -> Cue | None:
    """Return the verb of saying that دون أن negates: an imperfect with an object of its own."""
    cue = next((found for found in view.cues_at(at) if found.form is Form.IMPERFECT), None)
    return cue if cue is not None and cue.takes & {"negated", "clause"} and not cue.object_suffix else None


def _read_asked(view: SentenceView, index: int) -> Draft | None:
    """وعندما سئل الوزير عن كذا: whom one asks stands between the verb and what is asked."""
    for at in range(index + 1, min(len(view), index + _REACH + 2)):
        if _opens_matter(view, at):
            link = DraftLink((index, index + 1), None, stance=Stance.ASKS, elision=Elision.NOBODY)
            return Draft("question", [link], [(at, _question_end(view, at))], None, clause_start=index)
        if not view.tokens[at].is_word or view.cues_at(at):
            return None
    return None


def _opens_matter(view: SentenceView, at: int) -> bool:
    """حول كذا، عما إذا، ما إذا: where a question says what it asks."""
    whether = view.word(at) in _WHETHER and view.word(at + 1) == "اذا"
    return whether or (view.word(at) in _ABOUT and at + 1 < len(view))


def _closes_question(view: SentenceView, at: int) -> bool:
    """A comma, or the verb of the answer: ردا على سؤال حول كذا | قال: «...»."""
    if view.quote_of[at] >= 0:
        return False
    answers = view.word(at + 1) == ":" or at + 1 in view.openings
    if view.word(at) == ":" and at + 1 in view.openings:
        return True  # سئل عن كذا: «...»: the answer
    return view.is_comma(at) or (answers and view.finite_cue(at) is not None)


def _question_end(view: SentenceView, at: int) -> int:
    """A question hangs on another clause: it ends at the first comma outside a quotation."""
    end = content_end(view, at)
    comma = next((n for n in range(at + 1, end) if _closes_question(view, n)), end)
    return trim(view, at, comma)
