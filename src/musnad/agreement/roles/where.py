"""Finds two places that short statements tell of one happening, in whatever construction."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from musnad.agreement.clothing import without_clitic
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.roles.matter import is_identified, of_one_happening, persons_in, tell_one_deed
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.venues import is_venue
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})
_TELLING = 3  # a number that shows one happening
_ALIKE = 75  # share of equal letters of two spellings of one name
_UNKNOWN = 0.95  # weight of a word that hardly any article has


def find_where(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two places of one happening."""
    lone = frozenset(id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only))
    one, other = (list(_place(side, lone, lexicon)) for side in (sides.left, sides.right))
    if not one or not other:
        return None
    if sides.place is None and not _exclude(one, other, sides, lexicon):
        return None
    apart = {id(word) for word in (*one, *other)}
    if not (tell_one_deed(sides, apart, lexicon) and of_one_happening(sides, apart, lexicon)):
        return None
    shown = any(pair.fit is Fit.SAME and pair.left.amount.least >= _TELLING for pair in sides.figures)
    if not (shown or is_identified(sides, apart | persons_in(sides, lexicon), lexicon, single=True)):
        return None
    spans = (sides.place.left, sides.place.right) if sides.place else (one[0].span, other[0].span)
    told = f"{spans[0].of(sides.left.text)} / {spans[1].of(sides.right.text)}"
    return Finding(Slot.PLACE, f"{told}: of one happening", *spans)


def _place(side: Statement, lone: frozenset[int], lexicon: AgreementLexicon) -> Iterator[Word]:
    """Yield the words without partner that tell where: behind a preposition of place, or of a place's name."""
    inside = False
    for word in side.wording.words:
        if word.reading.tense is not Tense.NONE and word.kind not in _PLACES:
            inside = False
        elif word.before in lexicon.words["place_prepositions"]:
            # Many a verb takes "on" before what it is done to: عثر على سيارته.
            inside = word.before != "علي" or is_venue(word, lexicon)
        elif word.before in lexicon.words["passing"]:
            inside = False
        if id(word) in lone and not word.heard and inside:
            yield word


def _exclude(one: Sequence[Word], other: Sequence[Word], sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether two places are two, of which the gazetteer lacks one: two names, or two kinds of venues.

    A venue may stand in the town that the other side names: في فندق, في مدينة الطرفاء.
    """
    here, there = one[0], other[0]
    if (here.before in lexicon.words["towards"]) != (there.before in lexicon.words["towards"]):
        return False
    if here.reading.senses & there.reading.senses or fuzz.ratio(here.folded, there.folded) >= _ALIKE:
        return False
    if all(_is_resolved(word, side) for word, side in ((here, sides.left), (there, sides.right))):
        return False  # neither excludes the other
    levels = _level(here, lexicon), _level(there, lexicon)
    return levels[0] is not None and levels[0] == levels[1]


def _is_resolved(word: Word, side: Statement) -> bool:
    return any(place.meaning is not None and place.span.overlaps(word.span) for place in side.places)


def _level(word: Word, lexicon: AgreementLexicon) -> str | None:
    """Tell whether the word is a venue, or names a town: known, behind a word for one, or in hardly any article."""
    if is_venue(word, lexicon):
        return "venue"
    if word.kind in _PLACES or without_clitic(word.before) in lexicon.words["place_heads"]:
        return "town"
    is_rare = word.kind is None and word.weight >= _UNKNOWN and not word.reading.senses
    return "town" if is_rare and not word.tells_deed else None
