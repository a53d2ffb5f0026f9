"""Tells a noun in the accusative, which is an object and no speaker, by its ending."""

from musnad.claims.naming import is_masdar
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_ACCUSING = frozenset({"ان", "بان", "لكن"})


def is_accusative(view: SentenceView, index: int) -> bool:
    """A noun in the accusative (بيانا، قرارا، التزاما) is the object: a source stands in the nominative."""
    word = view.word(index)
    if not word.endswith("ا") or len(word) < 4 or view.is_given(index) or word.startswith("ال"):
        return False
    if word.endswith("ها") and word[:-2] in view.grammar.holders:
        return False  # مصادرها: a pronoun, and no ending
    before = index - 2 if view.word(index - 1).endswith("ا") else index - 1
    if view.bare(before) in _ACCUSING:
        return False  # إن مسؤولا أمنيا أكد: behind إن the subject stands in the accusative
    if is_masdar(view, index, stem=word[:-1]) and word[:-1] not in view.grammar.given_names:
        return True
    if view.raw(index).endswith(("اً", "ًا")):
        return word not in view.grammar.words["adverbs"] and word not in view.grammar.words["time_words"]
    head = view.grammar.holders.get(word[:-1])
    return head is not None and head.kind is LinkKind.DOCUMENT
