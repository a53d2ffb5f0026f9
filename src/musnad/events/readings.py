"""Says where a word cannot tell of the deed that its spelling may tell of: fixed pairs, places of no verb."""

from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.languages.events import Shape
from musnad.model import EventType

_THAT = frozenset({"بان", "بانه", "بانها", "بانهم", "بانهما"})
_ELATIVES = frozenset({"اكثر", "الاكثر", "اقل", "الاقل", "اشد", "الاشد", "اوسع", "الاوسع", "كاكثر", "كالاكثر"})
_FATHERS = frozenset({"ابو", "ابي", "ابا", "بو"})
_NOT = frozenset({"لم", "ولم", "فلم", "اولم", "الم"})
# Further behind a verb, بأن opens what another word says.
_THAT_REACH = 6
_BEFALLING = frozenset({EventType.ASSAULT, EventType.PROTEST})


def befalls(word: Word | None) -> bool:
    """Tell whether the word is of a deed that happens, and that signs nothing: وقع | هجوم."""
    return word is not None and any(one.frame.type in _BEFALLING for one in word.triggers)


def is_fixed_pair(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word makes a pair that tells of no event: صادر عن، إسلام آباد، أقر بأنه."""
    if _is_aide(sentence, index):
        return True
    listed = sentence.vocabulary.lexicon.words
    pairs = listed["no_deeds"]
    if any(one.lemma in listed["admitting"] for one in sentence.words[index].triggers):
        ahead = range(index + 1, index + _THAT_REACH)
        if any(sentence.folded(n) in _THAT for n in ahead):
            return True  # أقر الرجل بأنه، تظاهر بأنه
    for first in (index - 1, index):
        one, other = sentence.at(first), sentence.at(first + 1)
        if one is None or other is None:
            continue
        if f"{one.folded} {other.folded}" in pairs or f"{one.stem} {other.stem}" in pairs:
            return True
        if f"{one.folded} {other.stem}" in pairs or f"{one.stem} {other.folded}" in pairs:
            return True
        if first == index and other.preposition and f"{one.stem} {other.preposition}" in pairs:
            return True
    return False


def _is_aide(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word is a woman's office, and no aid: مساعدة مستشار الرئيس."""
    following = sentence.at(index + 1)
    return sentence.stem(index) == "مساعده" and following is not None and following.title and not following.definite


def tells_degree(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word only says in what something is more or most: الأكثر طلبا، أكثر انتشارا."""
    before, word = sentence.folded(index - 1), sentence.words[index]
    raw = sentence.raw(index).rstrip("\u064b")
    accusative = raw.endswith("ا") and not raw.endswith("وا") and sentence.folded(index - 2) != "علي"
    most = before in _ELATIVES or (sentence.words[index - 1].definite and sentence.folded(index - 2) in _ELATIVES)
    return index > 0 and most and accusative and not (word.definite or word.preposition or word.conjunction)


def is_in_name(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word goes on with a name, or names who bears the title before it: أبو طالب، الدكتورة ملحة."""
    if index > 0 and sentence.folded(index - 1) in _FATHERS:
        return True
    word, before = sentence.words[index], sentence.at(index - 1)
    if index == 0 or before is None or word.definite or word.preposition or word.conjunction:
        return False
    if word.name and any(first < index < end for first, end in sentence.persons.items()):
        return True
    participles = all(one.shape is Shape.PARTICIPLE for one in word.triggers)
    return participles and before.title and before.definite and not sentence.raw(index).endswith(("ا", "اً", "ًا"))


def is_jussive_place(sentence: EventSentence, index: int) -> bool:
    """Tell whether a shortened imperfect can stand here: لم يعتد, or a wish (فليستقل); يستقل alone is another verb."""
    return sentence.folded(index - 1) in _NOT or sentence.folded(index).startswith(("لي", "فلي", "ولي", "لت", "فلت"))


def cannot_be_verb(sentence: EventSentence, index: int) -> bool:
    """Tell whether no finite verb can stand here: behind a preposition, or a perfect right behind another verb."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if before is None or word.conjunction:
        return False
    if word.folded in sentence.vocabulary.lexicon.words["opening_verbs"]:
        described = before.kind is Kind.NOUN and not before.definite and not before.name
        return described or sentence.kind(index + 1) is not Kind.NOUN  # بيان صادر السبت
    if before.kind is Kind.PREPOSITION:
        return before.stem not in ("حتي", "منذ")
    perfect = all(one.shape is Shape.PERFECT and not one.suffixed for one in word.triggers)
    lemma = before.verb.lemma if before.verb is not None else ""
    return before.kind is Kind.VERB and perfect and lemma not in sentence.vocabulary.lexicon.words["auxiliaries"]


def governs(sentence: EventSentence, first: int, end: int) -> bool:
    """Tell whether a bare singular participle stands in construct and so names a doer or a jail: محتجز الرهائن."""
    word, following = sentence.words[first], sentence.at(end)
    bare = not word.definite and not word.stem.endswith(("ون", "ين", "ات", "ا"))
    if not bare or following is None or following.kind is not Kind.NOUN or following.preposition:
        return False
    jail = word.stem in ("معتقل", "محتجز")  # معتقل علي آغا
    return (following.definite or (jail and following.name)) and not following.conjunction


def stands_as_participle(sentence: EventSentence, index: int) -> bool:
    """Tell whether a participle goes on with a report, after a comma or its speaker: ، منتقدا ..."""
    word = sentence.words[index]
    opens = sentence.is_comma(index - 1) or word.conjunction or sentence.is_quote(index - 1)
    if word.folded.endswith("ين") and (sentence.among(index, "actors") or sentence.among(index, "armed")):
        return False  # بين الشرطة ومتمردين: who they are, and not what they do
    if index == 0 or word.folded.endswith("ين"):
        return index > 0 and opens
    before = sentence.words[index - 1]
    somebody = before.name or before.title or index - 1 in sentence.acting or index in sentence.name_ends
    follows = before.kind is Kind.TIME or (before.kind is Kind.NOUN and (before.definite or before.name))
    follows = follows and (somebody or not word.folded.endswith("ه"))  # حياة النساء مهددة
    return word.folded.endswith(("ا", "ه")) and (opens or follows)


def past_time(sentence: EventSentence, index: int) -> int:
    """Return the end of a day or a year that stands by itself, 0 where none does: أول من أمس, 2018."""
    if [sentence.folded(at) for at in range(index, index + 3)] == ["اول", "من", "امس"]:
        return index + 3
    written, alone = sentence.folded(index), sentence.kind(index + 1) is not Kind.NOUN
    year = written.isdigit() and written[:2] in ("19", "20") and len(written) == 4
    return index + 1 if year and alone else 0
