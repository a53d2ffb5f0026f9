"""Reads the verb behind a noun of a deed that says who did it: غارة شنها الجيش، هجوم تبناه التنظيم."""

from musnad.events.actors import Actors, is_actor, pronoun_of, stands_for
from musnad.events.clauses import Clause, read_clause
from musnad.events.governors import AGAINST
from musnad.events.phrases import phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import marked_target, pronoun_target
from musnad.events.words import Kind
from musnad.languages.events import Role, Shape
from musnad.model import Span

_PEOPLE = (Role.SELF, Role.DESCRIBED)  # nouns that name who takes part: متظاهرون، محتجزون
_STANDS = frozenset({"وقف", "يقف", "تقف", "نقف"})
_STANDING = 5
_TRIALS = frozenset({"محاوله", "محاولات", "عمليه", "عمليات", "حادث", "حادثه"})
# هجوم نسب إلى جماعة: it is said to be hers.
_ASCRIBED = frozenset({"نسب", "نسبت", "ينسب", "تنسب", "منسوب", "منسوبه", "المنسوب", "المنسوبه"})


def doer_clause(
    sentence: EventSentence, found: Found, start: int, clauses: dict[int, Clause], actors: Actors
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return agent and target from the verb that tells who did the deed: غارة شنها الجيش، اتهامات وجهها المغرب."""
    light = sentence.vocabulary.lexicon.words["light_verbs"]
    for index in range(start, min(len(sentence), start + 10)):
        word = sentence.words[index]
        if word.kind is Kind.MARK and not sentence.is_comma(index) and not sentence.is_quote(index):
            return None
        if (word.kind is Kind.VERB and word.conjunction) or (index > start and _is_other_deed(sentence, index)):
            return None  # اعتداء على متظاهرين خلال زيارة قام بها الوزير
        ascribed = read_phrase(sentence, index + 2) if word.folded in _ASCRIBED else None
        if ascribed is not None and sentence.folded(index + 1) == "الي":
            return (ascribed.spans(sentence), ()) if is_actor(sentence, ascribed) else None
        verb = word.verb
        owned = index == start and word.kind is Kind.NOUN and pronoun_of(sentence.raw(index)) is not None
        if verb is None or not (word.kind is Kind.VERB or (owned and verb.lemma in light)):
            continue  # كمين | نصبه مسلحون: spelled like a noun too
        done = verb.lemma == "قام" and sentence.folded(index + 1) in ("به", "بها", "بهما")
        if verb.lemma == "شهد":
            return None  # الاحتجاجات التي شهدتها البلاد: where they were
        if verb.lemma not in light or (pronoun_of(sentence.raw(index)) is None and not done):
            return None
        if not done and _tells_more_of_another(sentence, index, start):
            return None  # ردا على هجوم، في رسالة تلقتها الوكالة
        clause = clauses.get(index) or read_clause(sentence, index)
        marks = found.trigger.frame.target | AGAINST
        nearer = next((at for preposition, at in clause.pronouns if preposition in marks), len(sentence))
        led = [one.phrase.first for one in clause.marked if one.preposition in marks]
        # اتهامات وجهتها إليه بشأن دعمه للحركة: the pronoun stands first.
        targets = () if led and nearer < led[0] and not done else marked_target(sentence, clause, marks, actors)
        if not targets and not done:
            doer = frozenset(clause.bare[0].spans(sentence) if clause.bare else ())
            targets = pronoun_target(sentence, clause, marks, actors, doer)
        if clause.bare:
            return clause.bare[0].spans(sentence), targets
        offset = sentence.tokens[found.first].start
        return actors.resolve(verb.gender, verb.number, before=offset, sentence=sentence.number), targets
    return None


def stands_behind(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], actors: Actors
) -> tuple[Span, ...]:
    """Return who is said to stand behind the deed: الحركة تقف وراء الاغتيال، من يقف خلف الهجوم."""
    before = found.first - 1
    while sentence.stem(before) in _TRIALS and not sentence.words[before].definite:
        before -= 1
    if sentence.folded(before) not in ("وراء", "خلف"):
        return ()
    for at in range(before - 1, max(-1, before - _STANDING), -1):
        clause = clauses.get(at)
        if clause is None or sentence.stem(at).removeprefix("س")[:3] not in _STANDS:
            continue
        subject = clause.before or (clause.bare[0] if clause.bare and clause.bare[0].first < before else None)
        if subject is not None and is_actor(sentence, subject):
            return subject.spans(sentence)
        verb = sentence.words[at].verb
        if subject is not None or verb is None:
            return ()
        return actors.resolve(verb.gender, verb.number, before=sentence.tokens[at].start, sentence=sentence.number)
    return ()


def _tells_more_of_another(sentence: EventSentence, verb: int, start: int) -> bool:
    """Tell whether an unnamed thing behind the deed, right before the verb, is what the pronoun stands for."""
    phrase = phrase_ending(sentence, verb)
    if phrase is None or phrase.first < start or phrase.end != verb:
        return False
    head = sentence.words[phrase.first]
    unnamed = head.kind is Kind.NOUN and not (head.definite or head.name or head.title)
    pronoun = pronoun_of(sentence.raw(verb))
    placed = phrase.first in sentence.placed or sentence.among(phrase.first, "places")
    return unnamed and not placed and pronoun is not None and stands_for(sentence, phrase, pronoun)


def _is_other_deed(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    deeds = (one for one in word.triggers if one.shape in (Shape.NOUN, Shape.MASDAR))
    return word.kind is Kind.NOUN and any(one.frame.noun not in _PEOPLE for one in deeds)
