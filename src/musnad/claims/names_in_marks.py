"""Tells the names in quotation marks, and the seats, by which a speaker goes from the words that he says."""

from musnad.claims.naming import holder_of, is_outlet_head, outlet_at
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_INFORMING = frozenset({"ابلغ", "اخبر"})
_ITSELF = frozenset({"نفسها", "نفسه", "انفسهم"})  # تسمي نفسها «كذا»
_KNOWN_AS = frozenset({"المعروف", "المعروفه", "الملقب", "الملقبه", "المسمي", "المسماه", "المكني"})
_SAID_WORDS = 3  # words in marks that may be a sentence
_SEAT = 6  # tokens of where a body has its seat
_SEATED = frozenset({"ومقره", "ومقرها", "مقره", "مقرها"})
_SHORT_NAME = 5  # tokens of ل and an outlet's name in marks
_IN = frozenset({"في", "فى"})
LONGEST_NAME = 8
"""The tokens of a body's name in quotation marks, the marks among them."""
OF_SOMEBODY = frozenset({"اتهم", "وصف"})
"""Verbs whose ب follows the noun that they speak of."""


def purpose_in_marks(view: SentenceView, index: int) -> int | None:
    """التحالف العربي لـ«دعم الشرعية في الجنوب»: longer words in marks tell what a body is for, and no outlet's name."""
    number = view.openings.get(index + 1)
    if number is None or outlet_at(view, index + 2) is not None:
        return None
    closing = view.sentence.quotations[number][1]
    return closing + 1 if _SHORT_NAME < closing - index <= LONGEST_NAME else None


def name_in_quotes(view: SentenceView, index: int, first: int, cue: Cue | None) -> int | None:
    """Return the closing mark of a name in quotation marks (صحيفة "..."), or None for words that are quoted."""
    number = view.openings.get(index)
    if number is None or index == first:
        return None
    closing = view.sentence.quotations[number][1]
    words = sum(view.tokens[n].is_word for n in range(index, closing))
    if cue is not None and "quote" in cue.takes and words >= _SAID_WORDS and _goes_no_further(view, closing + 1):
        return None  # قالت الشركة «الوضع تحت السيطرة».: behind the marks nothing is left that she could say
    if view.word(index + 1).startswith(("بال", "لل")) or _opens_speech(view, index + 1):
        return None
    if view.word(index - 1).startswith("لل") and is_outlet_head(view, index - 1) and words > _SAID_WORDS:
        return None  # قال للوكالة «سنبني جسرا آخر»: a definite noun takes no name of its own
    head = view.word(index - 1).removeprefix("ال")
    named = head in view.grammar.words["named_heads"] or is_outlet_head(view, index - 1)
    holder = holder_of(view, index - 1)
    named = named or (holder is not None and holder.kind is LinkKind.ORG)
    if cue is not None and cue.lemma in OF_SOMEBODY and view.word(index - 1).startswith("ال"):
        named = is_outlet_head(view, index - 1)  # اتهم متحدث باسم الخارجية | «فصائل الجبل» بكذا
    named = named or (holder is not None and holder.is_title and words <= 3)
    if (view.word(index - 1).startswith(("ال", "ل")) or head == "انباء") and not named:
        named = is_outlet_head(view, index - 2) or is_outlet_head(view, first)
    named = named or (view.word(index - 1) in {"ب", "باسم"} and view.word(index - 2) in _KNOWN_AS)
    named = named or view.word(index - 1) in _ITSELF
    clause = view.grammar.words["complementisers"]
    inside = view.word(index - 1) in view.grammar.words["prepositions"]  # في «الساعات الأولى» أن
    if not inside and cue is not None and "clause" in cue.takes and cue.lemma not in OF_SOMEBODY | _INFORMING:
        named = named or view.word(closing + 1) in clause  # لجنة بيع «كذا» | إن: who speaks has the name
    if view.word(index - 1) == "ب" and words <= _SHORT_NAME - 2:
        man = holder_of(view, index - 2)  # مسؤول بـ«جبهة النهر»: behind a man's noun the marks hold whose he is
        named = named or (man is not None and man.is_title and index - 2 == first)
    # رئيس القسم في «كذا»: two words in marks name the body; longer ones are what he says.
    named = named or (view.word(index - 1) in _IN and words <= 2 and not _tells_when(view, index + 1))
    return closing if named and words <= 6 else None


def _goes_no_further(view: SentenceView, index: int) -> bool:
    after = index + view.is_comma(index)
    goes_on = view.participle_cue(after) is not None or view.finite_cue(after) is not None
    return ends_sentence(view, index) or (after > index and goes_on)


def _opens_speech(view: SentenceView, index: int) -> bool:
    """قالت الشرطة «إنهما بخير»، «لن ننسى»: such a word opens what is said, and no name."""
    listed = ("prepositions", "complementisers", "negators", "pronouns", "demonstratives", "auxiliaries")
    return any(view.word(index) in view.grammar.words[name] for name in listed)


def _tells_when(view: SentenceView, index: int) -> bool:
    """في «الأيام المقبلة»، في «بيان»: when or where one spoke, marks or no marks."""
    words = view.grammar.words
    listed = words["time_words"] | words["venues"] | words["interviews"]
    return view.word(index) in listed or view.word(index).removeprefix("ال") in listed


def seat_end(view: SentenceView, at: int) -> int | None:
    """المرصد الشمالي ومقره في لندن | إن: return where the clause opens behind the place of a body's seat."""
    if view.word(at) not in _SEATED:
        return None
    ahead = range(at + 1, min(len(view), at + _SEAT))
    return next((n for n in ahead if view.word(n) in view.grammar.words["complementisers"]), None)


def ends_sentence(view: SentenceView, index: int) -> bool:
    """Tell whether the sentence is over at `index`."""
    return index >= len(view) or view.word(index) in {".", "!", "؟"}
