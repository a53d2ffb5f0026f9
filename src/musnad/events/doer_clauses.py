"""Reads the verb behind a noun of a deed that says who did it: غارة شنها الجيش، هجوم تبناه التنظيم."""

from musnad.events.actors import Actors, is_actor, pronoun_of
from musnad.events.clauses import Clause, read_clause
from musnad.events.governors import AGAINST
from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import marked_target, pronoun_target
from musnad.events.words import Kind
from musnad.languages.events import Role, Shape
from musnad.model import Span

_PEOPLE = (Role.SELF, Role.DESCRIBED)  # nouns that name who takes part: متظاهرون، محتجزون
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
        if verb.lemma not in light or (pronoun_of(sentence.raw(index)) is None and not done):
            return None
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


def _is_other_deed(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    deeds = (one for one in word.triggers if one.shape in (Shape.NOUN, Shape.MASDAR))
    return word.kind is Kind.NOUN and any(one.frame.noun not in _PEOPLE for one in deeds)
