"""Fills in participants that no word beside the trigger names: whoever else the sentence tells of."""

from musnad.events.actors import is_actor, is_attribute, nearest_actor
from musnad.events.clauses import Clause, is_leftover
from musnad.events.drafts import Draft
from musnad.events.joining import shares_words
from musnad.events.likeness import key_words
from musnad.events.owners import is_act
from musnad.events.people import is_thing, people
from musnad.events.phrases import past_office, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.model import Span

_DONE_BY_SOMEONE = frozenset(
    {
        "AID",
        "AGREE",
        "CONSULT",
        "COOPERATE",
        "MOBILIZE",
        "RETREAT",
        "SANCTION",
        "THREATEN",
        "REQUEST",
        "REJECT",
        "SUPPORT",
    }
)
_DONE_TO_SOMEONE = frozenset({"ACCUSE", "AGREE", "THREATEN", "REJECT", "SANCTION", "SUPPORT", "REQUEST", "AID"})

# Nouns of these, aside of the sentence's own deed, are said to or of whoever the sentence is about.
_SAID_TO = frozenset({"REQUEST", "ACCUSE"})
_SAID_AGAINST = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_THAT = frozenset({"ان", "بان", "فان", "لان", "كون"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})  # what is said of someone's doings is said of him
_HELPING = frozenset({"AID", "SUPPORT"})
_TOGETHER = frozenset({"بمشاركه", "بقياده", "باشراف"})
_DONE = frozenset({"تم", "تمت", "يتم", "تتم", "جري", "جرت", "يجري", "تجري"})
_BESIDE = 3
_GETTING = frozenset({"AID", "AGREE", "SANCTION"})  # deals and goods go to someone
_OPENING = 3  # a noun that opens its sentence stands no further from its first word
_AHEAD = 25  # further behind the trigger, someone takes part in another deed
_BY = frozenset({"جانب", "طرف", "قبل"})
_MANNER = frozenset({"بشكل", "بصوره", "بصفه", "بطريقه"})
_IS = frozenset({"كان", "كانت", "يكون", "تكون", "وكان", "وكانت", "يعد", "تعد", "يمثل", "تمثل", "يشكل", "تشكل"})
_AMID = frozenset({"وسط", "بعد", "رغم", "عقب", "اثر", "غداه", "بسبب", "نتيجه", "امام"})
_ANSWERS = frozenset({"بناء", "بناءا", "استجابه", "تلبيه", "ردا", "رد", "نزولا", "رغم", "نتيجه"})


def imply(draft: Draft, clauses: dict[int, Clause]) -> None:
    """Give the draft the agent and the target that its type asks for and its words leave out."""
    sentence, found, kind = draft.sentence, draft.found, draft.type
    if not draft.agents and found.nominal and (_tells_why(sentence, found.first) or _is_told(sentence, found.first)):
        draft.agents = _subject_before(sentence, found.first, draft.targets, clauses)
    asked = draft.carrier is not None and any(
        one.frame.type == "REQUEST" for one in sentence.words[draft.carrier].triggers
    )
    if not draft.agents and kind in _DONE_BY_SOMEONE and found.nominal and not asked:
        draft.agents = _earlier_actor(sentence, found.first, draft.targets)
    together = kind == "AGREE" and (len(draft.agents) > 1 or found.trigger.number in ("d", "p"))
    if not draft.targets and kind in _SAID_TO and found.nominal and _stands_aside(sentence, found.first):
        draft.targets = _subject_before(sentence, found.first, draft.agents, clauses)
    if not draft.targets and kind in _HELPING and found.nominal and _comes_with(sentence, found):
        draft.targets = _subject_before(sentence, found.first, draft.agents, clauses)
    if not draft.targets and kind in _SAID_AGAINST and found.nominal and sentence.stem(found.first - 1) in _AMID:
        draft.targets = _subject_behind(sentence, found.first, draft.agents, clauses)
    if not draft.targets and kind in _DONE_TO_SOMEONE and not together and not (found.nominal and kind == "ACCUSE"):
        draft.targets = _later_actor(draft, draft.about or found.end + _AHEAD)


def _comes_with(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the noun is the help that its sentence's subject acts with: تقدم الجيش بدعم وإسناد من الحلفاء."""
    word, before = sentence.words[found.first], sentence.at(found.first - 1)
    joined = word.conjunction and before is not None and (before.preposition == "ب" or before.folded in _TOGETHER)
    return (word.preposition == "ب" or joined) and not word.definite and sentence.folded(found.end) == "من"


def _stands_aside(sentence: EventSentence, index: int) -> bool:
    """Tell whether the noun is an adjunct of its sentence: بناء على طلب، استجابة لدعوة، وسط انتقادات، رغم تحذيرات."""
    before = sentence.folded(index - 1)
    answers = sentence.words[index].preposition == "ل" or before == "علي"
    answer = sentence.stem(index - 1 if sentence.words[index].preposition else index - 2)
    return before in _AMID or (answers and answer in _ANSWERS)


def _tells_why(sentence: EventSentence, index: int) -> bool:
    """Tell whether the noun is an accusative that tells why its sentence's subject acts: ... ودعما للجيش."""
    word = sentence.words[index]
    accusative = sentence.raw(index).rstrip("\u064b").endswith("ا") and len(word.stem) > 3
    if any(sentence.folded(at) in _IS for at in range(max(0, index - 6), index)):
        return False  # ما حدث كان هجوما وعدوانا: says what it was
    return accusative and not word.definite and (word.conjunction or sentence.is_comma(index - 1))


def _goes_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether a participle goes on about the subject: ، معتبرا أن."""
    return sentence.is_comma(index - 1) and sentence.folded(index).endswith("ا") and sentence.stem(index)[0] == "م"


def _is_told(sentence: EventSentence, index: int) -> bool:
    """Tell whether a participle that goes on about the sentence's subject governs the noun: ، مؤكدا رفض العرض."""
    at = index - 1  # مشيرا إلى إصابة العمال: what he points to is none of his doing
    word = sentence.at(at)
    if word is None or word.kind is not Kind.NOUN or not word.stem.startswith("م"):
        return False
    return word.folded.endswith("ا") and (sentence.is_comma(at - 1) or word.conjunction)


def _subject_before(
    sentence: EventSentence, index: int, others: tuple[Span, ...], clauses: dict[int, Clause]
) -> tuple[Span, ...]:
    """Return the subject of the nearest clause before the noun who is not its other party: whom a plea is made to."""
    for verb in sorted((one for one in clauses if one < index), reverse=True):
        clause = clauses[verb]
        if sentence.stem(verb) in _DONE:
            continue  # تم القبض: what was done, by nobody
        for phrase in (clause.before, *clause.bare[:1]):
            if phrase is None or phrase.last > index or not is_actor(sentence, phrase):
                continue
            if is_thing(sentence, phrase.first):
                continue
            spans = people(sentence, phrase.spans(sentence), places=False)
            if spans and not _is_one_of(sentence, spans, others):
                return spans
    return ()


def _subject_behind(
    sentence: EventSentence, index: int, others: tuple[Span, ...], clauses: dict[int, Clause]
) -> tuple[Span, ...]:
    """Return the subject of the sentence that the noun opens, who goes against it: رغم اعتراض الحلفاء، أعلن الوزير."""
    verb = min(clauses, default=0)
    if index > _OPENING or verb < index or not clauses[verb].bare:
        return ()
    phrase = clauses[verb].bare[0]
    spans = people(sentence, phrase.spans(sentence), places=False) if is_actor(sentence, phrase) else ()
    return () if _is_one_of(sentence, spans, others) else spans


def _is_one_of(sentence: EventSentence, spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Tell whether one phrase says no more than another; one shared word (الحكومة الشرعية) does not make them one."""
    for span in spans:
        words = key_words(sentence.text, span)
        for other in others:
            named = key_words(sentence.text, other)
            if span == other or (words and named and (words <= named or named <= words)):
                return True
    return False


def _earlier_actor(sentence: EventSentence, index: int, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the actor named last before the trigger in its clause, unless a preposition marks it: a place or partner.

    Whoever stands before أن tells or orders, and is not the doer of what is told; a pronoun on it takes him up.
    """
    near = nearest_actor(sentence, index, "", "")
    if near is None or sentence.is_marked(near.first) or _is_parted(sentence, near.last, index):
        return ()
    spans = near.spans(sentence)
    return () if shares_words(sentence, spans, targets) else spans


def _is_parted(sentence: EventSentence, start: int, end: int) -> bool:
    """Tell whether another clause begins between two tokens: a stop, a relative of others, أن without a pronoun."""
    words = sentence.vocabulary.grammar.words
    parting = words["relatives"] | _THAT
    while start < end and (sentence.kind(start) in (Kind.NOUN, Kind.NUMBER) or sentence.is_comma(start)):
        start += 1
    start += sentence.folded(start) in words["relatives"]  # قرار المجلس الذي ينص على: goes on about him
    return any(sentence.is_break(at) or sentence.folded(at) in parting for at in range(start, end))


def _later_actor(draft: Draft, limit: int) -> tuple[Span, ...]:
    """Return the first actor behind the trigger, before token `limit`, whom its words take in and who is no agent."""
    sentence, index, agents = draft.sentence, draft.found.end, draft.agents
    ends = {span.end for span in agents}
    office = 0
    for start in range(index, min(len(sentence), limit)):
        word = sentence.words[start]
        if word.kind in (Kind.VERB, Kind.OPENER) or sentence.is_break(start):
            if start == index and word.conjunction:
                continue  # يهدد | ويحذر الجيران: two verbs share what stands behind them
            if start >= office:
                return ()  # what follows is another clause, with parties of its own
        if sentence.is_comma(start) and start and sentence.tokens[start - 1].end in ends:
            office = past_office(sentence, start)  # what the agent is between commas is no one else
        if start < office:
            continue
        known = word.name or word.title or sentence.among(start, "actors") or start in sentence.acting
        known = known and start not in sentence.outlets and not _goes_on(sentence, start)
        known = known and not (word.folded in _BY and sentence.folded(start - 1) == "من")  # من جانب الوزير
        known = known and not is_attribute(sentence, start) and sentence.folded(start - 1) not in _MANNER
        if word.kind is not Kind.NOUN or word.triggers or not known or is_leftover(sentence, start):
            continue
        phrase = read_phrase(sentence, start)
        follows = sentence.tokens[start - 1].end in ends and not word.preposition  # توعد الوزير | المتمردين
        if phrase is None or not (follows or _takes_in(sentence, start, draft)):
            continue
        spans = people(sentence, phrase.spans(sentence), places=True)
        if spans and not shares_words(sentence, spans, agents):
            return spans
    return ()


def _takes_in(sentence: EventSentence, start: int, draft: Draft) -> bool:
    """Tell whether the phrase at `start` hangs on the deed: behind إلى or ل where someone gets something, else as the
    genitive of an act (بيع الإقليم, جهود الفريق) or the shared object of two verbs."""
    word, before, kind = sentence.words[start], sentence.words[start - 1], draft.type
    if word.preposition == "ل" or before.folded == "الي":
        return kind in _GETTING or (draft.found.nominal and start - draft.found.end <= _BESIDE)
    if word.preposition or word.conjunction:
        return False
    if before.kind is Kind.VERB or kind in _GETTING:
        return before.kind is Kind.VERB or before.dealing is not None
    if before.kind is not Kind.NOUN or before.definite or kind == "REQUEST":
        return False
    return kind in _JUDGING or is_act(sentence, start - 1)
