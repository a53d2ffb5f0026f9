"""Counts the killed and wounded that a phrase names, as an interval."""

from musnad.events.phrases import Phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.model import Amount

_UNITS = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4,
    "اربع": 4, "خمسه": 5, "خمس": 5, "سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "تسعه": 9,
    "تسع": 9, "عشره": 10, "عشر": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40,
    "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70, "ثمانون": 80,
    "ثمانين": 80, "تسعون": 90, "تسعين": 90, "ميه": 100, "مايه": 100, "ميتان": 200, "ميتين": 200, "مايتي": 200,
    "مايتين": 200,
}  # fmt: skip
_SCALES = {"الف": 1000, "الفا": 1000, "الاف": 1000, "مليون": 1_000_000, "ملايين": 1_000_000}
# Plurals of number words that leave the number open: at least twice the unit.
_VAGUE = {"عشرات": 20, "العشرات": 20, "ميات": 200, "الميات": 200, "الاف": 2000, "الالاف": 2000}
_COUNTING = frozenset(_UNITS) | frozenset(_SCALES) | frozenset(_VAGUE)
_ABOVE = frozenset({"اكثر", "فوق", "يفوق", "تجاوز", "يتجاوز"})
_ABOUT_WORDS = frozenset({"نحو", "حوالي", "قرابه", "زهاء"})
# «نحو 50» is read as 45 to 55, as a quantity among the mentions is.
_ABOUT = 0.1
_PEOPLE_DUAL = ("ان", "ين")
_AT_LEAST = frozenset({"اقل", "الاقل"})
_MANY = frozenset({"عدد", "عده", "بعض", "بضعه"})
_OPEN = frozenset({"جميع", "كل", "اخرون", "اخرين", "اخرى"})
_NOT_DUAL = frozenset({"سلطان", "انسان", "لبنان", "عثمان", "سليمان", "حسين", "ياسين", "نيسان", "اردوغان", "حزيران"})


def count_of(sentence: EventSentence, phrase: Phrase) -> Amount | None:
    """Return how many people the phrase counts, None where it does not say; joined phrases add up."""
    total: Amount | None = None
    for one in (phrase, *phrase.also):
        counted = _count(sentence, one)
        if counted is None:
            continue
        if total is None:
            total = counted
        else:
            most = None if total.most is None or counted.most is None else total.most + counted.most
            total = Amount(total.least + counted.least, most)
    return total


def _count(sentence: EventSentence, phrase: Phrase) -> Amount | None:
    first = phrase.first
    words = [sentence.words[n].stem for n in range(first, min(phrase.end + 2, len(sentence)))]
    before = {sentence.stem(n) for n in range(max(0, first - 2), first)} | set(words[:3])
    following = {sentence.folded(n) for n in range(first, min(phrase.end + 3, len(sentence)))}
    at_least = bool(_ABOVE & before) or bool(_AT_LEAST & following)
    vague = next((_VAGUE[word] for word in words[:2] if word in _VAGUE), None)
    number = read_number(
        [
            sentence.words[n].folded.lstrip("وب") if n > first else sentence.words[n].stem
            for n in range(first, min(phrase.end + 1, len(sentence)))
        ]
    )
    if number is not None:
        if _ABOUT_WORDS & before and not at_least and number >= 10:
            return Amount(round(number * (1 - _ABOUT)), round(number * (1 + _ABOUT)))
        return Amount(number, None if at_least else number)
    if vague is not None:
        return Amount(vague, None)
    return _by_form(sentence, phrase)


def read_number(words: list[str]) -> float | None:
    """Return the number that the words begin with, after words like نحو, or None."""
    total, current, seen = 0.0, 0.0, False
    for position, word in enumerate(words):
        if (position == 0 and word in {"نحو", "حوالي", "قرابه", "زهاء", "اكثر", "ما", "عدد"}) or (
            not seen and word == "من"
        ):
            continue
        value = _UNITS.get(word)
        if value is None and word and word[0].isdigit():
            value = _digits(word)
        if value is not None:
            current, seen = current + value, True
            continue
        if word in _SCALES and seen:
            total, current = total + max(current, 1) * _SCALES[word], 0
            continue
        if word == "و" and seen:
            continue
        break
    return total + current if seen else None


def _digits(word: str) -> int | None:
    plain = word.replace(",", "").replace("٬", "").replace(".", "") if len(word) > 4 else word
    return int(plain) if plain.isdigit() and len(plain) < 10 else None


def _by_form(sentence: EventSentence, phrase: Phrase) -> Amount | None:
    """Return two for a dual, one for an indefinite or named single person, None for plurals without a number."""
    word = sentence.words[phrase.first]
    stem = word.stem
    if word.kind is Kind.NUMBER or stem in _MANY | _OPEN:
        return None
    if stem.endswith("ان") and len(stem) > 4 and stem not in _NOT_DUAL and not word.name:
        return Amount(2, 2)
    if stem.endswith("ين") and len(stem) > 4 and stem not in _NOT_DUAL and not word.name:
        following = sentence.at(phrase.first + 1)
        dual = following is not None and following.stem.endswith("ين") and not following.stem.endswith("يين")
        return Amount(2, 2) if dual or word.gender == "f" or stem.endswith(("تين", "ديين", "صين")) else None
    if stem.endswith(("اه", "اها", "اهم")) and len(stem) > 5:
        return Amount(2, 2)
    stem = stem.removesuffix("ا") if len(stem) > 3 else stem
    grammar = sentence.vocabulary.grammar
    holder = grammar.holders.get(stem)
    single = holder is not None and holder.number == "s" and holder.kind.value in ("person", "anon")
    if single or stem in grammar.given_names or stem in _SINGLE:
        return Amount(1, 1)
    return None


_SINGLE = frozenset(
    {"شخص", "رجل", "امراه", "طفل", "طفله", "جندي", "شرطي", "مدني", "متظاهر", "شاب", "فتي", "فتاه", "صحافي", "صحفي",
     "قيادي", "ضابط", "عنصر", "مقاتل", "مسلح", "ارهابي", "فلسطيني", "مواطن", "عامل", "طالب", "موظف", "سايق", "مسن",
     "نجل", "ابن", "قايد", "زعيم", "انتحاري", "مهاجم", "حارس", "سجين", "ناشط", "محتج"}
)  # fmt: skip


_DEAD = frozenset({"قتيل", "قتيلا", "قتيلين", "قتيلان", "قتلي", "شهيد", "شهيدا", "شهيدين", "شهداء"})
# Further than this the dead of another deed are counted.
_REACH = 20
_HURT = frozenset({"جريح", "جريحا", "جريحين", "جريحان", "جرحي", "مصاب", "مصابا", "مصابين", "مصابون"})


def count_casualties(sentence: EventSentence, trigger: int) -> tuple[Amount | None, Amount | None]:
    """Return the killed and the wounded that the sentence counts by nouns: خمسة قتلى، عشرات القتلى والجرحى."""
    killed: Amount | None = None
    wounded: Amount | None = None
    last: Amount | None = None
    for index, word in enumerate(sentence.words):
        if (word.stem not in _DEAD and word.stem not in _HURT) or abs(index - trigger) > _REACH:
            continue
        counted = _before(sentence, index)
        if counted is None and word.conjunction:
            counted = last  # عشرات القتلى والجرحى
        last = counted
        if word.stem in _DEAD:
            killed = killed or counted
        else:
            wounded = wounded or counted
    return killed, wounded


def _before(sentence: EventSentence, index: int) -> Amount | None:
    stem = sentence.stem(index)
    if stem.endswith(("ين", "ان")) and stem[:-2] in _DEAD | _HURT and not stem.startswith("مصاب"):
        return Amount(2, 2)
    first = index
    while first > 0 and (
        sentence.kind(first - 1) is Kind.NUMBER
        or sentence.stem(first - 1) in _COUNTING
        or sentence.folded(first - 1) in ("من", "علي", "الاقل", "عن")
    ):
        first -= 1
    if first == index:
        return Amount(1, 1) if stem in ("قتيل", "قتيلا", "شهيد", "جريح", "جريحا") else None
    return _count(sentence, Phrase(first, index))
