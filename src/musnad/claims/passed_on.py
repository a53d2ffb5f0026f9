"""Finds what stands between a verb and its words: through whom they came, which question they answer."""

import re

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.naming import holder_of, is_outlet_head, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.told_to import read_interview
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

PUBLISHING = frozenset({"نشر", "بث", "اورد", "نقل"})
"""Verbs of those who bring a document out."""
_PASSING_ON = PUBLISHING | {"ذكر", "افاد", "روي"}
_CARRIERS = frozenset({LinkKind.OUTLET, LinkKind.OUTLET_GROUP, LinkKind.ANON, LinkKind.PERSON, LinkKind.ORG})
_SHOWING = re.compile(r"^(?:عرض|اذاع|تداول|سرب)(?:ت|و)?(?:ه|ها)$")
_FROM_HIM = frozenset({"عنه", "عنها", "عنهم"})
_RELYING = frozenset({"نقلا", "استنادا"})  # قالت الصحيفة، استنادا إلى وثائق، إن
_CHAIN = 3  # holders one behind another
_PUBLISHED_AT = 9  # tokens of a document up to the verb of bringing it out
_TELLINGS = frozenset({"روايه", "تقرير"})  # حسب رواية صحيفة كذا


def publishes(view: SentenceView, at: int) -> bool:
    """Tell whether the verb at `at` holds in its pronoun what somebody brought out: صور نشرتها، مشاهد عرضتها."""
    cue = view.finite_cue(at)
    published = cue is not None and cue.object_suffix and cue.lemma in PUBLISHING
    return published or _SHOWING.match(view.word(at)) is not None


def publisher_at(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet in تصريح نشرته صحيفة كذا, where the verb at `at` holds what was published, or None."""
    return read_phrase(view, at + 1) if publishes(view, at) else None


def published_document(view: SentenceView, index: int) -> Phrase | None:
    """صور بثتها قناة كذا | أظهرت: return the document before the verb at `index` that somebody brought out, or None."""
    for at in range(index - 2, max(0, index - _PUBLISHED_AT), -1):
        if not publishes(view, at):
            continue
        first = at - 1 if holder_of(view, at - 1) is not None else at - 2
        head, publisher = holder_of(view, first), read_phrase(view, at + 1, limit=index)
        shown = head is not None and head.kind is LinkKind.DOCUMENT and first >= 0
        leads = publisher is not None and skip_adjuncts(view, publisher.end) == index
        return Phrase(first, at) if shown and leads else None
    return None


def carrier_at(view: SentenceView, at: int) -> Phrase | None:
    """Return whom one relies on in أعلنت الوزارة، بحسب وكالة كذا، أن; حسبما نقلت عنه وكالة كذا, or None."""
    set_off = view.is_comma(at - 1)
    length = view.phrase_at(at, "as_reported")
    cue = view.finite_cue(at + length) if length else None
    if cue is not None and cue.lemma in _PASSING_ON and (set_off or view.bare(at) not in {"كما", "علي"}):
        behind = at + length + 1
        behind += view.word(behind) in _FROM_HIM
        return _carrier(view, read_phrase(view, behind, cue))
    length = view.phrase_at(at, "according_to", prefix=True) if set_off else 0
    if not length or view.bare(at) == "نقلا":
        return None
    at += length
    return _carrier(view, read_phrase(view, at + (view.word(at) in _TELLINGS)))


def _carrier(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """Return the phrase where it names who may carry another's words: no document, of whose issuer one speaks."""
    if phrase is None or outlet_at(view, phrase.first) is not None:
        return phrase
    head = holder_of(view, phrase.first)
    return phrase if head is not None and head.kind in _CARRIERS else None


def relied_on_at(view: SentenceView, at: int, limit: int) -> tuple[tuple[int, int], Phrase] | None:
    """Return (cue tokens, whom a speaker goes by) in قالت الصحيفة نقلا عن فلان، على لسان مديرها, or None."""
    voiced = view.bare(at) == "علي" and view.word(at + 1) == "لسان"
    length = view.phrase_at(at, "according_to", prefix=True) if voiced or view.bare(at) in _RELYING else 0
    if not length:
        return None
    # اتهمت الحكومة، على لسان وزيرها | ، الشركة بكذا: what a comma set off ends at the next one.
    closed = voiced and view.is_comma(at - 1)
    closing = next((n for n in range(at + 1, limit) if view.is_comma(n)), None) if closed else None
    phrase = read_phrase(view, at + length, limit=closing)
    return ((at, at + length), phrase) if phrase is not None else None


def origins_behind(view: SentenceView, phrase: Phrase) -> list[Phrase]:
    """نقلا عن صحيفة كذا | عن وكالة كذا | عن مسؤول: return whom each carrier goes by, in order."""
    found: list[Phrase] = []
    at = phrase.end
    while view.word(at) == "عن" and len(found) < _CHAIN:
        origin = read_phrase(view, at + 1)
        if origin is None or not _may_tell(view, origin):
            break
        found.append(origin)
        at = origin.end
    return found


def _may_tell(view: SentenceView, phrase: Phrase) -> bool:
    named = any(view.is_given(at) for at in range(phrase.first, phrase.end))
    return named or holder_of(view, phrase.first) is not None or outlet_at(view, phrase.first) is not None


def published_before(view: SentenceView, end: int) -> tuple[tuple[int, int], Phrase] | None:
    """في تقرير نشرته صحيفة كذا، | قال فلان: return the verb and who brought the document out, where that opens."""
    head = holder_of(view, 1)
    if view.bare(0) not in {"في", "خلال"} or head is None or head.kind is not LinkKind.DOCUMENT:
        return None
    for at in range(2, min(end, _PUBLISHED_AT)):
        publisher = publisher_at(view, at)
        if publisher is not None:
            outlet = outlet_at(view, publisher.first) or is_outlet_head(view, publisher.first)
            closed = publisher.end < end and view.is_comma(publisher.end - view.is_comma(publisher.end - 1))
            return ((at, at + 1), publisher) if outlet and closed else None
        if not view.tokens[at].is_word or view.finite_cue(at) is not None:
            return None
    return None


def through_at(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet phrase after عبر, or None."""
    if view.word(at) != "عبر":
        return None
    holder = holder_of(view, at + 1)
    if holder is None or holder.kind is not LinkKind.OUTLET or "تويتر" in view.words[at : at + 8]:
        return None
    return read_phrase(view, at + 1)


def answered_end(view: SentenceView, at: int, limit: int) -> int | None:
    """وأضاف، ردا على سؤال حول كذا، أن: return the token after the comma that closes what was asked, or None."""
    if view.word(at) != "ردا" or view.word(at + 1) != "علي" or read_interview(view, at) is not None:
        return None
    opens = view.grammar.words["complementisers"]
    closing = (n + 1 for n in range(at + 2, limit) if view.is_comma(n) and _opens_words(view, n + 1))
    colon = next((n for n in range(at + 2, limit) if view.word(n) == ":" or view.word(n) in opens), None)
    return next(closing, colon)


def _opens_words(view: SentenceView, at: int) -> bool:
    word = view.word(at)
    return word in view.grammar.words["complementisers"] or at in view.openings or word in {"الي", "علي", ":"}
