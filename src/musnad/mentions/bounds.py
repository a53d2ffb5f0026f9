"""Tells where a name that the tagger sees begins and ends, by the words that no person and no body is called."""

from collections.abc import Mapping, Sequence

from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.grounds import is_ground, is_named_after
from musnad.mentions.line import Line
from musnad.mentions.tagging import TaggedName
from musnad.model import LinkKind, MentionKind

_PLACES = frozenset({MentionKind.COUNTRY, MentionKind.PLACE})
_COORDINATED = frozenset(
    {MentionKind.GOVERNMENT_BODY, MentionKind.ORGANISATION, MentionKind.ARMED_GROUP, MentionKind.FACILITY}
)
_COMPOUNDED = frozenset(("الدين", "الله"))
_PARTICLES = frozenset(("ان", "فان", "بان", "وان", "لان"))
_ON_THEM = frozenset(("عليه", "عليها", "عليهم", "عليهما"))
_BEFORE_MONTHS = frozenset(("شهر", "شهري"))
_LONGEST_LETTER_NAME = 2
_SHORTEST_VERB = 5
_SHORTEST_IMPERFECT = 3
_SHORTEST_PLURAL = 6
# Of ambiguous given names before a noun the tagger was this sure where one was a name, not where it was a quality.
_SURE = 0.95
# Of 70 tagged bodies that an indefinite noun opens those above this were bodies, of those below 18 of 24 were none.
_SURE_BODY = 0.9
_BEARINGS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"))
_PLURALS = ("ين", "ون")
_ARTICLES = ("ال", "لل")


def bounded(
    line: Line, name: TaggedName, found: Sequence[Draft], segmenter: CliticSegmenter, name_words: Mapping[str, str]
) -> TaggedName | None:
    """Return the tagged name less the words before and behind that belong to no name; None where none is left."""
    if name.label == "PERS":
        return _person(line, name, name_words)
    if name.label == "ORG":
        return _body(line, name, found, segmenter)
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
        if begins >= 0 and line.words[end] in _COMPOUNDED and line.words[begins] in line.rules.words["compounds"]:
            # رحمه الله is a wish, رحمة الله a name.
            return begins if line.text[line.tokens[begins].end - 1] != "ه" else first
    return first


def _follows_person(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether the word stands behind a name: a country (نصر الله إسرائيل), a plural, ل (ترامب لتيلرسون)."""
    word = line.words[index]
    if word in line.rules.words["not_adjectives"] and not is_name_word(line, index, name_words):
        return True  # دونالد ترامب الجديدة
    surname = line.vocabulary.is_surname(line.words[index - 1])
    if surname and (_is_past(line, index) or word in line.grammar.holders or _is_another(line, index)):
        return True  # رجب طيب أردوغان دان, مايك بومبيو خليفة, حسن روحاني ترامب
    imperfect = word[0] in "يت" and len(word) > _SHORTEST_IMPERFECT and not word.endswith(("ا", "ه"))
    if surname and imperfect and not is_name_word(line, index, name_words):
        return True  # بوتفليقة يهنئ
    if (surname or line.words[index - 1].startswith("ال")) and _is_deed(line, index, name_words):
        return True  # كريم الكتبي أدى, ترمب تركزت
    plural = word.startswith("ال") and word.endswith(("ين", "ون")) and len(word) > _SHORTEST_PLURAL
    thing = word.startswith("ال") and line.vocabulary.is_noun(word[2:])  # روزا فيراري الجائزة, سمير الكتبي القبر
    thing = thing and (word.endswith("ه") or line.words[index - 1].startswith("ال"))
    thing = thing and line.words[index - 1].removeprefix("و") not in line.grammar.given_names  # حسن الإدارة
    if not (plural or thing or (word,) in line.rules.countries or (word[0] in "لب" and len(word) > 3)):
        return False
    if (word,) in line.rules.countries and line.words[index - 1] in line.rules.words["name_ends"]:
        return True
    if word[0] in "لب":
        deed = word[0] == "ل" and word[1:] in line.grammar.words["masdars"]  # لويس لترك
        return (surname or deed) and word not in name_words and word not in line.grammar.given_names
    return not is_name_word(line, index, name_words)


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


def is_particle(line: Line, index: int) -> bool:
    """Tell whether the word is إن or أن, with a clitic or without: فإن, which folds like Van, and بأن, like Ban."""
    word = line.words[index]
    if word not in _PARTICLES:
        return False
    token = line.tokens[index]
    written = line.text[token.start : token.end]
    following = line.word(index + 1)
    spelt = word == "ان" and following.isalpha() and len(following) <= _LONGEST_LETTER_NAME  # إن بي سي
    return ("إ" in written or "أ" in written) and not spelt


def _is_past(line: Line, index: int) -> bool:
    """Tell whether the word is a verb of the past that says or does something, and no given name."""
    word = line.words[index]
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
        return True  # يفوز مادورو, قريبتها مارين
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
    if index + 2 != end or is_name_word(line, index, name_words):
        return False
    if not (line.vocabulary.is_surname(last) or last in name_words):
        return False
    written = line.text[line.tokens[index].end - 2 : line.tokens[index].end]
    imperfect = word[0] in "يت" and len(word) > _SHORTEST_IMPERFECT and line.vocabulary.is_surname(last)
    return imperfect or (written == "ها" and len(word) > _SHORTEST_VERB)


def _is_future(line: Line, index: int) -> bool:
    """Tell whether the word is a verb of the future: سيتناول."""
    word = line.words[index]
    future = word[0] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > _SHORTEST_VERB
    return future and line.words[index - 1].startswith("ال") and not line.vocabulary.is_noun(word)


def _is_no_person(line: Line, index: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether a lone word is a noun that names nobody (البلاغ), a verb (ارتكبوا) or a month (شهر رمضان)."""
    if line.words[index].startswith("وال") and line.entries[index].may_open_demonym:
        return line.word(index + 1) in line.grammar.given_names  # والمصري | سامح رفعت
    if is_particle(line, index) or (index and any(form in _BEFORE_MONTHS for _, form in line.forms[index - 1])):
        return True
    forms = [form for _, form in line.forms[index]]
    if is_name_word(line, index, name_words) or any(form in name_words for form in forms):
        return False
    word = line.words[index]
    if word.endswith("وا") and len(word) >= _SHORTEST_VERB:
        return True
    return any(line.vocabulary.is_noun(form.removeprefix("ال")) for form in forms)


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


def _body(line: Line, name: TaggedName, found: Sequence[Draft], segmenter: CliticSegmenter) -> TaggedName | None:
    if _opens_no_body(line, name.first) or _is_plain(line, name) or is_ground(line, name.first):
        return None
    places = {draft.first for draft in found if draft.kind in _PLACES}
    following = line.word(name.first + 1)
    if line.words[name.first].startswith(_ARTICLES) and name.first + 1 in places and following in _BEARINGS:
        return None  # الجيش جنوب سيناء: a noun with its article governs nothing
    after = adjectives_end(line, name.first + 1)
    definite = line.words[name.first].startswith(_ARTICLES) and line.words[name.first].endswith("ه")
    definite_noun = line.words[name.first].startswith(_ARTICLES)
    for index in range(name.first + 1, name.end):
        # الحكومة المحلية الأمن الكامل: a second noun with its article goes with no noun that has one.
        second = definite and index == after and _is_second(line, index)
        plural = definite_noun and index == name.first + 1 and line.words[index].endswith("ات")
        if second or plural or (index not in places and _ends_body(line, index, segmenter)):
            # What is left of one word describes a body and names none, but for a noun with its article that opens one.
            alone = definite and any(line.heads_at(name.first))
            return name._replace(end=index) if alone or index > name.first + 1 else None
    return name


def _names_person(line: Line, index: int) -> bool:
    """Tell whether a given name follows a noun with its article, which governs none: النادي سمير."""
    if not line.words[index - 1].startswith("ال") or line.words[index] not in line.grammar.given_names:
        return False
    part = line.vocabulary.name_parts.get(line.words[index])
    return part is not None and not part.is_ambiguous


def _opens_no_body(line: Line, index: int) -> bool:
    """Tell whether the words are of anything but a body: وسائل الإعلام, حركة المرور."""
    following = line.word(index + 1)
    pairs = line.rules.phrases["no_bodies"]
    return any((form, following) in pairs for _, form in line.forms[index])


def _is_plain(line: Line, name: TaggedName) -> bool:
    """Tell whether what the tagger has for a body opens with an office (وزير الصحة) or a noun that opens none.

    It was this sure of firms and clubs that such a noun opens (ريال مدريد), not of other things.
    """
    forms = [form for _, form in line.forms[name.first]]
    holders = [line.grammar.holders.get(form) for form in forms]
    if any(holder is not None and holder.kind is LinkKind.PERSON and holder.number == "s" for holder in holders):
        return True
    if name.confidence >= _SURE_BODY or any(line.heads_at(name.first)):
        return False
    if forms[0].startswith("لل") and line.vocabulary.is_noun(forms[0][2:]):
        return True  # استقطابا للهجرة الداخلية
    word = forms[0]
    if word in line.grammar.given_names and not line.is_stop(name.first):
        return True  # هادي الأوضاع اليمنية
    return not word.startswith("ال") and (line.vocabulary.is_noun(word) or word in line.grammar.words["masdars"])


def _is_second(line: Line, index: int) -> bool:
    word = line.words[index]
    if word[0] == "و":
        return not word.startswith("وال")
    if word.startswith(_ARTICLES):
        return word.startswith("ال") and not word.endswith("ه")
    # الشرطة الهولندية بيغرمان; but الشبكة العربية لحقوق الإنسان.
    clitic = word[0] in "لبك" and (word.startswith("بال") or line.vocabulary.is_noun(word[1:]))
    return not (clitic or line.is_stop(index))


def _ends_body(line: Line, index: int, segmenter: CliticSegmenter) -> bool:
    """Tell whether the word begins what is no part of a body's name: a day, a title, another body, what it does."""
    word = line.words[index]
    rules = line.rules.words
    if word.startswith("لل") and line.words[index - 2].endswith("وزاره"):
        return True  # وزارة النقل للموسم الصيفي
    if word[0] == "ل" and word[1:].isascii():
        return True  # قال في الكنيسة لـCNN
    if is_particle(line, index) or _names_person(line, index) or _is_future(line, index):
        return True
    if word in rules["weekdays"] or word in rules["honorifics"] or word in rules["body_breaks"]:
        return True
    if word.removesuffix("ت") in line.grammar.words["plain_verbs"] and word.endswith("ت"):
        return True
    if word[0] == "و" and len(word) > 3:
        if word[1:] in line.grammar.cues:
            return True  # قوات الأمن وطالب
        written = line.text[line.tokens[index].start : line.tokens[index].end]
        heads = line.rules.heads.get(word[3:], ()) if word.startswith("وال") else ()
        broken = word.endswith("ون") and line.vocabulary.is_noun(word[3:])  # والفنون
        people = word.startswith("وال") and word.endswith(_PLURALS) and not broken
        if people and not line.words[index - 1].endswith((*_PLURALS, "ات")):
            return True  # أجهزة الأمن والمشاركين
        return any(head.kind in _COORDINATED for head in heads) or written.endswith(("ه", "هم", "ها"))
    if word[0] == "ب" and len(word) > 3 and not word.startswith("بال"):
        return segmenter.stem(word)[1] == "ب" and line.vocabulary.is_noun(word[1:])
    return False
