"""Finds two doers of one deed, in whatever construction: رممته شركة، تولت شركة ترميمه، قتل برصاص حارسه، هو من أمر."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from musnad.agreement.alignment import Pair
from musnad.agreement.doer_kinds import kinds_of, never_one
from musnad.agreement.doers import by_at
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.reversal import takes_and_gives
from musnad.agreement.roles.matter import (
    NAMES_OF_ONE,
    OF_ONE,
    USUAL,
    is_identified,
    is_idle,
    is_told_alike,
    of_one_happening,
)
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

_ALIKE = 75  # share of equal letters of two spellings of one name
_LONGEST, _HEADS = 7, 2  # words of a doer with what is told of him, and of heads that both sides have
_NATIONS = frozenset({MentionKind.NATIONALITY, MentionKind.COUNTRY})
_OWN = ("ه", "ها", "هم")


def find_who(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return who does the one deed on each side, where the two cannot be one and all else is told alike."""
    if sides.time or sides.place or any(pair.fit is Fit.APART for pair in sides.figures):
        return None
    lone = frozenset(id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only))
    but_one = any(is_cleft(side, lexicon) for side in (sides.left, sides.right))
    for deed in sides.alignment.pairs:
        if not _is_one_deed(deed, lexicon, but_one=but_one):
            continue
        for one, other in _doers(deed, sides, lone, lexicon):
            is_alone = but_one or not _may_be_done_by_each(deed, lexicon)
            if not are_two(one, other, lexicon, but_one=but_one, is_alone=is_alone):
                continue
            apart = {id(word) for word in (*one.words, *other.words)}
            if not of_one_happening(sides, apart, lexicon, bounds=OF_ONE if but_one else USUAL):
                continue
            if is_identified(sides, apart, lexicon) or (
                _is_done_by_one(deed, lexicon) and is_told_alike(sides, apart, lexicon)
            ):
                told = f"{one.words[0].span.of(sides.left.text)} / {other.words[0].span.of(sides.right.text)}"
                return Finding(Slot.ACTOR, f"{told} are told to have done it", one.words[0].span, other.words[0].span)
    return None


def is_cleft(side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the side says that it was but one: هو من أمر."""
    return any(f" {phrase} " in f" {side.span.of(side.text)} " for phrase in lexicon.words["but_one"])


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is told to do it: the words that the other side lacks, the whole name, whether it is one's own man."""

    words: Sequence[Word]
    name: Sequence[Word]
    is_his: bool


def _is_one_deed(deed: Pair, lexicon: AgreementLexicon, *, but_one: bool) -> bool:
    words = (deed.left, deed.right)
    if deed.opposed or any(not word.tells_deed or word.negated or word.supposed for word in words):
        return False
    if deed.left.meant != deed.right.meant or takes_and_gives(deed):
        return False
    one, other = deed.left.reading, deed.right.reading
    if one.lemma != other.lemma and (one.senses | other.senses) & lexicon.words["parties"]:
        return False  # باعت الشركة الجيش, اشترى الجيش من الشركة
    return but_one or _is_done_by_one(deed, lexicon) or not (one.senses | other.senses) & lexicon.words["by_many"]


def _is_done_by_one(deed: Pair, lexicon: AgreementLexicon) -> bool:
    return bool(deed.left.reading.senses & deed.right.reading.senses & lexicon.words["done_by_one"])


def _may_be_done_by_each(deed: Pair, lexicon: AgreementLexicon) -> bool:
    """Tell whether several may do it, each for its part: two countries send aid to one town."""
    return bool((deed.left.reading.senses | deed.right.reading.senses) & lexicon.words["by_several"])


def _doers(deed: Pair, sides: Sides, lone: Collection[int], lexicon: AgreementLexicon) -> Iterator[tuple[Doer, Doer]]:
    """Yield who may do it on either side; words that both begin with are but heads: وفد المعارضة، وفد الحكومة."""
    partners = {id(pair.left): pair.right for pair in sides.alignment.pairs if not pair.opposed}
    here, there = sides.left.wording.words, sides.right.wording.words
    for start, marks in _places(deed.left, sides.left, lexicon):
        for other_start, other_marks in _places(deed.right, sides.right, lexicon):
            one, other = start, other_start
            while one < len(here) and other < len(there) and partners.get(id(here[one])) is there[other]:
                one, other = one + 1, other + 1
            runs = _run(here, one, lone), _run(there, other, lone)
            if all(runs) and one - start <= _HEADS:
                names = (*here[start:one], *runs[0]), (*there[other_start:other], *runs[1])
                yield (
                    Doer((*runs[0], *marks), names[0], is_his(names[0], sides.left)),
                    Doer((*runs[1], *other_marks), names[1], is_his(names[1], sides.right)),
                )


def _places(deed: Word, side: Statement, lexicon: AgreementLexicon) -> Iterator[tuple[int, Sequence[Word]]]:
    """Yield where the doer may begin: behind "by", behind the verb, at the beginning, or at the end, with "by" itself.

    Of a noun of doing the doer is that of the verb that carries it: تولت الشركة ترميم الجسر.
    """
    words = side.wording.words
    at = next(number for number, word in enumerate(words) if word is deed)
    for number, word in enumerate(words):
        start = by_at(word, side, lexicon) if number != at and not word.heard else None
        if start is not None:
            # Of "by the hands of" some words are words of content: برصاص، على أيدي.
            yield number, [each for each in words[:number] if each.span.start >= start]
            return
    if deed.reading.lemma in lexicon.words["issuing"]:
        yield from ((number, ()) for number, word in enumerate(words) if number > at and word.before == "عن")
    if deed.reading.tense is Tense.NONE:
        carrier = next((number for number in range(at) if is_idle(words[number], lexicon)), None)
        if carrier is None:
            if deed.folded[0] == "ب" and at:
                yield 0, ()
            return
        at = carrier
    if at + 1 < len(words) and words[at + 1].before == words[at].folded:
        yield at + 1, ()
    if at and all(word.reading.tense is Tense.NONE for word in words[:at]):
        yield 0, ()
    closing = _closing(words, at)
    if closing is not None:
        yield closing, ()


def _closing(words: Sequence[Word], at: int) -> int | None:
    """Return where a noun without article begins that no preposition leads to, behind a noun that has one."""
    for number in range(at + 2, len(words)):
        word = words[number]
        if word.reading.tense is not Tense.NONE:
            return None
        is_bare = word.before == words[number - 1].folded and not word.folded.startswith("ال") and word.kind is None
        if is_bare and not word.heard and words[number - 1].kind is not None:
            return number
    return None


def _run(words: Sequence[Word], at: int, lone: Collection[int]) -> Sequence[Word]:
    """Return the words without partner from the place on, with what is told of them, up to the verb."""
    found: list[Word] = []
    for word in words[at : at + _LONGEST]:
        if id(word) not in lone or word.heard or (not found and word.reading.tense is not Tense.NONE):
            break
        if not found and word.folded[0] == "ب" != word.reading.lemma[0]:
            break  # شيد بتمويل
        found.append(word)
    return found


def are_two(one: Doer, other: Doer, lexicon: AgreementLexicon, *, but_one: bool, is_alone: bool) -> bool:
    """Tell whether the two are never one doer: of two kinds or nations, two names of a kind, his own and others.

    Of two names and two nations each may have done its own, save where there is but one: `is_alone`.
    """
    heads = 0
    while heads < min(len(one.name), len(other.name)) and _is_alike(one.name[heads], other.name[heads]):
        heads += 1
    rest = one.name[heads:], other.name[heads:]
    if not all(rest) or any(_is_alike(here, there) for here in rest[0] for there in rest[1]):
        return False
    nations = [{word.entity for word in name if word.kind in _NATIONS and word.entity} for name in rest]
    if all(nations):
        return is_alone and not nations[0] & nations[1]
    at_home = [any(word.reading.senses & lexicon.words["at_home"] for word in name) for name in rest]
    if any(here.reading.opposed & there.reading.senses for here in rest[0] for there in rest[1]) or (
        (nations[0] and at_home[1]) or (nations[1] and at_home[0])
    ):
        return True
    names = [[word for word in name if word.kind in NAMES_OF_ONE] for name in rest]
    if is_alone and all(names) and names[0][0].kind is names[1][0].kind:
        return True
    kinds = kinds_of(one.name, lexicon), kinds_of(other.name, lexicon)
    if never_one(*kinds, lexicon):
        return True
    if but_one and all(len(name) > 1 and not name[0].reading.is_act for name in rest):
        return not all(kinds) or kinds[0] != kinds[1]
    # His own guard is none of the gunmen that nobody knows.
    return one.is_his != other.is_his and all(kinds) and kinds[0] != kinds[1]


def is_his(name: Sequence[Word], side: Statement) -> bool:
    """Tell whether a pronoun tells whose man it is: حارسه; a feminine ending is none."""
    return any(word.folded.endswith(_OWN) and side.text[word.span.end - 1] != "ة" for word in name)


def _is_alike(one: Word, other: Word) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return True
    return one.reading.key == other.reading.key or fuzz.ratio(one.folded, other.folded) >= _ALIKE
