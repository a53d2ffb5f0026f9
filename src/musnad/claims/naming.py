"""Says what a word or a run of words names: a holder, an outlet, a listener, a deed."""

import re
from dataclasses import replace
from functools import lru_cache

from musnad.claims.view import SentenceView
from musnad.languages.grammar import Holder
from musnad.model import Anonymity, LinkKind

# Verbal nouns by their shape: إطلاق، اعتراض، استهداف (with or without a pronoun) and تدمير.
_MASDAR = re.compile(
    r"^(?:ا(?!ل)\w{2,4}ا\w|ت\w{1,3}ي\w|اجراء|الغاء|انهاء|القاء|اعطاء|الحاق|الزام|الهام)(?:ت?(?:ه|ها|هم|هما))?$"
)


# With the article no verb can stand there: التوصل، التعاون، المشاركة.
_DEFINITE_MASDAR = re.compile(r"^(?:ت\w{2}[^\Wي]|ت\wا\w{2}|م\wا\w{2}ه)$")
_SHORTEST_PLURAL = 7  # letters with the article: المدين and العين are no plurals
OUR_REPORTERS = frozenset(
    {"مراسلنا", "مراسلتنا", "مندوبنا", "مندوبتنا", "موفدنا", "موفدتنا", "محررنا", "محررتنا", "مراسلونا", "مراسلينا"}
)
REPORTERS = OUR_REPORTERS | {"مراسل", "مراسله", "مندوب", "مندوبه", "موفد", "موفده"}
"""Who stands for his outlet where one speaks to him: لمراسل إذاعة كذا."""
NISBA = ("ي", "يه", "يين", "يون")
"""Endings of adjectives that tell whose or of where one is: المحلي، المحلية."""
_TELLING = (Anonymity.SOURCE, Anonymity.OFFICIAL)
_WAVES = ["اف", "ام"]
_THE_AGENCY = frozenset({"الوكاله", "للوكاله"})
_NATIONAL = frozenset({"الوطنيه", "الاتحاديه", "الحكوميه"})
_OF_NEWS = frozenset({"للاعلام", "للانباء", "للاخبار"})
_TIMED = 5  # tokens of a time, with the clause behind it
_COUNT = 3  # figures of a number that counts speakers: longer ones are years
_DOTTED = 3  # words in ية by which a text shows that it dots them
_ON_BEHALF = "باسم"  # spelled like the name Basim
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_WITH_PRONOUN = frozenset({"ل", "ب", "مع", "عن", "من", "في", "علي", "الي", "لدي", "عند"})


def holder_of(view: SentenceView, index: int) -> Holder | None:
    """Return the holder that the word at `index` heads, its article or conjunction stripped, or None."""
    try:
        return view.heads[index]
    except KeyError:
        found = view.heads[index] = _find_holder(view, index)
        return found


def _find_holder(view: SentenceView, index: int) -> Holder | None:
    lengths = view.grammar.name_lengths
    word = view.word(index)
    whole = f"ال{word[2:]}" if word.startswith("لل") else word  # للأمم المتحدة
    for first in {word, word.removeprefix("و"), whole}:
        for length in range(min(lengths.get(first, 0), len(view) - index), 0, -1):
            key = (first, *view.words[index + 1 : index + length])
            if key in view.grammar.proper_holders:
                return view.grammar.proper_holders[key]
    whole, _, rest = view.word(index).partition(" ")
    if rest:
        # A hashtag of several words: the first is the head, unless the whole is a name.
        proper = view.grammar.proper_holders.get(tuple(view.word(index).split()))
        return proper or view.grammar.holders.get(whole) or view.grammar.holders.get(whole.removeprefix("ال"))
    for word in (view.word(index), view.bare(index)):
        stems = [
            word,
            word.removeprefix("ال"),
            word.removeprefix("لل"),
            word[1:] if word[:1] in "بل" else word,
        ]
        if word.endswith("ا") and len(word) > 4:
            stems.append(word[:-1])
        for stem in stems:
            found = view.grammar.outlet_heads.get(stem)
            if found and (view.word(index + 1) in view.grammar.words["not_outlets"] or _is_state_agency(view, index)):
                return replace(found, kind=LinkKind.ORG)
            found = found or view.grammar.holders.get(stem)
            if found:
                return found
        owned = view.grammar.holders.get(f"{word}ن") if word.endswith(("و", "ي")) and len(word) > 4 else None
        if owned is not None and owned.number == "p" and owned.kind is not LinkKind.ORG:
            return owned  # مسلحو الجماعة: before its owner a plural loses its ن
        own = view.grammar.holders.get(word[:-2]) if word.endswith(("ها", "هم")) else None
        if own is not None and own.anonymity in _TELLING:
            return own  # مصادرها، مسؤوليها
    return None


def _is_state_agency(view: SentenceView, index: int) -> bool:
    """الوكالة الوطنية للغابات: a national agency is an office of the state, save that of news."""
    named = view.word(index).removeprefix("و") in _THE_AGENCY and view.word(index + 1) in _NATIONAL
    return named and view.word(index + 2) not in _OF_NEWS


def name_length(view: SentenceView, index: int) -> int:
    """Return how many words a body's or country's name of the lexicon has that stands at `index`, or 0."""
    first = view.word(index)
    for length in range(min(view.grammar.name_lengths.get(first, 0), len(view) - index), 1, -1):
        if (first, *view.words[index + 1 : index + length]) in view.grammar.proper_holders:
            return length
    return 0


def is_prepositional(view: SentenceView, index: int) -> bool:
    """معه، لهما، وفي: a preposition with its pronoun, or behind و, names nobody."""
    word, bare = view.word(index), view.bare(index)
    if word != bare and bare in view.grammar.words["prepositions"]:
        return True
    if not bare.endswith(_PRONOUNS):
        return False
    # فيهما: its ف is no conjunction.
    return any(form.removesuffix(p) in _WITH_PRONOUN for form in (bare, word) for p in _PRONOUNS)


def past_time(view: SentenceView, at: int) -> int:
    """كشف «كذا» | مطلع الشهر | أن: return where a clause opens behind a time at `at`, or `at` where none does."""
    if view.word(at) not in view.grammar.words["time_words"]:
        return at
    ahead = range(at + 1, min(len(view), at + _TIMED))
    return next((n for n in ahead if view.word(n) in view.grammar.words["complementisers"]), at)


def share_end(view: SentenceView, first: int) -> int | None:
    """Return the token behind a share of people at `first` (39 في المائة من الناخبين), or None."""
    if first >= len(view) or not view.words[first][:1].isdigit():
        return None
    if view.word(first + 1) in {"%", "٪", "بالمايه", "بالميه"}:
        return first + 2
    hundred = view.word(first + 1) == "في" and view.word(first + 2) in {"المايه", "الميه"}
    return first + 3 if hundred else None


def is_counted(view: SentenceView, first: int) -> bool:
    """Tell whether a number counts persons at `first` (78 نائبا، 5 شهود), and no day or year."""
    if first >= len(view) or not view.words[first].isdigit() or len(view.words[first]) > _COUNT:
        return False
    head = holder_of(view, first + 1)
    people = head is not None and head.kind in (LinkKind.ANON, LinkKind.GROUP, LinkKind.PERSON)
    dated = view.word(first - 1) in view.grammar.words["time_words"] or view.is_mark(first - 1)
    return people and not dated and not view.word(first + 1).startswith(("ال", "ل", "ب"))


def outlet_at(view: SentenceView, index: int, *, clitic: int = 0) -> tuple[int, str] | None:
    """Return (tokens, outlet id) of an outlet's name at `index`, or None; `clitic` letters of the word are skipped."""
    first = view.word(index)[clitic:]
    candidates = (first, "ا" + first) if clitic and first.startswith("ل") else (first,)
    for start in candidates:
        for length in range(min(view.grammar.name_lengths.get(start, 0), len(view) - index), 0, -1):
            name = view.grammar.outlets.get((start, *view.words[index + 1 : index + length]))
            if name:
                return length, name
        waves = view.words[index + 2 : index + 4] if index + 1 in view.openings else []
        if waves == _WAVES and (start, *_WAVES) in view.grammar.outlets:
            return len(_WAVES) + 3, view.grammar.outlets[start, *_WAVES]  # الجوهرة "اف ام": part of the name in marks
    return None


def is_outlet_head(view: SentenceView, index: int) -> bool:
    """Tell whether the word is a noun like صحيفة or وكالة, bare or with ال or ل."""
    word = view.word(index)
    heads = view.grammar.outlet_heads
    return any(
        stem in heads
        for stem in (
            word,
            word.removeprefix("ال"),
            word.removeprefix("لل"),
            word[1:] if word[:1] == "ل" else word,
            *_ours(word),
        )
    )


def is_bound_outlet(view: SentenceView, index: int) -> bool:
    """بوكالة الأنباء، بصحيفة كذا: where words came out, and no speaker."""
    word = view.word(index)
    return word.startswith("ب") and word[1:] in view.grammar.outlet_heads and word not in view.grammar.given_names


def _ours(word: str) -> tuple[str, ...]:
    """لصحيفتنا، قناتنا: the page speaks of its own outlet."""
    if not word.endswith("نا") or len(word) < 6:
        return ()
    bare = word.removeprefix("ل")[:-2]
    return bare, bare.removesuffix("ت") + "ه"


def is_addressee(view: SentenceView, index: int) -> bool:
    """Tell whether the word only says who listened: للصحفيين."""
    return view.word(index) in view.grammar.words["addressees"]


def may_be_name(view: SentenceView, index: int) -> bool:
    """Tell whether the word can be part of a person's name: no article, no known noun, adjective or place."""
    word, words = view.word(index), view.grammar.words
    if not view.tokens[index].is_word or len(word) < 2 or not word.isalpha() or word.startswith(("ال", "لل", "بال")):
        return False
    if word == _ON_BEHALF or word in words["demonstratives"]:
        return False  # المتحدث باسم الحكومة، المتحدث نفسه: he is named by nobody
    if (
        word[0] in "بلو"
        and len(word) > 4
        and word not in words["not_glued"] | words["known_lams"] | words["known_waws"]
    ):
        return False
    listed = (
        "prepositions",
        "clause_openers",
        "time_words",
        "adverbs",
        "countries",
        "venues",
        "relatives",
        "common_nouns",
    )
    common = holder_of(view, index) is not None or is_masdar(view, index)
    nisba = word.endswith("يه") and not (view.raw(index).endswith("ه") and _spells_endings_apart(view.text))
    return not common and not nisba and not word.endswith("ات") and not any(word in words[name] for name in listed)


@lru_cache(maxsize=4)
def _spells_endings_apart(text: str) -> bool:
    """Tell whether a text dots its ة, so that a word in يه is a name (ناتالي كوسيه) and no adjective."""
    return text.count("ية ") >= _DOTTED


def is_masdar(view: SentenceView, index: int, *, stem: str = "") -> bool:
    """Tell whether the word, or the `stem` it is given as, looks like a verbal noun without the article."""
    word = stem or view.word(index)
    if word in view.grammar.words["masdars"]:
        return index + 1 not in view.inner_names or bool(stem)  # أمل كامل: her name, and no hope
    if word in view.grammar.words["nisbas_like_deeds"]:
        return False  # مصادر تونسية أن: no deed, whatever its shape
    if view.is_given(index) or word in view.grammar.given_names or word in view.grammar.holders:
        return False
    if word in view.grammar.words["prepositions"]:
        return False  # أثناء، إزاء
    return bool(_MASDAR.match(word)) or (bool(stem) and bool(_DEFINITE_MASDAR.match(word)))


def is_his_man(view: SentenceView, at: int) -> bool:
    """محاميه، والدها، مديرها: tell whether a noun with a pronoun names a person by what he is to another."""
    word = view.word(at)
    bare = word[:-2] if word.endswith(("ها", "هم")) else word[:-1]
    if not view.ends_with_pronoun(at) or word.startswith("ال"):
        return False
    holders = (view.grammar.holders.get(stem) for stem in (bare, bare.removesuffix("ت") + "ه"))
    return any(head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON) for head in holders)


def is_matter(view: SentenceView, at: int) -> bool:
    """الهجوم، تغيير الشروط، تفاصيل الخطة: tell whether a deed or a matter is named at `at`, which is nobody."""
    word, raw = view.word(at), view.raw(at)
    if view.is_given(at) or word in view.grammar.given_names or holder_of(view, at) is not None:
        return False
    if raw.removeprefix("ال").startswith("أ") and word.removeprefix("ال") not in view.grammar.words["matters"]:
        return False  # أفراد، أبناء: plurals, whose أ no verbal noun has
    definite = word.startswith("ال") and not raw.startswith(("إل", "الت"))
    deed = is_masdar(view, at, stem=word[2:]) if definite else is_masdar(view, at)
    return deed or word.removeprefix("ال") in view.grammar.words["matters"]


_IN_WRITING = frozenset(
    {"خطه", "خطط", "مبادره", "قانون", "قوانين", "اتفاق", "اتفاقيه", "مشروع", "مقترح", "برنامج", "نص", "مسوده", "حمله"}
)


def is_in_writing(view: SentenceView, at: int) -> bool:
    """Tell whether the matter at `at` is one that is written down, so that it can demand: تدعو الخطة إلى كذا."""
    return view.word(at).removeprefix("ال") in _IN_WRITING


def is_oblique(view: SentenceView, at: int) -> bool:
    """وأوصت البالغين بالمشي: a plural in ين stands in no nominative, so that it does not speak."""
    word = view.word(at)
    if not (word.startswith("ال") and word.endswith("ين") and len(word) >= _SHORTEST_PLURAL) or view.is_given(at):
        return False
    head, words = holder_of(view, at), view.grammar.words
    if head is not None and head.number != "p" and not word.endswith("يين"):
        return False  # الكرملين, but طالب الحوثيين
    return word not in words["countries"] and word not in words["capitals"] and view.raw(at)[-2:] == "ين"
