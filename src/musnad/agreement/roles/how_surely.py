"""Finds two standings of one deed: planned or undecided, possible or out of the question, required or optional."""

from collections.abc import Mapping

from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.happening import apart_days
from musnad.agreement.roles.matter import STANDING, of_one_happening
from musnad.agreement.roles.phrases import phrases_of, words_in_span
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot, Span

_LISTS = ("optional", "required", "undecided", "excluded")
_EXCLUDE = frozenset(
    {
        frozenset({"required", "optional"}),
        frozenset({"planned", "undecided"}),
        frozenset({"done", "undecided"}),
        frozenset({"possible", "excluded"}),
        frozenset({"planned", "excluded"}),
        frozenset({"planned", "done"}),
    }
)


def find_how_surely(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return how each side says that one deed stands, where it cannot stand in both ways."""
    if apart_days(sides) or any(pair.fit is Fit.APART for pair in sides.figures):
        return None  # what was planned on one day may be decided on the next; three will be sent, twenty were
    if any(Mark.ONLY in side.wording.marks for side in (sides.left, sides.right)):
        return None
    told = [phrases_of(side, _LISTS, "standing", lexicon) for side in (sides.left, sides.right)]
    for pair in sides.alignment.pairs:
        if pair.opposed or not (pair.left.tells_deed and pair.right.tells_deed):
            continue
        here, there = _standing(pair.left, sides.left, told[0]), _standing(pair.right, sides.right, told[1])
        if here is None or there is None or frozenset({here[0], there[0]}) not in _EXCLUDE:
            continue
        if {here[0], there[0]} == {"planned", "done"} and sides.time is not None:
            continue  # done on Sunday, to be done again on Tuesday
        apart = {
            id(word)
            for side, phrases in ((sides.left, told[0]), (sides.right, told[1]))
            for span in phrases
            for word in words_in_span(span, side)
        }
        if of_one_happening(sides, apart | {id(pair.left), id(pair.right)}, lexicon, bounds=STANDING):
            return Finding(Slot.MODALITY, f"{here[0]} / {there[0]}", here[1], there[1])
    return None


def _standing(deed: Word, side: Statement, told: Mapping[Span, str]) -> tuple[str, Span] | None:
    """Return how the deed stands: as a phrase of the side tells, else as its verb does."""
    for span, name in told.items():
        if not span.overlaps(deed.span):
            return name, span
    if Mark.POSSIBLE in side.wording.marks and not deed.negated:
        return "possible", deed.span
    if deed.negated:
        return ("excluded", deed.span) if deed.meant else None
    if deed.reading.tense is Tense.FUTURE or (
        deed.reading.tense is Tense.IMPERFECT and Mark.FUTURE in side.wording.marks
    ):
        return "planned", deed.span
    if deed.reading.tense is Tense.PERFECT and not deed.meant:
        return "done", deed.span
    return None
