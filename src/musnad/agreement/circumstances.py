"""Compares where, when and by whom two statements say that a thing was done."""

import math
from collections.abc import Iterator, Sequence
from datetime import timedelta

from rapidfuzz import fuzz

from musnad.agreement.alignment import Alignment
from musnad.agreement.clothing import without_clitic
from musnad.agreement.doer_kinds import kinds_of, never_one
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.statements import Dated, Located, Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Grain, MentionKind, PlaceKind, Slot, Span

_EARTH_KM = 6371.0
_TWO_DAYS = timedelta(days=2)
_WEEK = timedelta(days=7)
# Two places nearer than this are one scene: reports name a village or the town beside it.
_ONE_SCENE_KM = 15.0
_FIRST = 2
_NEARLY = 85
_LIKE = 65  # share of equal letters of two spellings of one foreign name: لييج, ليج
_LOOK_BACK = 12
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.PERSON})
_DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.GOVERNORATE, PlaceKind.DESERT})


# -- when ----------------------------------------------------------------------------------------


def times_meet(left: Statement, right: Statement) -> bool | None:
    """Tell whether the two tell of one time; None where one tells none of a day."""
    if not left.times or not right.times:
        return None
    return any(_meet(one, other) for one in left.times for other in right.times)


def _meet(left: Dated, right: Dated) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def find_time(left: Statement, right: Statement) -> Finding | None:
    """Return two times that do not meet, where none of the two statements' times do."""
    if times_meet(left, right) is not False:
        return None
    one, other = left.times[0], right.times[0]
    is_dated = all(any(map(str.isdigit, time.span.of(side.text))) for time, side in ((one, left), (other, right)))
    is_a_week = one.earliest.weekday() == other.earliest.weekday() and abs(one.earliest - other.earliest) == _WEEK
    if is_a_week and not is_dated:
        return None  # one weekday, reckoned from two days of printing
    if abs(one.earliest - other.earliest) < _TWO_DAYS:
        # Pages of other time zones call one night by two days.
        return None
    reason = f"{one.span.of(left.text)} ({_days(one)}) / {other.span.of(right.text)} ({_days(other)})"
    return Finding(Slot.TIME, reason, one.span, other.span)


def _days(time: Dated) -> str:
    return str(time.earliest) if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def same_day(left: Statement, right: Statement) -> bool:
    """Tell whether both tell of one day."""
    return any(
        _meet(one, other) for one in left.times for other in right.times if one.grain in _DAYS and other.grain in _DAYS
    )


# -- where ---------------------------------------------------------------------------------------


def find_place(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return two places that exclude each other, where each stands on one side alone."""
    lone_left = lone_places(left, right, alignment.left_only)
    lone_right = lone_places(right, left, alignment.right_only)
    for one in lone_left:
        for other in lone_right:
            led = is_led(one.span, left, lexicon) and is_led(other.span, right, lexicon)
            if MentionKind.COUNTRY in {one.kind, other.kind} and not led:
                continue
            if apart(one, other):
                return Finding(
                    Slot.PLACE, f"{one.span.of(left.text)} / {other.span.of(right.text)}", one.span, other.span
                )
    return _after_heads(left, right, alignment, lexicon, "place_heads", Slot.PLACE)


def led_alike(finding: Finding, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the two places stand in one role: after one word, or after words that are partners."""
    sides = ((finding.left, left), (finding.right, right))
    found = [next((w for w in side.wording.words if span.overlaps(w.span)), None) for span, side in sides]
    one, other = found
    if one is None or other is None:
        return True
    if one.before == other.before:
        return True
    previous = [
        next((w for w in reversed(side.wording.words) if w.place < word.place), None)
        for word, side in ((one, left), (other, right))
    ]
    return any(pair.left is previous[0] and pair.right is previous[1] for pair in alignment.pairs)


def lone_places(one: Statement, other: Statement, words: Sequence[Word]) -> list[Located]:
    """Return the places among the words without a partner that the other statement does not name."""
    if not one.places:
        return []
    lone = [word.span for word in words]
    return [
        place
        for place in one.places
        if any(place.span.overlaps(span) for span in lone) and not any(_about(place, known) for known in other.places)
    ]


def _about(one: Located, other: Located) -> bool:
    if one.name == other.name:
        return True
    return one.meaning is not None and other.meaning is not None and not apart(one, other)


def apart(one: Located, other: Located) -> bool:
    """Tell whether two places exclude each other: neither lies in the other or beside it."""
    if (
        fuzz.ratio(one.name, other.name) >= _NEARLY
        or fuzz.ratio(one.name.split()[-1], other.name.split()[-1]) >= _NEARLY
    ):
        return False
    if one.meaning is None or other.meaning is None:
        return one.kind is other.kind and _unlike(one.name, other.name)
    if one.meaning.id == other.meaning.id:
        return False
    wide = [place for place in (one, other) if place.meaning and place.meaning.kind in _WIDE]
    reach = one.meaning.radius_km + other.meaning.radius_km
    if one.country == other.country and len(wide) == 2:
        # Two governorates of one country exclude each other, what has no bounds that are known does not.
        is_governed = {one.meaning.kind, other.meaning.kind} == {PlaceKind.GOVERNORATE}
        return is_governed and _distance_km(one, other) > max(_ONE_SCENE_KM, reach)
    if len(wide) == 1:
        # A country and a town elsewhere exclude each other, a country and its town do not.
        return bool(one.country and other.country and one.country != other.country)
    return _distance_km(one, other) > max(_ONE_SCENE_KM, 0 if len(wide) == 2 else reach)


def _unlike(one: str, other: str) -> bool:
    """Tell whether two unresolved names have one head and nothing else in common: ميناء العقبة, ميناء جدة."""
    words, others = one.split(), other.split()
    if words[0] != others[0]:
        return False
    return bool(words[1:] and others[1:]) and not set(words[1:]) & set(others[1:])


def _distance_km(one: Located, other: Located) -> float:
    assert one.meaning
    assert other.meaning
    latitudes = math.radians(one.meaning.latitude), math.radians(other.meaning.latitude)
    turn = math.radians(other.meaning.longitude - one.meaning.longitude)
    half = (
        math.sin((latitudes[1] - latitudes[0]) / 2) ** 2
        + math.cos(latitudes[0]) * math.cos(latitudes[1]) * math.sin(turn / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def is_led(span: Span, statement: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether a preposition of place leads to the words: a country without one acts."""
    before = statement.text[max(0, span.start - _LOOK_BACK) : span.start]
    if before[-1:].isalpha():
        return before[-1] in "بل"
    words = before.split()
    return bool(words and words[-1] in lexicon.words["place_prepositions"])


# -- who -----------------------------------------------------------------------------------------


def find_actor(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return two actors in one role: names after one head, names of one kind, or the two sides changing places."""
    found = _after_heads(left, right, alignment, lexicon, "actor_heads", Slot.ACTOR)
    if found is not None:
        return found
    one = _named(alignment.left_only)
    other = _named(alignment.right_only)
    if one is None and other is None:
        return _other_doer(left, right, alignment, lexicon)
    if one and other and (_in_one_name(one, other, left, right, alignment) or _may_be_one_kind(one, other, lexicon)):
        return None
    if one and other and (one.entity is None or one.entity != other.entity) and _same_role(one, other, left, right):
        words = f"{one.span.of(left.text)} / {other.span.of(right.text)}"
        is_place = {one.kind, other.kind} == {MentionKind.COUNTRY} and one.before in lexicon.words["place_prepositions"]
        return Finding(Slot.PLACE if is_place else Slot.ACTOR, words, one.span, other.span)
    return None


def _other_doer(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return two nouns that each stand right behind the one verb that opens both: قصفت الطائرات، قصفت المدفعية."""
    if len(alignment.left_only) != 1 or len(alignment.right_only) != 1:
        return None
    one, other = alignment.left_only[0], alignment.right_only[0]
    first = next((pair for pair in alignment.pairs if pair.left.reading.tense is not Tense.NONE), None)
    if first is None or any(word.tells_deed or not word.folded.startswith("ال") for word in (one, other)):
        return None
    if one.place - first.left.place != 1 or other.place - first.right.place != 1:
        return None
    if _may_be_one_kind(one, other, lexicon):
        return None
    words = f"{one.span.of(left.text)} / {other.span.of(right.text)}"
    return Finding(Slot.ACTOR, words, one.span, other.span)


def _may_be_one_kind(one: Word, other: Word, lexicon: AgreementLexicon) -> bool:
    """Tell whether two common nouns may name one doer: السلطات, الحكومة."""
    kinds = kinds_of((one,), lexicon), kinds_of((other,), lexicon)
    return all(map(bool, kinds)) and not never_one(*kinds, lexicon)


def _in_one_name(one: Word, other: Word, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the two are parts of one name, spelled otherwise or told more fully: كيم يونغ أون, كيم جونغ أون."""
    if one.kind is not other.kind or _one_spelling(one, other, left, right) or _spelled_alike(one, other):
        return True
    parted = [_parts(one, left), _parts(other, right)]
    paired = [{id(pair.left) for pair in alignment.pairs}, {id(pair.right) for pair in alignment.pairs}]
    return any(id(word) in known for words, known in zip(parted, paired, strict=True) for word in words)


def _one_spelling(one: Word, other: Word, left: Statement, right: Statement) -> bool:
    """Tell whether the mentions are one but for blanks: عبدالعزيز, عبد العزيز."""
    names = ["".join(each.folded for each in _parts(*side)) for side in ((one, left), (other, right))]
    return bool(names[0]) and fuzz.ratio(*names) >= _NEARLY


def _parts(word: Word, statement: Statement) -> list[Word]:
    """Return the words of the mention that the word stands in."""
    return [each for each in statement.wording.words if word.name is not None and each.name == word.name]


def _same_role(one: Word, other: Word, left: Statement, right: Statement) -> bool:
    """Tell whether two names stand in one place: after the same word, or as the first of their sentences."""
    if one.before and one.before == other.before:
        return True
    return one in left.wording.words[:_FIRST] and other in right.wording.words[:_FIRST]


def _named(words: Sequence[Word]) -> Word | None:
    return next((word for word in words if word.kind in ACTORS and not word.tells_deed), None)


def _after_heads(
    left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon, heads: str, slot: Slot
) -> Finding | None:
    """Return unlike names after one head that both have: جماعة الراية / جماعة الفجر."""
    listed = lexicon.words[heads]
    lone_left = dict(_by_head(alignment.left_only, listed))
    if not lone_left:
        return None
    for head, other in _by_head(alignment.right_only, listed):
        one = lone_left.get(head)
        if MentionKind.NATIONALITY in {other.kind, one.kind if one else None}:
            continue
        if one is None or _spelled_alike(one, other):
            continue
        if slot is Slot.PLACE and {one.kind, other.kind} & _BODIES:
            continue
        if slot is Slot.PLACE and {one.folded, other.folded} & lexicon.words["of_persons"]:
            continue  # مدينة الملك عبد العزيز للعلوم
        if _is_adjective(one) or _is_adjective(other) or not (_names_place(one, other) or slot is Slot.ACTOR):
            continue
        if not one.tells_deed and not other.tells_deed:
            words = f"{head} {one.span.of(left.text)} / {other.span.of(right.text)}"
            return Finding(slot, words, one.span, other.span)
    return None


def _spelled_alike(one: Word, other: Word) -> bool:
    forms = ((one.folded, other.folded), (without_clitic(one.folded), without_clitic(other.folded)))
    return fuzz.ratio(*forms[1]) >= _LIKE or (
        forms[0] != forms[1] and not one.folded.startswith("ال") and fuzz.ratio(*forms[0]) >= _LIKE
    )


def _is_adjective(word: Word) -> bool:
    """Tell whether the word only qualifies its head: التنظيم الجهادي."""
    return word.kind is None and word.before.startswith("ال") and word.folded.startswith("ال")


def _names_place(one: Word, other: Word) -> bool:
    kinds = {one.kind, other.kind}
    return bool(kinds & _PLACES) and not any(word.kind is None and word.folded[:1] in "بلوك" for word in (one, other))


def name_others(alignment: Alignment) -> bool:
    """Tell whether each side names an actor or a country that the other does not."""
    return all(
        any(word.kind in ACTORS or word.kind is MentionKind.NATIONALITY for word in words)
        for words in (alignment.left_only, alignment.right_only)
    )


def names_other_persons(alignment: Alignment) -> bool:
    """Tell whether each side names a person that the other does not: the governors of two provinces."""
    return all(
        any(word.kind is MentionKind.PERSON for word in words) for words in (alignment.left_only, alignment.right_only)
    )


def tells_of_days(left: Statement, right: Statement) -> bool:
    """Tell whether both times are days, not the years of what is told besides."""
    return all(side.times[0].grain in _DAYS for side in (left, right))


def _by_head(words: Sequence[Word], listed: frozenset[str]) -> Iterator[tuple[str, Word]]:
    for word in words:
        bare = without_clitic(word.before)
        if bare in listed:
            yield bare, word
