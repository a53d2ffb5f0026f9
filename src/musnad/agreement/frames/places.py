"""Finds two places of one occasion: towns, governorates, venues, or sides of one country that exclude each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from musnad.agreement.circumstances import apart, is_led
from musnad.agreement.evidence import Finding
from musnad.agreement.frames.occasion import OF_PLACES, of_one_occasion
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Located, Statement
from musnad.languages.agreement import AgreementLexicon
from musnad.model import MentionKind, PlaceKind, Slot, Span
from musnad.text import fold_word

_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.GOVERNORATE, PlaceKind.DESERT})
_VAST = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.COUNTRY})
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_ALIKE = 75  # share of equal letters of two spellings of one name
_BEFORE = 2  # words before a place that tell what it is to the deed


def find_place_in_frames(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the places of one occasion that exclude each other, less those that both sides name."""
    here, there = _where(sides.left, sides.right, lexicon), _where(sides.right, sides.left, lexicon)
    if here and there and all(_apart(one, other, sides, lexicon) for one in here for other in there):
        spans = tuple(place.span for place in here), tuple(place.span for place in there)
    elif sides.place is not None and not (here or there):
        spans = (sides.place.left,), (sides.place.right,)
    else:
        return None
    if of_one_occasion(sides, spans, lexicon, OF_PLACES) is not None:
        return None
    told = f"{spans[0][0].of(sides.left.text)} / {spans[1][0].of(sides.right.text)}"
    return Finding(Slot.PLACE, f"{told}, of one occasion", spans[0][0], spans[1][0])


def _where(side: Statement, other: Statement, lexicon: AgreementLexicon) -> Sequence[Located]:
    """Return the finest places that one side alone tells; where none, those to which somebody came: وصل إلى صنعاء."""
    known = [place for place in other.places if not _is_set_right(place, other, lexicon)]
    told = [place for place in side.places if not _is_set_right(place, side, lexicon)]
    shared = [place for place in told if any(_is_same(place, each) for each in known)]
    if any(place.meaning is not None and place.meaning.kind not in _VAST for place in shared):
        return ()  # both tell where it was
    told = [place for place in told if place not in shared]
    finest = _finest(told, side, lexicon)
    if finest or not any(word.reading.senses & lexicon.words["coming"] for word in side.wording.words):
        return finest
    return [place for place in told if _is_aim(place, side) and _is_narrow(place, side, lexicon)]


def _is_same(one: Located, other: Located) -> bool:
    return one.name == other.name or (
        one.meaning is not None and other.meaning is not None and one.meaning.id == other.meaning.id
    )


def _is_set_right(place: Located, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether it is told not to have been there: في مأرب دون صنعاء، وليس في صنعاء."""
    words = [fold_word(word) for word in side.text[side.span.start : place.span.start].split()[-_BEFORE:]]
    if words[-1:] == ["في"]:
        del words[-1]
    return (words[-1:] == ["دون"] and words[:1] != ["من"]) or (
        bool(words) and words[-1] in lexicon.words["setting_right"]
    )


def _is_aim(place: Located, side: Statement) -> bool:
    """Tell whether "to" leads there."""
    return [fold_word(word) for word in side.text[side.span.start : place.span.start].split()[-1:]] == ["الي"]


def _apart(one: Located, other: Located, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether two places exclude each other: by the gazetteer, by their countries, or as two towns so called."""
    if one.meaning is not None and other.meaning is not None:
        return apart(one, other)
    if one.country and other.country and one.country != other.country:
        return True
    return (
        one.name != other.name
        and _is_town(one, sides.left, lexicon)
        and _is_town(other, sides.right, lexicon)
        and fuzz.ratio(one.name, other.name) < _ALIKE
    )


def _is_town(place: Located, side: Statement, lexicon: AgreementLexicon) -> bool:
    before = side.text[: place.span.start].split()[-1:]
    called = bool(before) and fold_word(before[0]) in lexicon.words["town_words"]
    return called or (place.meaning is not None and place.meaning.kind in _TOWNS)


def _finest(places: Sequence[Located], side: Statement, lexicon: AgreementLexicon) -> Sequence[Located]:
    """Return the places that the side tells, less those that hold another of them and those where it leads."""
    led = [place for place in places if _is_where(place, side, lexicon)]
    narrow = [place for place in led if not _is_bearing(place) and _is_narrow(place, side, lexicon)]
    if not narrow:
        narrow = [place for place in _capitals(side, lexicon) if _is_where(place, side, lexicon)]
    narrow = narrow or [place for place in led if _is_bearing(place)]
    return narrow or [place for place in led if place.meaning is not None]


def _capitals(side: Statement, lexicon: AgreementLexicon) -> Iterator[Located]:
    """Yield capitals told by their people: العاصمة العمانية."""
    for head, word in pairwise(side.wording.words):
        if head.folded in lexicon.words["capital_words"] and word.entity and word.entity.startswith("country:"):
            country = word.entity.removeprefix("country:")
            yield Located(Span(head.span.start, word.span.end), MentionKind.PLACE, word.folded, country, None)


def _is_narrow(place: Located, side: Statement, lexicon: AgreementLexicon) -> bool:
    if place.meaning is not None:
        return place.meaning.kind not in _WIDE
    return _is_town(place, side, lexicon) or (place.country is not None and place.kind is MentionKind.PLACE)


def _is_bearing(place: Located) -> bool:
    """Tell whether it is a side of a place: جنوبي البلاد."""
    return place.meaning is not None and place.meaning.id.startswith("bearing:")


def _is_where(place: Located, side: Statement, lexicon: AgreementLexicon) -> bool:
    before = side.text[side.span.start : place.span.start].split()[-_BEFORE:]
    if place.kind is MentionKind.COUNTRY and not is_led(place.span, side, lexicon):
        return False
    return bool(before) and not any(fold_word(word) in lexicon.words["leading_to"] for word in before)
