"""Gives the deeds of courts their parties: who judges is the agent, whom the verdict falls on the target."""

from musnad.events.drafts import Draft
from musnad.events.people import people
from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.model import EventStatus, EventType, Span

# Verbs by which a court takes another's verdict away, so that it is no verdict of its own.
_QUASHING = frozenset({"الغي", "نقض", "ابطل", "علق", "رفض"})
_ORDERING = frozenset({"امر", "قرر", "قضي", "حكم", "اصدر"})
# Punishments that a verdict names behind it, at most this far.
_TERMS = frozenset({"اعدام", "سجن", "حبس", "جلد", "تغريم", "ترحيل"})
_NEAR = 2
_UPHOLDING = frozenset({"ايد", "ثبت", "اكد", "صادق"})


def settle_verdicts(sentence: EventSentence, drafts: list[Draft]) -> list[Draft]:
    """Return the sentence's drafts with courts as agents; what only upholds a verdict is the verdict itself."""
    court = next((span for draft in drafts for span in draft.agents if _is_court(sentence, span)), None)
    kept = []
    for draft in drafts:
        upholds = draft.type is EventType.SUPPORT and draft.lemma in _UPHOLDING and _judges(sentence, draft)
        if upholds and any(one.type is EventType.COERCE for one in drafts):
            continue
        if draft.type is EventType.COERCE:
            _settle(sentence, draft, court)
        kept.append(draft)
    return [draft for draft in _join_sentences(sentence, kept) if not _is_only_called(draft, kept)]


def _join_sentences(sentence: EventSentence, drafts: list[Draft]) -> list[Draft]:
    """Join a verdict with the punishment that it names, and give it whom that falls on: حكما بسجن فلان."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        punishes = draft.type is EventType.COERCE and draft.found.nominal and sentence.stem(draft.found.first) in _TERMS
        verdict = last is not None and last.mode == "convict" and 0 <= draft.found.first - last.found.end <= _NEAR
        if last is not None and verdict and punishes and not last.targets:
            last.also.append(draft.trigger)
            last.targets, last.guessed = draft.targets, False
            continue
        kept.append(draft)
    for draft in kept:
        if draft.mode == "convict" and not draft.targets:
            draft.targets = _punished(sentence, draft)
    return kept


def _punished(sentence: EventSentence, draft: Draft) -> tuple[Span, ...]:
    """Return whom the punishment behind a verdict falls on: حكمها بإعدام خمسة متهمين."""
    for at in range(draft.found.end, min(len(sentence), draft.found.end + _NEAR + 1)):
        if sentence.stem(at) in _TERMS and not sentence.words[at].definite:
            phrase = read_phrase(sentence, at + 1)
            return people(sentence, phrase.spans(sentence), places=False) if phrase is not None else ()
    return ()


def _is_only_called(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a word like متهمين only names whom another deed falls on."""
    if draft.mode != "allege":
        return False
    others = (span for one in drafts if one.type is not EventType.ACCUSE for span in one.targets)
    text = draft.sentence.text
    return any(
        span.start <= draft.trigger.start < span.end and len(text[span.start : draft.trigger.start].split()) < _NEAR
        for span in others
    )


def _settle(sentence: EventSentence, draft: Draft, court: Span | None) -> None:
    carrier = sentence.words[draft.carrier] if draft.carrier is not None else None
    lemma = carrier.verb.lemma if carrier is not None and carrier.verb is not None else ""
    courts = tuple(span for span in draft.targets if _is_court(sentence, span))
    if courts and draft.mode in ("convict", "arrest"):
        draft.agents = draft.agents or courts
        draft.targets = tuple(span for span in draft.targets if span not in courts)
    if lemma in _QUASHING and any(_is_court(sentence, span) for span in draft.agents):
        draft.agents = ()
    elif not draft.agents and court is not None and draft.found.nominal and lemma not in _QUASHING:
        draft.agents = (court,)
    ordered = lemma in _ORDERING and any(_is_court(sentence, span) for span in draft.agents)
    if ordered and draft.status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL):
        draft.status = EventStatus.HAPPENED


def _judges(sentence: EventSentence, draft: Draft) -> bool:
    return any(_is_court(sentence, span) for span in draft.agents)


def _is_court(sentence: EventSentence, span: Span) -> bool:
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    return at is not None and sentence.among(at, "courts")
