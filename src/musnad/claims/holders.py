"""Describes the holder that a source phrase names, and finds who speaks by a document."""

from musnad.claims.kinds import Known, classify
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase
from musnad.claims.view import NUMERALS, SentenceView
from musnad.model import Anonymity, LinkKind

_INNER = frozenset({"داخليه", "داخلي", "خارجيه", "خارجي"})  # without article no ministry
_ANY = "اي"
# What somebody has said: whose it is stands behind it, and he is the speaker.
_SECTOR = "قطاع"  # مسح للقطاع الخاص: what is surveyed, and who may speak elsewhere
_OF_OTHERS = frozenset({"المملوك", "المملوكه", "التابع", "التابعه", "الموالي", "المواليه", "المقرب", "المقربه"})
_REMARKS = frozenset({"تصريحات", "تصريح", "تعليقات", "تعليق", "اقوال", "كلام", "تغريدات", "تغريده"})
# كبير مستشاري الرئيس، إحدى الناجيات: one of the many that the next noun names.
_ONE_OF = {"كبير": "m", "احد": "m", "كبيره": "f", "احدي": "f"}


def issuer_of(view: SentenceView, phrase: Phrase) -> Phrase | None:
    """Return the body that issued the document the phrase names (بيان للوزارة، تقرير الأمم المتحدة), or None."""
    head = holder_of(view, phrase.first)
    if view.word(phrase.first) in _REMARKS and _names_speaker(view, phrase):
        return Phrase(phrase.first + 1, phrase.end)
    if head is None or head.kind is not LinkKind.DOCUMENT:
        return None
    definite = view.word(phrase.first).startswith("ال")  # البيان الختامي للقمة: only ل tells whose it is
    for index in range(phrase.first + 1, min(phrase.end, phrase.first + 5)):
        word = view.word(index)
        holder = holder_of(view, index)
        if word in view.grammar.words["plain_verbs"] or view.is_mark(index):
            break
        if holder is None or holder.kind in (LinkKind.DOCUMENT, LinkKind.OUTLET_GROUP) or stem(view, index) == _SECTOR:
            continue
        if view.word(index - 1) in _OF_OTHERS:
            continue  # تقرير الصحف المملوكة للدولة: the ل is the participle's
        if definite and not (word.startswith("ل") and word not in view.grammar.holders):
            continue
        adjective = holder.kind is LinkKind.ANON or word in _INNER
        if adjective and index == phrase.first + 1 and not word.startswith(("ل", "ال")):
            continue  # تقرير صحفي، بيان عسكري، وثائق داخلية: an adjective
        clitic = int(word.startswith("ل") and word not in view.grammar.holders)
        return Phrase(index, phrase.end, clitic=clitic)
    return None


def _names_speaker(view: SentenceView, phrase: Phrase) -> bool:
    """تصريحات ترامب، تعليقات الوزير: and not تصريحات صحفية, whose adjective is nobody's name."""
    at = phrase.first + 1
    word = view.word(at)
    adjective = not word.startswith("ال") and word.endswith(("ي", "يه", "ه")) and not view.is_given(at)
    return at < phrase.end and view.tokens[at].is_word and not adjective and word[:1] not in "لب"


def describe(view: SentenceView, phrase: Phrase, known: list[Known], page_outlet: str | None) -> Known:
    """Return what the phrase names; `known` are the article's earlier holders, `page_outlet` its own outlet's id."""
    first = phrase.first
    while first + 1 < phrase.end and (
        view.tokens[first].is_quote
        or view.word(first) in view.grammar.words["demonstratives"]
        or view.word(first) in view.grammar.words["quantity_heads"]
        or view.word(first) in NUMERALS
        or view.word(first) == _ANY
        or (view.word(phrase.first)[:1].isdigit() and first < phrase.first + 3)
        or (first > phrase.first and view.word(first) == "من")
    ):
        first += 1
    span = phrase.span(view)
    words = tuple(stem(view, index) for index in range(first, phrase.end) if view.tokens[index].is_word)
    words = words or (stem(view, first),)  # a phrase of marks alone, in broken text
    kind, anonymity, gender, number = classify(view, phrase, first, words, known)
    if first > phrase.first and view.word(phrase.first) in _ONE_OF:
        gender, number = _ONE_OF[view.word(phrase.first)], "s"
    nobody = phrase.end == phrase.first + 1 and view.word(phrase.first) == "احد"  # ولا أحد قال
    if (nobody or view.word(phrase.first) == _ANY) and kind is not LinkKind.ANON:
        kind, anonymity = LinkKind.ANON, Anonymity.OTHER  # لم تعلن أي جهة: nobody of the kind is named
    if number == "s" and _joins_another(view, first, phrase.end):
        number = "d"
    entry = None
    if kind in (LinkKind.OUTLET, LinkKind.AUTHOR):
        entry = _outlet_entry(view, first, phrase.end)
        kind = LinkKind.AUTHOR if entry is not None and entry == page_outlet else LinkKind.OUTLET
    return Known(span, kind, anonymity, gender, number, words, entry)


def _joins_another(view: SentenceView, first: int, end: int) -> bool:
    """الوزير ونظيره، سعاد وأختها: a second holder stands behind و, so that a verb of two can be theirs."""
    joined = (at for at in range(first + 1, end) if view.word(at)[:1] == "و" and len(view.word(at)) > 2)
    return any(_is_person(view, at) for at in joined)


def _is_person(view: SentenceView, at: int) -> bool:
    head, bare = holder_of(view, at), view.word(at)[1:]
    known = head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON)
    return known or bare in view.grammar.given_names or (view.ends_with_pronoun(at) and not bare.startswith("ال"))


def _outlet_entry(view: SentenceView, first: int, end: int) -> str | None:
    """Return the lexicon's id of the outlet that a source phrase names, its noun and a glued ل left aside."""
    words = [view.word(index) for index in range(first, end) if view.tokens[index].is_word]
    quoted = any(view.tokens[index].is_quote for index in range(first, end))
    names = view.grammar.outlet_names
    found = names.find(words, announced=quoted)
    if found is None and words and words[0].startswith("ل"):
        # لرويترز, and للتايمز, which has lost an alif.
        first_word = words[0][1:] if not words[0].startswith("لل") else "ا" + words[0][1:]
        found = names.find([first_word, *words[1:]], announced=quoted)
    return found[2] if found else None


def stem(view: SentenceView, index: int) -> str:
    """Return the word without article and glued ل, to compare mentions by."""
    word = view.word(index)
    if word.startswith("لل"):
        return word[2:]
    return word.removeprefix("وال").removeprefix("ال")
