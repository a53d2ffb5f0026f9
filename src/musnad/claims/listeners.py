"""Tells who only listens to a speaker, or belongs to him, among the nouns behind a verb of reporting."""

import re
from functools import lru_cache

from musnad.claims.naming import holder_of
from musnad.claims.openings import is_glued
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Holder
from musnad.model import LinkKind, Stance
from musnad.text import fold_word


def is_listened_to(view: SentenceView, index: int, cue: Cue, phrase: Phrase) -> bool:
    """طالبت النقابة بكذا، واتهمت الوزارة بكذا: the speaker goes on, and the noun is the accused."""
    head = holder_of(view, phrase.first)
    if cue.lemma == "طمان" and view.has_conjunction(index) and head is not None and head.number == "p":
        return view.word(phrase.end) in view.grammar.words["complementisers"]  # وطمأن الأهالي بأن: whom he reassures
    goes_on = index > 0 and view.has_conjunction(index) and view.is_comma(index - 1)
    return goes_on and cue.lemma in {"اتهم", "حذر", "حض", "حث", "ناشد"} and is_glued(view, phrase.end, cue)


def is_owned(view: SentenceView, at: int) -> bool:
    """A noun with a pronoun that is no speaker: طريقه, but not شقيقه or المتحدث باسمه."""
    word = view.word(at)
    if word in view.grammar.words["some_of_them"] or _is_surname(view, at):
        return False  # اعترف بعضهم بكذا؛ محرم إنجيه ...، قال إنجيه
    if not view.ends_with_pronoun(at) or word.startswith("ال") or view.is_given(at) or len(word) < 4:
        return False
    bare = word[:-2] if word.endswith(("ها", "هم")) else word[:-1]
    stems = {word, bare, bare.removesuffix("ت") + "ه"}
    return not any(stem in view.grammar.holders or stem in view.grammar.outlet_heads for stem in stems)


@lru_cache(maxsize=256)
def _surnames(text: str, word: str) -> tuple[str, ...]:
    return tuple(fold_word(found) for found in re.findall(rf"([^\W\d_]+) {re.escape(word)}\b", text))


def _is_surname(view: SentenceView, at: int) -> bool:
    """Tell whether the text elsewhere has the word right behind a given name: the ه of a foreign name is no pronoun."""
    return any(before in view.grammar.given_names for before in _surnames(view.text, view.raw(at)))


def owned_listener(view: SentenceView, at: int) -> bool:
    """لمرافقيه، لنظيره: who listens, by what he is to the speaker."""
    word = view.word(at)
    named = word in view.grammar.given_names or word in view.grammar.words["known_lams"]
    return word.startswith("ل") and len(word) > 4 and view.ends_with_pronoun(at) and not named


def is_listener(view: SentenceView, at: int) -> bool:
    """تعهدت لواشنطن، قال لترامب: who listened, not who spoke."""
    word = view.word(at)
    if word in {"له", "لها", "لهم", "لي", "لنا"}:
        return True
    if not word.startswith("ل") or is_name(view, word):
        return False
    return is_name(view, word[1:])


def is_office_listener(view: SentenceView, at: int) -> bool:
    """قالت لشركة النقل، قال لمسؤولين: who listened, by his noun; a speaker has no ل."""
    word, grammar = view.word(at), view.grammar
    if not word.startswith("ل") or word.startswith("لل") or len(word) < 5 or word in grammar.words["known_lams"]:
        return False
    own = word in grammar.given_names or word in grammar.holders or word in grammar.outlet_heads
    head = grammar.holders.get(word[1:])
    return not own and head is not None and head.kind is not LinkKind.DOCUMENT


def is_name(view: SentenceView, word: str) -> bool:
    """Tell whether the word is a given name, a country or a capital of the lexicons."""
    grammar = view.grammar
    return word in grammar.given_names or word in grammar.words["countries"] or word in grammar.words["capitals"]


def is_asked(view: SentenceView, at: int, cue: Cue) -> bool:
    """ودعا المنظمات إلى كذا، ودعت الوزير إلى كذا: a verb has no body or man of the other gender for its subject."""
    if cue.stance not in (Stance.DEMANDS, Stance.ASKS):
        return False
    head, plural = holder_of(view, at), view.raw(at).startswith("ال") and view.raw(at).endswith("ات")
    plural = plural or view.word(at) == "النساء"
    if cue.gender == "f":
        return head is not None and _is_he(view, at, head)
    bodies = head is not None and head.kind is LinkKind.ORG and head.gender == "f"
    return (plural or bodies) and not view.is_given(at)


def _is_he(view: SentenceView, at: int, head: Holder) -> bool:
    """Tell whether one man or one body of masculine name, and no woman by his title, stands at `at`."""
    alone = view.word(at).startswith("ال") and not any(view.is_given(n) for n in range(at + 1, at + 5))
    office = head.kind in (LinkKind.ORG, LinkKind.PERSON, LinkKind.GROUP)
    return alone and office and head.gender == "m" and head.number == "s"
