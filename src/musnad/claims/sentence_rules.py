"""Runs the rules over one sentence and settles which of their readings stand."""

from functools import lru_cache

from musnad.claims.adverbial import BY_HIM, read_according_to, read_as_reported
from musnad.claims.carrying import TURNING, attributed_before, carry
from musnad.claims.content import quoted_words, trim
from musnad.claims.drafts import Draft, Elision
from musnad.claims.headlines import read_headline
from musnad.claims.impersonal import read_impersonal
from musnad.claims.interrupted import read_interrupting
from musnad.claims.naming import holder_of
from musnad.claims.nominal import (
    SILENCE,
    STATEMENT_VERBS,
    read_charge,
    read_masdar,
    read_rumour,
    read_silence,
    read_statement,
)
from musnad.claims.participles import WORDINGS, read_participle, read_wording
from musnad.claims.questions import ASKED, QUESTIONS, WITHOUT, read_question, read_without
from musnad.claims.relays import read_relay
from musnad.claims.speech_nouns import read_speech_noun, spellings
from musnad.claims.taken_up import RULE as TAKEN_UP
from musnad.claims.taken_up import read_taken_up, settle_taken_up
from musnad.claims.verbal import read_verb
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Grammar
from musnad.model import LinkKind, Stance

# What tells of the speech act stands beside the words that were said, and is no part of them.
_BESIDE = frozenset({"question", "without"})
_MEANWHILE = frozenset({"فيما", "بينما"})
_LEADING_UP = frozenset({"فيما", "بينما", "علي", "ردا", "ذلك", "وذلك", "رده", "ردها", "معرض", "الرد", "في"})
_ADVERBIAL = ("according-to", "as-reported")
_SHORT_QUOTATION = 4
_LINE = 200  # characters: twice the longest line that is no passage
_SUBHEADING = 24  # tokens: the longest headlines of the annotated articles
# Within a speaker's words these are everyday verbs: يقدر أن، وجد أن.
_NOT_QUOTED = frozenset({"قدر", "علم", "وجد", "راي"})
_FIRST_PERSON = frozenset({"لي", "انا", "نحن", "شييا", "حقا", "استعدادي", "بلادي", "موقفي", "رايي"})
_TO_ME = frozenset({"لي", "لنا"})
_OF_ONESELF = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "بانهما"})

# Asked in this order at every word, the first that reads a report wins: a carrier's own words (كما قال، بحسب، نقل)
# must be known for what they are before their verb or noun is taken for a report of its own.
_CARRIER_READERS = (
    read_as_reported,
    read_according_to,
    read_interrupting,
    read_relay,
    read_statement,
    read_impersonal,
    read_without,
)
_READERS = (
    *_CARRIER_READERS,
    read_verb,
    read_participle,
    read_masdar,
    read_speech_noun,
    read_charge,
    read_rumour,
    read_silence,
    read_question,
    read_wording,
)
_REJECTING = frozenset({Stance.DECLINES, Stance.DENIES})


def read_sentence(view: SentenceView, *, headline: bool) -> list[Draft]:
    """Return the reports in a sentence in the order of their cues, outer ones before those nested in them."""
    drafts: list[Draft] = []
    taken = 0
    for index in range(len(view)):
        if index < taken or not view.tokens[index].is_word:
            continue
        draft = _read_quoted(view, index, drafts) if view.quote_of[index] >= 0 else _read_at(view, index)
        if draft is None or draft.rule not in view.grammar.rules or not _has_words(view, draft):
            continue
        if any(draft.content == earlier.content or draft.begin == earlier.begin for earlier in drafts):
            # The complement is the earlier verb's: أضاف ... في تصريح بثته وكالة أن
            continue
        if any(earlier.begin == index and earlier.rule.endswith("object") for earlier in drafts) and _hangs(
            view, draft
        ):
            continue  # رفض الوزير، | وصف الحادث بكذا: the noun that is refused is no verb of his
        drafts.append(draft)
        taken = max([index + 1, *(link.cue[1] for link in draft.links if link.cue)])
        if draft.rule.startswith(_ADVERBIAL):
            # بحسب حصيلة أدلى بها المتحدث: the verb on the way to the source reports nothing of its own.
            taken = max([taken, *(link.source.first for link in draft.links if link.source)])
    if not drafts and (headline or _is_subheading(view) or _opens_with_speaker(view)):
        titled = read_headline(view)
        if titled is not None:
            drafts.append(titled)
    return [draft for draft in _settle(view, drafts) if _has_words(view, draft)]


def _hangs(view: SentenceView, draft: Draft) -> bool:
    """Tell whether a verb spelled like a noun has its speaker only in the words before it."""
    return draft.rule.startswith("verb-before") and view.word(draft.cue_first) in view.grammar.words["homographs"]


def _opens_with_speaker(view: SentenceView) -> bool:
    """Tell whether a name, a colon and a quotation are the whole sentence: سامي كامل مدرب الفريق: «...»."""
    colon = next((n for n, word in enumerate(view.words[:12]) if word == ":"), None)
    if not colon or colon + 1 not in view.openings or quoted_words(view, colon + 1) < _SHORT_QUOTATION:
        return False
    closing = view.sentence.quotations[view.openings[colon + 1]][1]
    return all(view.is_mark(at) for at in range(closing + 1, len(view)))


def _is_subheading(view: SentenceView) -> bool:
    """Tell whether the sentence is a short paragraph of its own that no full stop ends: a line above a passage."""
    first, last = view.tokens[0].start, view.tokens[-1]
    before, after = view.text[max(0, first - 80) : first].rpartition("\n"), view.text[last.end :][:80]
    alone = before[1] and not before[2].strip() and not after.partition("\n")[0].strip()
    if not alone or len(view) > _SUBHEADING or view.word(len(view) - 1) in {".", "؛", ":", "،"}:
        return False
    return not any(_is_short_line(line) for line in _lines_beside(view.text, first, last.end))


def _lines_beside(text: str, first: int, end: int) -> tuple[str, str]:
    """Return the ends of the paragraphs before and after, each cut to what tells a line from a passage."""
    before, after = text[max(0, first - _LINE) : first].rstrip(), text[end : end + _LINE].lstrip()
    return before.rpartition("\n")[2], after.partition("\n")[0]


def _is_short_line(line: str) -> bool:
    """Tell whether a paragraph is another line without a full stop: a list of links to other reports."""
    return 0 < len(line.strip()) < _LINE // 2 and line.rstrip()[-1] not in '.!؟?»"”:…'


def _has_words(view: SentenceView, draft: Draft) -> bool:
    """Tell whether something is left of the content: a rule may cut it where broken text leaves it nothing."""
    return all(first < end <= len(view) for first, end in draft.content)


def _read_quoted(view: SentenceView, index: int, drafts: list[Draft]) -> Draft | None:
    """Return the report that a quoted speaker passes on: «...»، where speaker and words both stand in the quotation."""
    if not any(draft.begin <= index < draft.end for draft in drafts):
        return None
    draft = read_as_reported(view, index) or read_according_to(view, index)
    if draft is None and view.finite_cue(index) is not None:
        draft = read_verb(view, index)
    if draft is None or len(draft.content) > 1 or (draft.cue is not None and _is_everyday(view, draft)):
        return None
    source, quotation = draft.links[-1].source, view.quote_of[index]
    if source is None and view.word(index + 1) in _TO_ME and len(draft.links) == 1:
        draft.links[0].elision = Elision.OTHER
        return _within_quotation(view, draft, quotation)
    if source is None or view.quote_of[source.first] != quotation or view.quote_of[source.end - 1] != quotation:
        return None
    if view.word(source.end - 1).endswith("نا") or view.word(source.end - 1) in _FIRST_PERSON:
        return None  # the speaker's own: تحليلنا، لي
    return _within_quotation(view, draft, quotation)


def _within_quotation(view: SentenceView, draft: Draft, quotation: int) -> Draft | None:
    """Return the draft with what it reports cut to the quotation, or None where nothing is left."""
    opening, closing = view.sentence.quotations[quotation]
    begin, end = max(draft.begin, opening + 1), min(draft.end, closing)
    if end - begin < 2:
        return None
    draft.content = [(begin, trim(view, begin, end))]
    return draft


def _is_everyday(view: SentenceView, draft: Draft) -> bool:
    """يقدر أن، نرى أن: no report within a speaker's words, unless others hold it: هناك آخرون يرون أن."""
    if draft.cue is None or draft.cue.lemma not in _NOT_QUOTED:
        return False
    source = draft.links[-1].source
    head = holder_of(view, source.first) if source is not None else None
    return draft.cue.lemma != "راي" or head is None or head.kind not in (LinkKind.ANON, LinkKind.GROUP)


def _read_at(view: SentenceView, index: int) -> Draft | None:
    if not _may_open(view, index):
        return read_taken_up(view, index) if view.bare(index) in view.grammar.phrases["taken_up"] else None
    for number, read in enumerate(_READERS):
        if number == len(_CARRIER_READERS) and view.bare(index) == "نقلا":
            return None
        draft = read(view, index)
        if draft is not None:
            if view.reasons is not None:
                view.reasons.note_tried(draft, tuple(asked.__name__ for asked in _READERS[: number + 1]))
            return draft
    return None


def _may_open(view: SentenceView, index: int) -> bool:
    """Tell whether any reader looks further than the word at `index`: four of five words open nothing."""
    if view.cues_at(index):
        return True
    bare, opening = view.bare(index), _openings(view.grammar)
    return bare in opening or view.words[index] in opening or bare.removeprefix("ال") in opening


@lru_cache(maxsize=4)
def _openings(grammar: Grammar) -> frozenset[str]:
    """Return the words at which the readers that ask for no cue can begin."""
    phrases = (grammar.phrases[name] for name in ("as_reported", "according_to", "impersonal"))
    words = (grammar.words[name] for name in ("charges", "belief_nouns", "report_nouns"))
    said = STATEMENT_VERBS.union(spellings(grammar), {SILENCE}, WORDINGS)
    return said.union(QUESTIONS, ASKED, WITHOUT, BY_HIM, *phrases, *words)


def _settle(view: SentenceView, drafts: list[Draft]) -> list[Draft]:
    """Hang adverbial carriers on the claims they follow, and nested claims on the claims that hold them."""
    settled: list[Draft] = []
    for draft in drafts:
        if draft.rule == TAKEN_UP:
            settle_taken_up(view, draft, settled)
        if draft.rule.startswith(_ADVERBIAL) and draft.rule.endswith("-after"):
            inner = attributed_before(view, draft, settled)
            if inner is not None:
                carry(view, draft, inner, settled)
                continue
            if settled:
                # An earlier claim ended before: only what follows it can be meant.
                begin = max(draft.begin, max(d.end for d in settled))
                while view.is_mark(begin) or view.word(begin) in TURNING | {"و", "وقد"}:
                    begin += 1
                draft.content = [(begin, draft.end)]
                if draft.end - draft.begin < 3:
                    continue
        settled.append(draft)
    for position, draft in enumerate(settled):
        if draft.rule == "charge-epithet":
            continue
        if draft.rule in _BESIDE:
            _cut_beside(view, draft, settled[:position])
            continue
        _join_subject(view, draft, settled[:position])
        if _is_meanwhile(view, draft):
            _cut_beside(view, draft, settled[:position])
        for outer in reversed(settled[:position]):
            if _is_told_beside(draft, outer):
                continue
            if outer.begin <= draft.cue_first < outer.end and outer.begin <= draft.begin and outer is not draft:
                draft.parent = outer
                if view.reasons is not None:
                    view.reasons.note(draft, f"its cue stands in the content of another report ({outer.rule})")
                break
    for position, draft in enumerate(settled):
        _cut_speakers_own(view, draft, settled[:position])
    settled = [draft for draft in settled if not _is_of_speaker(view, draft)]
    for draft in settled:
        _cut_aside(view, draft)
    settled = [draft for draft in settled if not _leaves_unsaid(view, draft)]
    for draft in settled:
        draft.hollow = _is_hollow(draft, settled)
    return settled


def _leaves_unsaid(view: SentenceView, draft: Draft) -> bool:
    """قال المدير إن القانون لم يتحدث عن كذا: what is told of it is his own statement, and the law's no statement."""
    outer = draft.parent
    whole = outer is not None and draft.clause_start <= outer.begin + 2
    whole = whole and outer is not None and view.word(outer.begin) in view.grammar.words["complementisers"]
    noun = draft.rule.endswith(("-object", "-preposition"))
    shows = draft.cue is not None and "evidence" in draft.cue.takes  # إن السجلات لا تظهر اسم السفينة
    return whole and noun and not shows and draft.links[-1].negated and draft.links[-1].stance is Stance.ASSERTS


def _is_told_beside(draft: Draft, outer: Draft) -> bool:
    """قررت المحكمة حبس فلان، الذي نفى التهم: what a relative clause tells of whom a deed concerns is the writer's."""
    named = outer.rule.endswith(("-object", "-preposition"))  # رفضت التماس الفريق الذي قال إن كذا
    decreed = outer.cue is not None and "decreed" in outer.cue.takes
    another = draft.links[-1].elision is Elision.ANTECEDENT  # هددت بالرد بعد تصريحات الوزير التي قال فيها إن كذا
    apart = decreed or (named and (another or outer.links[-1].stance in _REJECTING))
    return draft.rule.startswith("verb-relative") and apart


def _is_of_speaker(view: SentenceView, draft: Draft) -> bool:
    """قالت الوزيرة إنها تأمل أن: what a speaker says of herself is one report, her own verb no second one."""
    outer = draft.parent
    if outer is None or len(draft.links) > 1 or draft.links[0].source is not None:
        return False
    between = range(outer.begin + 1, draft.cue_first)
    return (
        draft.rule.startswith("verb-elided")
        and view.word(outer.begin) in _OF_ONESELF
        and all(view.word(at) in view.grammar.words["negators"] or view.word(at) == "قد" for at in between)
    )


def _cut_aside(view: SentenceView, aside: Draft) -> None:
    """End a claim before the relative clause in which its speaker is quoted again: ... عن الخطة التي وصفها بالطموحة."""
    outer, first = aside.parent, aside.cue_first
    if outer is None or aside.links[-1].elision is not Elision.OUTER or not view.within(first - 1, "relatives"):
        return
    begin, end = outer.content[-1]
    if begin + 1 < first - 1 < end and aside.end >= end:
        outer.content[-1] = (begin, trim(view, begin, first - 1))


def _cut_speakers_own(view: SentenceView, inner: Draft, earlier: list[Draft]) -> None:
    """قالت الصحيفة التي تعبر عن الحزب | إن كذا: what tells of the speaker ends where that what she says opens."""
    for outer in earlier:
        begin, end = inner.content[-1]
        quoted = view.quote_of[outer.begin] >= 0 and outer.begin not in view.openings
        if quoted or not inner.rule.startswith(("verb-relative", "question")):
            continue
        if outer.cue_first < inner.cue_first < begin < outer.begin < end and inner.begin == begin:
            inner.content[-1] = (begin, trim(view, begin, outer.begin))


def _join_subject(view: SentenceView, draft: Draft, earlier: list[Draft]) -> None:
    """قالت الوكالة إن الرئيس، الذي يزور البلاد، | وعد بكذا: a verb goes on with the clause that its subject opened."""
    source = draft.links[-1].source
    if source is None or not earlier or not draft.rule.startswith("verb-before"):
        return
    outer = earlier[-1]
    begin, end = outer.content[-1]
    first = draft.cue_first
    opens = view.word(begin) in view.grammar.words["complementisers"] and source.first == begin + 1
    if opens and end in (first - 1, first) and source.end <= end and view.quote_of[begin] == view.quote_of[first]:
        outer.content[-1] = (begin, draft.end)


def _is_meanwhile(view: SentenceView, draft: Draft) -> bool:
    """قالت مصادر إن كذا، فيما أكد شهود أن كذا: behind the conjunction the writer goes on with another who speaks."""
    first, source = draft.cue_first, draft.links[-1].source
    joined = view.word(first - 1) in _MEANWHILE and view.quote_of[first] < 0
    return joined and source is not None and source.first > first and draft.rule.startswith("verb-after")


def _cut_beside(view: SentenceView, draft: Draft, earlier: list[Draft]) -> None:
    """End what was said before the words on how it was said: ... وذلك ردا على سؤال عن كذا، ... من دون تحديد كذا."""
    first = draft.cue_first
    while first and view.bare(first - 1) in _LEADING_UP:
        first -= 1
    for outer in earlier:
        begin, end = outer.content[-1]
        if begin < first < end and view.quote_of[first] < 0:
            outer.content[-1] = (begin, trim(view, begin, first))


def _is_hollow(draft: Draft, drafts: list[Draft]) -> bool:
    """A claim whose whole content is another's report makes no record of its own: one record, two links."""
    if draft.links[-1].negated and draft.rule.endswith("-preposition"):
        return False  # لم يعلق على تقارير تفيد بكذا: what he leaves unsaid is another matter
    return any(
        inner.parent is draft and inner.clause_start <= draft.begin + 2 and inner.end >= draft.end - 1
        for inner in drafts
    )
