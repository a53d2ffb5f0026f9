"""Finds deeds that are opposed, or denied on one side, in short statements of one occasion."""

from collections.abc import Iterator, Sequence
from itertools import starmap

from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.frames.occasion import OF_OUTCOMES, of_one_occasion
from musnad.agreement.happening import apart_days
from musnad.agreement.parts.clashing import only_denies, slot_of
from musnad.agreement.parts.deeds import Deed, deeds_in_common, in_relative_clause, is_denied, not_asserted, tells_both
from musnad.agreement.parts.parties import at_other_time
from musnad.agreement.roles.matter import by_the_way, of_other_things
from musnad.agreement.sequence import is_not_yet
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot


def find_opposed(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the first two verbs that cannot both be told of one occasion."""
    if sides.has_part or apart_days(sides) or of_other_things(sides, ()):
        return None
    if any(pair.fit is Fit.APART for pair in sides.figures):
        return None
    for deed in _told(sides, lexicon):
        spans = (deed.left.span,), (deed.right.span,)
        if of_one_occasion(sides, spans, lexicon, OF_OUTCOMES) is None:
            words = f"{deed.left.span.of(sides.left.text)} / {deed.right.span.of(sides.right.text)}"
            told = "are opposed" if deed.is_opposed else "stand once affirmed and once denied"
            senses = deed.left.reading.opposed & deed.right.reading.senses if deed.is_opposed else frozenset()
            slot = Slot.POLARITY if deed.is_opposed else slot_of(deed, sides)
            slot = Slot.MODALITY if any(starmap(is_not_yet, _sides_of(deed, sides))) else slot
            return Finding(slot, f"{words} {told}, of one occasion", deed.left.span, deed.right.span, senses)
    return None


def _told(sides: Sides, lexicon: AgreementLexicon) -> Iterator[Deed]:
    """Yield the deeds told by verbs, not by the way, of which one side has the opposite or denies it."""
    passing = {id(word) for side in (sides.left, sides.right) for word in by_the_way(side, lexicon)}
    for deed in deeds_in_common(sides):
        words = deed.left, deed.right
        denied = is_denied(deed.left, sides.left), is_denied(deed.right, sides.right)
        if (denied[0] != denied[1]) == deed.is_opposed or (deed.is_opposed and any(denied)):
            continue
        if any(id(word) in passing or not _is_verb(word) or in_relative_clause(word, lexicon) for word in words):
            continue
        if any(not_asserted(word, side, lexicon) for word, side in zip(words, (sides.left, sides.right), strict=True)):
            continue
        if not deed.is_opposed and not only_denies(deed, sides, lexicon):
            continue  # what is denied may be of whom or where
        if not (at_other_time(deed.left.span, deed.right.span, sides) or tells_both(deed, sides)):
            yield deed


def _sides_of(deed: Deed, sides: Sides) -> Sequence[tuple[Word, Statement]]:
    return (deed.left, sides.left), (deed.right, sides.right)


def _is_verb(word: Word) -> bool:
    return word.reading.tense is not Tense.NONE and not word.reading.is_masdar
