"""Says what kind of holder a source phrase names, and whether it leaves the holder unnamed."""

import re
from dataclasses import dataclass

from musnad.claims.naming import holder_of, is_matter, may_be_name, name_length, outlet_at
from musnad.claims.phrases import Phrase
from musnad.claims.unknown_names import may_be_unknown_name
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Holder
from musnad.model import Anonymity, LinkKind, Span
from musnad.text import fold_word

# A rank or an honorific, which only a name follows: المحافظ اللواء فلان.
_HONORIFICS = frozenset({"اللواء", "العميد", "العقيد", "المهندس", "الدكتور", "الدكتوره", "الاستاذ", "الشيخ", "السيد"})
_MANY = (LinkKind.ANON, LinkKind.GROUP)
_HEADS = frozenset({"زعيم", "امين"})
_ON_BEHALF = "باسم"
_ADJECTIVE_ENDINGS = ("ي", "يه", "ين", "ون", "ات", "ا")
_PEOPLE = "شعب"
_ANOTHER = frozenset({"اخر", "اخري", "ثان", "ثالث", "رابع"})
_PLACE_NOUNS = frozenset({"منطقه", "محافظه", "مدينه", "بلده", "قريه", "ولايه", "اقليم", "ناحيه", "قضاء", "مديريه"})
_EXCELLENCIES = frozenset({"معالي", "سمو", "سعاده", "فخامه", "جلاله", "سياده", "فضيله", "سماحه", "دوله", "حضره"})
_OWNED = frozenset({"اداره", "مكتب", "حكومه", "عايله", "حمله", "نظام"})
_FAMILIES = frozenset({"عايله", "اسره", "قبيله", "عشيره"})
_NOW = "الآن"  # folds as the name آلان does
# Words in the names of papers and stations that the lexicon of outlets does not hold.
_PRESS = frozenset({"تايمز", "بوست", "نيوز", "تلغراف", "تليغراف", "جورنال", "هيرالد", "تريبيون", "غازيت", "توداي"})


@dataclass(frozen=True, slots=True)
class Known:
    """A holder the article has named: where, what kind, and the gender and number its verbs take.

    `entry` is the id of an outlet that the lexicon knows.
    """

    span: Span
    kind: LinkKind
    anonymity: Anonymity | None
    gender: str
    number: str
    words: tuple[str, ...]
    entry: str | None = None


def classify(
    view: SentenceView,
    phrase: Phrase,
    first: int,
    words: tuple[str, ...],
    known: list[Known],
) -> tuple[LinkKind, Anonymity | None, str, str]:
    """Return (kind, anonymity, gender, number) of the holder whose head stands at `first`; `words` are its stems."""
    clitic = 1 if view.word(first).startswith("ل") and not view.word(first).startswith("لل") else 0
    head = holder_of(view, first)
    named = outlet_at(view, first) or (outlet_at(view, first, clitic=1) if clitic else None)
    if head is None and named:
        return LinkKind.OUTLET, None, "", "s"
    if head is not None and head.kind is LinkKind.OUTLET:
        return LinkKind.OUTLET, None, head.gender, head.number
    if head is None:
        return _classify_unlisted(view, phrase, first, words, known)
    if head.kind is LinkKind.DOCUMENT and view.word(first).startswith("ال"):
        told = (
            holder for holder in reversed(known) if holder.kind is not LinkKind.DOCUMENT and words[0] in holder.words
        )
        same = next(told, None)  # the last who made a statement, not the one who is named most fully
        if same is not None:
            return same.kind, same.anonymity, head.gender, head.number
    if words[0] == "تقارير":
        # تقارير whose author no one names are the press at large.
        return LinkKind.OUTLET_GROUP, None, head.gender, head.number
    if head.kind in (LinkKind.ANON, LinkKind.PERSON):
        return _person_kind(view, phrase, first, words, known)
    return head.kind, None, head.gender, head.number


def _classify_unlisted(
    view: SentenceView, phrase: Phrase, first: int, words: tuple[str, ...], known: list[Known]
) -> tuple[LinkKind, Anonymity | None, str, str]:
    """Return what a phrase names whose head no lexicon holds: by an earlier mention, by its form, else a person."""
    # وكيل سامي كامل is another than كامل: of an unnamed person's words only the first is he.
    same = recall(words, [held for held in known if held.kind not in _MANY or held.words[0] == words[0]])
    if same is not None:
        return same.kind, same.anonymity, same.gender, same.number
    kin = _owned_holder(view, first)
    if kin is not None and kin.kind is LinkKind.ANON:
        return kin.kind, kin.anonymity, kin.gender, kin.number
    if view.word(first) == "هولاء" or view.word(phrase.first)[:1].isdigit():
        return LinkKind.GROUP, None, "m", "p"  # هؤلاء، 39 في المائة من الناخبين
    if is_matter(view, first):
        return LinkKind.DOCUMENT, None, "", "s"  # الهجوم أظهر أن: it shows something, and is no person
    if _is_body(view, first, phrase.end) or _is_construct_of_place(view, first):
        return LinkKind.ORG, None, "f", "s"
    definite = view.word(first).startswith("ال")
    plural = words[0].endswith(("يون", "يين")) or (definite and words[0].endswith("ون"))
    if plural and len(words[0]) > 5 and not view.is_given(first):
        # قانونيون، المعتدون: persons, named by what they are.
        return (LinkKind.GROUP, None, "m", "p") if definite else (LinkKind.ANON, Anonymity.OTHER, "m", "p")
    if view.raw(first).endswith(("وه", "وها", "وهم")) and len(words[0]) > 5 and not view.is_given(first):
        return LinkKind.ANON, Anonymity.OTHER, "m", "p"  # منتقدوه، مؤيدوها: persons, by what they are to another
    if view.word(first) in _ANOTHER and (len(words) == 1 or view.word(first).startswith("اخر")):
        return LinkKind.ANON, Anonymity.OTHER, "m", "s"
    if words[0] == _PEOPLE and definite:
        return LinkKind.GROUP, None, "m", "s"
    if any(word in _PRESS for word in words):
        return LinkKind.OUTLET, None, "f", "s"
    counted = view.within(phrase.first, "quantity_heads") or view.word(phrase.first).startswith("للعديد")
    if (
        counted
        or view.word(first) in {"كثيرون", "البعض", "اخرون"}
        or view.word(first) in view.grammar.words["some_of_them"]
    ):
        return (LinkKind.ANON, Anonymity.OTHER, "m", "p")  # بعض الحكام، الكثير: persons whom nobody names
    if view.tokens[phrase.first].is_quote and len(words) == 1 and view.word(first).startswith("ال"):
        surname = words[0].endswith("ي")  # "الحربي": a family's name set off by marks, as papers of the Gulf do
        if surname:
            return LinkKind.PERSON, None, "", "s"
    if view.tokens[phrase.first].is_quote and not _is_named(view, first, phrase.end):
        inside = [view.word(at) for at in range(first, phrase.end) if view.tokens[at].is_word]
        outlet = view.grammar.outlet_names.find(inside, announced=True)  # نقلته «المرسى»: the marks announce a paper
        return LinkKind.OUTLET if outlet else LinkKind.ORG, None, "", "s"
    gender = next((view.grammar.given_names[w] for w in words if w in view.grammar.given_names), "")
    return LinkKind.PERSON, None, gender if gender in "mf" else "", "s"


def _is_body(view: SentenceView, first: int, end: int) -> bool:
    """Tell whether an unknown head looks like a body's noun (الغرفة، مصالح، شركات), not like a name."""
    if _is_named(view, first, end):
        return False
    raw = view.raw(first)
    return (raw.startswith(("ال", "لل")) and raw.endswith("ة")) or (raw.endswith("ات") and len(raw) > 4)


def _is_construct_of_place(view: SentenceView, first: int) -> bool:
    """مدينة الملك فهد للعلوم، مكتبة الأمير سالم: such a noun is a body, whose name may hold a man's."""
    return view.word(first) in view.grammar.words["places_of_work"] and view.word(first + 1).startswith("ال")


def _is_named(view: SentenceView, first: int, end: int) -> bool:
    return any(view.is_given(at) for at in range(first, end))


def _gender(view: SentenceView, first: int, end: int) -> str:
    """المندوب الدائم السفيرة مريم: the honorific right before her name tells that she is a woman."""
    honoured = ("السفيره", "الدكتوره", "السيده", "المهندسه", "الاستاذه", "الوزيره")
    return "f" if any(view.word(at) in honoured and view.is_given(at + 1) for at in range(first, end - 1)) else ""


def is_construct(view: SentenceView, first: int, end: int) -> bool:
    """زوجة الرئيس، زعيم طالبان: the noun behind it makes the office one man's; in مسؤول أمريكي it does not."""
    after = first + 1
    if after >= end or view.word(first).startswith("ال"):
        return False
    word = view.word(after)
    return word.startswith("ال") or view.is_given(after) or view.within(after, "countries")


def _owned_holder(view: SentenceView, index: int) -> Holder | None:
    """Return the holder that a noun with a pronoun names: شقيقه، جارته، محاميها."""
    word = view.word(index)
    ours = word.endswith("نا") and len(word) > 5  # مراسلنا، محدثنا، مصادرنا
    if not view.ends_with_pronoun(index) and not ours:
        return None
    bare = word[:-2] if word.endswith(("ها", "هم", "نا")) else word[:-1]
    stems = (bare, bare.removesuffix("ت") + "ه")
    return next((view.grammar.holders[stem] for stem in stems if stem in view.grammar.holders), None)


def _person_kind(
    view: SentenceView, phrase: Phrase, first: int, words: tuple[str, ...], known: list[Known]
) -> tuple[LinkKind, Anonymity | None, str, str]:
    head = holder_of(view, first)
    assert head is not None
    if words[0] in _EXCELLENCIES and first + 1 < phrase.end and len(words) > 1 and holder_of(view, first + 1):
        first, words = first + 1, words[1:]  # معالي وزير الداخلية
        head = holder_of(view, first) or head
    if _withholds_name(view, first, phrase.end):
        anonymity = head.anonymity if head.kind is LinkKind.ANON else Anonymity.OFFICIAL
        return LinkKind.ANON, refine(words, anonymity), head.gender, head.number
    definite = view.word(first).startswith(("ال", "لل"))
    settled = definite or head.kind is LinkKind.PERSON or any(view.is_comma(n) for n in range(first, phrase.end - 1))
    if has_name(view, first + 1, phrase.end, definite=settled) and (head.is_title or head.kind is LinkKind.PERSON):
        return LinkKind.PERSON, None, _gender(view, first, phrase.end) or head.gender, head.number
    family = words[0] in _FAMILIES and (definite or is_construct(view, first, phrase.end))
    if not family and (definite or head.kind is LinkKind.PERSON or is_construct(view, first, phrase.end)):
        same = recall(words, known)
        if same is not None and same.kind in (LinkKind.ANON, LinkKind.PERSON):
            return same.kind, same.anonymity, head.gender, head.number
    if family or is_collective(view, phrase, first, words[0]):
        return LinkKind.GROUP, None, head.gender, head.number
    if head.kind is LinkKind.PERSON:
        state = len(words) > 1 and (
            words[1] in view.grammar.words["state_bodies"]
            or view.word(first + 1) in view.grammar.words["countries"]
            or " ".join(view.words[first + 1 : first + 3]) in view.grammar.words["countries"]
        )
        state = state or _heads_body(view, first, phrase.end)
        calling = words[0] in view.grammar.words["callings_of_many"]
        many = calling or words[0] in view.grammar.words["officials_of_many"]
        many = many and all(word.endswith("ي") for word in words[1:])
        unnamed = many and not _is_named_elsewhere(view, first)  # القاضي: one of many
        if (definite and not unnamed) or words[0] in {"وزير", "وزيره"}:
            return LinkKind.PERSON, None, head.gender, head.number
        if state and words[0] in view.grammar.words["sole_offices"]:
            return LinkKind.PERSON, None, head.gender, head.number
        return LinkKind.ANON, Anonymity.OTHER if calling else Anonymity.OFFICIAL, head.gender, head.number
    return LinkKind.ANON, refine(words, head.anonymity), head.gender, head.number


def _withholds_name(view: SentenceView, first: int, end: int) -> bool:
    """المسؤول، الذي لم يكشف عن اسمه،: a noun alone whose bearer keeps his name back names nobody, article or not."""
    withheld = any(view.word(at) in view.grammar.words["identity"] for at in range(first + 1, end))
    return withheld and not _is_named(view, first, end)


def _is_named_elsewhere(view: SentenceView, first: int) -> bool:
    """Tell whether the text has the calling before a given name: القاضي سامي كامل."""
    behind = re.findall(rf"{re.escape(view.raw(first))}\s+([^\W\d_]+)", view.text)
    names = {fold_word(word) for word in behind} - view.grammar.words["complementisers"]
    return not names.isdisjoint(view.grammar.given_names)


def _heads_body(view: SentenceView, first: int, end: int) -> bool:
    """زعيم حركة طالبان، أمين عام جامعة الدول العربية: a body that the lexicon knows by name has one head."""
    at = first + 1 + (view.word(first + 1) == "عام")
    head = view.word(first) in _HEADS
    return head and at < end and (name_length(view, at) > 1 or (view.word(first) == "زعيم" and _is_org(view, at)))


def _is_org(view: SentenceView, index: int) -> bool:
    holder = holder_of(view, index)
    return holder is not None and holder.kind is LinkKind.ORG


# Plurals of persons that name nobody even with the article: المسؤولون، الشهود are whoever spoke.
_UNNAMED_PLURALS = frozenset(
    {
        "مسوول",
        "مسيول",
        "متحدث",
        "ناطق",
        "شهود",
        "سكان",
        "كبار",
        "محقق",
        "مدعي",
        "مدع",
        "ناج",
        "مستشار",
        "مساعد",
        "موظف",
        "بعض",
        "كثير",
        "اخر",
        "فرق",
        "اشخاص",
        "رجال",
        "مقرب",
        "مستخدم",
    }
)
_PLURAL_ENDINGS = ("ون", "ين", "ات", "و", "ي")
_COLLECTIVES = (Anonymity.OFFICIAL, Anonymity.WITNESS, Anonymity.ACTIVIST, Anonymity.OTHER)


def is_collective(view: SentenceView, phrase: Phrase, first: int, word: str) -> bool:
    """المتظاهرون، أعضاء اللجنة، قادة المعارضة: a definite plural is a body of people that can be told."""
    head = holder_of(view, first)
    if head is None or head.number != "p" or head.anonymity not in _COLLECTIVES:
        return False
    if view.within(phrase.first, "quantity_heads"):
        return False
    bare = next((word.removesuffix(ending) for ending in _PLURAL_ENDINGS if word.endswith(ending)), word)
    if word in _UNNAMED_PLURALS or bare in _UNNAMED_PLURALS:
        return False
    return view.word(first).startswith("ال") or _owner_is_definite(view, first, phrase.end)


def _owner_is_definite(view: SentenceView, first: int, end: int) -> bool:
    """أعضاء اللجنة، مرشحو حزب العدل: the chain of nouns ends in one that is definite."""
    for at in range(first + 1, min(end, first + 4)):
        word = view.word(at)
        if not view.tokens[at].is_word or word in view.grammar.words["prepositions"]:
            return False
        if word.startswith(("ال", "لل")) or view.within(at, "countries") or view.is_given(at):
            return True
    return False


_BRANCHES = {
    Anonymity.MILITARY: ("عسكري", "عسكريه", "جيش", "عسكريين", "عسكريون"),
    Anonymity.SECURITY: (
        "امني",
        "امنيه",
        "شرطه",
        "استخبار",
        "مخابرات",
        "استخبارات",
        "امنيين",
        "امنيون",
        "استخباراتي",
    ),
    Anonymity.DIPLOMAT: ("دبلوماسي", "دبلوماسيه", "دبلوماسيين", "دبلوماسيون"),
    Anonymity.OFFICIAL: ("حكومي", "حكوميه", "رسمي", "رسميه", "مسووله", "مسوول", "وزاره", "وزاري"),
}


def refine(words: tuple[str, ...], anonymity: Anonymity | None) -> Anonymity | None:
    """Return the class that the phrase's adjectives give an unnamed source (مصدر عسكري -> military)."""
    if anonymity in (Anonymity.SOURCE, Anonymity.OFFICIAL):
        for branch, adjectives in _BRANCHES.items():
            if any(word in adjectives for word in words[1:]):
                return branch
    return anonymity


def has_name(view: SentenceView, first: int, end: int, *, definite: bool) -> bool:
    """Tell whether a person's name stands among tokens [first, end) of a phrase.

    A known given name decides; after a definite title so do two words in a row that are no common nouns.
    """
    for index in range(first, end):
        known = view.is_given(index) and view.raw(index) != _NOW
        owned = view.word(index - 1).removeprefix("ب") in _OWNED  # مسؤول في إدارة ترامب: he is not Trump
        if known and holder_of(view, index) is None:
            return not owned
    if not definite:
        return False
    for index in range(first, end - 2):
        if view.word(index) in _HONORIFICS and holder_of(view, index + 1) is None and view.tokens[index + 2].is_word:
            return True
    for index in range(first + 1, end - 2):
        set_off = view.is_comma(index) and may_be_unknown_name(view, index + 1)
        if set_off and view.tokens[index + 2].is_word and may_be_unknown_name(view, index + 2):
            return True  # المتحدث باسم الجيش، بيورن ستورسن،
    for index in range(first, end):
        if not may_be_name(view, index) or _names_no_person(view, index):
            continue
        if index == first == end - 1 and view.word(index).endswith("ي") and not view.word(first - 1).startswith("ال"):
            continue  # زعيم قبلي: an adjective
        follows = index + 1 < end and view.tokens[index + 1].is_word
        if index == first or (follows and (may_be_name(view, index + 1) or view.word(index + 1).startswith("ال"))):
            return True
    return _ends_in_name(view, first, end)


def _ends_in_name(view: SentenceView, first: int, end: int) -> bool:
    """رئيس بعثة الصليب الأحمر برودر مارك: behind a definite noun two words without article are a name."""
    if end - first < 4 or not view.word(end - 3).startswith(("ال", "لل", "بال")):
        return False
    return all(
        may_be_unknown_name(view, at) and not view.word(at).endswith(_ADJECTIVE_ENDINGS) for at in (end - 2, end - 1)
    )


def _names_no_person(view: SentenceView, index: int) -> bool:
    """المتحدث باسم الوزارة، شرطة منطقة مكة: «on behalf of», and the name of a place behind its noun."""
    on_behalf = view.word(index) == _ON_BEHALF and not view.is_given(index + 1)
    return on_behalf or view.word(index - 1) in _PLACE_NOUNS


def recall(words: tuple[str, ...], known: list[Known]) -> Known | None:
    """Return the latest earlier holder whose phrase holds all of `words`, the fullest mention first."""
    best: Known | None = None
    for earlier in reversed(known):
        held = earlier.words
        if (best is None or len(held) > len(best.words)) and all(word in held for word in words):
            best = earlier
    return best
