"""Joins what the name tagger sees with what lexicons and patterns found, and gives each name its kind."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.bounds import bounded
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.name_reach import reached
from musnad.mentions.tagging import LEAST_SUPPORT, TaggedName, Tagging
from musnad.model import LinkKind, MentionKind

_PLACES = frozenset({MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.FACILITY})
_BODIES = frozenset(
    {MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP, MentionKind.OUTLET}
)
_SORT = {"PERS": frozenset({MentionKind.PERSON}), "LOC": _PLACES, "ORG": _BODIES}
_PLAIN = {"PERS": MentionKind.PERSON, "LOC": MentionKind.PLACE, "ORG": MentionKind.ORGANISATION}
# On Wojood's validation part names tagged below this were wrong more often than right.
LEAST_CONFIDENCE = 0.5
# Letters of an abbreviation spelt out that are small words as well: أف أم.
_LETTER_NAMES = frozenset(("ام", "ان", "او"))
SURE_ALONE = 0.85
_SHORTEST_JOINED = 4
_LEAST_AFTER_CLITIC = 0.01
# Of 913 tagged persons of 150 articles 7 had no word that is a name anywhere and less than this: 6 were no persons.
_SURE_UNHEARD = 0.75
_NAMING_VERBS = frozenset(("يدعي", "تدعي", "يسمي", "تسمي", "المدعو", "المدعوه", "اسمه", "اسمها"))


def supported(line: Line, found: Sequence[Draft], tagging: Tagging) -> list[Draft]:
    """Return the lexicon's names without the words of the gazetteer that the tagger excludes.

    These are single ones, and several that begin with a given name and are sooner a person's: عمر المختار.
    """
    return [draft for draft in found if draft.rule != "gazetteer" or _is_place(line, draft, tagging)]


def _is_surname(line: Line, draft: Draft) -> bool:
    """Tell whether a place's name is the surname of who is said to speak: قالت توكل كرمان."""
    return not draft.skip and _follows_given(line, draft.first)


def _follows_given(line: Line, index: int) -> bool:
    """Tell whether a given name stands before the word, and before it a cue, an office or a nationality."""
    given = line.words[index - 1] if index > 1 else ""
    part = line.vocabulary.name_parts.get(given)
    if part is None or part.is_ambiguous or given not in line.grammar.given_names or line.is_stop(index - 1):
        return False
    before = line.words[index - 2]
    speaks = before in line.grammar.cues or before.removeprefix("و") in line.grammar.cues
    return speaks or line.entries[index - 2].may_open_title or line.entries[index - 2].may_open_demonym


def _is_thing(line: Line, draft: Draft) -> bool:
    """Tell whether a noun before a place's name says that it is a storm's, a ship's, an animal's: إعصار فلورنسا."""
    called = line.rules.words["called_things"]
    return draft.first > 0 and not draft.skip and any(form in called for _, form in line.forms[draft.first - 1])


def _is_place(line: Line, draft: Draft, tagging: Tagging) -> bool:
    if _is_thing(line, draft):
        return False
    if draft.end - draft.first > 1:
        if draft.skip or line.words[draft.first] not in line.grammar.given_names:
            return True
        place = tagging.probability("LOC", draft.first, draft.end)
        return place >= tagging.probability("PERS", draft.first, draft.end)
    if _is_surname(line, draft):
        return False
    # A glued preposition (لحلب) is support of its own.
    least = _LEAST_AFTER_CLITIC if draft.skip else LEAST_SUPPORT
    return tagging.probability("LOC", draft.first, draft.end) >= least


def tagged_drafts(
    line: Line,
    tagged: Sequence[TaggedName],
    found: Sequence[Draft],
    segmenter: CliticSegmenter,
    name_words: Mapping[str, str],
) -> list[Draft]:
    """Return a draft for each tagged name that nothing of its sort in `found` covers already.

    `name_words` are the words of many people's names, with how common they are.
    """
    drafts = []
    names = [part for name in tagged for part in _coordinated(line, name, segmenter, name_words)]
    starts = {name.first for name in names if name.label == "PERS"}
    for name in names:
        held = bounded(line, name, found, segmenter, name_words)
        trimmed = None if held is None else _trimmed(line, held, found, name_words)
        if trimmed is None or trimmed.confidence < LEAST_CONFIDENCE or _is_doubtful(line, trimmed, starts):
            continue
        if _is_unheard(line, trimmed, name_words):
            continue
        sort = _SORT[name.label]
        if any(_covers(draft, trimmed) and draft.kind in sort for draft in found):
            continue
        skip = _clitic_length(line, trimmed, segmenter, name_words)
        if name.label == "PERS":
            trimmed = reached(line, trimmed, name_words, joined=skip > 0)
        drafts.append(_draft(line, trimmed, skip))
    return drafts


def _coordinated(
    line: Line, name: TaggedName, segmenter: CliticSegmenter, name_words: Mapping[str, str]
) -> list[TaggedName]:
    """Return the persons or places that و joins in one tagged name: بوتين وبلاتر; a body may hold its و."""
    if name.label == "ORG":
        return [name]
    cuts = [
        place
        for place in range(name.first + 1, name.end)
        if line.words[place] not in line.grammar.given_names
        and (segmenter.stem(line.words[place])[1].startswith("و") or _joins(line, place, name_words))
    ]
    bounds = [name.first, *cuts, name.end]
    return [name._replace(first=first, end=end) for first, end in pairwise(bounds)] if cuts else [name]


def _joins(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether و and a given name stand in one word that is no name itself: إيميلي وريان."""
    word = line.words[index]
    heard = word[1:] in line.grammar.given_names or word[1:] in name_words
    return word[0] == "و" and heard and word not in name_words and word not in line.vocabulary.name_parts


def _trimmed(line: Line, name: TaggedName, found: Sequence[Draft], name_words: Mapping[str, str]) -> TaggedName | None:
    """Return the name up to its first small word; None where the lexicon knows its beginning, and so its end."""
    sort = _SORT[name.label]
    if name.label == "PERS" and line.words[name.first] in _NAMING_VERBS:
        if name.end == name.first + 1:
            return None
        name = name._replace(first=name.first + 1)
    if any(draft.first == name.first and draft.end < name.end and draft.kind in sort for draft in found):
        return None
    end = name.first + 1
    while end < name.end and not (_ends_name(line, name, end) or _leaves_name(line, name, end, name_words)):
        end += 1
    if end < name.end and end == name.first + 1 and not _stands_alone(line, name, end, name_words):
        return None
    return name if end == name.end else name._replace(end=end)


def _ends_name(line: Line, name: TaggedName, index: int) -> bool:
    """Tell whether the word can be no part of the name: a small word, or one with لل or بال in a person."""
    word = line.words[index]
    if name.label == "PERS" and (word.startswith(("لل", "بال")) or _is_owned(line, name, index)):
        return True
    return line.is_stop(index) and word not in _LETTER_NAMES and not _is_ali(line, index)


def _is_ali(line: Line, index: int) -> bool:
    """Tell whether a word is Ali and no preposition: written with ي, with no word behind it."""
    written_so = line.words[index] == "علي" and line.text[line.tokens[index].end - 1] == "ي"
    return written_so and not (index + 1 < len(line) and line.tokens[index + 1].is_word)


def _leaves_name(line: Line, name: TaggedName, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether a word behind a person is nobody's name but something the lists know: لافروف بوزير، كريم السياسي."""
    word = line.words[index]
    if name.label != "PERS" or word in name_words or word in line.grammar.given_names or index in _bound(line, name):
        return False
    if word[0] in "بل" and len(word) > 3:
        rest = word[1:]
        if index == name.first + 1 and line.words[name.first] in line.grammar.given_names:
            return False  # سارة بايلين: a given name asks for a surname
        known = rest in name_words or rest in line.grammar.given_names or rest in line.grammar.holders
        return known or any(letter.isdigit() for letter in rest)
    holder = line.grammar.holders.get(word.removeprefix("ال"))
    if not word.startswith("ال"):
        return word in line.rules.words["honorifics"]
    return holder is not None and holder.kind is LinkKind.PERSON


def _bound(line: Line, name: TaggedName) -> set[int]:
    """Return the places of words that بن, أبو or عبد before them make part of the name."""
    links = line.rules.words["name_links"]
    return {place for place in range(name.first + 1, name.end) if line.words[place - 1] in links}


def _stands_alone(line: Line, name: TaggedName, end: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the one word left of a person is a name: what was cut off behind it says nothing against it."""
    return _leaves_name(line, name, end, name_words) and line.words[name.first] in name_words


def _is_owned(line: Line, name: TaggedName, index: int) -> bool:
    """Tell whether a noun with a pronoun follows a surname: سمير الكتبي ضيوفه; the tagger is seldom sure of those."""
    if name.confidence > SURE_ALONE:
        return False
    written = line.text[line.tokens[index].start : line.tokens[index].end]
    pronoun = written.endswith(("ه", "ها", "هم")) and line.words[index] not in line.grammar.given_names
    return pronoun and line.words[index - 1].startswith("ال")


def _is_doubtful(line: Line, name: TaggedName, starts: set[int]) -> bool:
    """A lone word that opens the sentence or stands before a person is more often a verb or a noun: صادق, عهد.

    A lone adjective (الدولي) is no place and no body, a lone time of day (الفجر) no body.
    """
    if name.label == "LOC" and line.words[name.first].removeprefix("و") in line.grammar.words["plain_verbs"]:
        return True  # وأدى القصف
    if name.label == "LOC" and line.words[name.first] in line.rules.words["no_places"]:
        return True  # في قرية مجاورة
    if name.label == "LOC" and name.end == name.first + 1 and _follows_given(line, name.first):
        return True  # قالت توكل كرمان
    if name.end - name.first == 1 and name.label != "PERS":
        if name.confidence < SURE_ALONE and any(form in line.grammar.cues for _, form in line.forms[name.first]):
            return True  # فرنسا وبريطانيا تطالبان إيران
        if name.label == "ORG" and line.words[name.first].removeprefix("ال") in line.grammar.words["time_words"]:
            return True
        return adjectives_end(line, name.first) > name.first
    lone = name.label == "PERS" and name.end - name.first == 1
    if lone and line.words[name.first] in line.rules.words["no_persons"]:
        return True  # نشر على إكس
    return lone and name.confidence < SURE_ALONE and (name.first == 0 or name.end in starts)


def _is_unheard(line: Line, name: TaggedName, name_words: Mapping[str, str]) -> bool:
    """Tell whether no word of a doubtful person is anyone's name, with or without article or clitic: يستعيد رشده."""
    if name.label != "PERS" or name.confidence >= _SURE_UNHEARD:
        return False
    words = line.words[name.first : name.end]
    heard = {*words, *(word.removeprefix("ال") for word in words), *(form for _, form in line.forms[name.first])}
    return not any(word in name_words or word in line.grammar.given_names for word in heard)


def _clitic_length(line: Line, name: TaggedName, segmenter: CliticSegmenter, name_words: Mapping[str, str]) -> int:
    """Return how many letters of a name's first word are clitics: by a reading that the lists know, else as cut.

    A و that Wikidata's names have no less often than what is left without it is the name's own: وضاح.
    """
    word = line.words[name.first]
    for skip, form in line.forms[name.first]:
        if form in line.grammar.given_names or form in line.rules.heads or form in line.grammar.holders:
            return skip
    cut = "" if line.is_quote(name.first - 1) else segmenter.stem(word)[1]  # "بترا": a name's own letter
    if name.label == "PERS" and cut == "و" and int(name_words.get(word, 0)) >= max(1, int(name_words.get(word[1:], 0))):
        return 0
    if name.label == "PERS" and cut.endswith("س"):
        return len(cut) - 1  # سيرجي: what is called so begins with no future
    if name.label == "PERS" and not cut and _joins_name(word, name_words):
        return 1
    return len(cut)


def _joins_name(word: str, name_words: Mapping[str, str]) -> bool:
    """Tell whether و stands before a name of many people in a word that is none itself: وأوغوستا."""
    return word[0] == "و" and word not in name_words and word[1:] in name_words and len(word) > _SHORTEST_JOINED


def _covers(draft: Draft, name: TaggedName) -> bool:
    return draft.first <= name.first and name.end <= draft.end


def _draft(line: Line, name: TaggedName, skip: int) -> Draft:
    kind = _PLAIN[name.label]
    for head in line.heads_at(name.first):
        fits = head.kind in _SORT[name.label] or (name.label == "ORG" and head.kind is MentionKind.FACILITY)
        if fits and name.end - name.first > 1:
            kind = head.kind
            break
    end = name.end
    if kind in _BODIES | {MentionKind.FACILITY} and end - name.first > 1:
        end = adjectives_end(line, end)
    return Draft(kind, name.first, end, f"tagger-{name.label.lower()}", round(name.confidence, 3), skip)
