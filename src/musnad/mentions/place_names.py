"""Finds the names in a sentence that the gazetteer has, and what the words around say of each."""

from dataclasses import dataclass, replace

from musnad.languages.gazetteer import Gazetteer, Support
from musnad.languages.place_grammar import PlaceGrammar
from musnad.mentions.line import Line
from musnad.mentions.place_words import PlaceWords
from musnad.model import PlaceKind

_MOST_WORDS = 8
# How many tokens may stand between a place and the larger one that it is said to lie in: الرستن في ريف محافظة حمص.
_MOST_LINKS = 5
_PREPOSITION_CLITICS = frozenset("بل")
_OPENERS = frozenset({'"', "(", "[", "«"})
_CLOSERS = frozenset({'"', ")", "]", "»"})
_LOWER = {Support.NOUN: Support.PREPOSITION, Support.PREPOSITION: Support.NONE, Support.NONE: Support.NONE}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of the gazetteer in tokens [first, end) of a sentence, its first `skip` letters clitics.

    `kinds` is what a noun before it says it is (مدينة), `country` whose an adjective says it is (طرابلس
    اللبنانية), `within` the name of a place that it is said to lie in. `support` is what stands before it.
    """

    first: int
    end: int
    skip: int
    form: str
    support: Support
    kinds: frozenset[PlaceKind] = frozenset()
    country: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class ScannedPlaces:
    """The place names of a sentence from left to right, without overlap, and the listed forms that did not suffice."""

    names: list[PlaceName]
    refused: frozenset[str]


def scan_place_names(line: Line, words: PlaceWords, believed: frozenset[str] = frozenset()) -> ScannedPlaces:
    """Return the place names of the sentence; `with_containers` tells what each is said to lie in.

    A name that is an ordinary word too counts where the words before it say place; less will do for the `believed`,
    which the report has with such words elsewhere.
    """
    names: list[PlaceName] = []
    refused: set[str] = set()
    after = 0
    for index, entry in enumerate(line.entries):
        if index < after or not entry.may_open_place:
            continue
        name = _name_at(line, words, index, names)
        if name is None:
            continue
        if _suffices(name, words.gazetteer, believed):
            names.append(name)
            after = name.end
        else:
            refused.add(name.form)
    return ScannedPlaces(names, frozenset(refused))


def with_containers(line: Line, words: PlaceWords, names: list[PlaceName]) -> list[PlaceName]:
    """Return the names of a sentence with the larger places that they are said to lie in."""
    if len(names) < 2:
        return names
    return [_with_container(line, words, names, number) for number in range(len(names))]


def place_name_of(line: Line, words: PlaceWords, first: int, end: int, skip: int) -> PlaceName | None:
    """Return tokens [first, end) as a place name with what stands around it, or None where none is listed."""
    form = " ".join([line.words[first][skip:], *line.words[first + 1 : end]])
    forms = [form, "ا" + form] if form.startswith("ل") and skip else [form]  # لأردن, of للأردن
    listed = next((one for one in forms if one in words.gazetteer.forms), None)
    return None if listed is None else _described(line, words, (first, end, skip), listed, [])


def _suffices(name: PlaceName, gazetteer: Gazetteer, believed: frozenset[str]) -> bool:
    needed = gazetteer.support(name.form)
    if name.form in believed:
        needed = _LOWER[needed]
    return needed is Support.NONE or name.support is Support.NOUN or name.support is needed


def _name_at(line: Line, words: PlaceWords, index: int, before: list[PlaceName]) -> PlaceName | None:
    best: tuple[int, int, str] | None = None
    lengths = words.gazetteer.name_lengths
    goes_on = bool(before) and before[-1].end == index
    for skip, form in line.forms[index]:
        if form not in lengths and " " not in form:
            continue
        pieces = [*form.split(), *line.words[index + 1 : index + _MOST_WORDS]]
        for end, name in words.gazetteer.names_at(pieces, 0):
            # A hashtag is one token of several words: #ريف_دمشق.
            tokens = end - len(form.split()) + 1
            # الرياض وجدة: after a place, و joins the next one.
            joins = best is not None and tokens == best[0] and goes_on and skip == 1 and line.words[index][0] == "و"
            if tokens == 1 and is_own_letter(line.words[index], skip):
                break
            if tokens > 0 and (best is None or tokens > best[0] or joins):
                best = (tokens, skip, name)
            break
    if best is None:
        return None
    length, skip, form = best
    if says_no_place(line, index, index + length, skip):
        return None
    return _described(line, words, (index, index + length, skip), form, before)


def says_no_place(line: Line, first: int, end: int, skip: int) -> bool:
    """Tell whether a place's word means something else here: النيل من أحد, بحجة, في آب/أغسطس."""
    word, following = line.words[first], line.word(end)
    if end > first + 1:
        return False
    form, before = word[skip:], line.word(first - 1)
    if following == "/" and form in line.grammar.words["time_words"]:
        return True
    if form in line.rules.words["general_places"] and before not in line.rules.words["beside_general_places"]:
        return True  # المدينة is any city, and Medina beside مكة
    if before.startswith("ال") and form.startswith("ال"):
        if form[2:] in line.rules.numbers:
            return True  # دول الساحل الخمس
        if form[2:] in line.rules.words["directions"] and before not in line.rules.words["northern_states"]:
            return True  # المدينة الشمالية
    return word in line.rules.words["no_places"] or (word[skip:], following) in line.rules.phrases["no_places"]


def is_own_letter(word: str, skip: int) -> bool:
    """Tell whether what reads as ك, "like", is a name's own letter: كروز. كلندن is rare, كالقاهرة less so."""
    return word[:skip].endswith("ك") and not word[skip:].startswith("ال")


def _described(
    line: Line, words: PlaceWords, extent: tuple[int, int, int], form: str, before: list[PlaceName]
) -> PlaceName:
    first, end, skip = extent
    noun = noun_before(line, words, first, skip)
    return PlaceName(
        first=first,
        end=end,
        skip=skip,
        form=form,
        support=_support(line, words, first, skip, before),
        kinds=words.grammar.nouns[noun].kinds if noun else frozenset(),
        country=_adjective(line, words, first, end),
    )


def noun_before(line: Line, words: PlaceWords, index: int, skip: int = 0) -> str | None:
    """Return the noun of place that stands right before the token, also with a nationality between, or None."""
    if skip:
        return None
    previous = index - 1
    if line.word(previous) in _OPENERS:
        previous -= 1
    definite = previous > 0 and line.word(previous) in words.demonyms
    if definite:
        previous -= 1  # المدينة السورية حلب
    if previous < 0:
        return None
    for _, form in line.forms[previous]:
        # Without a nationality between, a noun with its article has the name for an adjective: المنطقة الوسطى.
        noun = (
            form.removeprefix("ال") if definite and form.startswith("ال") and form not in words.grammar.nouns else form
        )
        if noun in words.grammar.nouns and form.startswith("ال") >= definite:
            return noun
    return None


def _support(line: Line, words: PlaceWords, index: int, skip: int, before: list[PlaceName]) -> Support:
    if noun_before(line, words, index, skip) is not None or _after_bearing(line, words.grammar, index, skip):
        return Support.NOUN
    if before and _coordinated(line, before[-1].end, index):
        # مصر والاتحاد: after a country comes anything, after a town another place.
        towns = all(place.kind is not PlaceKind.COUNTRY for place in words.places(before[-1].form))
        return Support.NOUN if towns and line.words[index][skip:].startswith("ال") else Support.PREPOSITION
    clitics = set(line.words[index][:skip])
    if clitics & _PREPOSITION_CLITICS:
        return Support.PREPOSITION
    previous = index - 1
    if line.word(previous) in _OPENERS:
        previous -= 1
    if (
        skip == 0
        and previous >= 0
        and any(form in words.grammar.words["prepositions"] for _, form in line.forms[previous])
    ):
        return Support.PREPOSITION
    return Support.NONE


def _coordinated(line: Line, end: int, index: int) -> bool:
    """Tell whether the token goes on a list that the place before it began: سرت ودرنة، حمص و حماة."""
    if index == end:
        return line.words[index][:1] == "و"
    return index == end + 1 and line.words[end] in {"و", "،", ","} and line.word(index - 2) not in _CLOSERS


def _after_bearing(line: Line, grammar: PlaceGrammar, index: int, skip: int) -> bool:
    return skip == 0 and index > 0 and any((form,) in grammar.bearings for _, form in line.forms[index - 1])


def _adjective(line: Line, words: PlaceWords, first: int, end: int) -> str | None:
    """Return the country of an adjective after the name (طرابلس اللبنانية) or before it (العاصمة السورية دمشق)."""
    following = end + 1 if line.word(end) in _CLOSERS else end
    if line.word(following)[:2] == "ال":
        for length in (2, 1):
            country = words.demonyms.get(" ".join(line.words[following : following + length]))
            if country is not None:
                return country
    before = line.word(first - 1)
    if before in words.demonyms and noun_before(line, words, first) is not None:
        return words.demonyms[before]
    return None


def _with_container(line: Line, words: PlaceWords, names: list[PlaceName], number: int) -> PlaceName:
    """Return the name with the larger place that the words between tell it lies in: الرستن بريف حمص، بيروت، لبنان."""
    name = names[number]
    if number + 1 == len(names):
        return name
    following = names[number + 1]
    between = range(name.end, following.first)
    if len(between) > _MOST_LINKS or line.words[following.first][: following.skip].startswith("و"):
        return name
    linked = all(_links(line, words.grammar, index) for index in between)
    joined = between or "ب" in line.words[following.first][: following.skip]
    return replace(name, within=following.form) if linked and joined else name


def _links(line: Line, grammar: PlaceGrammar, index: int) -> bool:
    word = line.words[index]
    if word[:1] == "و":
        return False
    return any(
        form in grammar.words["links"]
        or form in grammar.nouns
        or (form,) in grammar.sides
        or (form,) in grammar.bearings
        for _, form in line.forms[index]
    )
