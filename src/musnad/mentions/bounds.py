"""Tells where a name that the tagger sees begins and ends, by the words that no person and no body is called."""

from collections.abc import Mapping, Sequence

from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.body_bounds import bounded_body
from musnad.mentions.drafts import Draft
from musnad.mentions.grounds import is_named_after
from musnad.mentions.line import Line
from musnad.mentions.name_edges import is_feminine_quality, is_particle, opens_clause
from musnad.mentions.tagging import TaggedName
from musnad.model import MentionKind

_PLACES = frozenset({MentionKind.COUNTRY, MentionKind.PLACE})
_COMPOUNDED = frozenset(("الدين", "الله"))
_ON_THEM = frozenset(("عليه", "عليها", "عليهم", "عليهما"))
_MANY_BEARERS = "3"
"""Of words with their article that are nouns as well, those of fewer of Wikidata's persons were nouns behind names."""
_SOME_BEARERS = "2"
"""Of Wikidata's persons that a word is the name of: what fewer bear may be a verb too."""
_PRONOUNS = frozenset(("ها", "ته", "هم"))
_BEFORE_MONTHS = frozenset(("شهر", "شهري"))
_SHORTEST_VERB = 5
_SHORTEST_IMPERFECT = 3
_SHORTEST_PLURAL = 6
# Of ambiguous given names before a noun the tagger was this sure where one was a name, not where it was a quality.
_SURE = 0.95


def bounded(
    line: Line, name: TaggedName, found: Sequence[Draft], segmenter: CliticSegmenter, name_words: Mapping[str, str]
) -> TaggedName | None:
    """Return the tagged name less the words before and behind that belong to no name; None where none is left."""
    if name.label == "PERS":
        return _person(line, name, name_words)
    if name.label == "ORG":
        return bounded_body(line, name, found, segmenter)
    begins_small = name.end > name.first + 1 and line.is_stop(name.first)  # في شارع الملك فهد
    return name._replace(first=name.first + 1) if begins_small else name


def is_name_word(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word, with its article and without, is part of anyone's name."""
    word = line.words[index]
    bare = word.removeprefix("ال")
    return any(form in name_words or form in line.vocabulary.name_parts for form in (word, bare))


def _person(line: Line, name: TaggedName, name_words: Mapping[str, str]) -> TaggedName | None:
    first = name.first
    if first and not line.words[first - 1].isascii() and _is_called_thing(line, first):
        return None
    if first and is_named_after(line, first):
        return None  # شارع الملك فهد, مديرية نعمان
    if name.end > first + 1 and line.is_style(first):
        first += 2  # آية الله علي خامنئي
    if first == name.end:
        return None
    if name.end > first + 1 and _is_preposition(line, first):
        first += 1  # على غريفيث
    if (
        line.entries[first].may_open_body
        and any(head.kind in _PLACES for head in line.heads_at(first))
        and not is_name_word(line, first, name_words)
    ):
        return None  # مستوطنة فلان
    if name.end == first + 2 and _is_described(line, first):
        return None
    if name.end == first + 2 and _is_verb(line, first, name_words) and line.words[first + 1].startswith("ال"):
        return None  # يحاول الجندي
    while first < name.end - 1 and _precedes_person(line, first, name.end, name_words):
        first += 1
    end = next((at for at in range(first + 1, name.end) if _follows_person(line, at, name_words)), name.end)
    if end == first + 1 and _is_no_person(line, first, name_words):
        return None
    if name.first < first == end - 1 and (_is_article_noun(line, first) or _is_adjective(line, first)):
        return None  # جرى النقاش
    lone_quality = end == first + 1 and first > 0 and _is_adjective(line, first)
    if lone_quality and not is_name_word(line, first - 1, name_words):
        return None  # مشروع حضاري جميل
    if end == first + 1 and (_is_deed_of(line, first) or (name.confidence < _SURE and _is_quality(line, first))):
        return None
    if first + 1 <= end <= first + 2 and _is_idiom(line, first):
        return None  # حسن الإدارة, أمين عام
    if end == first + 2 and _is_adjective(line, first + 1) and not is_name_word(line, first, name_words):
        return None  # حضاري جميل
    return name._replace(first=_beginning(line, first), end=end)


def _beginning(line: Line, first: int) -> int:
    """Return where a compound that the tagger saw the end of begins: عز الدين, ولي الله سيف."""
    for end in (first, first - 1):
        begins = end - 1
        if begins >= 0 and line.is_style(begins):
            return first
        if begins >= 0 and line.words[end] in _COMPOUNDED and line.words[begins] in line.rules.words["compounds"]:
            # رحمه الله is a wish, رحمة الله a name.
            return begins if line.text[line.tokens[begins].end - 1] != "ه" else first
    return first


def _follows_person(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word stands behind a name: a country (نصر الله إسرائيل), a plural, ل (ترامب لتيلرسون)."""
    word = line.words[index]
    if opens_clause(line, index) or (word[0] == "ل" and word[1:].isascii()):
        return True  # بومبيو فإن, كيلي فقال, غراهام لـCNN
    if word in line.rules.words["not_adjectives"] and not is_name_word(line, index, name_words):
        return True  # دونالد ترامب الجديدة
    surname = line.vocabulary.is_surname(line.words[index - 1])
    if surname and (_is_past(line, index) or word in line.grammar.holders or _is_another(line, index)):
        return True  # رجب طيب أردوغان دان, مايك بومبيو خليفة, حسن روحاني ترامب
    imperfect = word[0] in "يت" and len(word) > _SHORTEST_IMPERFECT and not word.endswith(("ا", "ه"))
    if imperfect and (surname or line.vocabulary.is_imperfect(word)) and not is_name_word(line, index, name_words):
        return True  # بوتفليقة يهنئ, مهاتير محمد يصحح
    if (
        word[0] in "يت"
        and word.endswith("ني")
        and len(word) >= _SHORTEST_VERB
        and not is_name_word(line, index, name_words)
    ):
        return True  # سامي الكتبي يشتمني
    if (surname or line.words[index - 1].startswith("ال")) and _is_deed(line, index, name_words):
        return True  # كريم الكتبي أدى, ترمب تركزت
    if word.startswith("ال") and _is_definite_thing(line, index, name_words, surname=surname):
        return True
    if not ((word,) in line.rules.countries or (word[0] in "لب" and len(word) > 3)):
        return False
    if (word,) in line.rules.countries and line.words[index - 1] in line.rules.words["name_ends"]:
        return True
    if word[0] in "لب":
        deed = word[0] == "ل" and word[1:] in line.grammar.words["masdars"]  # لويس لترك
        return (surname or deed) and word not in name_words and word not in line.grammar.given_names
    return not is_name_word(line, index, name_words)


def _is_definite_thing(line: Line, index: int, name_words: Mapping[str, str], *, surname: bool) -> bool:
    """Tell whether a word with its article is nobody's: a plural, a noun, a city or a quality behind a surname."""
    word, before = line.words[index], line.words[index - 1]
    if surname and line.entries[index].may_open_place and not line.vocabulary.is_surname(word):
        return True  # إعلان ترمب القدس عاصمة
    heard = name_words.get(word, "") >= _MANY_BEARERS or word in line.vocabulary.name_parts
    noun = line.vocabulary.is_noun(word[2:])  # روزا فيراري الجائزة, سمير الكتبي القبر
    thing = noun and (word.endswith("ه") or before.startswith("ال") or word.startswith("الم"))
    thing = thing or (noun and surname)
    if thing and not heard and (surname or before.removeprefix("و") not in line.grammar.given_names):
        return True  # but not حسن الإدارة
    if is_name_word(line, index, name_words):
        return False
    if is_feminine_quality(word):
        return True  # يوليا البالغة من العمر
    return word.endswith(("ين", "ون")) and len(word) > _SHORTEST_PLURAL


def _is_another(line: Line, index: int) -> bool:
    """Tell whether two surnames without the article stand beside each other: حذر حسن روحاني | ترامب."""
    words = line.words[index - 1], line.words[index]
    return all(line.vocabulary.is_surname(word) and not word.startswith("ال") for word in words)


def _is_verb(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word is nobody's name and looks like an imperfect."""
    forms = [form for _, form in line.forms[index]]
    heard = is_name_word(line, index, name_words) or any(form in name_words for form in forms)
    return not heard and any(form[0] in "يت" and len(form) > _SHORTEST_IMPERFECT for form in forms)


def _is_article_noun(line: Line, index: int) -> bool:
    word = line.words[index]
    return word.startswith("ال") and line.vocabulary.is_noun(word[2:]) and not line.vocabulary.is_surname(word)


def _is_deed(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word is a verb that the lists hold, or looks like one of a feminine subject, and no name."""
    word = line.words[index]
    if is_name_word(line, index, name_words) or word.startswith("ال"):
        return False
    listed = word.removesuffix("ت") in line.grammar.words["plain_verbs"]
    return listed or (word.endswith("ت") and word.startswith("ت") and len(word) >= _SHORTEST_VERB)


def _is_called_thing(line: Line, first: int) -> bool:
    """Tell whether a noun says that the name is a ship's, an animal's, a storm's or a law's: الإعصار فلورنسا."""
    called = line.rules.words["called_things"]
    index = first - 1
    if index > 0 and line.words[index].startswith("ال") and line.words[index] not in called:
        index -= 1  # السفينة السياحية كوستا
    return any(form in called for _, form in line.forms[index])


def _is_described(line: Line, first: int) -> bool:
    """Tell whether two adjectives without the article describe a noun before them: قصف جوي تركي."""
    adjective = line.words[first].endswith("ي") and line.entries[first + 1].may_open_demonym
    plain = not line.words[first + 1].startswith("ال")
    return adjective and plain and first > 0 and line.vocabulary.is_noun(line.words[first - 1])


def _is_preposition(line: Line, index: int) -> bool:
    """Tell whether the word is the preposition على and no Ali: before what is nobody's given name."""
    token = line.tokens[index]
    following = line.words[index + 1]
    surname = line.vocabulary.is_surname(following) or following not in line.grammar.given_names
    foreign = surname and not following.startswith("ال")
    return foreign and line.text[token.end - 1] == "ى" and line.words[index] == "علي"


def _is_adjective(line: Line, index: int) -> bool:
    """Tell whether a given name that is a quality as well follows an adjective or a noun: حضاري جميل."""
    part = line.vocabulary.name_parts.get(line.words[index])
    before = line.words[index - 1]
    plain = before.endswith(("ي", "ه")) and not before.startswith("ال") and before not in line.grammar.holders
    return part is not None and part.is_ambiguous and plain and not line.is_stop(index - 1)


def _is_idiom(line: Line, first: int) -> bool:
    return (line.words[first].removeprefix("و"), line.word(first + 1)) in line.rules.phrases["no_persons"]


def _is_deed_of(line: Line, index: int) -> bool:
    """Tell whether a lone given name is a verb with its preposition: أشرف عليها."""
    return line.words[index] in line.grammar.given_names and line.word(index + 1) in _ON_THEM


def _is_past(line: Line, index: int) -> bool:
    """Tell whether the word is a verb of the past that says or does something, and no given name."""
    word = line.words[index]
    part = line.vocabulary.name_parts.get(word)
    if part is not None and part.is_ambiguous and word in line.grammar.cues:
        return True  # الحريري شهد
    if word in line.grammar.given_names or line.vocabulary.is_surname(word):
        return False
    return word in line.grammar.cues or word.removesuffix("ت") in line.grammar.words["plain_verbs"]


def _precedes_person(line: Line, index: int, end: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word stands before a name: كانت ريم, تعليقات سليم, الأمير سعود."""
    given = line.grammar.given_names
    bare = line.words[index].removeprefix("و")
    if is_particle(line, index) or (bare != line.words[index] and bare in line.grammar.cues and index + 2 == end):
        return True  # وأبان الغامدي
    if {bare, line.words[index]} & line.rules.words["verbs_before_names"]:
        return True
    if line.words[index][0] in "يتن" and line.word(index - 1) in line.grammar.words["negators"]:
        return not is_name_word(line, index, name_words)  # لم يكن كيري
    if line.entries[index].may_open_demonym and bare.startswith("ال"):
        return True  # المصري صفوت, والمصري صفوت
    if bare.removesuffix("ت") in line.grammar.words["plain_verbs"] and not is_name_word(line, index, name_words):
        return True
    if (line.words[index] in given or bare in line.rules.words["name_links"]) and line.words[
        index
    ] not in line.rules.words["honorifics"]:
        return False
    forms = [form for _, form in line.forms[index]]
    if any(form in given for form in forms[:2]) and forms[0] in line.grammar.words["prepositions"]:
        return False  # علي, which is written like a preposition
    surname = index + 2 == end and line.vocabulary.is_surname(line.words[index + 1])
    part = line.vocabulary.name_parts.get(bare)
    surname = surname and (part is None or part.is_ambiguous)  # سفيان السليطي, which looks like a dual
    if surname and line.vocabulary.is_noun(bare) and not any(form in given for form in forms):
        return True  # خطاب ترامب: خطاب is a name as well
    if _is_deed_before(line, index, end, name_words):
        return True  # يفوز مادورو, قريبتها مارين, وابنته يوليا
    if any(form.removeprefix("ال") in line.rules.words["honorifics"] for form in forms):
        return line.words[index + 1] in given or not is_name_word(line, index, name_words)
    if line.is_stop(index):
        return not any(form in given for form in forms)
    if is_name_word(line, index, name_words) or any(form in given or form in name_words for form in forms):
        return False
    nouns = line.vocabulary.is_noun
    if surname and bare.startswith("ال") and nouns(bare[2:]):
        return True  # البيان مادورو
    return any(form in line.grammar.words["masdars"] or form in line.grammar.cues or nouns(form) for form in forms)


def _is_deed_before(line: Line, index: int, end: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether nobody's name stands before the last word, a name: an imperfect, or a noun with a pronoun."""
    word, last = line.words[index], line.words[index + 1]
    future = word.startswith(("سي", "ست")) and len(word) >= _SHORTEST_VERB
    if future and line.vocabulary.is_surname(last) and name_words.get(word, "") < _SOME_BEARERS:
        return True  # سيجري ترامب
    if index + 2 != end or is_name_word(line, index, name_words):
        return False
    if not (line.vocabulary.is_surname(last) or last in name_words):
        return False
    written = line.text[line.tokens[index].end - 2 : line.tokens[index].end]
    imperfect = word[0] in "يت" and len(word) > _SHORTEST_IMPERFECT and line.vocabulary.is_surname(last)
    return imperfect or (written in _PRONOUNS and len(word) >= _SHORTEST_VERB)


def _is_no_person(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether a lone word is a noun that names nobody (البلاغ), a verb (ارتكبوا) or a month (شهر رمضان)."""
    if line.words[index].startswith("وال") and line.entries[index].may_open_demonym:
        return line.word(index + 1) in line.grammar.given_names  # والمصري | سامح رفعت
    if is_particle(line, index) or (index and any(form in _BEFORE_MONTHS for _, form in line.forms[index - 1])):
        return True
    forms = [form for _, form in line.forms[index]]
    if _is_plain_quality(line, index):
        return True
    if is_name_word(line, index, name_words) or any(form in name_words for form in forms):
        return False
    word = line.words[index]
    if word.endswith("وا") and len(word) >= _SHORTEST_VERB:
        return True
    return any(line.vocabulary.is_noun(form.removeprefix("ال")) for form in forms)


def _is_plain_quality(line: Line, index: int) -> bool:
    """Tell whether a lone word is the quality of an indefinite noun before it: غير عادل, هجوم بري."""
    before, word = line.word(index - 1).removeprefix("و"), line.words[index]
    if word in line.rules.words["domains"]:
        return before in line.rules.words["fights"]
    part = line.vocabulary.name_parts.get(word)
    return before == "غير" and not line.vocabulary.is_surname(word) and (part is None or part.is_ambiguous)


def _is_quality(line: Line, index: int) -> bool:
    """Tell whether a given name that is an ordinary word too goes on as one: كامل العضوية, فريد من نوعه."""
    following = line.word(index + 1)
    if following == "من" and line.word(index + 2).startswith("نوع"):
        return True
    part = line.vocabulary.name_parts.get(line.words[index])
    if part is None or not part.is_ambiguous or not following.startswith("ال"):
        return False
    bare = following[2:]
    if bare in line.rules.numbers:
        return False
    return line.vocabulary.is_noun(bare) or (bare.endswith(("ه", "ات")) and len(bare) > _SHORTEST_IMPERFECT)
