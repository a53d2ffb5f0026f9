"""Finds what one side lays to chance and the other to somebody's hand: سقطت بسبب عطل، أسقطها الدفاع الجوي."""

from collections.abc import Iterator, Mapping

from musnad.agreement.evidence import Finding
from musnad.agreement.roles.matter import CAUSES, of_one_happening
from musnad.agreement.roles.phrases import phrases_of, words_in_span
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot, Span

_LISTS = ("chance", "intent")
_BEFORE = 4  # words of content before a cause that lead to it: نجم عن


def find_why(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return what each side lays one happening to, where it is chance on one and intent on the other."""
    told = [phrases_of(side, _LISTS, "by", lexicon) for side in (sides.left, sides.right)]
    for here, there in ((0, 1), (1, 0)):
        chance = [span for span, name in told[here].items() if name == "chance"]
        if not chance or "chance" in told[there].values() or "intent" in told[here].values():
            continue
        both = (sides.left, sides.right)
        intent = _intent(both[there], told[there], lexicon)
        if intent is None or any(
            word.negated
            for side, span in ((both[here], chance[0]), (both[there], intent))
            for word in words_in_span(span, side)
        ):
            continue
        lone = {id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only)}
        apart = {
            id(word)
            for span, side in ((chance[0], both[here]), (intent, both[there]))
            for word in _around(span, side)
            if id(word) in lone
        }
        apart |= {
            id(word)
            for span, side in ((chance[0], both[here]), (intent, both[there]))
            for word in words_in_span(span, side)
        }
        if of_one_happening(sides, apart, lexicon, bounds=CAUSES):
            spans = (chance[0], intent) if here == 0 else (intent, chance[0])
            words = f"{spans[0].of(sides.left.text)} / {spans[1].of(sides.right.text)}"
            return Finding(Slot.POLARITY, f"{words}: by chance, and by somebody's hand", *spans)
    return None


def _intent(side: Statement, told: Mapping[Span, str], lexicon: AgreementLexicon) -> Span | None:
    """Return what lays it to somebody's hand: a phrase, or a first deed that is done to a thing by force."""
    phrase = next((span for span, name in told.items() if name == "intent"), None)
    if phrase is not None:
        return phrase
    first = first_deed(side)
    is_done = first is not None and first.reading.tense is Tense.PERFECT and not first.negated
    return first.span if first is not None and is_done and first.folded in lexicon.words["inflicted"] else None


def _around(span: Span, side: Statement) -> Iterator[Word]:
    """Yield the words right before and behind a cause: what leads to it, and whose it is."""
    words = side.wording.words
    inside = [number for number, word in enumerate(words) if word.span.overlaps(span)]
    if inside:
        yield from words[max(0, inside[0] - _BEFORE) : inside[-1] + _BEFORE]
