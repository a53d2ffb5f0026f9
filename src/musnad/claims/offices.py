"""Says which preposition an office or a body takes of its own: المشرف على كذا، مجلس الدفاع عن كذا."""

from musnad.claims.naming import holder_of
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_MINISTRIES = frozenset({"وزاره", "ووزاره", "وزير", "وزيره", "وزراء", "باسم"})  # وزارة الدفاع | عن: no task of hers
_GLUED = ("ب", "ل", "و")
_TITLES = (LinkKind.PERSON, LinkKind.ANON)
_AGAIN = 10  # tokens in which the cue's own preposition comes behind that of the office
_NAME_AHEAD = 10  # tokens of what an office is over, up to the name of who holds it
_WEAK = frozenset({"العام", "العامه", "الاول", "الاولي", "الرييسي", "الرييسيه", "المباشر", "المباشره"})
_PLACED = frozenset({"في", "فى", "لدي"})
_TITLE_REACH = 8


def completes_office(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    """Tell whether the preposition at `index` belongs to the office or body before it, and not to the verb.

    Where the verb takes the same preposition (كشف المسؤول عن كذا), the office has it only if the verb's own follows.
    """
    word, before = view.word(index), index - 1
    if before > first and view.word(before) in _WEAK:
        before -= 1  # المشرف العام | على
    governing = view.grammar.phrases["tasks"]
    noun = view.word(before)
    named = noun in governing or (noun[:1] in _GLUED and noun[1:] in governing)
    if not named or view.word(before - 1) in _MINISTRIES or view.within(index + 1, "pronouns"):
        return False
    if all(len(phrase) != 2 or phrase[1] != word for phrase in governing.get(noun) or governing[noun[1:]]):
        return False
    if not view.tokens[index + 1 : index + 2] or view.word(index + 1) in view.grammar.words["complementisers"]:
        return False
    return cue is None or word not in cue.prepositions or _is_taken_later(view, index)


def _is_taken_later(view: SentenceView, index: int) -> bool:
    """Tell whether the verb's own preposition or its clause comes behind what the office is over."""
    over = view.word(index + 1).startswith("ال")
    for at in range(index + 2, min(len(view), index + _AGAIN)):
        if view.is_mark(at) or view.cues_at(at):
            return False
        if view.word(at) == view.word(index):
            return True
        if over and view.word(at) in view.grammar.words["complementisers"]:
            return view.word(at - 1) not in view.grammar.words["prepositions"]
    return False


def names_ahead(view: SentenceView, first: int, index: int) -> bool:
    """المتحدث باسم الجيش | في إقليم كذا العقيد فلان: what stands between a title and its holder's name is its own.

    The name stands behind a definite noun or a rank, for behind a noun without article it is another's:
    في مستشفى فلان.
    """
    head, words = holder_of(view, first), view.grammar.words
    if head is None or head.kind not in _TITLES or view.word(index) not in _PLACED or view.is_given(index + 1):
        return False
    for at in range(index + 1, min(len(view), index + _NAME_AHEAD)):
        if not view.tokens[at].is_word or view.cues_at(at) or _closes(view, at):
            return False
        if at > index + 1 and view.is_given(at):
            before = view.word(at - 1)
            whole = (
                before.startswith(("ال", "بال", "لل")) or before in words["countries"] or before in words["capitals"]
            )
            return (whole and before not in words["titles"] | words["venues"]) or _is_rank(view, at - 1)
    return False


def _is_rank(view: SentenceView, index: int) -> bool:
    return view.word(index) in view.grammar.words["titles"]


def _closes(view: SentenceView, at: int) -> bool:
    words = view.grammar.words
    named = ("complementisers", "relatives", "negators", "auxiliaries", "venues", "time_words")
    return any(view.word(at) in words[name] for name in named) and not view.is_given(at)


def is_second_title(view: SentenceView, first: int, index: int) -> bool:
    """صاحب الفكرة ومطلقها أحمد السالم: a second role of one person, whose name follows."""
    joined = view.word(index)[0] == "و" and view.bare(index) != view.word(index) and view.ends_with_pronoun(index)
    role = joined and view.is_given(index + 1) and not view.has_conjunction(index)
    return role and is_title_word(view, first)


def is_further_title(view: SentenceView, first: int, index: int) -> bool:
    """أكد وزير الإسكان | رئيس مجلس الصندوق ماجد السالم: a second title, whose name follows before any preposition."""
    if not (is_title_word(view, first) and is_title_word(view, index)) or view.word(index).startswith("ال"):
        return False
    closes = view.grammar.words["prepositions"] | view.grammar.words["complementisers"]
    for at in range(index + 1, min(len(view), index + _TITLE_REACH)):
        if not view.tokens[at].is_word or view.word(at) in closes or view.finite_cue(at) is not None:
            return False
        if view.is_given(at):
            return True
    return False


def is_title_word(view: SentenceView, index: int) -> bool:
    """Tell whether the word is a title or calling of one person or of several."""
    holder = holder_of(view, index)
    return holder is not None and holder.kind in (LinkKind.PERSON, LinkKind.ANON)
