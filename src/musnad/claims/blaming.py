"""Reads whom one blames: حمل فلان الحكومة مسؤولية كذا، ألقى باللوم على كذا."""

from musnad.claims.complement import Complement
from musnad.claims.listeners import is_name
from musnad.claims.naming import holder_of, outlet_at
from musnad.claims.objects import border_between
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue

_AHEAD = 12
_BLAME = ("مسوولي", "تبعات")
_LAID = ("مسوولي", "لوم", "لايمه")


def is_speaking(view: SentenceView, at: int) -> bool:
    """Tell whether a holder, a name or an outlet stands at `at`."""
    word = view.word(at)
    return holder_of(view, at) is not None or is_name(view, word) or outlet_at(view, at) is not None


def blame_at(view: SentenceView, at: int) -> Complement | None:
    """حمّلت الميليشيا كامل المسؤولية: the verb blames only where responsibility is named; else it carries."""
    nearby = range(at, min(len(view), at + 10))
    if not any(view.word(n).removeprefix("ال").startswith(_BLAME) for n in nearby):
        return None
    start = at + 1 if view.word(at) in {"اياه", "اياها", "اياهم"} else at
    blamed = start + 1
    two = all(holder_of(view, n) is not None and view.word(n).startswith("ال") for n in (start, blamed))
    if two and view.word(blamed + 1).startswith(_BLAME):
        return Complement("object", blamed, at, Phrase(start, blamed))  # حمل الاتحاد | الحكومة مسؤولية كذا
    end = next(n for n in nearby if view.word(n).removeprefix("ال").startswith(_BLAME))
    border = border_between(view, start, end) if start == at else None
    if border is not None and is_speaking(view, start):
        return Complement("object", border, at, Phrase(start, border))  # حملت الرابطة | جماعة كذا المسؤولية
    return Complement("object", start, at)


def laid_on(view: SentenceView, at: int, cue: Cue) -> Complement | None:
    """ألقت الصحف | مسؤولية الهجوم على كذا، ألقى باللوم على كذا: the blame stands right behind who lays it."""
    for start in range(at, min(len(view), at + _AHEAD)):
        if view.word(start).removeprefix("ب").removeprefix("ال").startswith(_LAID):
            subject = read_phrase(view, at, cue, limit=start) if start > at else None
            whole = start == at or (subject is not None and subject.end == start)
            on = any(view.word(n) == "علي" or view.word(n).startswith("علي") for n in range(start, start + _AHEAD))
            return Complement("object", start, at, subject) if whole and on else None
        if not view.tokens[start].is_word:
            return None
    return None
