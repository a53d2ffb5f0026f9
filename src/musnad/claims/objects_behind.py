"""Tells by the noun itself that the verb's object opens behind who speaks: a document, a deed, a number."""

from musnad.claims.naming import NISBA, holder_of, is_his_man, is_masdar, name_length
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_COUNTING = frozenset({"عدد", "نسبه", "قيمه", "كلمه", "كميه", "حصيله"})


def counts_things(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    """أصدر المجلس | 41 قرارا: a number before a noun in the accusative counts what is no part of who speaks."""
    if cue is None or index == first or not view.word(index).isdigit():
        return False
    counted = view.raw(index + 1)
    things = counted.endswith(("ا", "اً", "ًا", "ة", "ات")) and not counted.startswith("ال")
    return things and view.word(index - 1).startswith("ال")


def is_object_behind(view: SentenceView, first: int, index: int) -> bool:
    """تلقى الوزير | رسالة، قرر القضاء | تمديد: a document or a deed without the article behind a definite noun."""
    head, previous = holder_of(view, index), view.word(index - 1)
    if is_his_man(view, index - 1) and view.word(index).startswith("ال"):
        return is_masdar(view, index, stem=view.word(index)[2:]) and not view.word(index).endswith(NISBA)
    if view.word(index).startswith("ال"):
        return _is_definite_matter(view, first, index)
    paper = head is not None and head.kind is LinkKind.DOCUMENT
    titled = not previous.startswith("ال") and holder_of(view, index - 1) is not None  # سالم أمين | مبادرة كذا
    listed = view.word(index) in view.grammar.words["matters"] or view.word(index) in _COUNTING
    matter = head is None and listed and not titled
    if not (paper or matter or is_masdar(view, index)):
        return False
    whole = previous.startswith("ال") or view.is_given(index - 1) or previous.endswith("ون")  # محتجون | هتافات
    return whole and not view.has_conjunction(index)


def _is_definite_matter(view: SentenceView, first: int, index: int) -> bool:
    """نفى كامل | التهم، انتقد سالم كامل | الصفقة: behind a name a matter with the article is no part of it."""
    named = view.is_given(index - 1) or (index - 1 == first and holder_of(view, first) is None)
    if not named or view.word(index - 1).startswith("ال") or view.is_given(index) or view.raw(first).endswith("ة"):
        return False
    return view.word(index)[2:] in view.grammar.words["matters"] and holder_of(view, index) is None


def is_other_state(view: SentenceView, first: int, index: int) -> bool:
    """هدد سالم كامل | لبنان، دعت الأمم المتحدة | لبنان: behind a whole name a state is of whom the verb speaks."""
    if not view.within(index, "countries") or view.is_given(index) or view.word(index).endswith("يه"):
        return False  # وزارة الحرس الوطني | السعودية: an adjective as well
    joined = view.bare(index) != view.word(index)
    named = view.is_given(index - 1) and index - 1 > first
    return not joined and (named or (index - first > 1 and name_length(view, first) == index - first))
