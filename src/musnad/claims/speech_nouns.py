"""Reads reports that nouns of speech carry with a preposition, and from whom they come: تحذيرات من الشرطة."""

import re
from functools import lru_cache

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.boundaries import is_imperfect, is_plain_verb
from musnad.claims.content import content_end, excepts, quoted_words, trim
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import NISBA, holder_of, is_masdar, is_outlet_head, outlet_at
from musnad.claims.passed_on import publishes
from musnad.claims.phrases import read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Grammar, SpeechNoun
from musnad.model import LinkKind, Relation, Stance

RULE = "speech-noun"
_REACH = 8  # tokens from the noun or its speaker to what leads to the words
_UNDERGONE = frozenset({"تم", "يتم", "جري", "يجري", "سيتم", "ستتم", "تمت", "ما", "بما", "مما"})
_ISSUED = frozenset({"صادر", "صادره", "الصادر", "الصادره"})
_BY = frozenset({"قبل", "جانب", "طرف"})
# تحذيرات أطلقتها المنظمة: what one does with words, his pronoun behind it.
_UTTERING = re.compile(r"^(?:وجه|اطلق|ساق|كال|قدم|طرح|ردد|اعلن|كرر|ابد|اصدر)\w{0,2}?(?:ها|ه)$")
_TO_HIM = frozenset({"اليه", "اليها", "اليهم", "له", "لها", "لهم", "ضده", "ضدها", "ضدهم", "بحقه", "بحقها", "بحقهم"})
_AGAINST = frozenset({"ضد", "بحق", "الي", "تجاه", "ازاء", "علي"})
_CALLING = "دعا"
_INVITING = frozenset({"زياره", "حضور", "لقاء", "مناظره", "حفل", "عشاء", "غداء"})  # دعوة لزيارة البلاد: an invitation
_ADVERBIAL = frozenset({"مناسبه", "ايعاز", "ناء", "حضور", "اشراف", "رعايه", "هدف", "سبب"})  # بمناسبة وبدونها، بناء على
_FINGERS = "اصابع"
_CALLED = frozenset({"وصف", "وصفت", "بوصف", "وصفه", "اعتبر", "اعتبرت"})  # وصف تصريحات الوزير | بـ«كذا»: his own word
_NO = frozenset({"لم", "ولم", "لا", "ولا", "دون"})
_GLUED = ("", "ب", "ل", "ك")
_ARTICLES = ("ال", "بال", "كال", "لل")


@lru_cache(maxsize=4)
def spellings(grammar: Grammar) -> dict[str, SpeechNoun]:
    """Return the nouns of speech by how they are spelled with what is glued before them."""
    found: dict[str, SpeechNoun] = {}
    for word, noun in grammar.speech_nouns.items():
        for glued in _GLUED if noun.cue.object_suffix else (*_GLUED, *_ARTICLES):
            found.setdefault(glued + word, noun)
    return found


def read_speech_noun(view: SentenceView, index: int) -> Draft | None:
    """Return the report in تحذيرات صادرة عن الهيئة من كذا، مطالبات بكذا، اتهامه بكذا at `index`, or None."""
    noun = spellings(view.grammar).get(view.bare(index))
    before = view.bare(index - 1)
    if noun is None or before in _UNDERGONE or before == _FINGERS or is_outlet_head(view, index - 1):
        return None  # أصابع الاتهام، وكالة الأنباء
    if noun.rumour and any(view.word(index - n) in _NO for n in (1, 2)):
        return None  # لم ترد تقارير عن وقوع ضحايا
    link = DraftLink((index, index + 1), None, stance=noun.cue.stance, elision=Elision.NOBODY)
    if noun.cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    outer, at = _whose(view, index, noun, link)
    named = link.source is not None or link.elision is Elision.MEMORY
    glued = view.bare(index) not in view.grammar.speech_nouns  # لمطالبة الحكومة بكذا، الدعوة إلى كذا: what one does
    if not named and not noun.of_other and (not noun.rumour or (glued and not noun.plural)):
        return None
    start = _words_at(view, at, noun, named=named)
    if start is None or excepts(view, start):
        return None
    if not named and noun.rumour and view.word(start) in view.grammar.words["complementisers"]:
        return None  # أنباء بأن كذا: a rumour
    return Draft(RULE, [*outer, link], [(start, _words_end(view, start))], None, clause_start=index)


def _whose(view: SentenceView, index: int, noun: SpeechNoun, link: DraftLink) -> tuple[list[DraftLink], int]:
    """Tell `link` who speaks, and return who brought the words out before him, and where to look on."""
    at = index + 1
    if noun.cue.object_suffix and not (noun.of_other and not view.word(at).startswith("ل")):
        link.elision, link.agreement = Elision.MEMORY, (noun.cue.gender, noun.cue.number)
        return [], at
    source = None
    if view.word(at) == "من" and view.word(at + 1) in _BY:
        source = read_phrase(view, at + 2, noun.cue)
    elif view.word(at) in _ISSUED and view.word(at + 1) in {"عن", "من"}:
        source = read_phrase(view, at + 2, noun.cue)
        link.cue = (index, at + 2) if source is not None else link.cue
    elif view.word(at) == "من" and _speaks(view, at + 1):
        source = read_phrase(view, at + 1, noun.cue)
        if source is not None and _words_at(view, source.end, noun, named=False) is None:
            source = None  # تحذيرات من العدو
    elif _is_uttering(view, at):
        verb = at + view.within(at, "relatives")
        source = read_phrase(view, verb + 1 + (view.word(verb + 1) in _TO_HIM), noun.cue)
        if source is not None and publishes(view, verb):
            if outlet_at(view, source.first) is None and holder_of(view, source.first) is None:
                return [], at
            return [DraftLink((verb, verb + 1), source, Relation.RELAYS)], source.end
    elif _owns(view, at, noun):
        source = read_phrase(view, at, noun.cue)
    if source is None:
        return [], at
    link.source = source
    return [], skip_adjuncts(view, source.end)


def _is_uttering(view: SentenceView, at: int) -> bool:
    verb = at + view.within(at, "relatives")
    return publishes(view, verb) or _UTTERING.match(view.word(verb)) is not None


def _owns(view: SentenceView, at: int, noun: SpeechNoun) -> bool:
    """Tell whether the genitive at `at` names who speaks: تهديدات الحكومة، and not اتهام الوزير، لمطالبة الحكومة."""
    word = view.word(at)
    if noun.of_other or noun.cue.object_suffix or (word.startswith("ل") and word not in view.grammar.holders):
        return False
    asked = not noun.plural and noun.cue.stance is Stance.DEMANDS
    if asked and (noun.cue.lemma == _CALLING or view.word(at - 1)[:1] in _GLUED[1:]):
        return False
    return _speaks(view, at)


def _speaks(view: SentenceView, at: int) -> bool:
    head, word = holder_of(view, at), view.word(at)
    known = head is not None and head.kind is not LinkKind.DOCUMENT
    if head is not None and head.kind is LinkKind.ANON and word.endswith(("ي", "يه")) and not word.startswith("ال"):
        return view.is_given(at)  # مطالبات حقوقية، اتهامات رسمية: an adjective
    return known or view.is_given(at) or outlet_at(view, at) is not None


def _words_at(view: SentenceView, at: int, noun: SpeechNoun, *, named: bool) -> int | None:
    """Return where the words open that a noun of speech leads to, whoever they are told to skipped, or None."""
    opens = view.grammar.words["complementisers"]
    for start in range(at, min(len(view), at + _REACH)):
        word = view.word(start)
        if word in opens or (word in noun.cue.prepositions and view.word(start + 1) in opens):
            return start
        if _leads(view, start, noun, named=named):
            return start
        if not view.tokens[start].is_word or view.within(start, "relatives") or view.finite_cue(start) is not None:
            return None
        if is_plain_verb(view, start) or is_imperfect(view, start) or not _passes(view, start):
            return None
    return None


def _passes(view: SentenceView, at: int) -> bool:
    """Tell whether the word at `at` can stand between the noun and its words: an adjective, whom one speaks to."""
    word = view.word(at)
    purpose = word.startswith("ل") and is_masdar(view, at, stem=word[1:])  # بشأن ادعاءات فلان، لطمأنة زوجته بأن
    return not purpose and (word not in view.grammar.words["prepositions"] or word in _AGAINST)


def _leads(view: SentenceView, at: int, noun: SpeechNoun, *, named: bool) -> bool:
    word, following = view.word(at), view.word(at + 1)
    if word in noun.cue.prepositions and len(word) > 1:
        deed = is_masdar(view, at + 1, stem=following.removeprefix("ال")) or named
        if noun.cue.lemma == _CALLING and following in _INVITING:
            return False
        return deed and view.tokens[at + 1 : at + 2] != () and view.tokens[at + 1].is_word
    glued = word[:1] in noun.cue.prepositions and len(word) > 3
    if not glued or word in view.grammar.words["not_glued"] | view.grammar.words["adverbs"]:
        called = any(view.bare(n) in _CALLED for n in range(max(0, at - _REACH), at))
        return word[:1] in noun.cue.prepositions and len(word) == 1 and quoted_words(view, at + 1) > 0 and not called
    stem = word[2:] if word.startswith("لل") else word[1:].removeprefix("ال")
    if (noun.cue.lemma == _CALLING and stem in _INVITING) or stem in _ADVERBIAL:
        return False
    crime = noun.of_other and word[0] == "ب" and (word.startswith("بال") or not word.endswith(NISBA))
    return is_masdar(view, at, stem=stem) or crime


def _words_end(view: SentenceView, start: int) -> int:
    """What a noun governs ends at the first comma or verb, unless a clause opens it."""
    end = content_end(view, start)
    opens = view.grammar.words["complementisers"]
    if view.word(start) in opens or view.word(start + 1) in opens or start in view.openings:
        return end
    for at in range(start + 1, end):
        if view.quote_of[at] >= 0:
            continue
        verb = view.finite_cue(at) is not None or is_plain_verb(view, at) or is_imperfect(view, at)
        if view.is_comma(at) or verb or view.within(at, "relatives") or view.within(at, "clause_openers"):
            return trim(view, start, at)
    return end
