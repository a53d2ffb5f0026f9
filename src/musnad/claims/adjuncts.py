"""Steps over what stands between a cue and its speaker or content: times, venues, manner, speaker switches."""

from musnad.claims.boundaries import is_plain_verb
from musnad.claims.naming import holder_of, is_counted, is_masdar, is_prepositional, outlet_at, share_end
from musnad.claims.told_to import read_told_to
from musnad.claims.view import SentenceView

_WHOSE = frozenset({"له", "لها", "لهم"})
_WITH_IT = frozenset({"به", "بها", "فيه", "فيها"})
_HOLDING_REACH = 9  # tokens from who held an occasion to what was said there


def is_plain_object(view: SentenceView, at: int) -> bool:
    """Tell whether the word at `at` can open a plain object: a noun, not a particle, a time or a cue."""
    words = view.grammar.words
    word = view.word(at)
    outside = (
        "time_words",
        "prepositions",
        "adverbs",
        "clause_openers",
        "relatives",
        "negators",
        "auxiliaries",
    )
    if at >= len(view) or view.within(at, "relatives") or (word[:1] == "و" and view.bare(at) != word):
        return False  # no object opens with «and»
    if at >= len(view) or not view.tokens[at].is_word or is_prepositional(view, at) or is_plain_verb(view, at):
        return False
    return not any(word in words[name] for name in outside) and not view.cues_at(at)


_DASHES = frozenset({"-", "–", "—"})
_WITHOUT = frozenset({"دون", "بدون"})
_ASIDE = 12  # tokens of what one did not add, the dashes among them
_WISH = 8  # tokens of a wish between dashes, the dashes among them


def past_wish(view: SentenceView, at: int) -> int:
    """قال الملك - حفظه الله - إن، قال - دون أن يقدم دليلا - إن: return the token behind a pious wish, or what one did
    not add, between dashes, or `at` where none stands.
    """
    if view.word(at) not in _DASHES:
        return at
    aside = _ASIDE if view.bare(at + 1 + (view.word(at + 1) == "من")) in _WITHOUT else _WISH
    closing = next((n for n in range(at + 2, min(len(view), at + aside)) if view.word(n) in _DASHES), at)
    return closing + 1 if aside > _WISH or "الله" in view.words[at:closing] else at


_PLACES = frozenset({"مدينه", "محافظه", "منطقه", "ولايه", "عاصمه", "بلده", "قريه", "اقليم"})


def skip_adjuncts(view: SentenceView, at: int) -> int:
    """Return the index after time, place and manner phrases at `at`: الأحد، في وقت سابق، من جهته."""
    words = view.grammar.words
    while at < len(view):
        word = view.word(at)
        if view.is_comma(at) and (view.word(at + 1) in words["time_words"] or view.word(at + 1) in words["adverbs"]):
            at += 1
            continue
        wished = past_wish(view, at) if word < "ء" else at
        if wished > at:
            at = wished
            continue
        length = view.phrase_at(at, "speaker_switch") or view.phrase_at(at, "manner")
        if length:
            at += length + view.is_comma(at + length)  # اعترف بدوره، مدرب الفريق بالخطأ
        elif word < "ء" and (share_end(view, at) is not None or is_counted(view, at)):
            return at  # أفاد 39 في المائة من الناخبين: no day or hour, but who speaks
        elif (
            (word in words["time_words"] or word in words["adverbs"] or word.isdigit() or word in words["addressees"])
            or (word in {"/", "("} and view.word(at + 1) in words["time_words"])
            or (word == ")" and view.word(at - 1) in words["time_words"])
        ):
            at += 1
        elif word in words["manners"]:
            at += 1 + (view.raw(at + 1).endswith("ة") and not view.word(at + 1).startswith("ال"))  # بنبرة هادئة
        elif word == "فيما" and view.word(at + 1) == "بعد":
            at += 2
        elif word in {"في", "خلال", "عبر", "عقب", "بعد", "قبل", "منذ", "اثناء", "علي", "لدي"}:
            end = _prepositional_phrase(view, at)
            if end == at:
                return at
            at = end
        else:
            return at
    return at


def _prepositional_phrase(view: SentenceView, at: int) -> int:
    """Return the end of a venue or time phrase that opens at `at`, or `at` where the noun is neither."""
    words = view.grammar.words
    noun = view.word(at + 1)
    stem = noun.removeprefix("ال")
    place = noun in words["countries"] or noun in words["capitals"] or stem in _PLACES
    venue = noun in words["venues"] or stem in words["venues"] or noun in words["time_words"] or noun.isdigit()
    if not venue and not (place and view.word(at) == "في"):
        return at
    end = at + 2
    while end < len(view) and end < at + 9:
        word = view.word(end)
        if not view.tokens[end].is_word or word in words["complementisers"] or view.cues_at(end):
            break
        if word == "ب" or (place and end == at + 2 and _governs_by_ba(view, end)):
            break  # في بلاده | بـ«الكذب»، في العاصمة | بمحاولة كذا
        if end > at + 1 and word in _WHOSE:
            return end + 1  # في بيان لها: with whose the statement is the phrase is whole
        if word in words["object_heads"] or (word in words["prepositions"] and word not in words["time_words"]):
            break
        whole = view.word(end - 1) in words["time_words"] or view.word(end - 1) in words["venue_kinds"] or place
        if is_masdar(view, end) and whole:
            break  # أعلن في وقت سابق إغلاق الطريق: the deed is the object
        kind_of_venue = end == at + 2 and word in words["venue_kinds"]
        if holder_of(view, end) is not None and not word.startswith("لل") and not kind_of_venue:
            break
        if word.startswith("ل") and read_told_to(view, end):
            break
        end += 1
        if word not in words["time_words"] and end - at > 4:
            break
    return _past_holding(view, end) if venue else end


def _governs_by_ba(view: SentenceView, index: int) -> bool:
    """Tell whether ب leads to a deed at `index`, and is no letter of a place's name."""
    word = view.word(index)
    deed = word.startswith("ب") and len(word) > 4 and word not in view.grammar.words["nouns_in_ba"]
    return deed and not view.is_given(index) and (is_masdar(view, index, stem=word[1:]) or word.startswith("بال"))


def _past_holding(view: SentenceView, at: int) -> int:
    """Return where a clause ends that says who held the occasion, before what is said: مؤتمر أجراه في المدينة | أن."""
    holds = view.within(at, "holding") or (view.within(at, "holding_with") and view.word(at + 1) in _WITH_IT)
    if not holds:
        return at
    ahead = range(at + 1, min(len(view), at + _HOLDING_REACH))
    end = next((n for n in ahead if view.word(n) in view.grammar.words["complementisers"]), at)
    told = any(not view.tokens[n].is_word or outlet_at(view, n) is not None for n in range(at, end))
    return at if told else end
