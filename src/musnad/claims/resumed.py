"""Reads what a noun before a relative clause is said of: الاحتجاجات التي دعا إليها السكان."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.drafts import Draft, DraftLink
from musnad.claims.naming import holder_of, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form

_LONGEST = 4  # tokens of the noun and its adjectives
_ADJECTIVES = frozenset({"الجديد", "الاخير", "الاول", "السابق", "المقبل", "الكبير", "المذكور", "الشامل", "الواسع"})
_PRONOUNS = ("ه", "ها", "هم", "هما")


def read_resumed(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """Return the report whose verb at `index` takes the noun before its relative pronoun as what is said, or None."""
    if not view.within(index - 1, "relatives") or cue.object_suffix or cue.form not in (Form.PERFECT, Form.IMPERFECT):
        return None
    if not _resumes(view, index + 1, cue):
        return None
    at = skip_adjuncts(view, index + 2)
    subject = read_phrase(view, at, cue)
    if subject is None or not _speaks(view, subject):
        return None
    begin = _noun_start(view, index - 1)
    if begin is None:
        return None
    link = DraftLink((index, index + 2), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    return Draft("verb-relative-object", [link], [(begin, index - 1)], cue, clause_start=index)


def _resumes(view: SentenceView, at: int, cue: Cue) -> bool:
    """Tell whether the word is the verb's own preposition with a pronoun: دعا إليها، طالب بها، أعلن عنه."""
    word = view.word(at)
    return any(word == preposition + pronoun for preposition in cue.prepositions for pronoun in _PRONOUNS)


def _noun_start(view: SentenceView, relative: int) -> int | None:
    """Return where the noun right before the relative pronoun begins, its definite adjectives behind it."""
    first = relative - 1
    while first > 0 and relative - first < _LONGEST and view.raw(first).startswith("ال"):
        adjective = view.raw(first).endswith(("ة", "ي")) or view.word(first) in _ADJECTIVES
        described = adjective and view.word(first - 1).startswith("ال")
        if not described or not view.tokens[first - 1].is_word:
            break
        first -= 1
    return first if first >= 0 and view.tokens[first].is_word and view.word(first).startswith("ال") else None


def _speaks(view: SentenceView, phrase: Phrase) -> bool:
    named = any(view.is_given(at) for at in range(phrase.first, phrase.end))
    quantity = view.within(phrase.first, "quantity_heads")
    return named or quantity or holder_of(view, phrase.first) is not None or outlet_at(view, phrase.first) is not None
