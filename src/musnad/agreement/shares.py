"""Finds shares and ranks of one thing, hours of a day and seasons, that two statements tell otherwise in like words."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise

from musnad.agreement.clothing import unclothed
from musnad.agreement.cutting import last_words_cut_before
from musnad.agreement.evidence import Finding
from musnad.agreement.happening import all_else_same, apart_days
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Slot, Span
from musnad.text import Token, tokenize

_LOOK_BACK, _WORDS = 24, 3
_SEVERAL = 2
_SHARES = ("few", "third", "half", "quarter", "most", "whole")
# Of these no two can be so of one thing; all and most, or some and any other, can.
_EXCLUDE = (
    frozenset({"few", "most"}),
    frozenset({"few", "whole"}),
    frozenset({"few", "half"}),
    frozenset({"half", "whole"}),
    frozenset({"third", "whole"}),
    frozenset({"quarter", "whole"}),
    frozenset({"third", "half"}),
    frozenset({"quarter", "half"}),
    frozenset({"third", "quarter"}),
    frozenset({"third", "most"}),
    frozenset({"quarter", "most"}),
)


def find_share(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two shares of one thing that exclude each other: معظم النواب, قلة من النواب."""
    for pair in sides.alignment.pairs:
        one = None if pair.opposed else _share(pair.left, sides.left, lexicon)
        # The other's words are cut only where there is something to set them against.
        other = _share(pair.right, sides.right, lexicon) if one is not None else None
        if one is None or other is None or frozenset({one[0], other[0]}) not in _EXCLUDE:
            continue
        told = f"{one[0]} / {other[0]} of {pair.left.folded}"
        spans = Span(one[1], pair.left.span.end), Span(other[1], pair.right.span.end)
        found = Finding(Slot.NUMBER, told, *spans)
        return found if all_else_same(sides, found) else None
    return None


def _share(word: Word, side: Statement, lexicon: AgreementLexicon) -> tuple[str, int] | None:
    """Return the share that the words before a noun tell (few, third, half, most, whole), and where they begin."""
    last = word.before or _last_before(side.text, word.span.start)
    if len(last) < _LOOK_BACK // 2 and not _may_share(last, lexicon):
        return None  # few words are: only where the last one may be, the text is cut
    before = last_words_cut_before(side.text, word.span.start, within=_LOOK_BACK, most=_WORDS)
    if before and before[-1].folded == "من":
        if len(before) == _WORDS and before[-2].folded in lexicon.words["share_few_of"]:
            return "few", before[0].start  # عدد قليل من النواب
        before.pop()
    if not before:
        return None
    forms = unclothed(before[-1].folded)
    names = (name for name in _SHARES if not forms.isdisjoint(lexicon.words[f"share_{name}"]))
    return next(((name, before[-1].start) for name in names), None)


def _last_before(text: str, place: int) -> str:
    """Return the last word or mark before the first word of a statement, folded."""
    last = text[max(0, place - _LOOK_BACK) : place].split()[-1:]
    return next((token.folded for each in last for token in reversed(tokenize(each, 0, len(each)))), "")


@lru_cache(maxsize=60_000)
def _may_share(before: str, lexicon: AgreementLexicon) -> bool:
    """Tell whether the word may be the last of those that tell a share: نصف, معظم, أكثرية من."""
    listed = (lexicon.words[f"share_{name}"] for name in _SHARES)
    return before == "من" or any(not each.isdisjoint(unclothed(before)) for each in listed)


def find_rank(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two ranks of one: المركز الأول, المركز الثالث."""
    if not all("ordinals" in side.listed for side in (sides.left, sides.right)):
        return None
    left = _ranks(sides.left, lexicon)
    right = _ranks(sides.right, lexicon) if len(left) == 1 else []
    if len(right) != 1 or left[0].folded == right[0].folded:
        return None
    one, other = left[0], right[0]
    if {one.folded, other.folded} in ({"الاول", "الاولي"}, {"الثاني", "الثانيه"}, {"الثالث", "الثالثه"}):
        return None
    spans = Span(one.start, one.end), Span(other.start, other.end)
    finding = Finding(Slot.NUMBER, f"{one.folded} / {other.folded}", *spans)
    return finding if all_else_same(sides, finding) else None


def _ranks(side: Statement, lexicon: AgreementLexicon) -> list[Token]:
    tokens = [token for part in side.assertion.content for token in tokenize(side.text, part.start, part.end)]
    return [
        token
        for before, token in pairwise(tokens)
        if token.folded in lexicon.words["ordinals"] and _is(before, lexicon.words["rank_heads"])
    ]


def _is(token: Token, listed: Collection[str]) -> bool:
    return not unclothed(token.folded).isdisjoint(listed)


def find_single(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return what one side tells of one and the other counts: أسقطت طائرة, أسقطت أربع طائرات."""
    for pair in sides.alignment.pairs:
        for word, counted, side, other in (
            (pair.left, pair.right, sides.left, sides.right),
            (pair.right, pair.left, sides.right, sides.left),
        ):
            figure = next((each for each in other.figures if each.unit == word.reading.lemma and not each.role), None)
            if figure is None or figure.amount.most is None or not _is_one(word, side):
                continue
            if figure.amount.least < _SEVERAL or counted.reading.lemma != figure.unit:
                continue
            spans = (word.span, counted.span) if side is sides.left else (counted.span, word.span)
            found = Finding(Slot.NUMBER, f"one / {figure.amount.least:g}", *spans)
            return found if all_else_same(sides, found) else None
    return None


def _is_one(word: Word, side: Statement) -> bool:
    """Tell whether the noun stands in the singular, without article, number or share before it."""
    reading = word.reading
    is_singular = word.folded in {reading.lemma, f"{reading.lemma}ا"} and not reading.is_act and reading.count is None
    is_counted = any(figure.span.overlaps(word.span) or figure.unit == reading.lemma for figure in side.figures)
    return is_singular and not is_counted and not word.negated and word.kind is None


def find_part_of_time(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two parts of the day, or two seasons, of what is told in the same words: صباحا, مساء."""
    if apart_days(sides):
        return None
    for groups in (("part_morning", "part_noon", "part_evening"), ("in_winter", "in_spring", "in_summer", "in_autumn")):
        if any(side.listed.isdisjoint(groups) for side in (sides.left, sides.right)):
            continue
        one = _parts(sides.left, groups, lexicon)
        other = _parts(sides.right, groups, lexicon) if len(one) == 1 else {}
        if len(other) != 1 or one.keys() == other.keys():
            continue
        (here,), (there,) = one.values(), other.values()
        found = Finding(Slot.TIME, f"{here.of(sides.left.text)} / {there.of(sides.right.text)}", here, there)
        return found if all_else_same(sides, found) else None
    return None


def _parts(side: Statement, groups: Iterable[str], lexicon: AgreementLexicon) -> dict[str, Span]:
    tokens = [token for part in side.assertion.content for token in tokenize(side.text, part.start, part.end)]
    return {
        name: Span(token.start, token.end) for name in groups for token in tokens if _is(token, lexicon.words[name])
    }
