"""Finds the object that stands bare behind a verb's speaker: انتقد الكاتب | سياسة، يعتبر السكان | السد تهديدا."""

from musnad.claims.adjuncts import is_plain_object, skip_adjuncts
from musnad.claims.complement import Complement
from musnad.claims.naming import NISBA, holder_of, is_masdar, outlet_at
from musnad.claims.objects import HOLDING
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_REACH = 9  # tokens of a speaker with his adjectives
_PREDICATE_REACH = 8  # tokens of what is held to be something
_SEEING = frozenset({"راي", "وجد", "لمس"})


def noun_behind_speaker(view: SentenceView, index: int, cue: Cue) -> Complement | None:
    """Return the object of the cue at `index` where it opens right behind a speaker that no name or mark ends.

    A speaker in the nominative takes no bare noun behind him, unless it is a name: what stands there is the object.
    """
    if cue.number not in ("", "s") or cue.object_suffix:
        return None
    first = skip_adjuncts(view, index + 1)
    if not _speaks(view, first):
        return None
    if cue.lemma in HOLDING or cue.lemma in _SEEING:
        return _held(view, index, first, cue)
    if not cue.takes & {"object", "masdar"}:
        return None
    for at in range(first + 1, min(len(view), first + _REACH)):
        if _opens_object(view, first, at, cue):
            return Complement("object", at, index + 1, Phrase(first, at))
        if not _describes(view, first, at):
            return None
    return None


def _speaks(view: SentenceView, at: int) -> bool:
    head = holder_of(view, at)
    if outlet_at(view, at) is not None or view.is_given(at):
        return False  # a name is read with what belongs to it elsewhere
    return head is not None and head.kind is not LinkKind.DOCUMENT


def _describes(view: SentenceView, first: int, at: int) -> bool:
    """Tell whether the word at `at` belongs to the speaker: an adjective, a name, what his office is of."""
    word = view.word(at)
    if not view.tokens[at].is_word or view.cues_at(at) or word in view.grammar.words["prepositions"]:
        return False
    return word.startswith("ال") or word.endswith(NISBA) or view.is_given(at) or at == first + 1


def _opens_object(view: SentenceView, first: int, at: int, cue: Cue) -> bool:
    """Tell whether the noun at `at` is what the verb speaks of and no part of who speaks."""
    word, before = view.word(at), view.word(at - 1)
    if view.is_given(at) or not is_plain_object(view, at) or word.endswith(("ي", "يه")):
        return False
    whole = before.startswith("ال") or view.is_given(at - 1) or (at - 1 > first and before.endswith(NISBA))
    place = at - 1 == first and (before in view.grammar.words["countries"] or before in view.grammar.words["capitals"])
    if place and "object" in cue.takes:
        return word.startswith("ال") and not word.endswith(NISBA) and not view.raw(at).endswith("ة")
    if not whole:
        return False
    if word.startswith("ال"):
        return at - 1 == first and is_masdar(view, at, stem=word[2:])  # تمنى المدرب | التوفيق للفريق
    matter = is_masdar(view, at) or ("object" in cue.takes and word in view.grammar.words["matters"])
    head = holder_of(view, at)
    return matter or ("object" in cue.takes and head is not None and head.kind is LinkKind.DOCUMENT)


def _held(view: SentenceView, index: int, first: int, cue: Cue) -> Complement | None:
    """يعتبر السكان | السد تهديدا، رأت المعارضة | في القرار تراجعا: return what is held, with what it is held to be."""
    for at in range(first + 1, min(len(view), first + _REACH)):
        if cue.lemma in _SEEING:
            if view.word(at) == "في":
                found = _predicate(view, at + 1) is not None
                return Complement("object", at, index + 1, Phrase(first, at)) if found else None
        elif _opens_held(view, first, at):
            return Complement("object", at, index + 1, Phrase(first, at)) if _predicate(view, at) is not None else None
        if not _describes(view, first, at):
            return None
    return None


def _opens_held(view: SentenceView, first: int, at: int) -> bool:
    """Tell whether a definite noun that is no adjective of the speaker opens at `at`."""
    word = view.word(at)
    if view.within(at, "demonstratives") or is_masdar(view, at):
        return True
    if not word.startswith("ال") or word.endswith(NISBA) or view.word(at) in view.grammar.words["titles"]:
        return False
    if not view.word(at - 1).startswith("ال") and not view.is_given(at - 1):
        # خبراء محليون | السد تهديدا; وزير | المالية, تحالف جيش | الشمال go on
        return at - 1 > first and view.word(at - 1).endswith(NISBA)
    return view.word(at + 1) not in view.grammar.given_names


def _predicate(view: SentenceView, at: int) -> int | None:
    """Return where an indefinite accusative opens behind the definite noun at `at`: السد | تهديدا، القرار | خطوة."""
    for index in range(at + 1, min(len(view), at + _PREDICATE_REACH)):
        word = view.word(index)
        noun = view.masdar_cue(index) is not None or view.participle_cue(index) is not None
        if not view.tokens[index].is_word or (view.cues_at(index) and not noun) or view.within(index, "relatives"):
            return None
        if word in view.grammar.words["complementisers"]:
            return None
        if word in view.grammar.words["adverbs"] or word in view.grammar.words["time_words"]:
            continue
        if word.startswith("ال") or view.is_given(index) or view.word(index)[:1] == "و":
            continue
        if (word.endswith("ا") and len(word) > 3) or view.raw(index).endswith(("ة", "اً", "ًا")):
            return index
    return None
