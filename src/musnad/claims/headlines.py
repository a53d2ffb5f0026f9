"""Reads reports in headlines of the shape «فلان: ...»."""

import re

from musnad.claims.content import trim
from musnad.claims.drafts import Draft, DraftLink
from musnad.claims.naming import holder_of, is_matter, name_length, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.told_to import read_told_to
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Holder
from musnad.model import LinkKind, Relation
from musnad.text import fold_word

_TOWN = 2  # words of a town's name
_WHEN = frozenset({"بعد", "قبل", "عقب", "ردا", "عن", "بشان", "حول", "بخصوص"})
_OCCASION = 4  # tokens of the occasion on which, or the matter of which, one spoke
_REPLYING = "ردا"
_WE = frozenset({"نحن", "لسنا", "اننا", "انا", "نامل", "نريد", "نسعي", "نعمل", "ندرس", "نعتزم", "نستعد", "نبحث"})
_MOOD = re.compile(r"^(?:\wا\w{2}|\w{3}ان|مت\w{2}ا?\w{1,2})$")  # غاضب، غضبان، متفائل
_MANNER = 4  # letters of a word that tells how one spoke, the ending of the accusative among them
_BODY = 1500  # characters in which a report names its place
_PLACE_NOUNS = ("ولاية", "مدينة", "محافظة", "معتمدية", "بلدية", "جهة", "منطقة", "بلدة", "قرية", "دائرة", "إقليم")


def read_headline(view: SentenceView) -> Draft | None:
    """Return the report in a headline of the shape «فلان: ...», or None."""
    colon = next((n for n, word in enumerate(view.words[:12]) if word == ":"), None)
    if not colon or colon + 2 >= len(view) or any(view.cues_at(n) for n in range(colon) if view.word(n) != _REPLYING):
        return None
    source = read_phrase(view, 0, limit=colon)
    if source is None or source.end > colon:
        return None
    if view.word(1) == "(" and view.word(colon - 1) == ")" and outlet_at(view, 2) is not None:
        return None  # عدن (رويترز): a dateline
    last, dated = view.word(source.end - 1), _is_dated(view, source.end, colon)
    if dated and source.end > 1 and last.startswith("ي") and not view.raw(source.end - 1).endswith("ي"):
        return None  # سالم كامل يتنحى عن منصبه: a verb
    if (
        dated
        and last.startswith("م")
        and last.endswith("ا")
        and source.end > 1
        and last not in view.grammar.given_names
    ):
        source = Phrase(0, source.end - 1)  # سالم كامل متحدثا عن كذا
    told_to = read_told_to(view, source.end)
    listener = read_phrase(view, source.end, limit=colon) if view.word(source.end).startswith("ل") else None
    occasion = view.word(source.end) in {"في", "عبر", "خلال"} and view.within(source.end + 1, "venues")
    occasion = occasion or dated
    if source.end == colon > 1 and _is_manner(view, colon - 1):
        source = Phrase(0, colon - 1)  # سالم كامل متفائلا: how he spoke
        occasion = True
    if _ends_in_mood(view, source, colon):
        source = Phrase(0, 1)
        occasion = True
    if not occasion and colon not in {found.end for found in (told_to or source, listener) if found is not None}:
        return None
    head = holder_of(view, 0)
    known = any(view.is_given(at) for at in range(colon))
    vouched = None if head or known else _vouched(view, source)
    if head is None and not known and outlet_at(view, 0) is None and vouched is None and told_to is None:
        return None
    place = colon == max(1, name_length(view, 0)) and " ".join(view.words[:colon]) in view.grammar.words["countries"]
    if (head is not None and head.kind is LinkKind.DOCUMENT) or (place and not _speaks_itself(view, colon + 1)):
        return None
    if head is None and not told_to and (_is_town(view, source) or is_matter(view, 0)):
        return None  # القصرين: انزلاق شاحنة، اختفاء سالم: الشرطة تفتش غابة
    links = [DraftLink((colon, colon + 1), source, vouched=vouched)]
    if told_to:
        links.insert(0, DraftLink(None, told_to, Relation.TOLD_TO))
    return Draft("headline-colon", links, [(colon + 1, trim(view, colon + 1, len(view)))], None)


def _is_dated(view: SentenceView, at: int, colon: int) -> bool:
    """مدرب المنتخب بعد الخسارة: ...، كامل عن القرار: ...: when or of what one spoke stands before the colon."""
    return view.word(at) in _WHEN and colon - at <= _OCCASION


def _speaks_itself(view: SentenceView, start: int) -> bool:
    """السويد: محادثاتنا ...، السويد: «...»، السويد: مستعدون لكذا: the first person or the marks show that it speaks."""
    ours = (view.word(n).endswith("نا") and len(view.word(n)) > 4 for n in range(start, len(view)))
    return start in view.openings or any(ours) or _says_we(view, start)


def _says_we(view: SentenceView, start: int) -> bool:
    """لن نسمح، سنرد، نحن، مستعدون لكذا: a verb of «we» or a bare plural with what it governs opens what one says."""
    word, following = view.word(start), view.word(start + 1)
    reported = word.startswith("ن") and f"ي{word[1:]}" in view.grammar.cues  # نرفض، ندعو: a verb of reporting, of «we»
    if word in _WE or reported or (view.within(start, "negators") and following.startswith("ن") and len(following) > 3):
        return True
    listed = view.within(start, "time_words") or view.within(start, "countries") or view.is_given(start)
    if word.startswith("سن") and len(word) > 3:
        return not listed and not word.endswith(("ات", "وي", "ه", "ين")) and holder_of(view, start) is None
    governs = following[:1] in "لب" or following in {"علي", "ازاء", "ان"}
    return word.endswith("ون") and len(word) > 5 and governs and bool(following) and holder_of(view, start) is None


def _ends_in_mood(view: SentenceView, source: Phrase, colon: int) -> bool:
    """كامل غاضب: ...: a second word that the body never joins to the name, which stands alone there, is no name."""
    if (source.first, source.end, colon) != (0, 2, 2) or holder_of(view, 0) is not None:
        return False
    first, second = view.raw(0), view.raw(1)
    body = view.text[view.tokens[-1].end :][:_BODY]
    named = view.word(1) in view.grammar.given_names or not _MOOD.match(second)
    return not named and first in body and f"{first} {second}" not in body


def _is_manner(view: SentenceView, at: int) -> bool:
    """متفائلا، غاضبا: an accusative of manner that the body never has right behind the name before it."""
    word, pair = view.word(at), f"{view.raw(at - 1)} {view.raw(at)}"
    manner = word.endswith("ا") and (word.startswith("م") or _MOOD.match(word[:-1]) is not None)
    return (
        manner
        and word not in view.grammar.given_names
        and len(word) > _MANNER
        and pair not in view.text[view.tokens[-1].end :][:_BODY]
    )


def _is_town(view: SentenceView, source: Phrase) -> bool:
    """Tell whether the body places something in what the headline names: بولاية القصرين، في مدينة قفصة."""
    name = source.span(view).of(view.text)
    if outlet_at(view, source.first) is not None or len(name.split()) > _TOWN:
        return False
    body = view.text[view.tokens[-1].end :][:_BODY]
    return re.search(rf"(?:{'|'.join(_PLACE_NOUNS)})\s+{re.escape(name)}\b", body) is not None


def _vouched(view: SentenceView, source: Phrase) -> Holder | None:
    """Return what the body introduces the headline's name as (صدى المرسى: صحيفة صدى المرسى), or None."""
    name = source.span(view).of(view.text)
    body = view.text[view.tokens[-1].end :]
    for found in re.finditer(rf"(\w+) {re.escape(name)}\b", body):
        word = fold_word(found.group(1)).removeprefix("ال")
        if word in view.grammar.cues:
            continue  # كشف فلان: the verb, and no document of his
        holder = view.grammar.outlet_heads.get(word) or view.grammar.holders.get(word)
        if holder is not None:
            return holder
    return None
