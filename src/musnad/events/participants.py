"""Tells an event's agents from its targets where the words of one ran into the other."""

from musnad.events.actors import is_actor, pronoun_of
from musnad.events.conditions import names_weapon
from musnad.events.drafts import Draft
from musnad.events.likeness import key_words
from musnad.events.owners import is_act
from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Role
from musnad.languages.grammar import Form
from musnad.model import Span

_OWNED_THINGS = ("عدد", "وراء", "اراضي", "حيات")  # عددهم، أراضيها: things that belong to a party
_NO_NAMES = frozenset({"بما", "بمن", "لما", "كما", "اياه", "اياها", "اياهم", "اياهما"})
_OF_PEOPLE = frozenset({"people_of_deed", "described"})
_NOBODY = frozenset({"احد", "احدا", "لاحد", "باحد"})
_PLURAL = ("ون", "ين", "ات")
_SAID_OF = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def part(draft: Draft) -> None:
    """Cut agents before a target that they ran into, and drop targets that are agents too."""
    text = draft.sentence.text
    if draft.type in _SAID_OF and len(draft.agents) == 1:
        _split_state(draft)
    draft.agents = tuple(_without(text, span, draft.targets) for span in draft.agents)
    draft.targets = tuple(span for span in draft.targets if not (_repeats(draft, span) or _is_itself(draft, span)))
    draft.agents = tuple(span for span in draft.agents if not _names_nobody(draft.sentence, span, acting=True))
    draft.targets = tuple(span for span in draft.targets if not _names_nobody(draft.sentence, span, acting=False))


def _is_itself(draft: Draft, span: Span) -> bool:
    """Tell whether a pronoun was taken for the deed's own noun: الحملة التي تشنها الدول ضدها."""
    return draft.found.nominal and draft.rule not in _OF_PEOPLE and span.overlaps(draft.trigger)


def names_party(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the span names someone or some place that can take part: a state, a body, a person, a town."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    force = at is not None and sentence.stem(at) == "سلاح" and not names_weapon(sentence, at)  # سلاح البحرية
    if at is None or force or at in sentence.acting or at in sentence.countries or at in sentence.placed:
        return True
    phrase = read_phrase(sentence, at, joined=False)
    return phrase is not None and is_actor(sentence, phrase)


def _names_nobody(sentence: EventSentence, span: Span, *, acting: bool) -> bool:
    """Tell whether the span is no party: a lone adjective, a deed that is said to act, words behind ب."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    if at is None or sentence.words[at].nationality:
        return False
    alone = sentence.tokens[at].end >= span.end
    if (
        sentence.stem(at) in ("اي", "ايه")
        or (alone and sentence.folded(at) in _NOBODY)
        or sentence.folded(at) in _NO_NAMES
    ):
        return True  # لتقديم أية مساعدة، ستوزع بما يضمن، متهمة إياه
    if span.of(sentence.text).startswith("بـ") or sentence.folded(at) == "بكل" or (alone and _describes(sentence, at)):
        return True
    cues = sentence.vocabulary.grammar.cues.get(sentence.folded(at), ())
    people = [one.frame.noun is Role.SELF for one in sentence.words[at].triggers]
    if alone and any(cue.form is Form.PARTICIPLE for cue in cues) and not any(people):
        return True  # رحب بالقرار معتبرا أنه
    if names_party(sentence, span):
        return False
    owned = alone and sentence.folded(at).startswith(_OWNED_THINGS) and pronoun_of(sentence.raw(at)) is not None
    return owned or (acting and is_act(sentence, at))


def _describes(sentence: EventSentence, at: int) -> bool:
    """Tell whether the lone word is the adjective of the thing before it: ذات الاهتمام | المشترك."""
    word, before = sentence.words[at], sentence.at(at - 1)
    if before is None or before.kind is not Kind.NOUN or word.kind is not Kind.NOUN:
        return False
    known = at in sentence.acting or word.name or before.title or before.name or at - 1 in sentence.acting
    if known or word.preposition or word.conjunction or not (before.definite and word.definite):
        return False
    quality = word.stem.endswith(("ي", "يه")) or (word.stem.startswith("م") and not word.stem.endswith(_PLURAL))
    return quality and before.stem not in sentence.vocabulary.grammar.holders and not sentence.among(at, "places")


def _split_state(draft: Draft) -> None:
    """Part the speaker from the state behind a comma: اتهمت الوزارة، الولايات المتحدة، بالكذب."""
    sentence, agent = draft.sentence, draft.agents[0]
    at = _state_behind_comma(sentence, agent)
    if at is None:
        return
    start = sentence.tokens[at].start
    state = Span(start, agent.start + len(agent.of(sentence.text).rstrip(" ،,")))
    kept = sentence.text[agent.start : start].rstrip(" ،,")
    draft.agents, draft.targets = (Span(agent.start, agent.start + len(kept)),), (state,)


def _state_behind_comma(sentence: EventSentence, span: Span) -> int | None:
    inside = [n for n, token in enumerate(sentence.tokens) if span.start < token.start < span.end]
    states = [
        n for n in inside if sentence.is_comma(n - 1) and n in sentence.countries and not sentence.words[n].nationality
    ]
    return states[-1] if states else None


def _without(text: str, span: Span, targets: tuple[Span, ...]) -> Span:
    """Return the agent's span cut before a target that it ran into: الوزيرة، فلانة، روسيا."""
    for target in targets:
        kept = text[span.start : target.start].rstrip()
        if kept.endswith((" ل", " ب")):
            kept = kept[:-2].rstrip()  # اتهام الحكومة لجارتها
        # A definite noun stands in no construct, so that the target begins a phrase of its own behind it.
        closed = kept.endswith(("،", ",")) or any(word.startswith("ال") for word in kept.split()[-1:])
        if span.start < target.start < span.end == target.end and closed:
            return Span(span.start, span.start + len(kept.rstrip(" ،,")))
    return span


def _repeats(draft: Draft, span: Span) -> bool:
    """Tell whether the target is an agent too, in the same or in fewer words."""
    words = key_words(draft.sentence.text, span)
    if span in draft.agents:
        return True
    return bool(words) and any(words <= key_words(draft.sentence.text, one) for one in draft.agents)
