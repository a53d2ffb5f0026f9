"""Finds the noun that a relative clause hangs on, behind its adjectives, and whose document it is."""

from dataclasses import replace

from musnad.claims.holders import issuer_of
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView

FEMININE = frozenset({"التي", "اللتان", "اللتين", "اللواتي", "اللاتي"})
"""The relative pronouns of a feminine noun."""
_DOCUMENT_REACH = 12  # tokens from a document's noun to its relative clause
_FIRST_REACH = 40  # tokens from a second relative clause of one noun back to its first


def owner_before(view: SentenceView, relative: int) -> Phrase | None:
    """Return whose the document is on which a relative clause hangs: تصريحات الوزير | التي قال فيها."""
    end = relative - view.is_comma(relative - 1)
    phrases = (Phrase(first, end) for first in range(end - 2, max(-1, end - _DOCUMENT_REACH), -1))
    return next((issuer for phrase in phrases if (issuer := issuer_of(view, phrase)) is not None), None)


def antecedent_of(view: SentenceView, relative: int) -> Phrase | None:
    """Return the noun phrase right before the relative pronoun at `relative`; of والتي that of the clause it joins."""
    relative = _first_of(view, relative)
    end = relative - 1 if view.is_comma(relative - 1) else relative
    feminine, spare = view.bare(relative) in FEMININE, None
    for first in range(end - 1, max(-1, end - 9), -1):
        head = holder_of(view, first)
        if head is None or _is_governed(view, first):
            continue
        phrase = read_phrase(view, first, limit=relative)
        if phrase and _only_time(view, phrase.end, end):
            word = view.word(first)
            glued = word.startswith("ل") and not word.startswith("لل") and word not in view.grammar.holders
            phrase = replace(phrase, clitic=1) if glued else phrase
            if head.number != "s" or not head.gender or (head.gender == "f") == feminine:
                return phrase
            spare = spare or phrase  # المتحدث باسم الشرطة سامي كامل، الذي: the nearer noun is of the other gender
    near = read_phrase(view, end - 1, limit=relative) if end >= 1 else None
    # سخر الوزير من المرأة | التي: who is of another gender and stands further off is not spoken of.
    return near if spare is None or (near is not None and spare.first < end - 1 and spare.end == near.end) else spare


def _first_of(view: SentenceView, relative: int) -> int:
    """الجلسة التي عقدت بمقر البلدية | والتي أكدت: a joined relative clause has the noun of the one before it."""
    pronoun = view.bare(relative)
    if view.word(relative) == pronoun:
        return relative
    for at in range(relative - 2, max(-1, relative - _FIRST_REACH), -1):
        if view.word(at) in {".", "؛"}:
            break
        if view.word(at) == pronoun and view.quote_of[at] == view.quote_of[relative]:
            return at
    return relative


def _only_time(view: SentenceView, first: int, end: int) -> bool:
    """تقارير هذا الأسبوع التي: words of time may stand between a noun and its relative clause."""
    words = view.grammar.words
    return all(
        view.word(n) in words["time_words"] or view.word(n) in words["demonstratives"] for n in range(first, end)
    )


def _is_governed(view: SentenceView, index: int) -> bool:
    """Tell whether the word depends on the noun before it (وزير الخارجية), so that it heads no phrase."""
    previous = view.word(index - 1)
    return not previous.startswith("ال") and index > 0 and holder_of(view, index - 1) is not None
