"""Finds one deed that two statements tell of two kinds of doers: عثرت الشرطة على الجثة, عثر صيادون على الجثة."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from musnad.agreement.alignment import Pair
from musnad.agreement.doer_kinds import kinds_of, never_one
from musnad.agreement.doers import is_by
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.figures import Fit
from musnad.agreement.reversal import takes_and_gives
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot

# Set on the half of the pairs of tests/agreement that was looked at: what else one side, and the other, may tell; and
# how much besides the deed and its doer both must tell.
_LITTLE, _MUCH = 0.12, 0.5
_ENOUGH_TOLD, _ENOUGH_WEIGHT, _NAME = 2, 0.8, 0.5
_LONGEST = 4  # words of a doer: رجال الأمن, طائرة مسيرة تابعة للمتمردين
_TAKES = frozenset({"علي", "عن"})
_SOUND = ("ون", "ين", "ان")
_OF = frozenset({"تابع", "تابعه"})
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_WHO = frozenset({"هو", "هي", "هم", "من", "الذي", "التي", "الذين", "قد", "كان", "كانت"})


def find_kind_of_doer(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return who does the one deed on each side, two kinds that are never one, where all else is the same."""
    if sides.time or sides.place or sides.again or any(pair.fit is Fit.APART for pair in sides.figures):
        return None
    lone = frozenset(id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only))
    for deed in sides.alignment.pairs:
        if not _is_one_deed(deed, lexicon):
            continue
        one, other = _doer(deed.left, sides.left, lone, lexicon), _doer(deed.right, sides.right, lone, lexicon)
        if not one or not other or not never_one(kinds_of(one, lexicon), kinds_of(other, lexicon), lexicon):
            continue
        if _is_named_elsewhere(one, other, sides):
            continue  # اعتقلت الشرطة طلابا, اعتقل طلاب
        if _has_object(deed, one, other, sides) and _all_else_is_same(deed, one, other, sides):
            told = f"{one[0].span.of(sides.left.text)} / {other[0].span.of(sides.right.text)}"
            return Finding(Slot.ACTOR, f"{told} are told to have done it", one[0].span, other[0].span)
    return None


def _is_one_deed(deed: Pair, lexicon: AgreementLexicon) -> bool:
    words = (deed.left, deed.right)
    if deed.opposed or any(not word.reading.is_act or word.negated or word.meant or word.supposed for word in words):
        return False
    one, other = deed.left.reading, deed.right.reading
    if (one.lemma != other.lemma and (one.senses | other.senses) & lexicon.words["parties"]) or takes_and_gives(deed):
        return False  # باعت الشركة الجيش, اشترى الجيش من الشركة
    return not (one.senses | other.senses) & lexicon.words["by_many"]


def _doer(deed: Word, side: Statement, lone: Collection[int], lexicon: AgreementLexicon) -> Sequence[Word]:
    """Return the words that name who does it: after "by", right behind the verb, or before it from the beginning."""
    words = side.wording.words
    at = next(number for number, word in enumerate(words) if word is deed)
    by = next((number for number in range(at + 1, len(words)) if is_by(words[number], side, lexicon)), None)
    if by is not None:
        return _name(words, by, lone)
    if deed.reading.tense is Tense.NONE:
        return ()
    if at + 1 < len(words) and words[at + 1].before == deed.folded and not words[at + 1].reading.is_act:
        behind = _name(words, at + 1, lone)
        if at + 1 + len(behind) < len(words) or not at or _has_pronoun(deed):
            return behind
    opening = words[:at] if not _has_pronoun(deed) else ()
    if not opening or opening[0].place or any(word.reading.tense is not Tense.NONE for word in opening):
        return ()
    between = side.text[opening[-1].span.end : deed.span.start].split()
    is_chain = all(word.before == before.folded for before, word in pairwise(opening))
    return opening if is_chain and len(opening) <= _LONGEST and set(between) <= _WHO else ()


def _has_pronoun(verb: Word) -> bool:
    """Tell whether a pronoun behind the verb takes up whom it is done to, named before: الجنود قتلهم مسلحون."""
    return verb.folded.endswith(_PRONOUNS) and not verb.reading.lemma.endswith(_PRONOUNS)


def _name(words: Sequence[Word], at: int, lone: Collection[int]) -> Sequence[Word]:
    """Return the noun at the place with those that tell whose it is, up to the first that is known: طائرات التحالف.

    A noun that the other side has behind one that it lacks is no part of the name: محتجون المبنى.
    """
    found = [words[at]]
    for word in words[at + 1 : at + _LONGEST]:
        last = found[-1]
        is_whole = _is_known(last) or last.folded.endswith(_SOUND)
        if word.before != last.folded or (is_whole and last.folded not in _OF) or word.reading.is_act:
            break
        if id(words[at]) in lone and id(word) not in lone:
            break
        found.append(word)
    return found


def _is_known(word: Word) -> bool:
    return word.folded.startswith(("ال", "لل")) or word.kind in ACTORS


def _is_named_elsewhere(one: Sequence[Word], other: Sequence[Word], sides: Sides) -> bool:
    """Tell whether one of the two is named on the other side too, as something else."""
    here, there = {id(word) for word in one}, {id(word) for word in other}
    return any((id(pair.left) in here) != (id(pair.right) in there) for pair in sides.alignment.pairs)


def _has_object(deed: Pair, one: Sequence[Word], other: Sequence[Word], sides: Sides) -> bool:
    """Tell whether the deed is done to something that both name: of قتل شرطي nobody is told to have killed."""
    partners = {id(pair.left): pair.right for pair in sides.alignment.pairs if not pair.opposed}
    objects = [
        list(_objects(word, name, side))
        for word, name, side in ((deed.left, one, sides.left), (deed.right, other, sides.right))
    ]
    return any(any(partners.get(id(word)) is each for each in objects[1]) for word in objects[0])


def _objects(deed: Word, name: Sequence[Word], side: Statement) -> Iterator[Word]:
    """Yield the words behind the deed and its doer that no preposition leads, save one that the verb may take."""
    words = side.wording.words
    last = max(name[-1].place, deed.place) if name[0].place == deed.place + 1 else deed.place
    previous = {deed.folded, name[-1].folded}
    for before, word in pairwise(words):
        if word.place <= last or any(word is each for each in name):
            continue
        is_new = word.place == before.place + 1 and _is_known(before) and not _is_known(word)
        if word.before in previous or word.before in _TAKES or is_new:
            yield word
            previous.add(word.folded)


def _all_else_is_same(deed: Pair, one: Sequence[Word], other: Sequence[Word], sides: Sides) -> bool:
    named = {id(word) for word in (*one, *other)}
    rest = [
        pair
        for pair in sides.alignment.pairs
        if pair is not deed and id(pair.left) not in named and id(pair.right) not in named
    ]
    if any(pair.opposed or pair.left.negated != pair.right.negated for pair in rest):
        return False
    weight = sum(max(pair.left.weight, _NAME if pair.left.kind else 0.0) for pair in rest)
    over = [
        sum(word.weight for word in alone if id(word) not in named and not word.intends) / max(0.1, _weight(side))
        for alone, side in ((sides.alignment.left_only, sides.left), (sides.alignment.right_only, sides.right))
    ]
    is_enough = len(rest) >= _ENOUGH_TOLD and weight >= _ENOUGH_WEIGHT
    return is_enough and min(over) <= _LITTLE and max(over) <= _MUCH


def _weight(side: Statement) -> float:
    return sum(word.weight for word in side.wording.words)
