"""Tells a name that no lexicon holds by its place: between a speaker's title and the clause that he states."""

from musnad.claims.naming import holder_of, is_masdar, is_outlet_head, is_prepositional, outlet_at
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_LONGEST = 3  # words of a name that no list knows any of
_LEAST_SET_OFF = 3  # a comma and two words: one word alone between commas is as often an adverb
_NEAR = 5  # tokens in which the clause opens: a time may come between
_OF_A_NAME = frozenset({"عبد", "ابو", "ام", "بن", "ال"})
_NISBA = ("ي", "يه")
_ROLES = (LinkKind.PERSON, LinkKind.ANON)
_NO_NAMES = (
    "prepositions",
    "adverbs",
    "time_words",
    "clause_openers",
    "negators",
    "relatives",
    "demonstratives",
    "auxiliaries",
    "doubling",
    "saying",
    "object_heads",
    "common_nouns",
    "addressees",
    "pronouns",
    "complementisers",
)


def names_up_to_clause(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether one name alone stands from `index` to the clause: قال المدرب كيليان | دوبريه إن.

    Whatever a foreign name looks like, a verb in ي or a noun with a pronoun, nothing else can stand there: what the
    verb takes is the clause.
    """
    head = holder_of(view, first)
    if "clause" not in cue.takes or head is None or head.kind not in _ROLES or index - first < 1:
        return False
    if head.number == "p":
        return False  # يتهم محتجون سالم كامل بأنه: no name is an apposition to a plural
    end = index
    while end < min(len(view), index + _LONGEST) and may_be_unknown_name(view, end):
        end += 1
    return end > index and view.word(end) in view.grammar.words["complementisers"]


def named_between_commas(view: SentenceView, first: int, comma: int) -> int | None:
    """Return the token after the comma that closes a name behind a title: قال الوزير، بيورن ستورسن، إن; or None."""
    head, end = holder_of(view, first), comma + 1
    if head is None or head.kind not in _ROLES or (view.word(end).startswith("م") and view.word(end).endswith("ا")):
        return None  # قال الوزير، مبتسما ابتسامة عريضة، إن: how he spoke
    while end < min(len(view), comma + 1 + _LONGEST) and may_be_unknown_name(view, end):
        end += 1
    if end - comma < _LEAST_SET_OFF or not view.is_comma(end):
        return None
    opens = view.grammar.words["complementisers"]
    return end + 1 if any(view.word(at) in opens for at in range(end + 1, end + _NEAR)) else None


def whole_name_end(view: SentenceView, first: int, end: int) -> int | None:
    """شكر المدير سامي الكتبي | الأمير فهد، قدم سامي الكتبي | هدية: return where a man's name is whole, or None.

    A family's name with its article closes a name: what follows without a comma is another man's rank, or a thing.
    """
    deed = next((at for at in range(first + 1, end) if view.is_given(at - 1) and _is_definite_deed(view, at)), 0)
    if deed:
        return deed  # قرر سالم | الانضمام إلى الحملة
    for at in range(first + 1, end - 1):
        another = view.is_given(at - 1) and may_be_unknown_name(view, at) and _is_another(view, at + 1, end)
        if another or (is_masdar(view, at) and not view.is_given(at) and view.word(at - 1).endswith(_NISBA)):
            return at + another  # هاجم سمير صفير | المغنية أحلام، أراد شاب هندي | إجراء مكالمة
        closed = view.is_given(at - 1) and view.word(at).startswith("ال") and holder_of(view, at) is None
        if not closed or view.is_mark(at + 1) or view.word(at - 1) in _OF_A_NAME:
            continue
        word = view.word(at + 1)
        rank = word in view.grammar.words["titles"] and word.startswith("ال")
        plain = not word.startswith(("ال", "و", "ب", "ل")) and holder_of(view, at + 1) is None
        plain = plain and not view.is_given(at + 1) and word not in view.grammar.words["prepositions"]
        deed = word.startswith("ال") and not view.is_given(at + 1) and not word.endswith(("ي", "يه"))
        if rank or (view.tokens[at + 1].is_word and (plain or (deed and holder_of(view, at + 1) is None))):
            return at + 1
    return None


def _is_definite_deed(view: SentenceView, at: int) -> bool:
    word = view.word(at)
    named = view.is_given(at) or not word.startswith("ال") or word.endswith(_NISBA)
    return not named and is_masdar(view, at, stem=word[2:])


def object_start(view: SentenceView, first: int, end: int) -> int | None:
    """نفذت السلطات المحلية | سلسلة من الجولات، توجه سامي | لإجراء تدريب: return where no subject goes on, or None."""
    for at in range(first + 1, end):
        word, before, words = view.word(at), view.word(at - 1), view.grammar.words
        if is_prepositional(view, at) or word == "ممن":
            return at  # بعض الناس | عندنا
        several = view.raw(first).endswith("ات") and at > first + 1 and before.endswith(("ه", "ي"))
        if several and word.startswith("ال") and not any(view.word(n).startswith("ال") for n in range(first, at)):
            return at  # تقاتل جماعات انفصالية مسلحة | القوات
        if view.is_given(at) or holder_of(view, at) is not None or not view.tokens[at].is_word:
            continue
        named = view.is_given(at - 1) or before in words["countries"]
        if named and word.startswith("ل") and is_masdar(view, at, stem=word[1:].removesuffix("ات")):
            return at
        plain = view.raw(at).endswith(("ة", "ات", "ًا", "اً")) and not word.startswith(("ال", "و", "ب", "ل"))
        whole = named or (before.startswith("ال") and before.endswith(_NISBA))
        if plain and whole and (at > first + 1 or named):
            return at
    return None


def _is_another(view: SentenceView, at: int, end: int) -> bool:
    """المغنية التونسية أحلام: a calling with its article and another name behind it."""
    head = holder_of(view, at)
    person = head is not None and head.kind in _ROLES and view.word(at).startswith("ال")
    return person and any(view.is_given(n) for n in range(at + 1, min(end, at + _LONGEST)))


def may_be_unknown_name(view: SentenceView, index: int) -> bool:
    """Tell whether the word at `index` can be part of a name, for all that the lists of words know."""
    word, words = view.word(index), view.grammar.words
    if not view.tokens[index].is_word or not word.isalpha() or len(word) < 2 or word.startswith(("ال", "لل", "بال")):
        return False
    if any(word in words[name] for name in _NO_NAMES) or view.cues_at(index) or view.raw(index).endswith("اً"):
        return False
    deed = is_masdar(view, index) and not view.raw(index).startswith("أ")  # أفيخاي: no verbal noun opens with أ
    if deed or holder_of(view, index) is not None or is_outlet_head(view, index):
        return False
    if outlet_at(view, index) is not None or outlet_at(view, index, clitic=1) is not None:
        return False  # قال الضابط لرويترز إن: the outlet that was told
    return not (view.ends_with_pronoun(index) and _is_owned(view, word))


def _is_owned(view: SentenceView, word: str) -> bool:
    """نظيره، مساعدها: a listener by what he is to the speaker."""
    bare = word[:-2] if word.endswith(("ها", "هم")) else word[:-1]
    return any(stem in view.grammar.holders for stem in (bare, bare.removesuffix("ت") + "ه"))
