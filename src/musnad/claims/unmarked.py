"""Finds what a verb governs where neither a particle nor a mark opens it: قال فلان لا أعلم، وجه فلان بتشكيل لجنة."""

from musnad.claims.complement import Complement
from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form

_DIRECTED = 12  # tokens up to the deed that somebody directs


def unmarked_speech(view: SentenceView, index: int, cue: Cue) -> Complement | None:
    """وقال سامي كامل لا أعلم السبب: return words that open as only speech does, where no mark tells them off."""
    if cue.lemma != "قال" or cue.form is not Form.PERFECT or cue.object_suffix:
        return None
    subject = read_phrase(view, index + 1, cue)
    if subject is None or view.word(subject.end) not in view.grammar.words["speech_openers"]:
        return None
    return Complement("colon", subject.end, index + 1, subject) if _is_named(view, subject) else None


def directed_deed(view: SentenceView, index: int, cue: Cue) -> Complement | None:
    """وجه المحافظ | بتشكيل لجنة: return the deed that one directs to be done; وجه لوما and توجه إلى are none."""
    if cue.lemma != "وجه" or cue.form is not Form.PERFECT or cue.object_suffix or cue.number != "s":
        return None
    for at in range(index + 1, min(len(view), index + _DIRECTED)):
        if not view.tokens[at].is_word:
            return None
        marked = view.word(at) == "ب" and at + 1 in view.openings  # وجه النائب العام بـ«تحريك الدعوى»
        if marked or (view.word(at).startswith("ب") and is_masdar(view, at, stem=view.word(at)[1:])):
            subject = read_phrase(view, index + 1, limit=at) if at > index + 1 else None
            whole = at == index + 1 or (subject is not None and subject.end == at and _speaks(view, subject))
            return Complement("preposition", at, index + 1, subject) if whole else None
    return None


def _is_named(view: SentenceView, phrase: Phrase) -> bool:
    return any(view.is_given(at) for at in range(phrase.first, phrase.end))


def _speaks(view: SentenceView, phrase: Phrase) -> bool:
    return _is_named(view, phrase) or holder_of(view, phrase.first) is not None
