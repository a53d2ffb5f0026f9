"""Finds two persons or two nations that are told to have done, or undergone, what but one did."""

from collections.abc import Mapping, Sequence

from musnad.agreement.alignment import Pair
from musnad.agreement.doer_kinds import kinds_of
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.frames.agents import Agent, Part
from musnad.agreement.frames.occasion import (
    OF_ACTORS,
    OF_AGENTS,
    alike_words,
    nation_of,
    of_one_occasion,
    tell_one_deed,
)
from musnad.agreement.reversal import takes_and_gives
from musnad.agreement.roles.doing import Doer, are_two, is_cleft, is_his
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import MentionKind, Slot
from musnad.text import fold_word

_COUNTRY = "country:"
_FORMER = 3  # words before a name among which stands that another follows him


def find_agents(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return who each side says did it, where the two are never one, or change places."""
    known = {id(pair.left): pair.right for pair in sides.alignment.pairs}
    deeds = {(id(pair.left), id(pair.right)): pair for pair in sides.alignment.pairs if not pair.opposed}
    one_deed = tell_one_deed(sides, lexicon) if sides.left.agents and sides.right.agents else False
    for one in sides.left.agents:
        for other in sides.right.agents:
            deed = deeds.get((id(one.deed), id(other.deed)))
            is_marked = one.is_marked or other.is_marked
            if not is_marked and (deed is None or not (one.has_object and other.has_object)):
                continue
            if deed is None and one.part is not other.part and not one_deed:
                continue
            rest = _less_heads(one.words, other.words, known)
            if not all(rest) or not _are_two(one, other, deed, rest, sides, lexicon):
                continue
            spans = tuple(word.span for word in one.words), tuple(word.span for word in other.words)
            if of_one_occasion(sides, spans, lexicon, OF_AGENTS) is None:
                told = f"{spans[0][0].of(sides.left.text)} / {spans[1][0].of(sides.right.text)}"
                return Finding(Slot.ACTOR, f"{told} are told to have done it, once", spans[0][0], spans[1][0])
    return None


def _less_heads(
    one: Sequence[Word], other: Sequence[Word], known: Mapping[int, Word]
) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return the words of the two behind those that both begin with: مشجعو الواحة, مشجعو النجم."""
    at = 0
    while at < min(len(one), len(other)) and known.get(id(one[at])) is other[at]:
        at += 1
    return one[at:], other[at:]


def _are_two(
    one: Agent,
    other: Agent,
    deed: Pair | None,
    rest: tuple[Sequence[Word], Sequence[Word]],
    sides: Sides,
    lexicon: AgreementLexicon,
) -> bool:
    """Tell whether the two are never one and but one of them does it, or they change places."""
    lists = lexicon.words
    senses = frozenset[str]().union(*(each.deed.reading.senses for each in (one, other) if each.deed is not None))
    if senses & lists["mutual"] or (deed is not None and takes_and_gives(deed)):
        return False
    if senses & lists["parties"] and not (one.part is other.part and _is_same_verb(one, other)):
        return False  # باعت الشركة الجيش, اشترى الجيش من الشركة
    is_cleft = one.is_cleft or other.is_cleft
    if (deed is not None or is_cleft) and _are_exchanged(rest, sides, lexicon):
        return True
    is_by_one = one.is_sole or other.is_sole
    if not is_by_one and (senses & lists["done_by_one"] or not senses & lists["by_many"]):
        # Two states may help one town; what is of one firm's making is of no other's.
        is_whole = Part.DOES not in (one.part, other.part) or Part.MAKES in (one.part, other.part)
        is_by_one = (one.is_marked or other.is_marked) and (is_whole or not senses & lists["by_several"])
        is_by_one = is_by_one or (deed is not None and bool(_shared(deed) & lists["done_by_one"]))
    return is_by_one and _are_strangers(rest, sides, lexicon, is_cleft=is_cleft)


def _is_same_verb(one: Agent, other: Agent) -> bool:
    """Tell whether both are told by one verb or its noun; of some constructions no verb is told."""
    deeds = [each.deed.reading.key for each in (one, other) if each.deed is not None]
    return len(set(deeds)) <= 1


def _shared(deed: Pair) -> frozenset[str]:
    return deed.left.reading.senses & deed.right.reading.senses


def _are_strangers(
    rest: tuple[Sequence[Word], Sequence[Word]], sides: Sides, lexicon: AgreementLexicon, *, is_cleft: bool
) -> bool:
    """Tell whether neither side has a word for the other's doer, and the two are never one."""
    nations = _nations_of(rest[0], sides.left), _nations_of(rest[1], sides.right)
    if all(nations) and not nations[0] & nations[1]:
        named = _nations_of(sides.right.wording.words, sides.right), _nations_of(sides.left.wording.words, sides.left)
        return is_cleft or not (nations[0] & named[0] or nations[1] & named[1])
    met = {id(word) for pair in sides.alignment.pairs for word in (pair.left, pair.right)}
    if any(id(word) in met for words in rest for word in words) or nations[0] & nations[1]:
        return False
    doers = [
        Doer(words, words, is_his(words, side)) for words, side in zip(rest, (sides.left, sides.right), strict=True)
    ]
    return are_two(doers[0], doers[1], lexicon, but_one=is_cleft, is_alone=True)


def _may_do(words: Sequence[Word], lexicon: AgreementLexicon) -> bool:
    """Tell whether the words name somebody, or a kind of doers; a camp does nothing."""
    return any(word.kind in ACTORS for word in words) or bool(kinds_of(words, lexicon))


def _nations_of(words: Sequence[Word], side: Statement) -> set[str]:
    found = {nation for word in words if (nation := nation_of(word, side)) is not None}
    return found | {code for span, code in side.nations if any(span.contains(word.span) for word in words)}


def _are_exchanged(rest: tuple[Sequence[Word], Sequence[Word]], sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the doer of either side is told by the other, but not as the doer: ضرب زيد عمرا, عمرو هو من ضربه."""
    pairs = {id(pair.left): pair.right for pair in sides.alignment.pairs if not pair.opposed}
    back = {id(pair.right): pair.left for pair in sides.alignment.pairs if not pair.opposed}
    there = [pairs.get(id(word)) for word in rest[0]]
    here = [back.get(id(word)) for word in rest[1]]
    if not any(there) or not any(here) or not all(_may_do(words, lexicon) for words in rest):
        return False
    if any(word is not None and word in rest[1] for word in there) or rest[0][-1].kind is not rest[1][-1].kind:
        return False
    return all(word is not None for word in (*there[-1:], *here[-1:]))


def find_actor_in_frames(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the names that each side alone has, of what is done by one or to one."""
    agents = find_agents(sides, lexicon)
    if agents is not None:
        return agents
    if not _is_of_one(sides, lexicon):
        return None
    for here, there in (_persons(sides, lexicon), _nations(sides)):
        if any(len({word.name or word.span for word in words}) != 1 for words in (here, there)):
            continue  # nobody, or two of whom one may be the other side's too
        spans = tuple(word.span for word in here), tuple(word.span for word in there)
        if of_one_occasion(sides, spans, lexicon, OF_ACTORS) is None:
            told = f"{here[0].span.of(sides.left.text)} / {there[0].span.of(sides.right.text)}"
            return Finding(Slot.ACTOR, f"{told}, of one occasion", here[0].span, there[0].span)
    return None


def _is_of_one(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether a side says that it was but one, or both tell what is done to one by one: an office filled."""
    lists = lexicon.words
    if any(is_cleft(side, lexicon) or _is_alone(side, lexicon) for side in (sides.left, sides.right)):
        return True
    told = [{frame.matter for frame in side.frames if frame.told} for side in (sides.left, sides.right)]
    return bool(told[0] & told[1] & lists["of_one"])


def _is_alone(side: Statement, lexicon: AgreementLexicon) -> bool:
    return any(word in lexicon.words["alone"] for word in side.span.of(side.text).split())


def _persons(sides: Sides, lexicon: AgreementLexicon) -> tuple[list[Word], list[Word]]:
    """Return the words of either side for persons of whom the other names none."""
    met = {id(word) for pair in alike_words(sides, lexicon) for word in pair}
    return (
        _lone(sides.left, sides.alignment.left_only, met, lexicon),
        _lone(sides.right, sides.alignment.right_only, met, lexicon),
    )


def _lone(side: Statement, alone: Sequence[Word], met: set[int], lexicon: AgreementLexicon) -> list[Word]:
    lone = {id(word) for word in alone} - met
    known = {word.name for word in side.wording.words if word.name is not None and id(word) not in lone}
    persons = [
        word
        for word in alone
        if id(word) in lone and word.kind is MentionKind.PERSON and not word.heard and word.name not in known
    ]
    return [word for word in persons if not _is_former(word, side, lexicon)]


def _is_former(word: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the name is that of whom another follows: خلفا لفلان, ليحل محل فلان."""
    start = word.name.start if word.name is not None else word.span.start
    before = side.text[side.span.start : start + 1].split()
    told = {fold_word(each).strip(".،") for each in before[-_FORMER:]}
    return not told.isdisjoint(lexicon.words["succeeding"])


def _nations(sides: Sides) -> tuple[list[Word], list[Word]]:
    """Return the words of either side for nations that the other does not tell of, not by a town either."""
    codes = [
        {nation for word in side.wording.words if (nation := nation_of(word, side)) is not None}
        for side in (sides.left, sides.right)
    ]
    found = [
        [
            word
            for word in side.wording.words
            if word.entity and word.entity.startswith(_COUNTRY) and word.entity.removeprefix(_COUNTRY) not in others
        ]
        for side, others in ((sides.left, codes[1]), (sides.right, codes[0]))
    ]
    return found[0], found[1]
