"""Reads what a recording or a document tells, right behind it without a relative pronoun: نشروا مقطعا يظهر رجالا."""

from musnad.claims.adjuncts import is_plain_object
from musnad.claims.complement import Complement
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form

_RECORDINGS = frozenset({"فيديو", "شريط", "مقطع", "تسجيل", "لقطات", "صور", "صوره", "مشاهد", "شريطا", "مقطعا", "تسجيلا"})
_REACH = 12  # tokens between a recording and its verb: where it was published
# What a document of others tells, for which no speaker need be named: تقارير تفيد بأن، دراسة أظهرت أن.
_TELLING_DOCUMENTS = frozenset(
    {"بلاغ", "بلاغات", "تقرير", "تقارير", "دراسه", "دراسات", "وثيقه", "وثايق", "معلومات", "انباء", "صور"}
)


def recorded(view: SentenceView, index: int, cue: Cue) -> Complement | None:
    """Return the object of the verb at `index`, what a recording before it shows, or None."""
    if not is_plain_object(view, index + 1) or recording_before(view, index, cue) is None:
        return None
    return Complement("object", index + 1, index + 1)


def recording_before(view: SentenceView, index: int, cue: Cue) -> Phrase | None:
    """Return the recording that the verb at `index` hangs on; only a preposition parts the two."""
    if "evidence" not in cue.takes or cue.form is not Form.IMPERFECT or view.has_conjunction(index):
        return None
    for first in range(index - 1, max(-1, index - _REACH), -1):
        if view.cues_at(first) or view.is_mark(first):
            return None
        if view.word(first) not in _RECORDINGS or view.word(first - 1) in _RECORDINGS:
            continue
        phrase = read_phrase(view, first, limit=index)
        parted = phrase is not None and view.word(phrase.end) in view.grammar.words["prepositions"]
        return phrase if phrase is not None and (phrase.end == index or parted) else None
    return None


def document_before(view: SentenceView, index: int, cue: Cue) -> Phrase | None:
    """Return the noun without article that the verb at `index` hangs on: إثر تقارير إعلامية تفيد بأن."""
    end = index - 1 if view.is_comma(index - 1) else index
    for first in range(end - 1, max(-1, end - 7), -1):
        head = holder_of(view, first)
        word = view.word(first)
        if head is None or (word not in _TELLING_DOCUMENTS and word.removesuffix("ا") not in _TELLING_DOCUMENTS):
            continue
        phrase = read_phrase(view, first, limit=end)
        fits = cue.number != "s" or cue.gender == ("f" if head.number == "p" else head.gender)
        return phrase if phrase is not None and phrase.end == end and fits else None
    return None
