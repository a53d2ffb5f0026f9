"""Tells where a body's name that the tagger sees ends, and what of it is no body."""

from collections.abc import Sequence

from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.grounds import is_ground
from musnad.mentions.line import Line
from musnad.mentions.name_edges import is_future, is_particle
from musnad.mentions.tagging import TaggedName
from musnad.model import LinkKind, MentionKind

_PLACES = frozenset({MentionKind.COUNTRY, MentionKind.PLACE})
_COORDINATED = frozenset(
    {MentionKind.GOVERNMENT_BODY, MentionKind.ORGANISATION, MentionKind.ARMED_GROUP, MentionKind.FACILITY}
)
# Of 70 tagged bodies that an indefinite noun opens those above this were bodies, of those below 18 of 24 were none.
_SURE_BODY = 0.9
_BEARINGS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"))
_PLURALS = ("ين", "ون")
_ARTICLES = ("ال", "لل")


def bounded_body(line: Line, name: TaggedName, found: Sequence[Draft], segmenter: CliticSegmenter) -> TaggedName | None:
    """Return the tagged body up to where its name ends; None where it is no body."""
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
    holders = [line.grammar.holders.get(form.removeprefix("ال")) for form in forms]
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


def _opens_outlet(line: Line, word: str) -> bool:
    return any(head.kind is MentionKind.OUTLET for head in line.rules.heads.get(word, ()))


def _is_deed_noun(line: Line, word: str) -> bool:
    """Tell whether what is built like a verb is a noun as well: منظمة تعاون."""
    return word in line.grammar.words["masdars"] or line.vocabulary.is_noun(word)


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
    if word[0] == "ل" and (word[1:].isascii() or _opens_outlet(line, word[1:])):
        return True  # قال في الكنيسة لـCNN, رئيس حزب الجمهوريين لإذاعة أوروبا
    if line.vocabulary.is_imperfect(word) and not _is_deed_noun(line, word):
        return True  # منظمة تساعد المهاجرين
    if is_particle(line, index) or _names_person(line, index) or is_future(line, index):
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
