"""Finds two persons or two nations that are told to have done, or undergone, what but one did."""

from collections.abc import Sequence

from musnad.agreement.evidence import Finding
from musnad.agreement.frames.occasion import OF_ACTORS, alike_words, nation_of, of_one_occasion
from musnad.agreement.roles.doing import is_cleft
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import MentionKind, Slot

_COUNTRY = "country:"


def find_actor_in_frames(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the names that each side alone has, of what is done by one or to one."""
    if not _is_of_one(sides, lexicon):
        return None
    for here, there in (_persons(sides, lexicon), _nations(sides)):
        if not here or not there:
            continue
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
        _lone(sides.left, sides.alignment.left_only, met),
        _lone(sides.right, sides.alignment.right_only, met),
    )


def _lone(side: Statement, alone: Sequence[Word], met: set[int]) -> list[Word]:
    lone = {id(word) for word in alone} - met
    known = {word.name for word in side.wording.words if word.name is not None and id(word) not in lone}
    return [
        word
        for word in alone
        if id(word) in lone and word.kind is MentionKind.PERSON and not word.heard and word.name not in known
    ]


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
